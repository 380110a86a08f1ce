// The figures of one comparison agree: the chips, the list, the count of the toolbar and the sentence count the same
// differences, each once, whatever is hidden.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compare, ready } from 'article-diff';
import { describe, expect, test } from 'vitest';
import * as example from '../../www/example.js';
import { Translator, plain } from '../../www/i18n/format.js';
import { english } from '../../www/i18n/languages.js';
import zh from '../../www/i18n/zh.js';
import type { Both } from '../../www/sides.js';
import { hiddenLabel, nothingShownLabel } from '../../www/view/labels.js';
import { colourOf } from '../../www/view/model/marks.js';
import { FILTERS, KINDS, PRESETS, countByKind, filterFor, kindOf, toggleKind } from '../../www/view/model/filters.js';
import type { Filter } from '../../www/view/model/filters.js';
import { frameLines } from '../../www/view/model/frame.js';
import { foldItems, hiddenStops, isFold } from '../../www/view/model/folding.js';
import { buildModel } from '../../www/view/model/model.js';
import { summarise } from '../../www/view/model/summary.js';
import { WHOLE_UNITS, tallyOf } from '../../www/view/model/tally.js';
import type { Model } from '../../www/view/model/types.js';
import { shaken } from './shaken.js';

await ready;

const modelOf = (before: string, after: string): Model => buildModel(compare(before, after), before, after);

/** All texts of the cases, the example, and the pairs that belong to others where they are at hand. */
function pairs(): [name: string, before: string, after: string][] {
  const root = join(import.meta.dirname, '../..');
  const read = (path: string) => readFileSync(path, 'utf8');
  const cases = readdirSync(join(root, 'tests/cases'))
    .map((name) => join(root, 'tests/cases', name))
    .filter((folder) => existsSync(join(folder, 'before.txt')))
    .map((folder): [string, string, string] => [
      folder,
      read(join(folder, 'before.txt')),
      read(join(folder, 'after.txt')),
    ]);
  const articles = join(root, '../shared/articles');
  const texts = existsSync(articles)
    ? readdirSync(articles)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => read(join(articles, name)))
    : [];
  const random = Array.from({ length: 300 }, (_, seed) => shaken(seed + 1));
  return [
    ['example', example.before, example.after],
    ...cases,
    ...random.map(({ before, after }, i): [string, string, string] => [`seed ${i + 1}`, before, after]),
    ...texts.flatMap((before) => texts.map((after): [string, string, string] => ['articles', before, after])),
  ];
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, n) => total + n, 0);

/** What is told on lines of its own, and not in the sentence. */
const ASIDE = ['dateline', 'timestamp', 'typography', 'spacing', 'furniture'] as const;

const chinese = new Translator('zh', zh);

function check(name: string, before: string, after: string): void {
  const model = modelOf(before, after);
  const all = countByKind(model.stops, () => true);
  expect(sum(KINDS.map((kind) => all[kind].all)), `${name}: each difference is in one chip`).toBe(model.stops.length);

  const tally = tallyOf(model);
  const whole = sum((['cut', 'added'] as const).flatMap((kind) => WHOLE_UNITS.map((unit) => tally.whole[kind][unit])));
  expect(whole, `${name}: what came and went as a whole`).toBe(all.cut.all + all.added.all);
  expect(whole + sum(tally.clauses.values()), `${name}: the sentence counts what the chips count`).toBe(
    model.stops.length - sum(ASIDE.map((kind) => all[kind].all)),
  );
  const quotations = sum([...tally.clauses].filter(([clause]) => clause.startsWith('quotation')).map(([, n]) => n));
  expect(quotations, `${name}: the sentence has as many quotations as their chip`).toBe(all.quotation.all);
  // Chinese writes all numbers in digits.
  const { words, containment } = model.report.summary;
  if (tally.total && words.before && words.after && before !== after) {
    const told = [...plain(summarise(model, chinese)).matchAll(/(\d[\d,]*)(?!\d*%)[个段句处]/g)].map(([, n = '']) =>
      Number(n.replaceAll(',', '')),
    );
    const inside = sum(Object.values(tally.quotations.inside));
    expect(sum(told), `${name}: ${plain(summarise(model, chinese))} ${containment.after}`).toBe(tally.total + inside);
  }

  for (const hide of [...Object.values(PRESETS), ['number', 'cut', 'moved'] as const]) {
    const shown = filterFor(hide);
    const counts = countByKind(model.stops, shown);
    const drawn = model.stops.filter(shown);
    expect(sum(KINDS.map((kind) => counts[kind].shown)), `${name}: chips and steps`).toBe(drawn.length);
    const hidden = model.stops.length - drawn.length;
    const numbers = [...hiddenLabel({ model, shown, i18n: english }).matchAll(/[\d,]+/g)].map(([n]) =>
      Number(n.replaceAll(',', '')),
    );
    expect(numbers[0] ?? 0, `${name}: what is hidden is told`).toBe(hidden);
    expect(sum(numbers.slice(1)), `${name}: what is hidden is named`).toBe(hidden);
    // Whatever is hidden in a line that is drawn leaves a trace in it, and a fold says what it holds.
    const lines = foldItems(model.items, shown, { foldSame: true, hideFurniture: true });
    const traces = new Set(lines.flatMap((line) => hiddenStops(isFold(line) ? line.items : [line.item], shown)));
    const lost = model.stops.filter(
      (stop) => !shown(stop) && !stop.furniture && ![...traces].some(({ id }) => id === stop.id),
    );
    if (model.items.length) expect(lost, `${name}: each hidden difference has a trace`).toStrictEqual([]);
  }

  const facts = filterFor(PRESETS.facts);
  for (const stop of model.stops)
    expect(facts(stop), `${name}: facts are shown, and nothing else`).toBe(stop.facts.length > 0 && !stop.furniture);
}

