// A word that was searched for → its highlights in what is drawn, without a change to the DOM. Browsers without the CSS
// custom highlight API show the line only.
import type { Side } from '../../sides.js';
import { placesOf } from '../model/search.js';

/** The names of the highlights; theme.css says how they look. */
const ALL = 'article-diff-found';
const CURRENT = 'article-diff-found-current';

/** Words of the interface among those of the texts. */
const NO_TEXT = 'button, .stub, .m.break';
/** What one side alone has, where both texts are woven into one. */
const OF_OTHER_SIDE: Readonly<Record<Side, string>> = { before: 'ins', after: 'del, .gone' };

/** A highlight that all widgets of the page share. */
function highlight(name: string): Highlight | null {
  if (!globalThis.Highlight) return null;
  const known = CSS.highlights.get(name);
  if (known) return known;
  const made = new Highlight();
  CSS.highlights.set(name, made);
  return made;
}

/** One place of a word: a range for each text node that it is in. What stands between these is not of the word. */
export type Found = readonly Range[];

export class FoundHighlight {
  #ranges: Range[] = [];

  /** Highlights all places, and `current` more than the others. */
  paint(places: readonly Found[], current: Found | null): void {
    this.clear();
    this.#ranges = places.flat();
    const [all, one] = [highlight(ALL), highlight(CURRENT)];
    for (const place of places) for (const range of place) (place === current ? one : all)?.add(range);
  }

  clear(): void {
    const [all, one] = [highlight(ALL), highlight(CURRENT)];
    for (const range of this.#ranges) {
      all?.delete(range);
      one?.delete(range);
    }
    this.#ranges = [];
  }
}

/**
 * The places of a word in `box`, which shows one side, or both woven into one: then those in the text of `side`, and of
 * Before only those that touch a mark.
 */
export function placesIn(box: Element, side: Side, word: string): Found[] {
  const isWoven = !box.matches('.cell');
  return [...box.querySelectorAll('.block')].flatMap((block) => {
    const nodes = textNodesOf(block, isWoven ? `${NO_TEXT}, ${OF_OTHER_SIDE[side]}` : NO_TEXT);
    const text = nodes.map(({ data }) => data).join('');
    const places = placesOf(text, word).map((start) => rangesAt(nodes, start, start + word.length));
    return isWoven && side === 'before' ? places.filter(touchesCut) : places;
  });
}

function textNodesOf(block: Element, leftOut: string): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (!node.parentElement?.closest(leftOut)) nodes.push(node);
  }
  return nodes;
}

/** The ranges from one offset to another in the text that several nodes make. */
function rangesAt(nodes: readonly Text[], start: number, end: number): Found {
  const ranges: Range[] = [];
  let at = 0;
  for (const node of nodes) {
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, node.length)];
    if (from < to) {
      const range = new Range();
      range.setStart(node, from);
      range.setEnd(node, to);
      ranges.push(range);
    }
    at += node.length;
  }
  return ranges;
}

const touchesCut = (place: Found): boolean =>
  place.some(({ startContainer }) => startContainer.parentElement?.closest('del'));
