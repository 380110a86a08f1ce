// The two texts as they are written. Each is a plain text field with the marks painted on a sheet behind it: the
// field itself is never touched while somebody writes, so caret, selection, undo and spell checking stay its own.
import { clipboardText } from '../in/paste.js';
import { el, oncePerFrame, setText } from './dom.js';
import { roleOf } from './marks.js';

/** UTF-16 units above which a text is taken without a field: a field of that size stalls the page. */
export const FIELD_LIMIT = 200_000;

const SIDES = ['before', 'after'];

class Editor {
  #pasting = false;
  #painted = { text: '', marks: [] };
  #pieces = [];   // what the ink consists of: [{ look, text, node }]

  constructor(side, words, oninput) {
    this.side = side;
    this.words = words;
    this.oninput = oninput;
    this.forced = false;
    this.name = el('label', { class: 'editor-name', for: `text-${side}` }, words.t(`side.${side}`));
    this.note = el('span', { class: 'editor-note' });
    this.ink = el('div', { class: 'editor-ink', 'aria-hidden': 'true' });
    this.field = el('textarea', {
      id: `text-${side}`, class: 'editor-field', part: `field field-${side}`, dir: 'auto', lang: '', spellcheck: 'false',
      placeholder: words.t(`editor.placeholder.${side}`), 'aria-label': words.t(`editor.${side}`),
    });
    this.long = el('div', { class: 'editor-long', hidden: true }, el('p'), el('button', {
      type: 'button', onclick: () => { this.forced = true; this.show(this.text); this.field.focus(); },
    }, words.t('editor.anyway')));
    this.box = el('div', { class: `editor ${side}`, part: `editor ${side}` },
      el('div', { class: 'editor-head' }, this.name, this.note),
      el('div', { class: 'editor-body' }, this.ink, this.field, this.long));
    this.text = '';
    this.field.addEventListener('input', (event) => this.#written(event));
    this.field.addEventListener('paste', (event) => this.#pasted(event));
    this.field.addEventListener('scroll', () => this.#follow(), { passive: true });
  }

  /** Shows a text that came from elsewhere. A field that holds it already is left alone. */
  show(text) {
    this.text = text;
    const long = text.length > FIELD_LIMIT && !this.forced;
    if (text.length <= FIELD_LIMIT) this.forced = false;
    this.long.hidden = !long;
    this.field.hidden = this.ink.hidden = long;
    if (long) {
      setText(this.long.firstChild, this.words.t('editor.long', { n: text.length }));
      this.field.value = '';
    } else if (normal(this.field.value) !== normal(text)) {
      this.field.value = text;
      this.#paint([]);
    }
  }

  #written({ inputType = '' }) {
    // A browser may put in a text line by line: it is told once, when all of it is there.
    if (this.#pasting) return;
    const text = this.field.value;
    this.text = text;
    this.#paint(shiftMarks(this.#painted.marks, this.#painted.text, text));
    this.oninput(this.side, text, /^insertFrom(Paste|Drop)/.test(inputType) ? 'pasted' : 'typed');
  }

  /**
   * A paste that is too long for a field goes past it. Rich text goes in as the text that a reader sees in it, by the
   * browser's own hand, so that it can be undone; and plain text is left to the browser altogether.
   */
  #pasted(event) {
    if (event.defaultPrevented) return;
    const { text: pasted, rich } = clipboardText(event.clipboardData);
    const fits = this.forced || this.field.value.length + pasted.length <= FIELD_LIMIT;
    if (fits && !rich) return;
    event.preventDefault();
    if (fits) return this.#insert(pasted);
    const { value, selectionStart, selectionEnd } = this.field;
    this.oninput(this.side, value.slice(0, selectionStart) + pasted + value.slice(selectionEnd), 'pasted');
  }

  #insert(text) {
    this.#pasting = true;
    const { field } = this;
    try {
      if (!document.execCommand('insertText', false, text)) field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    } finally { this.#pasting = false; }
    this.#written({ inputType: 'insertFromPaste' });
  }

  /** Paints the marks of a report of exactly this text. */
  paint(text, marks) {
    // While somebody types, a report is of a text that is gone already: its successor is on the way.
    if (this.field.hidden || this.field.value !== normal(text)) return;
    // A field turns every line end into \n: a text with others has its marks moved accordingly.
    this.#paint(text === this.field.value ? marks : toFieldOffsets(text, marks));
  }

  #paint(marks) {
    const text = this.field.value;
    const same = ({ start, end, look }, i) => start === marks[i]?.start && end === marks[i].end && look === marks[i].look;
    if (text === this.#painted.text && marks.length === this.#painted.marks.length && this.#painted.marks.every(same)) return;
    this.#painted = { text, marks };
    const pieces = [];
    let at = 0;
    for (const { start, end, look } of marks) {
      if (start > at) pieces.push({ look: '', text: text.slice(at, start) });
      pieces.push({ look, text: text.slice(start, end) });
      at = end;
    }
    // The last line end has no line of its own in a box, but it has one in a field.
    pieces.push({ look: '', text: `${text.slice(at)}\n` });
    this.#lay(pieces);
    this.#settle();
  }

  /** Lays the ink anew where it differs from what lies there: the browser then sets only these lines again. */
  #lay(pieces) {
    const were = this.#pieces;
    const { head, tail } = commonEnds(were, pieces, (one, other) => one.look === other.look && one.text === other.text);
    const gone = were.slice(head, were.length - tail);
    const come = pieces.slice(head, pieces.length - tail);
    for (let i = 0; i < head; i++) pieces[i].node = were[i].node;
    for (let i = 1; i <= tail; i++) pieces.at(-i).node = were.at(-i).node;
    const next = were[were.length - tail]?.node ?? null;
    for (const [i, piece] of come.entries()) {
      if (gone[i]?.look === piece.look) {
        piece.node = gone[i].node;
        (piece.node.firstChild ?? piece.node).data = piece.text;
        gone[i] = null;
      } else {
        piece.node = piece.look ? el('span', { class: piece.look }, piece.text) : document.createTextNode(piece.text);
        this.ink.insertBefore(piece.node, gone[i]?.node ?? next);
      }
    }
    for (const piece of gone) piece?.node.remove();
    this.#pieces = pieces;
  }

  /** Where the ink lies is asked once the frame is about to be laid out, and not in the middle of a keystroke. */
  #settle = oncePerFrame(() => {
    this.ink.dir = getComputedStyle(this.field).direction;
    this.#follow();
  });

  #follow() {
    this.ink.scrollTop = this.field.scrollTop;
    this.ink.scrollLeft = this.field.scrollLeft;
  }

  /** Puts the caret at an offset and brings it into view. */
  goTo(offset) {
    if (this.field.hidden) return;
    this.field.focus();
    this.field.setSelectionRange(offset, offset);
    const share = offset / Math.max(1, this.field.value.length);
    this.field.scrollTop = share * this.field.scrollHeight - this.field.clientHeight / 2;
  }
}

