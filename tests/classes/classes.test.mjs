// Every class is named right for at least 97 of 100 labelled changes (tests/classes/*.txt), both ways round.
import assert from 'node:assert/strict';
import test from 'node:test';
import { CLASSES } from './cases.mjs';
import { judgeAll, tally } from './score.mjs';

const judged = await judgeAll(), table = tally(judged);

test('the labelled set covers every class and at least twelve languages', () => {
  for (const name of CLASSES) assert.ok(table[name]?.total >= 2 * 40, `${name}: ${table[name]?.total ?? 0} comparisons`);
  assert.ok(judged.length >= 2 * 420);
  assert.ok(new Set(judged.map((c) => c.lang)).size >= 12);
});

for (const name of [...CLASSES, 'quoted']) {
  test(`${name}: at least 97 % right`, () => {
    const { right, total } = table[name];
    const wrong = judged.filter((c) => c.file === name && c.faults.length).map((c) => `${c.where}: ${c.faults.join('; ')}`);
    assert.ok(right / total >= 0.97, `${right} of ${total}\n${wrong.join('\n')}`);
  });
}