test('chips, list, steps and sentence add up', () => {
  for (const [name, before, after] of pairs()) check(name, before, after);
});

const pair = (before: string, after: string): Both<string> => ({ before, after });

describe('the filter of facts', () => {
  for (const [what, texts] of Object.entries({
    'a negation': pair('The mayor did not attend the launch.', 'The mayor did attend the launch.'),
    'a number': pair('The toll on Friday was 12.', 'The toll on Friday was 16 in Naples.'),
    'a cut paragraph with dates': pair(
      'The bridge is open.\n\nIt was built in 1912 under the treaty of Holm.\n\nShips pass below.',
      'The bridge is open.\n\nShips pass below.',
    ),
    'a name at the start': pair('Mary Okafor signed the deed.', 'Maria Okafor signed the deed.'),
    'the order of a name': pair('Mayor Olsen Kari cut the ribbon.', 'Mayor Kari Olsen cut the ribbon.'),
    'a quotation': pair('“We never doubted it,” she said.', '“We always doubted it,” she said.'),
  })) {
    test(`shows ${what}`, () => {
      const model = modelOf(texts.before, texts.after);
      expect(model.stops.some(filterFor(PRESETS.facts))).toBe(true);
    });
  }

  test('says that no fact differs, and how much else is hidden', () => {
    const model = modelOf('The band played loudly.', 'The band played very softly.');
    const context = { model, shown: filterFor(PRESETS.facts), i18n: english };
    expect(nothingShownLabel(context, PRESETS.facts)).toBe(
      'No changes in names, numbers or quotes. 1 other change is hidden.',
    );
    expect(nothingShownLabel({ ...context, shown: filterFor([]) }, [])).toBe('');
  });

  test('does not say so where the only fact is one of the page around the story', () => {
    const story = 'The band played loudly until the rain came and the square was empty again.';
    const model = modelOf(`By Ada Lund\n\n${story}`, `By Eva Lund\n\n${story}`);
    const context = { model, shown: filterFor(PRESETS.facts), i18n: english };
    expect(nothingShownLabel(context, PRESETS.facts)).toBe('No changes of the selected kinds. 1 change is hidden.');
  });
});

describe('quotations', () => {
  test('with several words changed are one difference', () => {
    const model = modelOf(
      'The mayor spoke. “We will build the bridge and the road next year,” she said.',
      'The mayor spoke. “We will certainly build the long bridge and the old road next year,” she said.',
    );
    expect(countByKind(model.stops, () => true).quotation.all).toBe(1);
    expect(plain(summarise(model, english))).toMatch(/One quote was changed\.$/);
  });

  test('that go on over a paragraph are one difference', () => {
    const model = modelOf(
      '“We never doubted it,\n\n“and the sea has waited for us,” she said.',
      '“We always doubted it,\n\n“and the sea has longed for us,” she said.',
    );
    expect(countByKind(model.stops, () => true).quotation.all).toBe(1);
  });

  test('beside one another are as many as they are', () => {
    const model = modelOf(
      '“We will build the bridge,” she said. “They will build the road,” he said.',
      '“We will build the old bridge,” she said. “They will build the old road,” he said.',
    );
    expect(countByKind(model.stops, () => true).quotation.all).toBe(2);
    expect(plain(summarise(model, english))).toMatch(/Two quotes were changed\.$/);
  });
});

