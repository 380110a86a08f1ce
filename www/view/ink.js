// Text with marks → the sheet that lies behind a field, set exactly as the field sets its text. Each of its lines is a box
// of its own, so that a keystroke has the browser set one paragraph again and not the article.
import { el } from './dom.js';

/** @typedef {{ start: number, end: number, look: string }} Mark in UTF-16 units, in order and apart */
/** @typedef {{ look: string, text: string, node?: any }} Piece */
/** @typedef {{ pieces: Piece[], node?: any }} Line */

export class Ink {
  box = el('div', { class: 'editor-ink', 'aria-hidden': 'true' });
  text = '';
  /** @type {Mark[]} */
  marks = [];
  /** @type {Line[]} */
  #lines = [];

  /** Shows marks of a text, and tells whether anything changed. @param {string} text  @param {Mark[]} marks */
  paint(text, marks) {
    const same = ({ start, end, look }, i) => start === marks[i].start && end === marks[i].end && look === marks[i].look;
    if (text === this.text && marks.length === this.marks.length && this.marks.every(same)) return false;
    Object.assign(this, { text, marks });
    const lines = linesOf(text, marks);
    put(this.box, this.#lines, lines, LINE);
    this.#lines = lines;
    return true;
  }
}

/** A text cut at its line ends and at the borders of its marks. @returns {Line[]} */
function linesOf(text, marks) {
  const lines = [];
  let first = 0;
  for (let start = 0, end; start <= text.length; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    while (first < marks.length && marks[first].end <= start) first++;
    const pieces = [];
    let at = start;
    for (let i = first; i < marks.length && marks[i].start < end; i++) {
      const mark = marks[i];
      if (mark.start > at) pieces.push({ look: '', text: text.slice(at, mark.start) });
      const stop = Math.min(mark.end, end);
      pieces.push({ look: mark.look, text: text.slice(Math.max(at, mark.start), stop) });
      at = stop;
    }
    // A line end at its end makes no further line of a box, and gives an empty one its height.
    pieces.push({ look: '', text: `${text.slice(at, end)}\n` });
    lines.push({ pieces });
  }
  return lines;
}

/** How pieces become nodes: when two are the same, how one is made, and whether one could be made of what stood there. */
const PIECE = {
  same: (one, other) => one.look === other.look && one.text === other.text,
  make: ({ look, text }) => (look ? el('span', { class: look }, text) : document.createTextNode(text)),
  turn: (was, now) => {
    if (was.look !== now.look) return false;
    (was.node.firstChild ?? was.node).data = now.text;
    return true;
  },
};

/** How lines become nodes. */
const LINE = {
  same: (one, other) => one.pieces.length === other.pieces.length && one.pieces.every((piece, i) => PIECE.same(piece, other.pieces[i])),
  make: ({ pieces }) => {
    const node = el('div');
    put(node, [], pieces, PIECE);
    return node;
  },
  turn: (was, now) => {
    put(was.node, was.pieces, now.pieces, PIECE);
    return true;
  },
};

/** Puts the nodes of a list in the place of those of another, and touches only what differs between them. */
function put(box, were, now, { same, make, turn }) {
  const { head, tail } = commonEnds(were, now, same);
  for (let i = 0; i < head; i++) now[i] = were[i];
  for (let i = 1; i <= tail; i++) now[now.length - i] = were[were.length - i];
  const gone = were.slice(head, were.length - tail);
  const next = were[were.length - tail]?.node ?? null;
  for (const [i, item] of now.slice(head, now.length - tail).entries()) {
    if (gone[i] && turn(gone[i], item)) {
      item.node = gone[i].node;
      gone[i] = null;
    } else {
      item.node = make(item);
      box.insertBefore(item.node, gone[i]?.node ?? next);
    }
  }
  for (const item of gone) item?.node.remove();
}

/** How many items two lists have in common at their heads, and then at their tails. */
function commonEnds(were, now, same) {
  const most = Math.min(were.length, now.length);
  let head = 0;
  let tail = 0;
  while (head < most && same(were[head], now[head])) head++;
  while (tail < most - head && same(were[were.length - 1 - tail], now[now.length - 1 - tail])) tail++;
  return { head, tail };
}

/** UTF-16 units that are compared at once: whole stretches in one go, and only the last of them letter by letter. */
const STRIDES = [4096, 256, 16, 1];

/** How many UTF-16 units two texts have in common at their heads, and then at their tails. */
function commonText(was, now) {
  const most = Math.min(was.length, now.length);
  let head = 0;
  let tail = 0;
  for (const n of STRIDES) while (head + n <= most && was.slice(head, head + n) === now.slice(head, head + n)) head += n;
  const end = (text) => text.length - tail;
  for (const n of STRIDES) {
    while (tail + n <= most - head && was.slice(end(was) - n, end(was)) === now.slice(end(now) - n, end(now))) tail += n;
  }
  return { head, tail };
}

/** Marks of a text → marks of the text after a keystroke, until the true ones arrive: the rest moves along. */
export function shiftMarks(marks, was, now) {
  const { head, tail } = commonText(was, now);
  const by = now.length - was.length;
  const move = (offset) => (offset <= head ? offset : offset >= was.length - tail ? offset + by : null);
  const out = [];
  for (const { start, end, look } of marks) {
    const from = move(start) ?? head;
    const to = move(end) ?? Math.max(from, now.length - tail);
    if (from < to) out.push({ start: from, end: to, look });
  }
  return out;
}
