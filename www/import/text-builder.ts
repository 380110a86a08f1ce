// Pieces of a tree (HTML, a word processor's XML) → plain text as a person would type it: a blank line between
// paragraphs, a line for each item of a list and row of a table, a tab between cells.

const BLANK_LINE = 2;
const LINE = 1;

export class TextBuilder {
  /** What is built so far, in pieces that are not empty: only the last ones are ever changed, so the time is linear. */
  #pieces: string[] = [];
  /** Line ends that are due before the next word. */
  #lineEnds = 0;
  /** Whether a space is due before the next word. */
  #space = false;

  /** Ends the line, if there is one: 1 for a new line, 2 for a new paragraph. */
  endBlock(lines = BLANK_LINE): void {
    this.#space = false;
    if (this.#pieces.length) this.#lineEnds = Math.max(this.#lineEnds, lines);
  }

  /** A break that somebody typed: two in a row make a blank line. */
  lineBreak(): void {
    this.#space = false;
    if (this.#pieces.length) this.#lineEnds = Math.min(BLANK_LINE, this.#lineEnds + LINE);
  }

  /** The border between two cells of a row, kept where the cells are empty too. */
  cellBorder(): void {
    this.#addGap();
    this.#dropAtEnd(' ');
    this.#pieces.push('\t');
  }

  /** Words whose white space means nothing but a gap. No-break spaces are letters and stay. */
  addFlowing(words: string): void {
    const inner = words.replace(/[ \t\n\r\f]+/g, ' ');
    if (!inner) return;
    if (inner.startsWith(' ')) this.#space = true;
    const trimmed = inner.replace(/^ | $/g, '');
    if (!trimmed) return;
    this.#addGap();
    this.#pieces.push(trimmed);
    this.#space = inner.endsWith(' ');
  }

  /** Words whose white space is theirs. */
  addExact(words: string): void {
    if (!words) return;
    this.#addGap();
    this.#pieces.push(words);
  }

  get text(): string {
    return this.#pieces.join('');
  }

  /** Puts in the line ends or the space that are due before the next word. */
  #addGap(): void {
    if (this.#lineEnds) {
      this.#dropAtEnd(' \t');
      this.#pieces.push('\n'.repeat(this.#lineEnds));
    } else if (this.#space && !/^$|[\n\t]$/.test(this.#pieces.at(-1)?.at(-1) ?? '')) {
      this.#pieces.push(' ');
    }
    this.#lineEnds = 0;
    this.#space = false;
  }

  /** Drops the characters of `blanks` at the end. */
  #dropAtEnd(blanks: string): void {
    for (let last = this.#pieces.pop(); last !== undefined; last = this.#pieces.pop()) {
      // From the end: a pattern would look at each run of blanks from each of its places.
      let end = last.length;
      while (end && blanks.includes(last.charAt(end - 1))) end--;
      if (!end) continue;
      this.#pieces.push(last.slice(0, end));
      return;
    }
  }
}