describe('numbers', () => {
  test('in another notation are another spelling, and hidden where only facts are shown', () => {
    const model = modelOf(
      'Police counted twelve cars and 3 boats along the closed road.',
      'Police counted 12 cars and 4 boats along the closed road.',
    );
    expect(model.stops.map(kindOf)).toStrictEqual(['spelling', 'number']);
    expect(model.stops.map(colourOf)).toStrictEqual(['spelling', 'number']);
    expect(model.stops.filter(filterFor(PRESETS.facts)).map(kindOf)).toStrictEqual(['number']);
    expect(plain(summarise(model, english))).toContain('One number changed.');
  });
});

describe('time stamps and datelines', () => {
  const body = 'The ferry to Holm will sail again on Friday, the harbour office said.\n\nRepairs took very long.';
  const story = (stamp: string, place: string) => `Ferry sails again\n\n${stamp}\n\n${place} (Agency) — ${body}`;

  test('are told on lines of their own, and are no number and no name', () => {
    const model = modelOf(story('Updated 10:32 a.m. Monday', 'LONDON'), story('Updated 11:45 a.m. Monday', 'PARIS'));
    expect(frameLines(model, english)).toStrictEqual([
      'Time stamp: Updated 10:32 → 11:45 a.m. Monday',
      'Dateline: LONDON → PARIS',
    ]);
    expect(model.stops.map(kindOf)).toStrictEqual(['timestamp', 'dateline']);
    expect(plain(summarise(model, english))).toBe('Same story. Only the time stamp or the dateline differs.');
  });

  for (const [before, after, line] of [
    ['LONDON (Reuters) —', 'LONDON, April 3 (AP) —', 'Dateline: LONDON (Reuters) → LONDON, April 3 (AP)'],
    ['HALVORSUND (Kestrel) —', 'HALVORSUND —', 'Dateline: HALVORSUND (Kestrel) → HALVORSUND'],
    ['', 'OSLO, Norway —', 'Dateline added: OSLO, Norway'],
  ] as const)
    test(`are told whole: ${line}`, () => {
      const model = modelOf(`Ferry sails again\n\n${before} ${body}`, `Ferry sails again\n\n${after} ${body}`);
      expect(frameLines(model, english)).toStrictEqual([line]);
    });

  test('that came or went are told as that', () => {
    const model = modelOf(`Ferry sails again\n\n${body}`, `Ferry sails again\n\nUpdated 11:45 a.m. Monday\n\n${body}`);
    expect(frameLines(model, english)).toStrictEqual(['Time stamp added: Updated 11:45 a.m. Monday']);
  });
});

test('a paragraph break beside page furniture is not told of the story', () => {
  const story = 'The band played until the rain came and the square was empty again.';
  const model = modelOf(`${story}\n\nShare this article`, story);
  expect(plain(summarise(model, english))).toMatch(/^Same story\. Only the page furniture/);
});

describe('a click on a chip', () => {
  const model = modelOf(example.before, example.after);
  const press = (kind: (typeof KINDS)[number], hide: readonly Filter[]) =>
    toggleKind(kind, hide, countByKind(model.stops, filterFor(hide)));
  const shownOf = (hide: readonly Filter[]) => {
    const counts = countByKind(model.stops, filterFor(hide));
    return KINDS.filter((kind) => counts[kind].shown);
  };

  test('hides its kind and shows it again', () => {
    const hide = press('order', PRESETS.wording);
    expect(shownOf(hide)).not.toContain('order');
    expect(press('order', hide)).toStrictEqual(PRESETS.wording);
  });

  test('shows one kind more beside the facts', () => {
    const facts = shownOf(PRESETS.facts);
    const hide = press('spelling', PRESETS.facts);
    expect(shownOf(hide)).toStrictEqual(KINDS.filter((kind) => facts.includes(kind) || kind === 'spelling'));
    expect(hide.every((name) => FILTERS.includes(name))).toBe(true);
  });
});
