// What the module hands out, one list of numbers, becomes the report that types.ts describes. The order of the numbers is
// told in www/wasm/src/wire.rs; the orders of the names are those of the enums in src/report.rs and src/units.rs.
import type { Block, Change, Move, Report, Row, Span } from './types.js';

const SEGMENTERS = ['none', 'intl', 'grapheme'] as const;
const KINDS = ['heading', 'paragraph', 'furniture'] as const;
const RELATIONS = ['same', 'edited', 'split', 'merged', 'moved', 'inserted', 'deleted'] as const;
const OPS = ['insert', 'delete', 'replace'] as const;
const UNITS = ['phrase', 'word', 'sentence', 'paragraph'] as const;
const CLASSES = [
  'spacing',
  'typography',
  'case',
  'break',
  'punctuation',
  'spelling',
  'number',
  'name',
  'order',
  'wording',
] as const;
const COUNTS = [...CLASSES, 'moved'] as const;

/** A report as the module hands it out: one list of numbers. */
export type CompactReport = Uint32Array;

/** The report in a list of numbers. */
export function decode(numbers: CompactReport): Report {
  const fractions = new Float32Array(numbers.buffer, numbers.byteOffset, numbers.length);
  let at = 0;
  const next = () => numbers[at++];
  const both = () => ({ before: next(), after: next() });
  const span = (): Span => [next(), next()];
  const list = <T>(item: () => T): T[] => {
    const items = new Array<T>(next());
    for (let i = 0; i < items.length; i++) items[i] = item();
    return items;
  };
  const indices = (count: number): number[] => {
    const items = new Array<number>(count);
    for (let i = 0; i < count; i++) items[i] = next();
    return items;
  };

  const version = next() as 1,
    precise = next() === 1,
    segmenter = SEGMENTERS[next()];
  const words = both(),
    shared = both();
  const counts = Object.fromEntries(COUNTS.map((name) => [name, next()]));
  const block = (): Block => ({ span: span(), kind: KINDS[next()] });
  const blocks = { before: list(block), after: list(block) };
  const rows = list((): Row => {
    const relation = RELATIONS[next()],
      move = next(),
      likeness = fractions[at++],
      before = next(),
      after = next();
    return { before: indices(before), after: indices(after), relation, move: move ? move - 1 : null, likeness };
  });
  const changes = list((): Change => {
    const kind = next();
    return {
      op: OPS[kind & 3],
      class: CLASSES[(kind >> 2) & 15],
      unit: UNITS[(kind >> 6) & 3] as Change['unit'],
      before: span(),
      after: span(),
      quoted: (kind & 256) !== 0,
      furniture: (kind & 512) !== 0,
    };
  });
  const moves = list((): Move => ({ unit: UNITS[next()] as Move['unit'], before: span(), after: span() }));
  const passages = list(() => {
    const count = next();
    return { before: span(), after: span(), words: count };
  });
  const all = words.before + words.after;
  const summary = {
    words,
    shared,
    containment: { before: share(shared.before, words.before), after: share(shared.after, words.after) },
    similarity: all ? (shared.before + shared.after) / all : 1,
    counts,
  };
  return { version, precise, segmenter, blocks, rows, changes, moves, passages, summary };
}

const share = (part: number, whole: number): number => (whole ? part / whole : 0);
