// The sentences on top, in several languages, for made-up comparisons.
import { describe, expect, test } from 'vitest';
import de from '../../i18n/de.js';
import en from '../../i18n/en.js';
import { Translator, plain } from '../../i18n/format.js';
import zh from '../../i18n/zh.js';
import type { ChangeClass, Report } from '../../report-types.js';
import { summarise } from './summary.js';
import type { ChangeStop, Item, Model, MoveStop, Paragraph } from './types.js';

const english = new Translator('en', en);

const base = { id: '', quoted: false, furniture: false, item: { before: 0, after: 0 } };

function change(name: ChangeClass, how: Partial<ChangeStop> = {}): ChangeStop {
  return { ...base, kind: 'change', class: name, op: 'replace', unit: 'word', before: [0, 1], after: [0, 1], ...how };
}

function move(unit: MoveStop['unit']): MoveStop {
  return { ...base, kind: 'move', class: 'moved', op: 'move', unit, before: [0, 1], after: [5, 6] };
}

const paragraph = (side: 'before' | 'after'): Paragraph => ({
  side,
  index: 0,
  start: 0,
  end: 1,
  kind: 'paragraph',
  changes: [],
  moves: [],
});

function item(relation: Item['relation']): Item {
  return {
    index: 0,
    relation,
    before: relation === 'inserted' ? [] : [paragraph('before')],
    after: relation === 'deleted' ? [] : [paragraph('after')],
    furniture: false,
    move: null,
    half: null,
    stops: [],
  };
}

function model(stops: Model['stops'], items: Item[] = [], containment = { before: 0.7, after: 0.88 }): Model {
  const report = { summary: { words: { before: 10, after: 10 }, containment } } as Report;
  return {
    report,
    texts: { before: 'a', after: 'b' },
    stops,
    byId: new Map(),
    paragraphs: { before: [], after: [] },
    items,
  };
}

const said = (made: Model, i18n = english) => plain(summarise(made, i18n));

describe('the sentences', () => {
  test('say what was cut and added as whole paragraphs and sentences', () => {
    const cutSentence = change('wording', { op: 'delete', unit: 'sentence' });
    const items = [item('edited'), item('deleted'), item('deleted'), item('inserted')];
    expect(said(model([cutSentence], items))).toBe(
      '88% of After also appears in Before. Two paragraphs and one sentence were cut. One paragraph was added.',
    );
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
    const quoted = { quoted: true, unit: 'sentence' } as const;
    expect(said(model([change('wording', { ...quoted, op: 'insert' })], [item('edited')]))).toContain(
      'One quote was added.',
    );
    expect(said(model([change('wording', { ...quoted, op: 'delete' })], [item('edited')]))).toContain(
      'One quote was cut.',
    );
    expect(said(model([change('wording', { quoted: true, op: 'insert' })]))).toContain('One quote was changed.');
  });

  test('ask about the articles where they have nothing in common', () => {
    const made = model([change('wording')], [], { before: 0.01, after: 0.02 });
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
    const made = model([change('number'), change('wording')], [item('deleted')]);
    expect(said(made, new Translator('de', de))).toBe(
      '88\u00a0% von „Nachher“ stehen auch in „Vorher“. Ein Absatz wurde gestrichen. Eine Zahl geändert. ' +
        'Außerdem eine weitere Formulierung geändert.',
    );
    expect(said(made, new Translator('zh', zh))).toBe(
      '新文的 88% 也见于旧文。删去了1段。1处数字有改动。另有1处其他措辞改动。',
    );
  });
});
