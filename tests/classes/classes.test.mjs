// Every class is named right for at least 97 of 100 labelled changes (tests/classes/*.txt), both ways round.

import { expect, test } from 'vitest';
import { CLASSES } from './cases.mjs';
import { judgeAll, tally } from './score.mjs';

const judged = await judgeAll(), table = tally(judged);

test('the labelled set covers every class and at least twelve languages', () => {
  for (const name of CLASSES) expect(table[name]?.total >= 2 * 40, `${name}: ${table[name]?.total ?? 0} comparisons`).toBeTruthy();
  expect(judged.length >= 2 * 420).toBeTruthy();
  expect(new Set(judged.map((c) => c.lang)).size >= 12).toBeTruthy();
});

for (const name of [...CLASSES, 'quoted']) {
  test(`${name}: at least 97 % right`, () => {
    const { right, total } = table[name];
    const wrong = judged.filter((c) => c.file === name && c.faults.length).map((c) => `${c.where}: ${c.faults.join('; ')}`);
    expect(right / total >= 0.97, `${right} of ${total}\n${wrong.join('\n')}`).toBeTruthy();
  });
}
