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

export class FoundHighlight {
  #ranges: Range[] = [];

  /** Highlights all of `ranges`, and `current` more than the others. */
  paint(ranges: readonly Range[], current: Range | null): void {
    this.clear();
    this.#ranges = [...ranges];
    const [all, one] = [highlight(ALL), highlight(CURRENT)];
    for (const range of ranges) if (range !== current) all?.add(range);
    if (!current) return;
    this.#ranges.push(current);
    // It is painted over the others.
    if (one) one.priority = 1;
    one?.add(current);
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
export function rangesOf(box: Element, side: Side, word: string): Range[] {
  const isWoven = !box.matches('.cell');
  return [...box.querySelectorAll('.block')].flatMap((block) => {
    const nodes = textNodesOf(block, isWoven ? `${NO_TEXT}, ${OF_OTHER_SIDE[side]}` : NO_TEXT);
    const ranges = placesOf(nodes.map(({ data }) => data).join(''), word).map((start) =>
      rangeAt(nodes, start, start + word.length),
    );
    return isWoven && side === 'before' ? ranges.filter(touchesCut) : ranges;
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

/** The range from one offset to another in the text that several nodes make. */
function rangeAt(nodes: readonly Text[], start: number, end: number): Range {
  const range = new Range();
  let at = 0;
  for (const node of nodes) {
    const { length } = node;
    if (start >= at && start < at + length) range.setStart(node, start - at);
    if (end > at && end <= at + length) range.setEnd(node, end - at);
    at += length;
  }
  return range;
}

const touchesCut = ({ startContainer, endContainer }: Range): boolean =>
  [startContainer, endContainer].some((node) => node.parentElement?.closest('del'));
