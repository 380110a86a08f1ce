// Monaco's advanced diff with moves: the computer that its diff editor runs in a worker, line by line and then by character.
import { DefaultLinesDiffComputer } from 'monaco-editor/editor/common/diff/defaultLinesDiffComputer/defaultLinesDiffComputer.js';
import { buildReport } from './report.mjs';

export const name = 'Monaco';
export const ready = Promise.resolve();

/** Milliseconds after which it answers crudely, as its diff editor sets it; 0 means never. */
export const DEADLINE = 5000;

const linesOf = (text) => text.split(/\r\n|\r|\n/);
export const diff = (before, after, deadline = DEADLINE) => new DefaultLinesDiffComputer().computeDiff(linesOf(before), linesOf(after),
  { maxComputationTimeMs: deadline, computeMoves: true, ignoreTrimWhitespace: false });

// Where each line starts, and a position (line and column from 1) as an offset of the text.
function offsets(text) {
  const starts = [0], ends = [];
  for (const m of text.matchAll(/\r\n|\r|\n/g)) { ends.push(m.index); starts.push(m.index + m[0].length); }
  ends.push(text.length);
  return {
    at: (line, column) => (line > starts.length ? text.length : Math.min(starts[line - 1] + column - 1, ends[line - 1])),
    line: (line) => (line > starts.length ? text.length : starts[line - 1]),
    end: (line) => (line < 1 ? 0 : ends[Math.min(line, ends.length) - 1]),
  };
}

// The stretches between edits, cut where the two texts do not agree (line ends may differ in kind).
function between(edits, [bs, be], [as, ae], before, after) {
  const runs = [];
  let b = bs, a = as;
  for (const [s, e, x, y] of [...edits, [be, be, ae, ae]]) {
    if (s < b || x < a) continue;
    for (let p = b, q = a; p < s && q < x;) {
      let n = 0;
      while (p + n < s && q + n < x && before[p + n] === after[q + n]) n++;
      if (n) runs.push([p, p + n, q, q + n]);
      p += n; q += n;
      if (before[p] === '\r' && after[q] === '\n') p++;
      else if (before[p] === '\n' && after[q] === '\r') q++;
      else if (!n) break;
    }
    b = e; a = y;
  }
  return runs;
}

/** Without a deadline, so that a busy machine makes no answer worse. */
export function compare(before, after) {
  const found = diff(before, after, 0), from = offsets(before), to = offsets(after);
  const edits = (changes) => changes.flatMap((change) => change.innerChanges ?? []).map(({ originalRange: b, modifiedRange: a }) => [
    from.at(b.startLineNumber, b.startColumn), from.at(b.endLineNumber, b.endColumn),
    to.at(a.startLineNumber, a.startColumn), to.at(a.endLineNumber, a.endColumn)]);
  const runs = between(edits(found.changes), [0, before.length], [0, after.length], before, after);
  const moves = [];
  for (const { lineRangeMapping: { original, modified }, changes } of found.moves) {
    const span = { before: [from.line(original.startLineNumber), from.end(original.endLineNumberExclusive - 1)], after: [to.line(modified.startLineNumber), to.end(modified.endLineNumberExclusive - 1)] };
    const overlaps = moves.some((m) => (m.before[0] < span.before[1] && span.before[0] < m.before[1]) || (m.after[0] < span.after[1] && span.after[0] < m.after[1]));
    if (overlaps || span.before[0] >= span.before[1] || span.after[0] >= span.after[1]) continue;
    moves.push({ ...span, runs: between(edits(changes), span.before, span.after, before, after) });
  }
  return buildReport(before, after, runs, moves, !found.hitTimeout);
}
