// How a built line is known again, so that a keystroke builds and lays out only the lines that it changed.

/** Letters of both texts up to which lines that stay the same are kept over a keystroke. */
const KEPT = 60_000;

/** How lines are known again: a line that looks as it did is not built, and not laid out, a second time. */
export function reuse(entries, { model: { texts }, shown, view }) {
  if (texts.before.length + texts.after.length > KEPT) return null;
  return {
    keyOf: ({ item }) => (item && !item.half ? `${view}|${lineKey(item, texts, shown)}` : null),
    adopt: (node, { item }) => { node.dataset.item = item.index; },
  };
}

/** All that the look of a line depends on. */
function lineKey(item, texts, shown) {
  const marks = (p) => [...p.changes, ...p.moves].filter(({ stop }) => shown(stop))
    .map(({ start, end, stop }) => `${start - p.start},${end - p.start},${stop.id},${stop.op},${stop.unit},${stop.quoted}`).join(';');
  const side = (list) => list.map((p) => `${p.kind}|${texts[p.side].slice(p.start, p.end)}|${marks(p)}`).join('\0');
  const quiet = item.stops.some(shown) ? '' : 'quiet';
  return `${item.relation}|${quiet}|${side(item.before)}|${side(item.after)}`;
}
