// A change and both texts → After with the words of Before in the place of the change, or of its whole paragraph.
import type { Span } from '../../report-types.js';
import { spanOf } from './paragraphs.js';
import { changesOf } from './quotations.js';
import type { Item, Model, Stop } from './types.js';

const replace = (text: string, [start, end]: Span, words: string): string =>
  text.slice(0, start) + words + text.slice(end);

/** After with Before's words for a change; null for a move or another structure: there the words of both sides are the same. */
export function withBefore(stop: Stop, { texts }: Model): string | null {
  if (stop.kind !== 'change') return null;
  // From the end, so that the places of the others stay true.
  return changesOf(stop).reduceRight(
    (after, change) => replace(after, change.after, texts.before.slice(...change.before)),
    texts.after,
  );
}

/** The item whose paragraphs stand level and differ in more than this one change; null where there is none. */
export function paragraphsAround(stop: Stop, { items }: Model): Item | null {
  const item = items[stop.item.after];
  if (!item || item.half || !item.before.length || !item.after.length) return null;
  return item.stops.length > 1 ? item : null;
}

/** After with Before's paragraphs in the place of the paragraphs that stand level with them. */
export function withParagraphsOfBefore({ before, after }: Item, { texts }: Model): string {
  const [from, to] = [spanOf(before), spanOf(after)];
  return from && to ? replace(texts.after, to, texts.before.slice(...from)) : texts.after;
}
