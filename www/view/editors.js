// The two texts as they are written. Each is a plain text field with the marks painted on a sheet behind it: the
// field itself is never touched while somebody writes, so caret, selection, undo and spell checking stay its own.
import { clipboardText } from '../in/paste.js';
import { el, oncePerFrame, setText } from './dom.js';
import { Ink, shiftMarks } from './ink.js';
import { roleOf } from './marks.js';
import { SIDES } from './model.js';

/** UTF-16 units above which a text is taken without a field: a field of that size stalls the page. */
export const FIELD_LIMIT = 200_000;

class Editor {
  #pasting = false;
  #ink = new Ink();

  constructor(side, words, oninput) {
    this.side = side;
    this.words = words;
    this.oninput = oninput;
    this.forced = false;
    this.name = el('label', { class: 'editor-name', for: `text-${side}` }, words.t(`side.${side}`));
    this.note = el('span', { class: 'editor-note' });
    this.field = el('textarea', {
      id: `text-${side}`, class: 'editor-field', part: `field field-${side}`, dir: 'auto', lang: '', spellcheck: 'false',
      placeholder: words.t(`editor.placeholder.${side}`), 'aria-label': words.t(`editor.${side}`),
    });
    this.long = el('div', { class: 'editor-long', hidden: true }, el('p'), el('button', {
      type: 'button', onclick: () => { this.forced = true; this.show(this.text); this.field.focus(); },
    }, words.t('editor.anyway')));
    this.box = el('div', { class: `editor ${side}`, part: `editor ${side}` },
      el('div', { class: 'editor-head' }, this.name, this.note),
      el('div', { class: 'editor-body' }, this.#ink.box, this.field, this.long));
    this.text = '';
    this.field.addEventListener('input', (event) => this.#written(event));
    this.field.addEventListener('paste', (event) => this.#pasted(event));
    this.field.addEventListener('scroll', () => this.#follow(), { passive: true });
  }

  /** Shows a text that came from elsewhere. A field that holds it already is left alone. */
  show(text) {
    const long = text.length > FIELD_LIMIT && !this.forced;
    if (text.length <= FIELD_LIMIT) this.forced = false;
    if (text === this.text && long === !this.long.hidden) return;
    this.text = text;
    this.long.hidden = !long;
    this.field.hidden = this.#ink.box.hidden = long;
    if (long) {
      setText(this.long.firstChild, this.words.t('editor.long', { n: text.length }));
      this.field.value = '';
    } else if (this.field.value !== normal(text)) {
      this.field.value = text;
      this.#paint([]);
    }
  }

  #written({ inputType = '' }) {
    // A browser may put in a text line by line: it is told once, when all of it is there.
    if (this.#pasting) return;
    const text = this.field.value;
    this.text = text;
    this.#paint(shiftMarks(this.#ink.marks, this.#ink.text, text));
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

  /** Whether a report of this text can be painted: while somebody types, its successor is on the way already. */
  holds(text) { return text === this.text && !this.field.hidden; }

  /** Paints the marks of a report of exactly this text. A field turns every line end into \n: the marks of a text with others move. */
  paint(marks) { this.#paint(this.text.includes('\r') ? toFieldOffsets(this.text, marks) : marks); }

  #paint(marks) {
    if (this.#ink.paint(this.field.value, marks)) this.#settle();
  }

  /** Where the ink lies is asked once the frame is about to be laid out, and not in the middle of a keystroke. */
  #settle = oncePerFrame(() => {
    const { direction } = getComputedStyle(this.field);
    // To the browser, saying it again is news of every mark.
    if (this.#ink.box.dir !== direction) this.#ink.box.dir = direction;
    this.#follow();
  });

  #follow() {
    this.#ink.box.scrollTop = this.field.scrollTop;
    this.#ink.box.scrollLeft = this.field.scrollLeft;
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

/** A text as a field holds it. */
const normal = (text) => text.replace(/\r\n?/g, '\n');

/** Offsets in a text → offsets in the same text with every line end as \n. */
function toFieldOffsets(text, marks) {
  let at = 0;
  let gone = 0;
  const move = (offset) => {
    for (; at < offset; at++) if (text[at] === '\r' && text[at + 1] === '\n') gone++;
    return offset - gone;
  };
  return marks.map(({ start, end, look }) => ({ start: move(start), end: move(end), look }));
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
    for (const side of SIDES) if (this.sides[side].holds(model.texts[side])) this.sides[side].paint(marksOf(stops, side));
  }

  note(side, text) { setText(this.sides[side].note, text); }
}
