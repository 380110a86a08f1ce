// The sentences on top, in several languages, for made-up comparisons.
import { describe, expect, test } from 'vitest';
import de from '../../i18n/de.js';
import en from '../../i18n/en.js';
import { Translator, plain } from '../../i18n/format.js';
import zh from '../../i18n/zh.js';
import type { ChangeClass, Fact, Quotations, Report } from '../../report-types.js';
import { linkParts } from './linked-text.js';
import { linkedSummary, summarise } from './summary.js';
import { isCounted } from './tally.js';
import type { ChangeStop, Model, MoveStop } from './types.js';

const english = new Translator('en', en);

const base = { id: '', quoted: false, furniture: false, facts: [], field: null, item: { before: 0, after: 0 } };

function change(name: ChangeClass, how: Partial<ChangeStop> = {}): ChangeStop {
  const facts: Fact[] = name === 'number' || name === 'name' ? [name] : [];
  const spans = { before: [0, 1], after: [0, 1] } satisfies Partial<ChangeStop>;
  return { ...base, kind: 'change', class: name, op: 'replace', unit: 'word', facts, ...spans, more: [], ...how };
}

function move(unit: MoveStop['unit']): MoveStop {
  return { ...base, kind: 'move', class: 'moved', op: 'move', unit, before: [0, 1], after: [5, 6] };
}

const noQuotations: Quotations = { changed: 0, added: 0, cut: 0 };

function model(stops: Model['stops'], quotations = noQuotations, containment = { before: 0.7, after: 0.88 }): Model {
  const report = { summary: { words: { before: 10, after: 10 }, containment, quotations } } as Report;
  return {
    report,
    texts: { before: 'a', after: 'b' },
    stops,
    byId: new Map(),
    paragraphs: { before: [], after: [] },
    items: [],
  };
}

const cut = (unit: ChangeStop['unit'], how: Partial<ChangeStop> = {}) =>
  change('wording', { op: 'delete', unit, after: [0, 0], ...how });
const added = (unit: ChangeStop['unit'], how: Partial<ChangeStop> = {}) =>
  change('wording', { op: 'insert', unit, before: [0, 0], ...how });
const quoted: Partial<ChangeStop> = { quoted: true, facts: ['quotation'] };

const said = (made: Model, i18n = english) => plain(summarise(made, i18n));

