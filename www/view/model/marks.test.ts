// How a stop is marked, and where a paragraph is cut for its marks.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FACT_COLOURS, describeMark, markParagraph, trimMark } from './marks.js';
import type { ChangeStop, MoveStop, Paragraph } from './types.js';

const base = { id: 'x', quoted: false, furniture: false, facts: [], field: null, item: { before: 0, after: 0 } };
const change: ChangeStop = {
  ...base,
  more: [],
  kind: 'change',
  class: 'wording',
  op: 'replace',
  unit: 'word',
  before: [0, 3],
  after: [0, 3],
};
const move: MoveStop = {
  ...base,
  kind: 'move',
  class: 'moved',
  op: 'move',
  unit: 'sentence',
  before: [4, 9],
  after: [4, 9],
};

test('a mark has the role of its side', () => {
  expect(describeMark(change, 'before', 'old')).toMatchObject({ role: 'was', tag: 'del' });
  expect(describeMark(change, 'after', 'new')).toMatchObject({ role: 'now', tag: 'ins' });
  expect(describeMark({ ...change, op: 'insert' }, 'after', 'new')).toMatchObject({ role: 'new', tag: 'ins' });
  expect(describeMark({ ...change, class: 'typography' }, 'after', '"')).toMatchObject({
    role: 'surface',
    tag: 'ins',
  });
  expect(describeMark(move, 'before', '')).toMatchObject({ role: 'away', tag: 'mark' });
});

test('punctuation alone is tiny, white space alone is blank, a long text and a whole sentence are long', () => {
  const flags = (text: string, how: Partial<ChangeStop> = {}) =>
    describeMark({ ...change, ...how }, 'after', text).flags;
  expect(flags(',')).toEqual({ tiny: true, blank: false, long: false, quoted: false });
  expect(flags('a,')).toMatchObject({ tiny: false });
  expect(flags(' ')).toMatchObject({ tiny: false, blank: true });
  expect(flags('x'.repeat(49))).toMatchObject({ long: true });
  expect(flags('No.', { op: 'insert', unit: 'sentence' })).toMatchObject({ long: true });
});

test('typography inside a quotation does not alter it', () => {
  expect(describeMark({ ...change, quoted: true }, 'after', 'not').flags.quoted).toBe(true);
  expect(describeMark({ ...change, quoted: true, class: 'typography' }, 'after', '"').flags.quoted).toBe(false);
});

test('white space at the ends stays outside of a mark', () => {
  expect(trimMark(' two words\n')).toEqual({ lead: ' ', inner: 'two words', trail: '\n' });
  expect(trimMark('  ')).toEqual({ lead: '', inner: '  ', trail: '' });
});

const paragraph = (marks: Partial<Paragraph>): Paragraph => ({
  side: 'after',
  index: 0,
  number: 1,
  start: 0,
  end: 9,
  kind: 'paragraph',
  changes: [],
  moves: [],
  formats: [],
  look: null,
  inside: [],
  ...marks,
});

test('a paragraph is cut at the borders of its marks, and a change that covers all of it marks it as a whole', () => {
  const inside = { start: 5, end: 7, stop: change };
  const frame = { start: 4, end: 9, stop: move };
  const { groups, whole } = markParagraph(paragraph({ changes: [inside], moves: [frame] }), () => true);
  expect(groups.map(({ move: stop, pieces }) => [stop?.kind, pieces.map(({ start, end }) => [start, end])])).toEqual([
    [undefined, [[0, 4]]],
    ['move', [[4, 5], [5, 7], [7, 9]]], // prettier-ignore
  ]);
  expect(whole).toBeNull();
  const all = { start: 0, end: 9, stop: change };
  expect(markParagraph(paragraph({ changes: [all] }), () => true).whole).toBe(change);
  expect(markParagraph(paragraph({ changes: [all] }), () => false).whole).toBeNull();
});

test('every style sheet of marks has the colour of facts for the same kinds', () => {
  for (const [sheet, mark] of [
    ['view/styles/marks.css', '.m.'],
    ['view/styles/marks.css', '.ink.'],
    ['view/styles/change-list.css', '.place-label.'],
    ['view/styles/ruler.css', '.strip-ticks .'],
    ['export/saved-page.css', '.'],
  ] as const) {
    const css = readFileSync(join(import.meta.dirname, '../..', sheet), 'utf8');
    const rules = [...css.matchAll(/^([^{}]+)\{([^}]*)\}/gm)].filter(([, , rule]) =>
      /: var\(--fact(-tint)?\)/.test(rule!),
    );
    const selectors = rules.flatMap(([, list]) => list!.split(',').map((selector) => selector.trim()));
    for (const kind of FACT_COLOURS) expect(selectors, sheet).toContain(`${mark}${kind}`);
  }
});
