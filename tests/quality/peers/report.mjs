// Turns a peer's own matched stretches into a report of version 1, so that one scorer measures all.
//
// A stretch is [beforeStart, beforeEnd, afterStart, afterEnd] in UTF-16 code units, the same characters on both
// sides; those in place ascend on both sides. What no stretch covers becomes a change, one for each gap.

/** Two blocks stand in one row when the smaller shares at least this part of its letters with the other. */
const SHARED_PART = 0.3;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * @param {string} before
 * @param {string} after
 * @param {number[][]} runs      matched in place
 * @param {{before: number[], after: number[], runs: number[][]}[]} [moves]  matched elsewhere; spans disjoint
 */
export function buildReport(before, after, runs, moves = [], precise = true) {
  const inPlace = solid(moves.length ? outside(runs, moves) : runs);
  const changes = gaps(inPlace, before.length, after.length, moves);
  for (const move of moves) changes.push(...gapsWithin(solid(move.runs), move.before, move.after));
  changes.sort((p, q) => p.after[0] - q.after[0] || p.before[0] - q.before[0]);
  const all = [...inPlace, ...moves.flatMap((move) => solid(move.runs))];
  const blocks = { before: blocksOf(before), after: blocksOf(after) };
  const words = { before: countWords(before), after: countWords(after) };
  const shared = { before: sharedWords(before, all.map((r) => [r[0], r[1]])), after: sharedWords(after, all.map((r) => [r[2], r[3]])) };
  const total = words.before + words.after;
  return {
    version: 1,
    precise,
    blocks,
    rows: rowsOf(blocks, all, before, after),
    changes,
    moves: moves.map(({ before: from, after: to }) => ({ unit: 'paragraph', before: from, after: to })),
    passages: [],
    summary: {
      words,
      shared,
      containment: { before: words.before ? shared.before / words.before : 0, after: words.after ? shared.after / words.after : 0 },
      similarity: total ? (2 * Math.min(shared.before, shared.after)) / total : 1,
      counts: { wording: changes.length, moved: moves.length },
    },
  };
}

// Neighbours that follow each other on both sides become one; empty ones go.
function solid(runs) {
  const out = [];
  for (const [s, e, x, y] of runs) {
    if (e <= s) continue;
    const last = out.at(-1);
    if (last && last[1] === s && last[3] === x) { last[1] = e; last[3] = y; } else out.push([s, e, x, y]);
  }
  return out;
}

// What is left of the runs when the two ends of every move are taken out.
function outside(runs, moves) {
  let pieces = runs.map((run) => [...run]);
  for (const move of moves) {
    pieces = pieces.flatMap((run) => cut(run, move.before, 0)).flatMap((run) => cut(run, move.after, 2));
  }
  return pieces;
}
function cut(run, [start, end], side) {
  const from = Math.max(start, run[side]), to = Math.min(end, run[side + 1]);
  if (from >= to) return [run];
  const head = from - run[side], tail = to - run[side], length = run[1] - run[0];
  const piece = (p, q) => [run[0] + p, run[0] + q, run[2] + p, run[2] + q];
  return [piece(0, head), piece(tail, length)].filter(([s, e]) => e > s);
}

const change = (before, after) => ({
  op: before[0] === before[1] ? 'insert' : after[0] === after[1] ? 'delete' : 'replace',
  class: 'wording', unit: 'word', before, after, quoted: false, furniture: false,
});

function gapsWithin(runs, [bs, be], [as, ae]) {
  const out = [];
  let b = bs, a = as;
  for (const [s, e, x, y] of [...runs, [be, be, ae, ae]]) {
    if (s > b || x > a) out.push(change([b, s], [a, x]));
    b = e; a = y;
  }
  return out;
}

// Gaps between what matches in place; the ends of moves are no change and part a gap in two.
function gaps(runs, beforeLength, afterLength, moves) {
  const fromMoves = moves.map((m) => m.before).sort((p, q) => p[0] - q[0]);
  const toMoves = moves.map((m) => m.after).sort((p, q) => p[0] - q[0]);
  return gapsWithin(runs, [0, beforeLength], [0, afterLength]).flatMap((whole) => {
    const before = pieces(whole.before, fromMoves), after = pieces(whole.after, toMoves), out = [];
    for (let k = 0; k < Math.max(before.length, after.length); k++) {
      out.push(change(before[k] ?? [whole.before[1], whole.before[1]], after[k] ?? [whole.after[1], whole.after[1]]));
    }
    return out;
  });
}
function pieces([start, end], holes) {
  const out = [];
  let at = start;
  for (const [s, e] of holes) {
    if (e <= start || s >= end) continue;
    if (s > at) out.push([at, s]);
    at = e;
  }
  if (at < end) out.push([at, end]);
  return out;
}

function blocksOf(text) {
  const out = [];
  for (const m of text.matchAll(/\S(?:[^\r\n]|\r?\n(?!\s*\r?\n))*/gu)) {
    const end = m.index + m[0].trimEnd().length;
    if (end > m.index) out.push({ span: [m.index, end], kind: 'paragraph' });
  }
  return out;
}

