// How a built line is known again, so that a keystroke builds and lays out only the lines that it changed.
import { farParagraph, showsMove } from './rows.js';

/** Letters of both texts up to which lines that stay the same are kept over a keystroke: as long as two fields can be. */
const KEPT = 400_000;

/**
 * How lines are known again: a line that looks as it did is not built, and not laid out, a second time.
 * @param {any} context what lines are drawn from  @param {string} view  @param {(item: any) => Node} draw
 */
export function reuse(context, view, draw) {
  const { before, after } = context.texts;
  if (before.length + after.length > KEPT) return null;
  return {
    keyOf: ({ fold, item, items = [item] }) => {
      // The one end of a move is woven from both in the inline reading.
      if (view !== 'side-by-side' && items.some(({ half }) => half)) return null;
      return `${view}|${fold}|${items.map((each) => lineKey(each, context)).join('\n')}`;
    },
    adopt: (node, { fold, item, items }) => (fold ? node.renew(items, draw) : renumber(node, item)),
  };
}

/** All that the look of a line depends on. */
function lineKey(item, context) {
  const { texts, shown, model } = context;
  const marks = (p) => [...p.changes, ...p.moves].filter(({ stop }) => shown(stop))
    .map(({ start, end, stop }) => `${start - p.start},${end - p.start},${stop.id},${stop.op},${stop.unit},${stop.quoted}`).join(';');
  const side = (list) => list.map((p) => `${p.kind}|${texts[p.side].slice(p.start, p.end)}|${marks(p)}`).join('\0');
  const quiet = item.stops.some(shown) ? '' : 'quiet';
  const end = item.half && showsMove(item, context) ? `${item.half} ${item.move?.id} ${farParagraph(item, item.half, model)}` : item.half;
  return `${item.relation}|${quiet}|${end}|${side(item.before)}|${side(item.after)}`;
}

/** Tells a built line its place among the items. To the browser, saying the same again is news. */
export function renumber({ dataset }, { index }) {
  if (dataset.item !== String(index)) dataset.item = index;
}
