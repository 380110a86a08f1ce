// The compact report that the module makes (www/wasm/src/report.rs shows one) -> the report that types.ts describes.
import { KINDS } from './document.js';
import type { Both } from '../sides.js';
import type { Block, Change, FormatChange, FormatKind, Move, Passage, Report, Row, Span } from './types.js';

/** The start and the end of a span of each entry. */
interface Spans {
  start: Uint32Array;
  end: Uint32Array;
}

/** The few different values of a field, and which of them each entry has. */
interface Choice<T> {
  values: T[];
  indices: Uint8Array;
}

/** The items of all entries' lists, and where those of each entry end. */
interface Lists {
  items: Uint32Array;
  end: Uint32Array;
}

/** A list of blocks, rows or the like: a column for each field. */
interface Blocks {
  span: Spans;
  kind: Choice<Block['kind']>;
  role: Choice<Block['role'] | undefined>;
}

/** A report as the module hands it out. */
export interface CompactReport extends Pick<Report, 'version' | 'precise' | 'segmenter' | 'dictionary' | 'summary'> {
  blocks: Both<Blocks>;
  rows: { before: Lists; after: Lists; relation: Choice<Row['relation']>; move: Lists; likeness: Float32Array };
  changes: {
    op: Choice<Change['op']>;
    class: Choice<Change['class']>;
    unit: Choice<Change['unit']>;
    before: Spans;
    after: Spans;
    quoted: Choice<boolean>;
    furniture: Choice<boolean>;
    facts: Choice<Change['facts']>;
    field: Choice<Change['field'] | undefined>;
  };
  moves: { unit: Choice<Move['unit']>; before: Spans; after: Spans };
  passages: { before: Spans; after: Spans; words: Uint32Array };
  /** Seven numbers for each: kind, both ends before, both ends after, was, now. */
  formats: Uint32Array;
}

const NUMBERS_OF_FORMAT = 7;

/** @param values what the numbers of values stand for, as `inputOf` gave them */
export function decode(compact: CompactReport, values: readonly string[]): Report {
  const { version, precise, segmenter, dictionary, blocks, rows, changes, moves, passages, formats, summary } = compact;
  return {
    version,
    precise,
    segmenter,
    ...(dictionary === undefined ? {} : { dictionary }),
    blocks: { before: blocksOf(blocks.before), after: blocksOf(blocks.after) },
    rows: entries(rows.likeness.length, (i): Row => ({
      before: list(rows.before, i),
      after: list(rows.after, i),
      relation: choice(rows.relation, i),
      move: list(rows.move, i)[0] ?? null,
      likeness: rows.likeness[i]!,
    })),
    changes: entries(changes.op.indices.length, (i): Change => ({
      op: choice(changes.op, i),
      class: choice(changes.class, i),
      unit: choice(changes.unit, i),
      before: span(changes.before, i),
      after: span(changes.after, i),
      quoted: choice(changes.quoted, i),
      furniture: choice(changes.furniture, i),
      facts: choice(changes.facts, i).slice(),
      field: choice(changes.field, i) ?? null,
    })),
    moves: entries(moves.unit.indices.length, (i): Move => ({
      unit: choice(moves.unit, i),
      before: span(moves.before, i),
      after: span(moves.after, i),
    })),
    passages: entries(passages.words.length, (i): Passage => ({
      before: span(passages.before, i),
      after: span(passages.after, i),
      words: passages.words[i]!,
    })),
    formats: entries(formats.length / NUMBERS_OF_FORMAT, (i): FormatChange => {
      const [kind, b0, b1, a0, a1, was, now] = formats.subarray(i * NUMBERS_OF_FORMAT);
      return {
        kind: KINDS[kind!] as FormatKind,
        before: [b0!, b1!],
        after: [a0!, a1!],
        // The number that stands for no value is that of none.
        was: values[was!] ?? null,
        now: values[now!] ?? null,
      };
    }),
    summary,
  };
}

const blocksOf = (blocks: Blocks): Block[] =>
  entries(blocks.kind.indices.length, (i) => ({
    span: span(blocks.span, i),
    kind: choice(blocks.kind, i),
    role: choice(blocks.role, i) ?? null,
  }));

function entries<T>(length: number, entry: (i: number) => T): T[] {
  const all = new Array<T>(length);
  for (let i = 0; i < length; i++) all[i] = entry(i);
  return all;
}

const span = ({ start, end }: Spans, i: number): Span => [start[i]!, end[i]!];

const choice = <T>({ values, indices }: Choice<T>, i: number): T => values[indices[i]!]!;

function list({ items, end }: Lists, i: number): number[] {
  const first = i ? end[i - 1]! : 0;
  return entries(end[i]! - first, (k) => items[first + k]!);
}
