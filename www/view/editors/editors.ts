// The two texts as they are written. Each is a plain text field with its highlights painted on a layer behind it: the
// field itself is never touched while somebody writes, so caret, selection, undo and spell checking are the browser's.
import type { Translator } from '../../i18n/format.js';
import { clipboardText, preparePaste } from '../../import/paste.js';
import { SIDES, bothSides, otherSide, type Both, type Side } from '../../sides.js';
import { el, oncePerFrame, setText } from '../dom.js';
import { SideName } from '../side-name.js';
import type { ViewActions, ViewState } from '../state.js';
import { HighlightLayer, type Highlight } from './highlight-layer.js';
import { TextInserter } from './insert-text.js';
import { LayoutQueue } from './layout-queue.js';
import { shiftHighlights } from './shift-highlights.js';

/** Length of a text, in UTF-16 units, up to which it is shown in a field: a longer one makes the page slow. */
export const MAX_FIELD_LENGTH = 200_000;

/** Length of a text, in UTF-16 units, above which a field takes the browser a good part of a frame to lay out. */
const LONG_LAYOUT = 20_000;

type EditorActions = Pick<ViewActions, 'input' | 'name'>;

class Editor {
  readonly box: HTMLElement;
  readonly field: HTMLTextAreaElement;
  readonly #side: Side;
  readonly #i18n: Translator;
  readonly #onInput: ViewActions['input'];
  readonly #layer = new HighlightLayer();
  readonly #note = el('span', { class: 'editor-note' });
  readonly #longText = el('p');
  readonly #longNotice: HTMLElement;
  readonly #inserter: TextInserter;
  readonly #name: SideName;
  #text = '';
  /** Whether the reader wants a field in spite of the length of the text. */
  #isForced = false;
  #isInserting = false;
  /** The highlights that are painted later. */
  #waiting: readonly Highlight[] | null = null;

