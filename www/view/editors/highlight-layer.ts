// A text with highlights → the layer behind a text field, laid out exactly as the field lays out its text. Each line of
// the text is a box of its own, so that a keystroke has the browser lay out one paragraph again and not the article.
import { el } from '../dom.js';
import { reconcile, type Drawing, type Drawn } from '../reconcile.js';

/** In UTF-16 units. The highlights of a text are sorted and do not overlap. */
export interface Highlight {
  start: number;
  end: number;
  className: string;
}

/** A stretch of a line; without a class name it is plain text. */
interface Run {
  className: string;
  text: string;
}

type Line = readonly Run[];

export class HighlightLayer {
  readonly box = el('div', { class: 'editor-ink', 'aria-hidden': 'true' });
  text = '';
  highlights: readonly Highlight[] = [];
  #lines: Drawn<Line, HTMLElement>[] = [];
  readonly #runs = new WeakMap<HTMLElement, Drawn<Run, ChildNode>[]>();

  readonly #drawing: Drawing<Line, HTMLElement> = {
    same: (one, other) => one.length === other.length && one.every((run, i) => isSameRun(run, other[i])),
    make: (line) => {
      const node = el('div');
      this.#runs.set(node, reconcile(node, [], line, RUN_DRAWING));
      return node;
    },
    update: (node, _was, line) => {
      this.#runs.set(node, reconcile(node, this.#runs.get(node) ?? [], line, RUN_DRAWING));
      return true;
    },
  };

  /** Shows the highlights of a text, and tells whether anything changed. */
  paint(text: string, highlights: readonly Highlight[]): boolean {
    if (text === this.text && isSameList(highlights, this.highlights)) return false;
    this.text = text;
    this.highlights = highlights;
    this.#lines = reconcile(this.box, this.#lines, linesOf(text, highlights), this.#drawing);
    return true;
  }
}

const isSameRun = (one: Run, other: Run | undefined): boolean =>
  one.className === other?.className && one.text === other.text;

const isSameList = (one: readonly Highlight[], other: readonly Highlight[]): boolean =>
  one.length === other.length &&
  one.every(({ start, end, className }, i) => {
    const same = other[i];
    return same?.start === start && same.end === end && same.className === className;
  });

const RUN_DRAWING: Drawing<Run, ChildNode> = {
  same: isSameRun,
  make: ({ className, text }) => (className ? el('span', { class: className }, text) : document.createTextNode(text)),
  update: (node, was, now) => {
    if (was.className !== now.className) return false;
    const text = node.firstChild ?? node;
    if (text instanceof Text) text.data = now.text;
    return true;
  },
};

/** Cuts a text at its line ends and at the borders of its highlights. */
function linesOf(text: string, highlights: readonly Highlight[]): Line[] {
  const lines: Line[] = [];
  let first = 0;
  for (let start = 0; start <= text.length;) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    while ((highlights[first]?.end ?? Infinity) <= start) first++;
    const runs: Run[] = [];
    let at = start;
    for (let i = first, next = highlights[i]; next && next.start < end; next = highlights[++i]) {
      if (next.start > at) runs.push({ className: '', text: text.slice(at, next.start) });
      const stop = Math.min(next.end, end);
      runs.push({ className: next.className, text: text.slice(Math.max(at, next.start), stop) });
      at = stop;
    }
    // A line end at the end of a box makes no further line, and gives an empty box its height.
    runs.push({ className: '', text: `${text.slice(at, end)}\n` });
    lines.push(runs);
    start = end + 1;
  }
  return lines;
}
