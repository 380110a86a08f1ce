// Changes → differences: the changes inside one quotation are one, because a reader counts quotations and not their words.
import { SIDES, type Both } from '../../sides.js';
import { kindOf } from './filters.js';
import type { ChangeStop } from './types.js';

/** A quotation mark of any script. A single one between two letters is an apostrophe. */
const QUOTATION_MARK = /["“”„‟«»‹›「」『』《》]|(?<!\p{L})['‘’‚]|['‘’](?!\p{L})/u;

/** A mark that opens a further paragraph of the same quotation, which none closed. */
const CONTINUATION = /\n\s*["“„«»‘「『]/g;

/** Whether nothing between two changes, and nothing in them, ends a quotation. */
function areInOneQuotation(first: ChangeStop, last: ChangeStop, texts: Both<string>): boolean {
  return SIDES.every((side) => {
    const [start, end] = [first[side][0], last[side][1]];
    return start <= end && !QUOTATION_MARK.test(texts[side].slice(start, end).replace(CONTINUATION, ''));
  });
}

/**
 * The changes without those that another one stands for, which is the first of its quotation and holds the others.
 *
 *   “We will [/certainly] build the [/long] bridge.”   one difference, with one more change
 */
export function joinQuotations(changes: readonly ChangeStop[], texts: Both<string>): ChangeStop[] {
  const differences: ChangeStop[] = [];
  let first: ChangeStop | null = null;
  let last: ChangeStop | null = null;
  for (const change of changes) {
    if (kindOf(change) !== 'quotation') {
      differences.push(change);
      continue;
    }
    if (first && last && areInOneQuotation(last, change, texts)) {
      change.id = first.id;
      first.more.push(change);
    } else {
      first = change;
      differences.push(change);
    }
    last = change;
  }
  return differences;
}

/** A change and the others of its quotation. */
export const changesOf = (stop: ChangeStop): readonly ChangeStop[] =>
  stop.more.length ? [stop, ...stop.more] : [stop];
