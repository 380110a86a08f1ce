// A wrong move claims that edited text is unchanged, so moves must be true first and found second.
import assert from 'node:assert/strict';
import test from 'node:test';
import { precision, recall, scoreMoves } from './score.mjs';

const { total, byKind } = await scoreMoves();

test('at least 99 % of the reported moves are true', () => {
  assert.ok(total.reported > 100);
  assert.ok(precision(total) >= 0.99, `${total.right} of ${total.reported}`);
});

test('at least 95 % of what was moved is found', () => {
  assert.ok(total.wanted > 300);
  assert.ok(recall(total) >= 0.95, `${total.found} of ${total.wanted}: ${JSON.stringify(byKind)}`);
});
