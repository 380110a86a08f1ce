// A word → every place where it is in either text. The browser's own search finds only what has been built.
import type { Both, Side } from '../../sides.js';

export interface Hit {
  side: Side;
  start: number;
  end: number;
}

/** The largest number of places: nobody steps through more. */
const MAX_HITS = 2000;

/** Lower case. A text that changes its length thereby is searched as it is, because its offsets would be others. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/** The places of a word in After and then in Before; the case of letters does not matter. */
export function search(texts: Both<string>, word: string): Hit[] {
  const wanted = lowerCase(word);
  const hits: Hit[] = [];
  if (!wanted) return hits;
  for (const side of ['after', 'before'] as const) {
    const text = lowerCase(texts[side]);
    for (
      let start = text.indexOf(wanted);
      start >= 0 && hits.length < MAX_HITS;
      start = text.indexOf(wanted, start + wanted.length)
    ) {
      hits.push({ side, start, end: start + wanted.length });
    }
  }
  return hits;
}
