// Page furniture is told from the story on pasted pages in many languages, and the story is not lost.

import { expect, test } from 'vitest';
import { readPages } from './pages.mjs';
import { scorePages } from './score.mjs';

const score = await scorePages();

test('the pages are many and in at least ten languages', () => {
  const pages = readPages();
  expect(pages.length >= 24).toBeTruthy();
  expect(new Set(pages.map((page) => page.lang)).size >= 10).toBeTruthy();
});

test('F1 over lines of furniture is at least 0.85', () => expect(score.f1 >= 0.85, `F1 ${score.f1}`).toBeTruthy());

test('at least 99.5 % of the story is kept', () => {
  const lost = score.pages.flatMap((page) => page.lost.map((text) => `${page.name} (${page.side}): ${text}`));
  expect(score.kept >= 0.995, `kept ${score.kept}\n${lost.join('\n')}`).toBeTruthy();
});
