// The measures of a report agree with the naive twin's, on our own articles: moved and edited, re-dressed in other quotation
// marks, cases and spaces, with words in another order, with page furniture, and with nothing in common.

import { expect, test } from 'vitest';
import { compare, ready } from 'article-diff';
import { randomFrom } from './random.mjs';
import { simulateMoves } from './simulate-moves.mjs';
import { TEXTS, pasted } from './texts.mjs';
import { measure } from './twin.mjs';

await ready;

function agrees(before, after, lang, what) {
  const report = compare(before, after),
    twin = measure(report, before, after, lang);
  const { words, shared, containment, similarity } = report.summary;
  expect({ words, shared }, what).toStrictEqual({ words: twin.words, shared: twin.shared });
  for (const [name, found, own] of [
    ['before', containment.before, twin.containment.before],
    ['after', containment.after, twin.containment.after],
    ['similarity', similarity, twin.similarity],
  ]) {
    expect(Math.abs(found - own) < 1e-6, `${what}: ${name} is ${found}, and ${own} by the twin`).toBeTruthy();
  }
  // which of equally long ones come last of the twenty is free
  expect(
    report.passages.map((p) => p.words),
    `${what}: lengths of passages`,
  ).toStrictEqual(twin.passages.slice(0, 20).map((p) => p.words));
  const known = new Set(twin.passages.map((p) => JSON.stringify([p.before, p.after])));
  for (const p of report.passages)
    expect(known.has(JSON.stringify([p.before, p.after])), `${what}: passage ${JSON.stringify(p)}`).toBeTruthy();
  expect(new Set(report.passages.map((p) => p.before[0])).size, `${what}: a passage twice`).toBe(
    report.passages.length,
  );
  return report;
}

const PAIRS = TEXTS.flatMap((text) =>
  Array.from({ length: 10 }, (_, k) => ({
    name: `${text.name} ${k}`,
    lang: text.lang,
    ...simulateMoves(text, 700 + k),
  })),
);

test('articles with moves and edits', () => {
  const reports = PAIRS.map(({ name, lang, before, after }) => agrees(before.text, after.text, lang, name));
  // the test would show nothing if nothing had moved
  expect(reports.filter((r) => r.moves.length).length > PAIRS.length / 3).toBeTruthy();
  expect(reports.every((r) => r.passages.length)).toBeTruthy();
});

const straight = (text) =>
  text
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/—/g, ' - ')
    .replace(/…/g, '...');
const spaced = (text, random) =>
  text.replace(/ /g, () => (random.chance(0.05) ? '\u00a0' : random.chance(0.02) ? '  ' : ' '));
const shouted = (text, random) => text.replace(/\p{L}+/gu, (word) => (random.chance(0.02) ? word.toUpperCase() : word));

test('the same with other quotation marks, spaces and cases', () => {
  let redressed = 0;
  PAIRS.forEach(({ name, lang, before, after }, k) => {
    const random = randomFrom(k);
    const report = agrees(
      before.text,
      shouted(spaced(straight(after.text), random), random),
      lang,
      `${name}, re-dressed`,
    );
    if (report.summary.counts.typography && report.summary.counts.spacing && report.summary.counts.case) redressed++;
  });
  expect(redressed > PAIRS.length / 2, `${redressed} of ${PAIRS.length} pairs`).toBeTruthy();
});

test('words in another order', () => {
  let orders = 0;
  for (const { name, lang, before } of PAIRS) {
    const after = before.text.replace(/(?<=\p{Ll} )(\p{Lu}\p{Ll}+) (\p{Lu}\p{Ll}+)(?= \p{Ll})/gu, '$2 $1');
    const report = agrees(before.text, after, lang, `${name}, names turned`);
    orders += report.summary.counts.order ?? 0;
  }
  expect(orders > 20, `${orders} reordered names`).toBeTruthy();
});

test('page furniture on both sides', () => {
  let furniture = 0;
  for (const { name, lang, before, after } of PAIRS.slice(0, 60)) {
    const report = agrees(
      `World\n\nShare this article\n\n5 min read\n\n${before.text}\n\nLeave a Comment\n\nRecent Posts`,
      `${after.text}\n\nRead more\n\nFollow us\n\nAll rights reserved.`,
      lang,
      `${name} in a page`,
    );
    furniture += [...report.blocks.before, ...report.blocks.after].filter((b) => b.kind === 'furniture').length;
  }
  expect(furniture > 60, `${furniture} lines of furniture`).toBeTruthy();
});

test('texts with nothing in common, equal texts and empty ones', () => {
  for (const one of TEXTS) {
    for (const other of [TEXTS[0], TEXTS.at(-1), one])
      agrees(pasted(one), pasted(other), one.lang, `${one.name} and ${other.name}`);
    agrees(pasted(one), '', one.lang, `${one.name} and nothing`);
  }
  agrees('', '', 'en', 'nothing and nothing');
});
