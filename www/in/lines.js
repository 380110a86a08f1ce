// Gathers text from a tree (HTML, a word processor's XML) as a person would type it: a blank line between paragraphs, a
// line for each item of a list and row of a table, a tab between cells.

const BLANK = 2;
const LINE = 1;

export class Lines {
  #text = '';
  #gap = 0;         // line ends owed before the next word
  #space = false;   // a space owed before the next word

  /** Ends the line, if there is one: 1 for a new line, 2 for a new paragraph. */
  end(lines = BLANK) {
    this.#space = false;
    if (this.#text) this.#gap = Math.max(this.#gap, lines);
  }

  /** A break that somebody typed: two in a row make a blank line. */
  break() {
    this.#space = false;
    if (this.#text) this.#gap = Math.min(BLANK, this.#gap + LINE);
  }

  /** The border between two cells of a row, kept where the cells are empty too. */
  tab() {
    this.#settle();
    this.#space = false;
    this.#text = `${this.#text.replace(/ +$/, '')}\t`;
  }

  /** Words whose white space means nothing but a gap. No-break spaces are letters and stay. */
  flow(words) {
    const inner = words.replace(/[ \t\n\r\f]+/g, ' ');
    if (!inner) return;
    if (inner.startsWith(' ')) this.#space = true;
    const trimmed = inner.replace(/^ | $/g, '');
    if (!trimmed) return;
    this.#settle();
    this.#text += trimmed;
    this.#space = inner.endsWith(' ');
  }

  /** Words whose white space is theirs. */
  exact(words) {
    if (!words) return;
    this.#settle();
    this.#text += words;
  }

  #settle() {
    if (this.#gap) this.#text = `${this.#text.replace(/[ \t]+$/, '')}${'\n'.repeat(this.#gap)}`;
    else if (this.#space && this.#text && !/[\n\t]$/.test(this.#text)) this.#text += ' ';
    this.#gap = 0;
    this.#space = false;
  }

  get text() { return this.#text; }
}
