// A wrong move claims that edited text is unchanged, so moves must be true first and found second.

import { expect, test } from 'vitest';
import { precision, recall, scoreMoves } from './score.mjs';

const { total, byKind } = await scoreMoves();

test('at least 99 % of the reported moves are true', () => {
  expect(total.reported > 100).toBeTruthy();
  expect(precision(total) >= 0.99, `${total.right} of ${total.reported}`).toBeTruthy();
});

test('at least 95 % of what was moved is found', () => {
  expect(total.wanted > 300).toBeTruthy();
  expect(recall(total) >= 0.95, `${total.found} of ${total.wanted}: ${JSON.stringify(byKind)}`).toBeTruthy();
});
