// The compact report that the module makes (www/wasm/src/report.rs shows one), as the report that core.d.ts describes.

/**
 * What the fields of a list's entries are kept in: `start` and `end` of spans; the few different values of a field, and which of
 * them each entry has; the items of all entries' lists, and where those of each entry end.
 * @typedef {{ start: Uint32Array, end: Uint32Array }} Spans
 * @typedef {{ values: any[], indices: Uint8Array }} Choice
 * @typedef {{ items: Uint32Array, end: Uint32Array }} Lists
 */

/**
 * @param {any} compact
 * @returns {import('./core.js').Report}
 */
export function decode({ version, precise, segmenter, blocks, rows, changes, moves, passages, summary }) {
  return {
    version,
    precise,
    segmenter,
    blocks: { before: blocksOf(blocks.before), after: blocksOf(blocks.after) },
    rows: entries(rows.likeness.length, (i) => ({
      before: list(rows.before, i),
      after: list(rows.after, i),
      relation: choice(rows.relation, i),
      move: list(rows.move, i)[0] ?? null,
      likeness: rows.likeness[i],
    })),
    changes: entries(changes.op.indices.length, (i) => ({
      op: choice(changes.op, i),
      class: choice(changes.class, i),
      unit: choice(changes.unit, i),
      before: span(changes.before, i),
      after: span(changes.after, i),
      quoted: choice(changes.quoted, i),
      furniture: choice(changes.furniture, i),
    })),
    moves: entries(moves.unit.indices.length, (i) => ({
      unit: choice(moves.unit, i),
      before: span(moves.before, i),
      after: span(moves.after, i),
    })),
    passages: entries(passages.words.length, (i) => ({
      before: span(passages.before, i),
      after: span(passages.after, i),
      words: passages.words[i],
    })),
    summary,
  };
}

const blocksOf = (blocks) => entries(blocks.kind.indices.length, (i) => ({ span: span(blocks.span, i), kind: choice(blocks.kind, i) }));

/** @param {number} length @param {(i: number) => any} entry */
function entries(length, entry) {
  const all = new Array(length);
  for (let i = 0; i < length; i++) all[i] = entry(i);
  return all;
}

/** @param {Spans} spans @param {number} i @returns {[number, number]} */
const span = ({ start, end }, i) => [start[i], end[i]];

/** @param {Choice} choice @param {number} i */
const choice = ({ values, indices }, i) => values[indices[i]];

/** @param {Lists} lists @param {number} i */
function list({ items, end }, i) {
  const first = i ? end[i - 1] : 0;
  return entries(end[i] - first, (k) => items[first + k]);
}
