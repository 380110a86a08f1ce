// A report and its two texts become the stretches that the report says are the same: [beforeStart, beforeEnd, afterStart,
// afterEnd]. Rebuilding the one text from the other is law 1, so an error here names a broken law.

const ascending = (spans) => [...spans].sort((p, q) => p[0] - q[0] || p[1] - q[1]).filter(([s, e]) => e > s);

/** The parts of `span` that no hole covers. Holes ascend and do not overlap. */
export function without([start, end], holes) {
  const out = [];
  let low = 0, high = holes.length;   // the first hole that ends behind the start
  while (low < high) { const mid = (low + high) >> 1; if (holes[mid][1] <= start) low = mid + 1; else high = mid; }
  for (let k = low; k < holes.length && holes[k][0] < end; k++) {
    const [s, e] = holes[k];
    if (s > start) out.push([start, s]);
    start = Math.max(start, e);
  }
  if (start < end) out.push([start, end]);
  return out;
}

// Spans that overlap or touch, as one.
function joined(spans) {
  const out = [];
  for (const [s, e] of spans) {
    if (out.length && s <= out.at(-1)[1]) out.at(-1)[1] = Math.max(out.at(-1)[1], e);
    else out.push([s, e]);
  }
  return out;
}

function zip(left, right, before, after, where) {
  const runs = [];
  let i = 0, j = 0, b = left[0]?.[0], a = right[0]?.[0];
  while (i < left.length && j < right.length) {
    const length = Math.min(left[i][1] - b, right[j][1] - a);
    if (before.slice(b, b + length) !== after.slice(a, a + length)) throw new Error(`law 1, ${where}: the texts part after ${b} and ${a}`);
    runs.push([b, b + length, a, a + length]);
    b += length; a += length;
    if (b === left[i][1]) b = left[++i]?.[0];
    if (a === right[j][1]) a = right[++j]?.[0];
  }
  if (i < left.length || j < right.length) throw new Error(`law 1, ${where}: one side has more left than the other, at ${i < left.length ? b : a}`);
  return runs;
}

/** @returns {{ inPlace: number[][], moved: number[][] }} */
export function runsOf(report, before, after) {
  const cut = { before: ascending(report.changes.map((c) => c.before)), after: ascending(report.changes.map((c) => c.after)) };
  const gone = { before: joined(ascending([...cut.before, ...report.moves.map((m) => m.before)])), after: joined(ascending([...cut.after, ...report.moves.map((m) => m.after)])) };
  const inPlace = zip(without([0, before.length], gone.before), without([0, after.length], gone.after), before, after, 'in place');
  const moved = report.moves.flatMap((m) => zip(without(m.before, cut.before), without(m.after, cut.after), before, after, `move ${m.before} to ${m.after}`));
  return { inPlace, moved };
}