/** How many places two texts or lists have in common at their heads, and then at their tails. */
function commonEnds(was, now, same) {
  const most = Math.min(was.length, now.length);
  let head = 0;
  while (head < most && same(was[head], now[head])) head++;
  let tail = 0;
  while (tail < most - head && same(was[was.length - 1 - tail], now[now.length - 1 - tail])) tail++;
  return { head, tail };
}

const normal = (text) => text.replace(/\r\n?/g, '\n');

/** Offsets in a text → offsets in the same text with every line end as \n. */
function toFieldOffsets(text, marks) {
  if (!text.includes('\r')) return [];
  let at = 0;
  let gone = 0;
  const move = (offset) => {
    for (; at < offset; at++) if (text[at] === '\r' && text[at + 1] === '\n') gone++;
    return offset - gone;
  };
  return marks.map(({ start, end, look }) => ({ start: move(start), end: move(end), look }));
}

/** Marks of a text → marks of the text after a keystroke, until the true ones arrive: the rest moves along. */
export function shiftMarks(marks, was, now) {
  const { head, tail } = commonEnds(was, now, (one, other) => one === other);
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

/** Shown stops → the marks of one side, in order and apart. */
function marksOf(stops, side) {
  return stops.filter((stop) => stop.kind === 'change' && stop[side][0] < stop[side][1])
    .map((stop) => ({ start: stop[side][0], end: stop[side][1], look: `ink ${roleOf(stop, side)} ${stop.lens}` }))
    .sort((x, y) => x.start - y.start);
}

/** Both editors. `oninput(side, text, 'typed' | 'pasted')`. */
export class Editors {
  constructor(words, oninput) {
    this.words = words;
    this.sides = Object.fromEntries(SIDES.map((side) => [side, new Editor(side, words, oninput)]));
    this.box = el('div', { class: 'editors', part: 'editors' }, ...SIDES.map((side) => this.sides[side].box));
  }

  show(texts) { for (const side of SIDES) this.sides[side].show(texts[side]); }

  /** @param {any} model  @param {(stop: any) => boolean} shown */
  paint(model, shown) {
    const stops = model.stops.filter(shown);
    for (const side of SIDES) this.sides[side].paint(model.texts[side], marksOf(stops, side));
  }

  note(side, text) { setText(this.sides[side].note, text); }
}
