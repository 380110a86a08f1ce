// A report and its two texts become the stretches that the report says are the same: [beforeStart, beforeEnd, afterStart,
// afterEnd]. Rebuilding the one text from the other is law 1, so an error here names a broken law.

const ascending = (spans) => [...spans].sort((p, q) => p[0] - q[0] || p[1] - q[1]).filter(([s, e]) => e > s);

/** The parts of `span` that no hole covers. Holes ascend. */
export function without([start, end], holes) {
  const out = [];
  for (const [s, e] of holes) {
    if (e <= start) continue;
    if (s >= end) break;
    if (s > start) out.push([start, s]);
    start = Math.max(start, e);
  }
  if (start < end) out.push([start, end]);
  return out;
}

function zip(left, right, before, after, where) {
  const runs = [], next = (list) => list.shift() ?? null;
  const bs = left.map((s) => [...s]), as = right.map((s) => [...s]);
  let b = next(bs), a = next(as);
  while (b && a) {
    const length = Math.min(b[1] - b[0], a[1] - a[0]);
    if (before.slice(b[0], b[0] + length) !== after.slice(a[0], a[0] + length)) throw new Error(`law 1, ${where}: the texts part after ${b[0]} and ${a[0]}`);
    runs.push([b[0], b[0] + length, a[0], a[0] + length]);
    b[0] += length; a[0] += length;
    if (b[0] === b[1]) b = next(bs);
    if (a[0] === a[1]) a = next(as);
  }
  if (b || a) throw new Error(`law 1, ${where}: one side has more left than the other, at ${(b ?? a)[0]}`);
  return runs;
}

/** @returns {{ inPlace: number[][], moved: number[][] }} */
export function runsOf(report, before, after) {
  const cut = { before: ascending(report.changes.map((c) => c.before)), after: ascending(report.changes.map((c) => c.after)) };
  const gone = { before: ascending([...cut.before, ...report.moves.map((m) => m.before)]), after: ascending([...cut.after, ...report.moves.map((m) => m.after)]) };
  const inPlace = zip(without([0, before.length], gone.before), without([0, after.length], gone.after), before, after, 'in place');
  const moved = report.moves.flatMap((m) => zip(without(m.before, cut.before), without(m.after, cut.after), before, after, `move ${m.before} to ${m.after}`));
  return { inPlace, moved };
}
