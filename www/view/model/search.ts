// A word → every place where it is in the texts, in the order in which they are drawn. The browser's own search finds only
// what has been built.
import { SIDES, type Both, type Side } from '../../sides.js';
import type { IsShown, Item, Model, Paragraph } from './types.js';
import { weaveItem } from './weave.js';

export interface Hit {
  item: number;
  side: Side;
  start: number;
  end: number;
  /** How many of the hits of its side in its item are before it. */
  nth: number;
}

/** What is searched, and how it is drawn. */
export interface Searched {
  model: Model;
  shown: IsShown;
  /** Whether both texts are woven into one: what is the same in both is drawn, and found, once. */
  isWoven: boolean;
}

/** The largest number of places: nobody steps through more. */
const MAX_HITS = 2000;

/** Lower case. A text that changes its length thereby is searched as it is, because its offsets would be others. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/** Where a word begins in a text; the case of letters does not matter. */
export function placesOf(text: string, word: string): number[] {
  const [all, wanted] = [lowerCase(text), lowerCase(word)];
  const places: number[] = [];
  if (!wanted) return places;
  for (
    let start = all.indexOf(wanted);
    start >= 0 && places.length < MAX_HITS;
    start = all.indexOf(wanted, start + wanted.length)
  ) {
    places.push(start);
  }
  return places;
}

type Place = Omit<Hit, 'nth'>;

/** The places of a word, down the page. */
export function search(searched: Searched, word: string): Hit[] {
  const { model } = searched;
  const placed = SIDES.flatMap((side) => placesInItems(model, side, word));
  const byItem = new Map<Item, Place[]>();
  for (const { item, place } of placed) byItem.set(item, [...(byItem.get(item) ?? []), place]);
  const items = [...byItem.keys()].sort((x, y) => x.index - y.index);
  return items
    .flatMap((item) =>
      numbered(searched.isWoven ? drawnOnce(byItem.get(item) ?? [], item, searched) : (byItem.get(item) ?? [])),
    )
    .slice(0, MAX_HITS);
}

/** The places of one side, each with the item that it is in. */
function placesInItems({ items, texts }: Model, side: Side, word: string): { item: Item; place: Place }[] {
  const homes = items
    .flatMap((item) => item[side].map((paragraph) => ({ item, paragraph })))
    .sort((x, y) => x.paragraph.start - y.paragraph.start);
  let at = 0;
  return placesOf(texts[side], word).flatMap((start) => {
    const end = start + word.length;
    while (at < homes.length - 1 && (homes[at]?.paragraph.end ?? 0) <= start) at++;
    const home = homes[at];
    if (!home || start < home.paragraph.start || end > home.paragraph.end) return [];
    return [{ item: home.item, place: { item: home.item.index, side, start, end } }];
  });
}

/**
 * The places of an item that is drawn as one text: those in After, and of Before those that touch a change, which is drawn
 * beside its words in After.
 */
function drawnOnce(places: readonly Place[], item: Item, { shown }: Searched): Place[] {
  if (places.every(({ side }) => side === 'after') || !weaveItem(item)) return [...places];
  const placed = places.flatMap((place) => {
    if (place.side === 'after') return [{ place, at: place.start }];
    const mark = marksOf(item.before).find(
      ({ start, end, stop }) => start < place.end && end > place.start && shown(stop),
    );
    // Half a character before the words that took its place.
    return mark ? [{ place, at: mark.stop.after[0] - 0.5 }] : [];
  });
  return placed.sort((x, y) => x.at - y.at).map(({ place }) => place);
}

const marksOf = (paragraphs: readonly Paragraph[]) => paragraphs.flatMap(({ changes }) => changes);

function numbered(places: readonly Place[]): Hit[] {
  const counts: Both<number> = { before: 0, after: 0 };
  return places.map((place) => ({ ...place, nth: counts[place.side]++ }));
}