  constructor(side: Side, i18n: Translator, actions: EditorActions) {
    this.#side = side;
    this.#i18n = i18n;
    this.#onInput = actions.input;
    this.field = el('textarea', {
      id: `text-${side}`,
      class: 'editor-field',
      part: `field field-${side}`,
      dir: 'auto',
      lang: '',
      spellcheck: 'false',
      placeholder: i18n.t(`editor.placeholder.${side}`),
      'aria-label': i18n.t(`editor.${side}`),
    });
    const force = () => {
      this.#isForced = true;
      this.show(this.#text);
      this.field.focus();
    };
    const forceButton = el('button', { type: 'button', onclick: force }, i18n.t('editor.anyway'));
    this.#longNotice = el('div', { class: 'editor-long', hidden: true }, this.#longText, forceButton);
    const label = el('label', { class: 'editor-name', for: `text-${side}` }, i18n.t(`side.${side}`));
    this.#name = new SideName(side, label, i18n, actions.name);
    this.box = el(
      'div',
      { class: `editor ${side}`, part: `editor ${side}` },
      el('div', { class: 'editor-head' }, this.#name.box, this.#note),
      el('div', { class: 'editor-body' }, this.#layer.box, this.field, this.#longNotice),
    );
    this.#inserter = new TextInserter(this.field, () => this.#written('historyUndo'));
    this.field.addEventListener('input', (event) => this.#written(event instanceof InputEvent ? event.inputType : ''));
    this.field.addEventListener('paste', (event) => this.#pasted(event));
    this.field.addEventListener('scroll', () => this.#followScroll(), { passive: true });
  }

  /** Shows a text that came from elsewhere. A field that has it already is left alone. */
  show(text: string): void {
    const isLong = text.length > MAX_FIELD_LENGTH && !this.#isForced;
    if (text.length <= MAX_FIELD_LENGTH) this.#isForced = false;
    if (text === this.#text && isLong === !this.#longNotice.hidden) return;
    this.#text = text;
    this.#longNotice.hidden = !isLong;
    this.field.hidden = this.#layer.box.hidden = isLong;
    if (isLong) {
      setText(this.#longText, this.#i18n.t('editor.long', { n: text.length }));
      this.field.value = '';
    } else if (this.field.value !== withFieldLineEnds(text)) {
      this.field.value = text;
      this.#paint([]);
    }
  }

  /** Shows the name of the text. It is written once there is a text: until then Tab leads from field to field. */
  name(name: string): void {
    this.#name.update(name, this.#text !== '');
  }

  /** Shows a note beside the name. */
  note(text: string): void {
    setText(this.#note, text);
  }

  #written(inputType: string): void {
    // A browser may insert a text line by line: that is one input, once all of it is there.
    if (this.#isInserting) return;
    const text = this.field.value;
    this.#text = text;
    this.#paint(shiftHighlights(this.#layer.highlights, this.#layer.text, text));
    this.#onInput(this.#side, text, /^insertFrom(Paste|Drop)/.test(inputType) ? 'pasted' : 'typed');
  }

  /**
   * Plain text is left to the browser, unless it is too long for a field. Rich text is inserted as the text that a
   * reader sees in it; of long markup that text comes a little later.
   */
  #pasted(event: ClipboardEvent): void {
    if (event.defaultPrevented) return;
    const pasted = clipboardText(event.clipboardData);
    if (pasted instanceof Promise) {
      event.preventDefault();
      void pasted.then(({ text }) => this.#paste(text));
    } else if (pasted.rich || !this.#hasRoomFor(pasted.text)) {
      event.preventDefault();
      this.#paste(pasted.text);
    }
  }

  #hasRoomFor(text: string): boolean {
    return this.#isForced || this.field.value.length + text.length <= MAX_FIELD_LENGTH;
  }

  /** A text that is too long for the field does not go into it. */
  #paste(text: string): void {
    const { value, selectionStart, selectionEnd } = this.field;
    if (this.#hasRoomFor(text)) this.#insert(text);
    else this.#onInput(this.#side, value.slice(0, selectionStart) + text + value.slice(selectionEnd), 'pasted');
  }

  /** Inserts a text so that the reader can undo it. */
  #insert(text: string): void {
    this.#isInserting = true;
    try {
      this.#inserter.insert(text);
    } finally {
      this.#isInserting = false;
    }
    this.#written('insertFromPaste');
  }

  /** Whether highlights of this text can be painted. While somebody types, those of a newer text are on the way. */
  isShowing(text: string): boolean {
    return text === this.#text && !this.field.hidden;
  }

  /** Paints the highlights of exactly the text that is shown. */
  paint(highlights: readonly Highlight[]): void {
    this.#paint(this.#text.includes('\r') ? toFieldOffsets(this.#text, highlights) : highlights);
  }

  #paint(highlights: readonly Highlight[]): void {
    if (this.#waiting) this.#waiting = highlights;
    else if (this.#layer.paint(this.field.value, highlights)) this.#alignLayer();
  }

  /** Keeps the browser from laying out the text and its highlights, which are not painted either: the field is about to be shown. */
  wait(): void {
    this.#waiting ??= this.#layer.highlights;
    for (const node of [this.field, this.#layer.box]) node.classList.add('waiting');
  }

  /** Has the text laid out. */
  showText(): void {
    this.field.classList.remove('waiting');
  }

  /** Paints the highlights and has them laid out. */
  showHighlights(): void {
    const highlights = this.#waiting;
    this.#waiting = null;
    this.#layer.box.classList.remove('waiting');
    if (highlights) this.#paint(highlights);
    this.#alignLayer();
  }

  /** The layout is asked for when the next frame is about to be drawn, and not in the middle of a keystroke. */
  readonly #alignLayer = oncePerFrame(() => {
    const { direction } = getComputedStyle(this.field);
    // Writing the same direction again would make the browser style every highlight again.
    if (this.#layer.box.dir !== direction) this.#layer.box.dir = direction;
    this.#followScroll();
  });

  #followScroll(): void {
    this.#layer.box.scrollTop = this.field.scrollTop;
    this.#layer.box.scrollLeft = this.field.scrollLeft;
  }

  /** Puts the caret at an offset. */
  focusAt(offset: number): void {
    if (this.field.hidden) return;
    this.field.focus();
    this.field.setSelectionRange(offset, offset);
  }

  /** Brings an offset into view. */
  scrollTo(offset: number): void {
    const share = offset / Math.max(1, this.field.value.length);
    this.field.scrollTop = share * this.field.scrollHeight - this.field.clientHeight / 2;
  }
}

/** A text as a field has it: every line end is `\n`. */
const withFieldLineEnds = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Offsets in a text → offsets in the same text as a field has it. */
function toFieldOffsets(text: string, highlights: readonly Highlight[]): Highlight[] {
  let at = 0;
  let removed = 0;
  const move = (offset: number) => {
    for (; at < offset; at++) if (text[at] === '\r' && text[at + 1] === '\n') removed++;
    return offset - removed;
  };
  return highlights.map(({ start, end, className }) => ({ start: move(start), end: move(end), className }));
}

/** Both text fields. */
export class Editors {
  readonly box: HTMLElement;
  readonly #editors: Both<Editor>;
  readonly #layouts = new LayoutQueue();

  /** `onLeave` is called when the reader wants to leave a field. */
  constructor(i18n: Translator, actions: EditorActions, onLeave: () => void) {
    this.#editors = bothSides((side) => new Editor(side, i18n, actions));
    this.box = el('div', { class: 'editors', part: 'editors' }, ...SIDES.map((side) => this.#editors[side].box));
    this.box.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      onLeave();
    });
  }

  /** Shows both texts while somebody edits them. */
  update({ editable, texts, names }: Pick<ViewState, 'editable' | 'texts' | 'names'>, editing: boolean): void {
    if (editable) preparePaste();
    if (editing && this.box.hidden && SIDES.some((side) => texts[side].length > LONG_LAYOUT))
      this.#showInTurn('before');
    this.box.hidden = !editing;
    if (editing) for (const side of SIDES) this.#editors[side].show(texts[side]);
    for (const side of SIDES) this.#editors[side].name(names[side]);
  }

  /** Shows the texts first, and then their highlights, each in a frame of its own. `then` is called once the first text is laid out. */
  #showInTurn(first: Side, then = () => {}): void {
    const sides = [first, otherSide(first)];
    for (const side of sides) this.#editors[side].wait();
    const [showFirst, showOther] = sides.map((side) => () => this.#editors[side].showText());
    this.#layouts.start([
      showFirst!,
      then,
      showOther!,
      ...sides.map((side) => () => this.#editors[side].showHighlights()),
    ]);
  }

  /** Paints the highlights of texts that were compared, where a field still shows that text. */
  paint(texts: Both<string>, highlightsOf: (side: Side) => readonly Highlight[]): void {
    for (const side of SIDES) {
      const editor = this.#editors[side];
      if (editor.isShowing(texts[side])) editor.paint(highlightsOf(side));
    }
  }

  note(side: Side, text: string): void {
    this.#editors[side].note(text);
  }

  /** Gives the focus to the first field that is empty. */
  focus(options?: FocusOptions): void {
    const side = SIDES.find((one) => !this.#editors[one].field.value) ?? 'before';
    this.#editors[side].field.focus(options);
  }

  /** Puts the caret at an offset of one text and brings it into view. */
  goTo(side: Side, offset: number): void {
    const scroll = () => this.#editors[side].scrollTo(offset);
    this.#editors[side].focusAt(offset);
    if (this.#layouts.isRunning) this.#showInTurn(side, scroll);
    else scroll();
  }
}
