// Items → lines of the view: single items, and folds that each stand for several items without anything to show.
import type { IsShown, Item, Stop } from './types.js';

export interface ItemLine {
  item: Item;
}

export interface FoldLine {
  fold: 'same' | 'furniture';
  items: Item[];
}

export type Line = ItemLine | FoldLine;

export const isFold = (line: Line): line is FoldLine => 'fold' in line;

export const itemsOfLine = (line: Line): readonly Item[] => (isFold(line) ? line.items : [line.item]);

/** The smallest number of unchanged items that are folded: the fold itself takes as much room as one. */
const MIN_FOLDED_ITEMS = 2;

export function foldItems(
  items: readonly Item[],
  shown: IsShown,
  how: { foldSame: boolean; hideFurniture: boolean },
): Line[] {
  const lines: Line[] = [];
  let unchanged: Item[] = [];
  const flush = () => {
    if (unchanged.length >= MIN_FOLDED_ITEMS && how.foldSame) lines.push({ fold: 'same', items: unchanged });
    else for (const item of unchanged) lines.push({ item });
    unchanged = [];
  };
  for (const item of items) {
    if (item.furniture && how.hideFurniture && !item.stops.some(shown)) {
      flush();
      const last = lines.at(-1);
      if (last && isFold(last) && last.fold === 'furniture') last.items.push(item);
      else lines.push({ fold: 'furniture', items: [item] });
    } else if (item.stops.some(shown)) {
      flush();
      lines.push({ item });
    } else unchanged.push(item);
  }
  flush();
  return lines;
}

/** The differences of items that are hidden, page furniture left out; the changes of one quotation are one. */
export function hiddenStops(items: readonly Item[], shown: IsShown): Stop[] {
  const hidden = items.flatMap(({ stops }) => stops.filter((stop) => !shown(stop) && !stop.furniture));
  return [...new Map(hidden.map((stop) => [stop.id, stop])).values()];
}
