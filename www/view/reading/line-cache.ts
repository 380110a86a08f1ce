// Lines of the view → keys that say all about their looks, so that a keystroke builds and lays out only the lines that
// it changed.
import { hiddenStops, isFold, itemsOfLine, type Line } from '../model/folding.js';
import type { Item, Paragraph } from '../model/types.js';
import type { ViewMode } from '../state.js';
import type { RenderContext } from '../context.js';
import { partnerNumber } from '../labels.js';
import { foldOf, renewPlaces } from './folds.js';
import { showsMove } from './rows.js';

/** Length of both texts, in UTF-16 units, up to which lines are kept over a keystroke: as long as two text fields can be. */
const MAX_CACHED_LENGTH = 400_000;

export interface LineCache {
  /** Two lines with the same key look the same. Null: the line is always drawn anew. */
  keyOf: (line: Line) => string | null;
  /** Tells a built element that it now shows `line`. */
  adopt: (element: HTMLElement, line: Line) => void;
}

/** Null where the texts are too long for it. */
export function lineCache(context: RenderContext, view: ViewMode, draw: (item: Item) => HTMLElement): LineCache | null {
  const { before, after } = context.model.texts;
  if (before.length + after.length > MAX_CACHED_LENGTH) return null;
  return {
    keyOf: (line) => {
      const items = itemsOfLine(line);
      // In the inline view, one end of a move is woven from both ends.
      if (view !== 'side-by-side' && items.some(({ half }) => half)) return null;
      return `${view}|${isFold(line) ? line.fold : ''}|${items.map((item) => keyOfItem(item, context)).join('\n')}`;
    },
    adopt: (element, line) => {
      if (isFold(line)) foldOf(element)?.renew(line.items, draw);
      else renewPlaces(element, line.item);
    },
  };
}

/** All that the looks of an item depend on. */
function keyOfItem(item: Item, context: RenderContext): string {
  const { shown, model } = context;
  const marksKey = ({ start: origin, changes, moves }: Paragraph) =>
    [...changes, ...moves]
      .filter(({ stop }) => shown(stop))
      .map(
        ({ start, end, stop }) => `${start - origin},${end - origin},${stop.id},${stop.op},${stop.unit},${stop.quoted}`,
      )
      .join(';');
  const sideKey = (paragraphs: readonly Paragraph[]) =>
    paragraphs
      .map((p) => `${p.kind}|${model.texts[p.side].slice(p.start, p.end)}|${marksKey(p)}|${structureKey(p, context)}`)
      .join('\0');
  const quiet = item.stops.some(shown) ? '' : 'quiet';
  const trace = hiddenStops([item], shown).length;
  const { half } = item;
  const end = half && showsMove(item, context) ? `${half} ${item.move?.id} ${partnerNumber(item, half, model)}` : half;
  return `${item.relation}|${quiet}|${trace}|${end}|${sideKey(item.before)}|${sideKey(item.after)}`;
}

/** What the structure of a paragraph adds to its looks; nothing where there is none. */
function structureKey({ start: origin, look, inside, formats }: Paragraph, { shown }: RenderContext): string {
  if (!look && !formats.length) return '';
  const formatsKey = inside.map(({ kind, span: [from, to], value }) => [kind, from - origin, to - origin, value]);
  const stopsKey = formats
    .filter(({ stop }) => shown(stop))
    .map(({ start, end, stop }) => [start - origin, end - origin, stop.id]);
  return JSON.stringify([look, formatsKey, stopsKey]);
}
