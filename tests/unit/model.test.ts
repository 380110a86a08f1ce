// What the readings are drawn from, without a browser: every paragraph once and in order, every change in its place, and
// the inline reading holds both texts to the letter.

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compare, ready } from 'article-diff';
import { expect, test } from 'vitest';
import * as example from '../../www/example.js';
import { plain } from '../../www/i18n/format.js';
import { english } from '../../www/i18n/languages.js';
import { type Both, SIDES, type Side } from '../../www/sides.js';
import { shiftHighlights } from '../../www/view/editors/shift-highlights.js';
import { KINDS, PRESETS, countByKind, filterFor, presetOf } from '../../www/view/model/filters.js';
import { foldItems, itemsOfLine } from '../../www/view/model/folding.js';
import { piecesOf } from '../../www/view/model/marks.js';
import { buildModel } from '../../www/view/model/model.js';
import { homeItem, inReadingOrder } from '../../www/view/model/stops.js';
import { summarise } from '../../www/view/model/summary.js';
import type { Item } from '../../www/view/model/types.js';
import { type Strand, weave } from '../../www/view/model/weave.js';
import { story } from '../e2e/widget.js';
import { shaken } from './shaken.js';

const root = join(import.meta.dirname, '../..');

await ready;

const all = () => true;
/** Lines whose words answer to another line, and which are therefore not read as one flow. */
const unwoven: string[] = [];

/** What must hold for a pair; returns how many changes it has. */
function check({ before, after }: Both<string>, name: string): number {
  const texts = { before, after };
  const model = buildModel(compare(before, after), before, after);
  for (const side of SIDES) {
    const order = model.items.flatMap((item) => item[side].map(({ index }) => index));
    expect(order, `${name}: the paragraphs of ${side}, once and in order`).toStrictEqual(
      model.paragraphs[side].map((_, i) => i),
    );
    for (const paragraph of model.paragraphs[side]) {
      const cut = [...piecesOf(paragraph, all)];
      expect(
        cut.map(({ start, end }) => texts[side].slice(start, end)).join(''),
        `${name}: a paragraph is cut without loss`,
      ).toBe(texts[side].slice(paragraph.start, paragraph.end));
    }
  }
  // White space alone makes no paragraph, so a text of nothing else has no line for its change to stand in.
  if (model.items.length)
    for (const stop of model.stops)
      expect(homeItem(stop) >= 0, `${name}: a ${stop.class} stands in a line`).toBeTruthy();
  expect(new Set(model.stops.map(({ id }) => id)).size, `${name}: every stop has its own name`).toBe(
    model.stops.length,
  );
  expect(inReadingOrder(model.stops).length).toBe(model.stops.length);
  for (const item of model.items) checkWeave(item, texts, name);
  expect(plain(summarise(model, english)).length > 0).toBeTruthy();
  return model.stops.length;
}

/** The inline flow of an item rebuilds its stretch of either side. */
function checkWeave(item: Item, texts: Both<string>, name: string): void {
  if (item.half) return;
  const stretch = (list: Item['before']): [number, number] => [list[0]?.start ?? 0, list.at(-1)?.end ?? 0];
  const before = stretch(item.before);
  const after = stretch(item.after);
  const woven = weave(before, after, item.stops);
  if (!woven) {
    unwoven.push(name);
    return;
  }
  const text = (kinds: Strand['kind'][], side: Side): string =>
    woven
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ kind, start, end }) => texts[kind === 'same' ? 'after' : side].slice(start, end))
      .join('');
  expect(text(['same', 'cut', 'away'], 'before'), `${name}: Before can be read`).toBe(texts.before.slice(...before));
  expect(text(['same', 'new', 'here'], 'after'), `${name}: After can be read`).toBe(texts.after.slice(...after));
}

test('importing the element is safe where there is no DOM', async () => {
  const { ArticleDiffElement } = await import('../../www/element/define.js');
  expect(typeof ArticleDiffElement).toBe('function');
  expect(ArticleDiffElement.lenses.includes('quotation')).toBeTruthy();
});

test('the example and the story of the tests', () => {
  expect(check(example, 'example') > 15).toBeTruthy();
  expect(check({ before: example.after, after: example.before }, 'example, turned round') > 15).toBeTruthy();
  check(story, 'story');
});

test('empty, bare and odd texts', () => {
  const odd = ['', ' ', '\n\n', 'One.', '\ud800', 'a\0b', 'One.\n\nTwo.\n\nThree.', 'Two.\r\n\r\nOne.'];
  for (const before of odd) for (const after of odd) check({ before, after }, JSON.stringify([before, after]));
});

test('three hundred shaken pairs', () => {
  unwoven.length = 0;
  for (let seed = 1; seed <= 300; seed++) check(shaken(seed), `seed ${seed}`);
  expect(unwoven.length <= 20, `hardly a line may fail to be one flow: ${unwoven.join(', ')}`).toBeTruthy();
});

test('real pairs, where they are at hand', ({ skip }) => {
  const folder = join(root, '../shared/articles');
  if (!existsSync(folder)) skip('there are none beside this folder');
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && statSync(join(folder, name)).isFile())
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  for (const before of texts) for (const after of texts) check({ before, after }, 'articles');
});

test('what a filter hides is still counted, and presets are known again', () => {
  const { before, after } = example;
  const model = buildModel(compare(before, after), before, after);
  const counts = countByKind(model.stops, () => true);
  expect(
    KINDS.filter((kind) => !counts[kind].all),
    'the example, which has no structure, shows every other kind',
  ).toStrictEqual(['links', 'formatting']);
  for (const [name, hide] of Object.entries(PRESETS)) expect(presetOf([...hide].reverse())).toBe(name);
  expect(presetOf(['order'])).toBe(null);
  const shown = filterFor(PRESETS.facts);
  expect(model.stops.filter(shown)).toStrictEqual(
    model.stops.filter(({ facts, furniture }) => facts.length && !furniture),
  );
  const lines = foldItems(model.items, shown, { foldSame: true, hideFurniture: true });
  const drawn = lines.flatMap((line) => itemsOfLine(line));
  expect(
    drawn.map(({ index }) => index),
    'folding loses no line',
  ).toStrictEqual(model.items.map(({ index }) => index));
});

test('until the true marks arrive, marks move along with what is typed', () => {
  const marks = [
    { start: 4, end: 7, className: 'x' },
    { start: 10, end: 12, className: 'y' },
  ];
  const text = 'The big or no one.';
  const shifted = (now: string): string[] =>
    shiftHighlights(marks, text, now).map(({ start, end }) => now.slice(start, end));
  expect(shifted('Oh. The big or no one.')).toStrictEqual(
    ['big', ' n'].map((_, i) => text.slice(marks[i]?.start, marks[i]?.end)),
  );
  expect(shifted('The bag or no one.')).toStrictEqual(['bag', text.slice(10, 12)]);
  expect(shifted('')).toStrictEqual([]);
});