function blockAt(blocks, at) {
  let low = 0, high = blocks.length;
  while (low < high) { const mid = (low + high) >> 1; if (blocks[mid].span[1] <= at) low = mid + 1; else high = mid; }
  return low;
}

const letters = (text) => { let n = 0; for (const c of text) if (LETTER.test(c)) n++; return n; };

function rowsOf(blocks, runs, before, after) {
  const shared = new Map();
  for (const [s, e, x] of runs) {
    // a run may cross blocks: part it wherever a block of either side ends
    for (let at = s; at < e;) {
      const i = blockAt(blocks.before, at), j = blockAt(blocks.after, x + at - s);
      if (i >= blocks.before.length || j >= blocks.after.length) break;
      const from = Math.max(at, blocks.before[i].span[0], s + blocks.after[j].span[0] - x);
      const to = Math.min(e, blocks.before[i].span[1], s + blocks.after[j].span[1] - x);
      if (to > from) {
        const key = i * blocks.after.length + j;
        shared.set(key, (shared.get(key) ?? 0) + letters(before.slice(from, to)));
        at = to;
      } else at = Math.max(at + 1, Math.min(e, from));
    }
  }
  const size = { before: blocks.before.map((b) => letters(before.slice(...b.span))), after: blocks.after.map((b) => letters(after.slice(...b.span))) };
  const candidates = [...shared].map(([key, n]) => {
    const i = Math.floor(key / blocks.after.length), j = key % blocks.after.length;
    return { i, j, likeness: n / Math.max(1, Math.min(size.before[i], size.after[j])), n };
  }).filter((c) => c.likeness >= SHARED_PART).sort((p, q) => q.n - p.n || p.i - q.i || p.j - q.j);
  // the strongest first; a row holds one block on at least one of its sides
  const ofBefore = blocks.before.map(() => []), ofAfter = blocks.after.map(() => []), likeness = new Map();
  for (const { i, j, likeness: value } of candidates) {
    const a = ofBefore[i], b = ofAfter[j];
    const free = (!a.length && !b.length) || (a.length && !b.length && a.every((k) => ofAfter[k].length === 1)) ||
      (!a.length && b.length && b.every((k) => ofBefore[k].length === 1));
    if (!free) continue;
    a.push(j); b.push(i); likeness.set(`${i}:${j}`, value);
  }
  const rows = [], placed = new Set();
  let next = 0;
  const insertUpTo = (limit) => {
    for (; next < limit; next++) if (!ofAfter[next].length) rows.push({ before: [], after: [next], relation: 'inserted', move: null, likeness: 0 });
  };
  blocks.before.forEach((block, i) => {
    if (placed.has(i)) return;
    if (!ofBefore[i].length) { rows.push({ before: [i], after: [], relation: 'deleted', move: null, likeness: 0 }); return; }
    const right = [...ofBefore[i]].sort((p, q) => p - q), left = [...ofAfter[right[0]]].sort((p, q) => p - q);
    left.forEach((k) => placed.add(k));
    insertUpTo(right[0]);
    const value = Math.min(1, likeness.get(`${i}:${right[0]}`));
    const same = left.length === 1 && right.length === 1 && before.slice(...block.span) === after.slice(...blocks.after[right[0]].span);
    const relation = right.length > 1 ? 'split' : left.length > 1 ? 'merged' : same ? 'same' : 'edited';
    rows.push({ before: left, after: right, relation, move: null, likeness: value });
  });
  insertUpTo(blocks.after.length);
  return rows;
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’.-][\p{L}\p{N}\p{M}]+)*/gu;
const countWords = (text) => { let n = 0; for (const _ of text.matchAll(WORD)) n++; return n; };
function sharedWords(text, spans) {
  const kept = solid(spans.map(([s, e]) => [s, e, s, e]).sort((p, q) => p[0] - q[0]));
  let n = 0, k = 0;
  for (const m of text.matchAll(WORD)) {
    const end = m.index + m[0].length;
    while (k < kept.length && kept[k][1] < end) k++;
    if (k < kept.length && kept[k][0] <= m.index) n++;
  }
  return n;
}

/**
 * Tokens as a careful user of a word diff would cut them: words, runs of white space, single other characters;
 * one by one where a script sets no spaces between words.
 */
const TOKEN = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]\p{M}*|(?:(?![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}])[\p{L}\p{N}\p{M}])+(?:['’.,-][\p{L}\p{N}\p{M}]+)*|\s+|[^]/gu;
export const tokensOf = (text) => text.match(TOKEN) ?? [];

/** Runs from a list of edits [[op, text], ...], op −1 delete, 1 insert, 0 keep, whose texts rebuild both sides. */
export function runsOfEdits(edits) {
  const runs = [];
  let b = 0, a = 0;
  for (const [op, text] of edits) {
    if (op === 0) runs.push([b, b + text.length, a, a + text.length]);
    if (op <= 0) b += text.length;
    if (op >= 0) a += text.length;
  }
  return runs;
}