describe('the sentences', () => {
  test('say what was cut and added as whole paragraphs and sentences', () => {
    const stops = [cut('sentence'), cut('paragraph', { facts: ['name'] }), cut('paragraph'), added('paragraph')];
    expect(said(model(stops))).toBe(
      '88% of After also appears in Before. Two paragraphs and one sentence were cut. One paragraph was added.',
    );
  });

  test('name a headline, a standfirst and a byline', () => {
    const stops = (['headline', 'standfirst', 'byline'] as const).map((field) => cut('paragraph', { field }));
    expect(said(model(stops))).toContain('One headline, one standfirst, and one byline were cut.');
  });

  test('tell negations', () => {
    expect(said(model([added('word', { facts: ['negation'] })]))).toContain('One negation was added or cut.');
  });

  test('leave time stamps and datelines to their own line', () => {
    const stamp = change('number', { field: 'timestamp', facts: [] });
    expect(said(model([stamp]))).toBe('Same story. Only the time stamp or the dateline differs.');
    expect(said(model([stamp, change('number')]))).toContain('One number changed.');
  });

  test('count facts and moves before smaller changes', () => {
    const stops = [
      change('number'),
      change('number'),
      change('name'),
      change('order'),
      move('paragraph'),
      move('phrase'),
      change('wording'),
      change('spelling'),
      change('punctuation'),
    ];
    expect(said(model(stops))).toBe(
      '88% of After also appears in Before. Two numbers changed, one name changed, one phrase was reordered, ' +
        'one paragraph was moved, and one phrase was moved. Plus two other wording changes and one punctuation change.',
    );
  });

  test('do not call a wording change another one where it is the first', () => {
    expect(said(model([change('wording')]))).toBe('88% of After also appears in Before. One wording change.');
  });

  test('never say that a quotation which is new or gone was changed', () => {
    expect(said(model([added('paragraph', quoted)], { changed: 0, added: 2, cut: 0 }))).toContain(
      'One paragraph was added, including two quotes.',
    );
    expect(said(model([cut('sentence', quoted)], { changed: 0, added: 0, cut: 1 }))).toContain(
      'One sentence was cut, including one quote.',
    );
    expect(said(model([cut('word', quoted)], { changed: 0, added: 0, cut: 1 }))).toContain('One quote was cut.');
    expect(said(model([added('word', quoted)], { changed: 1, added: 0, cut: 0 }))).toContain('One quote was changed.');
    expect(said(model([cut('word', quoted), change('wording', quoted)], { changed: 1, added: 0, cut: 1 }))).toContain(
      'One quote was changed and one quote was cut.',
    );
  });

  test('tell a quote that was changed from one that came with a paragraph', () => {
    expect(
      said(model([added('word', quoted), added('paragraph', quoted)], { changed: 1, added: 1, cut: 0 })),
    ).toContain('One paragraph was added, including one quote. One quote was changed.');
  });

  test('count the changes in quotes where one change lies in several', () => {
    expect(said(model([change('wording', quoted)], { changed: 2, added: 0, cut: 0 }))).toContain(
      'One change in quotes.',
    );
  });

  test('ask about the articles where they have nothing in common', () => {
    const made = model([change('wording')], noQuotations, { before: 0.01, after: 0.02 });
    expect(said(made)).toContain('These texts have almost nothing in common. Are they the right two articles?');
  });

  test('tell equal words in other typography, and another page around the same story', () => {
    expect(said(model([change('typography'), change('spacing')]))).toBe(
      'Same words. Only typography differs: 2 quotation marks, dashes or spaces.',
    );
    expect(said(model([change('wording', { furniture: true })]))).toBe(
      'Same story. Only the page furniture (bylines, credits, menus) differs.',
    );
  });

  test('follow the grammar of other languages', () => {
    const made = model([change('number'), change('wording'), cut('paragraph')]);
    expect(said(made, new Translator('de', de))).toBe(
      '88\u00a0% von „Nachher“ stehen auch in „Vorher“. Ein Absatz wurde gestrichen. Eine Zahl geändert. ' +
        'Außerdem eine weitere Formulierung geändert.',
    );
    expect(said(made, new Translator('zh', zh))).toBe(
      '新文的 88% 也见于旧文。删去了1段。1处数字有改动。另有1处其他措辞改动。',
    );
  });
});

describe('the links of the sentences', () => {
  const stops = [
    cut('sentence'),
    added('paragraph'),
    change('number'),
    change('spelling'),
    change('wording'),
    move('sentence'),
    move('phrase'),
    change('wording', quoted),
  ];
  const made = model(stops, { ...noQuotations, changed: 1 });

  test('say the same as the sentences, and each counts the differences that it leads to', () => {
    const { text, targets } = linkedSummary(made, english);
    const parts = linkParts(text);
    expect(parts.map((part) => part.text).join('')).toBe(summarise(made, english));
    const links = parts.filter(({ target }) => target !== null);
    const ids = (counted: (typeof targets)[number]) =>
      stops.flatMap((stop, i) => (isCounted(stop, counted) ? [i] : []));
    expect(links.map((part) => [plain(part.text), ids(targets[part.target ?? -1]!)])).toStrictEqual([
      ['One sentence was cut', [0]],
      ['One paragraph was added', [1]],
      ['One quote was changed', [7]],
      ['one number changed', [2]],
      ['one sentence was moved', [5]],
      ['one phrase was moved', [6]],
      ['two other wording changes', [3, 4]],
    ]);
  });
});
