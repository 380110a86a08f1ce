// What the readings are drawn from, without a browser: every paragraph once and in order, every change in its place, and
// the inline reading holds both texts to the letter.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../.ci/steps.mjs';
import { compare, ready } from '../../www/core.js';
import * as example from '../../www/example.js';
import { shiftMarks } from '../../www/view/ink.js';
import { weave } from '../../www/view/inline.js';
import { PRESETS, LENSES, countLenses, lensFor, presetOf } from '../../www/view/lens.js';
import { pieces } from '../../www/view/marks.js';
import { buildModel, foldItems, homeItem, inReadingOrder } from '../../www/view/model.js';
import { summarise } from '../../www/view/summary.js';
import { english, plain } from '../../www/words.js';
import { story } from './widget.mjs';

await ready;

const all = () => true;
/** Lines whose words answer to another line, and which are therefore not read as one flow. @type {string[]} */
const unwoven = [];

/** What must hold for a pair; returns how many changes it has. */
function check({ before, after }, name) {
  const texts = { before, after };
  const model = buildModel(compare(before, after), before, after);
  for (const side of ['before', 'after']) {
    const order = model.items.flatMap((item) => item[side].map(({ index }) => index));
    assert.deepEqual(order, model.paragraphs[side].map((_, i) => i), `${name}: the paragraphs of ${side}, once and in order`);
    for (const paragraph of model.paragraphs[side]) {
      const cut = [...pieces(paragraph, all)];
      assert.equal(cut.map(({ start, end }) => texts[side].slice(start, end)).join(''),
        texts[side].slice(paragraph.start, paragraph.end), `${name}: a paragraph is cut without loss`);
    }
  }
  // White space alone makes no paragraph, so a text of nothing else has no line for its change to stand in.
  if (model.items.length) for (const stop of model.stops) assert.ok(homeItem(stop) >= 0, `${name}: a ${stop.lens} stands in a line`);
  assert.equal(new Set(model.stops.map(({ id }) => id)).size, model.stops.length, `${name}: every stop has its own name`);
  assert.equal(inReadingOrder(model.stops).length, model.stops.length);
  for (const item of model.items) checkWeave(item, texts, name);
  assert.ok(plain(summarise(model, english)).length > 0);
  return model.stops.length;
}

/** The inline flow of an item rebuilds its stretch of either side. */
function checkWeave(item, texts, name) {
  if (item.half) return;
  const stretch = (list) => (list.length ? [list[0].start, list.at(-1).end] : [0, 0]);
  const before = stretch(item.before);
  const after = stretch(item.after);
  const of = (kind) => item.stops.filter((stop) => stop.kind === kind);
  const woven = weave(before, after, of('change'), of('move'));
  if (!woven) return void unwoven.push(name);
  const text = (kinds, side) => woven.filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, start, end }) => texts[kind === 'same' ? 'after' : side].slice(start, end)).join('');
  assert.equal(text(['same', 'cut', 'away'], 'before'), texts.before.slice(...before), `${name}: Before can be read`);
  assert.equal(text(['same', 'new', 'here'], 'after'), texts.after.slice(...after), `${name}: After can be read`);
}

/** A pair with moves, splits, cuts and edits, from a seed. */
function shaken(seed) {
  let state = seed;
  const random = (n) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return state % n; };
  const words = 'tide harbour council 2,000 5.5 “yes” U.K. Oslo 10:30 l’été שלום 東京 👩‍🚀 e\u0301 — slow\u00a0boat keel mast'.split(' ');
  const sentence = () => `${Array.from({ length: 4 + random(9) }, () => words[random(words.length)]).join(' ')}.`;
  const paragraphs = Array.from({ length: 3 + random(8) }, () => Array.from({ length: 1 + random(4) }, sentence).join(' '));
  const after = paragraphs.flatMap((text) => {
    const roll = random(8);
    if (roll === 0) return [];
    if (roll === 1) return [text, sentence()];
    if (roll === 2) return text.split(/(?<=\.) /);
    if (roll === 3) return [text.replace(/2,000/g, '3,000').replace(/“|”/g, '"')];
    return [text];
  });
  if (after.length > 2 && random(2)) after.push(...after.splice(random(after.length), 1));
  return { before: paragraphs.join('\n\n'), after: after.join(random(2) ? '\n\n' : '\r\n') };
}

test('importing the element is safe where there is no DOM', async () => {
  const { ArticleDiffElement } = await import('../../www/define.js');
  assert.equal(typeof ArticleDiffElement, 'function');
  assert.ok(ArticleDiffElement.lenses.includes('quotation'));
});

test('the example and the story of the tests', () => {
  assert.ok(check(example, 'example') > 15);
  assert.ok(check({ before: example.after, after: example.before }, 'example, turned round') > 15);
  check(story, 'story');
});

test('empty, bare and odd texts', () => {
  const odd = ['', ' ', '\n\n', 'One.', '\ud800', 'a\0b', 'One.\n\nTwo.\n\nThree.', 'Two.\r\n\r\nOne.'];
  for (const before of odd) for (const after of odd) check({ before, after }, JSON.stringify([before, after]));
});

test('three hundred shaken pairs', () => {
  unwoven.length = 0;
  for (let seed = 1; seed <= 300; seed++) check(shaken(seed), `seed ${seed}`);
  assert.ok(unwoven.length <= 20, `hardly a line may fail to be one flow: ${unwoven.join(', ')}`);
});

test('real pairs, where they are at hand', (t) => {
  const folder = join(root, '../shared/articles');
  if (!existsSync(folder)) return t.skip('there are none beside this folder');
  const texts = readdirSync(folder).filter((name) => name.endsWith('.txt') && statSync(join(folder, name)).isFile())
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  for (const before of texts) for (const after of texts) check({ before, after }, 'articles');
});

test('what a lens hides is still counted, and presets are known again', () => {
  const { before, after } = example;
  const model = buildModel(compare(before, after), before, after);
  const counts = countLenses(model.stops);
  assert.deepEqual(LENSES.filter((lens) => !counts[lens]), [], 'the example shows every kind');
  for (const [name, hide] of Object.entries(PRESETS)) assert.equal(presetOf([...hide].reverse()), name);
  assert.equal(presetOf(['order']), null);
  const shown = lensFor(PRESETS.facts);
  assert.ok(model.stops.filter(shown).every((stop) => stop.quoted || ['number', 'name'].includes(stop.lens)));
  const lines = foldItems(model.items, shown, { foldSame: true, hideFurniture: true });
  const drawn = lines.flatMap((line) => line.items ?? [line.item]);
  assert.deepEqual(drawn.map(({ index }) => index), model.items.map(({ index }) => index), 'folding loses no line');
});

test('until the true marks arrive, marks move along with what is typed', () => {
  const marks = [{ start: 4, end: 7, look: 'x' }, { start: 10, end: 12, look: 'y' }];
  const text = 'The big or no one.';
  const shifted = (now) => shiftMarks(marks, text, now).map(({ start, end }) => now.slice(start, end));
  assert.deepEqual(shifted('Oh. The big or no one.'), ['big', ' n'].map((_, i) => text.slice(marks[i].start, marks[i].end)));
  assert.deepEqual(shifted('The bag or no one.'), ['bag', text.slice(10, 12)]);
  assert.deepEqual(shifted(''), []);
});
