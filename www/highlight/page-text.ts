// An element of a host's page → its text as a reader sees it, with the way back: a span of the text → ranges of the page. Nothing
// is changed. What is a paragraph is asked of the styles, because a host may make one of any tag.
import { partitionPoint } from '../partition-point.js';
import type { ReadText } from './differences.js';

/** What is no text, or is not the page's: controls have texts of their own. */
const LEFT_OUT = new Set(
  'script style noscript template iframe object embed svg canvas audio video select textarea input button progress meter rp rt'.split(
    ' ',
  ),
);

/** A stretch of the text that stands in one text node as it is. */
interface Piece {
  start: number;
  end: number;
  node: Text;
  /** Where it begins in the node. */
  offset: number;
}

/** What the styles of an element say of the text in it. */
type Flow = 'inline' | 'block' | 'cell' | 'none';

function flowOf(element: Element, { display, visibility }: CSSStyleDeclaration): Flow {
  if (LEFT_OUT.has(element.localName) || display === 'none' || visibility !== 'visible') return 'none';
  if (display === 'table-cell') return 'cell';
  return /^(inline|contents|ruby)/.test(display) ? 'inline' : 'block';
}

class Reader {
  readonly pieces: Piece[] = [];
  text = '';
  /** What has to stand before the next word: nothing, a blank, a line end, a blank line. */
  #gap = '';

  /** A border: the gravest one before the next word counts. */
  separate(gap: ' ' | '\t' | '\n' | '\n\n'): void {
    if (gap.length > this.#gap.length || (gap.startsWith('\n') && !this.#gap.startsWith('\n'))) this.#gap = gap;
  }

  /** Text whose runs of white space are one blank, as browsers draw it. */
  addFlowing(node: Text): void {
    const words = /[^ \t\r\n\f]+/g;
    let last = 0;
    for (let match = words.exec(node.data); match; match = words.exec(node.data)) {
      if (match.index > last) this.separate(' ');
      // A single blank between two words of one node belongs to the piece: a range goes through it.
      const joined = this.#gap === ' ' && match.index === last + 1 && last > 0;
      this.#add(node, joined ? match.index - 1 : match.index, match[0].length + Number(joined), joined);
      last = words.lastIndex;
    }
    if (last < node.data.length) this.separate(' ');
  }

  /** Text whose white space is part of it. */
  addExact(node: Text): void {
    if (node.data) this.#add(node, 0, node.data.length, false);
  }

  #add(node: Text, offset: number, length: number, hasBlank: boolean): void {
    if (this.text && !hasBlank) this.text += this.#gap;
    this.#gap = '';
    const start = this.text.length;
    // A blank may be a tab or a line end in the source of the page.
    const data = node.data.slice(offset, offset + length);
    this.text += hasBlank ? ` ${data.slice(1)}` : data;
    const last = this.pieces.at(-1);
    if (last && last.node === node && last.end === start && last.offset + last.end - last.start === offset)
      last.end = this.text.length;
    else this.pieces.push({ start, end: this.text.length, node, offset });
  }
}

/** Reads without recursion: pages nest deeper than a stack. */
function readInto(reader: Reader, root: Element): void {
  const { getComputedStyle } = root.ownerDocument.defaultView!;
  const tasks: (Node | (() => void))[] = [...root.childNodes].reverse();
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    if (typeof task === 'function') task();
    else if (task.nodeType === Node.TEXT_NODE) {
      const around = task.parentElement;
      const keeps = around && /^(pre|break-spaces)/.test(getComputedStyle(around).whiteSpace);
      if (keeps) reader.addExact(task as Text);
      else reader.addFlowing(task as Text);
    } else if (task.nodeType === Node.ELEMENT_NODE) {
      const element = task as Element;
      if (element.localName === 'br') {
        reader.separate('\n');
        continue;
      }
      const flow = flowOf(element, getComputedStyle(element));
      if (flow === 'none') continue;
      const border = flow === 'block' ? '\n\n' : flow === 'cell' ? '\t' : null;
      if (border) {
        reader.separate(border);
        tasks.push(() => reader.separate(border));
      }
      for (let child = element.lastChild; child; child = child.previousSibling) tasks.push(child);
    }
  }
}

export function readPage(root: Element): ReadText<Range> {
  const reader = new Reader();
  readInto(reader, root);
  const { text, pieces } = reader;
  return {
    text,
    structure: null,
    // One range for each text node.
    rangesOf([start, end]) {
      const ranges: Range[] = [];
      const first = partitionPoint(pieces, ({ end: pieceEnd }) => pieceEnd <= start);
      for (let i = first; i < pieces.length && pieces[i]!.start < end; i++) {
        const piece = pieces[i]!;
        const range = root.ownerDocument.createRange();
        const within = (place: number): number =>
          piece.offset + Math.min(Math.max(place, piece.start), piece.end) - piece.start;
        range.setStart(piece.node, within(start));
        range.setEnd(piece.node, within(end));
        ranges.push(range);
      }
      return ranges;
    },
  };
}
