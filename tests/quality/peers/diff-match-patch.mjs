// diff-match-patch: its character diff with semantic clean-up, as its own demonstration page shows it.
import DiffMatchPatch from 'diff-match-patch';
import { buildReport, runsOfEdits } from './report.mjs';

export const name = 'diff-match-patch';
export const ready = Promise.resolve();

/** Seconds after which it answers crudely; its own default is 1. `hitDeadline` tells of the last call. */
export const DEADLINE = 1;
export let hitDeadline = false;

export function diff(before, after, deadline = DEADLINE) {
  const engine = new DiffMatchPatch();
  engine.Diff_Timeout = deadline;
  const start = performance.now();
  const edits = engine.diff_main(before, after);
  hitDeadline = deadline > 0 && performance.now() - start >= deadline * 1000;
  engine.diff_cleanupSemantic(edits);
  return edits;
}

// It may cut between the halves of a surrogate pair; the laws forbid that, so such a run is shortened.
function whole(runs, before, after) {
  const cuts = (text, at) => /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
  return runs.map(([s, e, x, y]) => {
    while (s < e && (cuts(before, s) || cuts(after, x))) { s++; x++; }
    while (s < e && (cuts(before, e) || cuts(after, y))) { e--; y--; }
    return [s, e, x, y];
  });
}

/** Without a deadline, so that a busy machine makes no answer worse. */
export function compare(before, after) {
  return buildReport(before, after, whole(runsOfEdits(diff(before, after, 0)), before, after));
}
