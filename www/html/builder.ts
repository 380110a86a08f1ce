// Pieces of a tree, in their order -> a document. Blocks and marks begin with their first word and end with their last one: the white
// space around them belongs to nobody.
import type { BlockStructure, DocumentBlock, DocumentMark, MarkStructure } from '../engine/document.js';

/** A run of the text, and where in which node it comes from. */
export interface Run<Node> {
  at: number;
  length: number;
  node: Node;
  offset: number;
}

/** What is open: it has no start before its first word. */
export interface Open {
  start: number | null;
  /** Its place among what was opened: outer ones come first. */
  order: number;
}

/** A block or a mark with its place among what was opened. */
interface Ordered<Entry> {
  order: number;
  entry: Entry;
}

/** White space of HTML: no-break spaces are letters. */
const SPACES = /[ \t\n\r\f]+/g;

export class DocumentBuilder<Node> {
  readonly runs: Run<Node>[] = [];
  readonly #blocks: Ordered<DocumentBlock>[] = [];
  readonly #marks: Ordered<DocumentMark>[] = [];
  #pieces: string[] = [];
  #length = 0;
  #lineEnds = 0;
  #space = false;
  /** Whether the last piece is the border between two cells. */
  #atBorder = false;
  #opened = 0;
  /** What waits for its first word. */
  #waiting: Open[] = [];

  get text(): string {
    return this.#pieces.join('');
  }

  get blocks(): DocumentBlock[] {
    return inOrder(this.#blocks);
  }

  get marks(): DocumentMark[] {
    return inOrder(this.#marks);
  }

  /** Ends the line, if there is one: 1 for a new line, 2 for a new paragraph. */
  endBlock(lines: number): void {
    this.#space = false;
    if (this.#length) this.#lineEnds = Math.max(this.#lineEnds, lines);
  }

  /** A break that somebody typed: two in a row make a blank line. */
  lineBreak(): void {
    this.#space = false;
    if (this.#length) this.#lineEnds = Math.min(2, this.#lineEnds + 1);
  }

  /** The border between two cells of a row, kept where the cells are empty too. */
  cellBorder(): void {
    this.#space = false;
    this.#addGap();
    this.#push('\t');
    this.#atBorder = true;
  }

  /** White space between two pieces of a cell. */
  gap(): void {
    if (this.#length) this.#space = true;
  }

  /** Words whose white space means nothing but a gap. */
  addFlowing(words: string, node: Node): void {
    let from = 0;
    for (const { 0: space, index } of words.matchAll(SPACES)) {
      this.#addWord(words.slice(from, index), node, from);
      this.gap();
      from = index + space.length;
    }
    this.#addWord(words.slice(from), node, from);
  }

  /** Words whose white space is theirs. */
  addExact(words: string, node: Node): void {
    let from = 0;
    for (const { 0: end, index } of words.matchAll(/\r\n?|\n/g)) {
      this.#addWord(words.slice(from, index), node, from);
      this.#lineEnds += this.#length ? 1 : 0;
      from = index + end.length;
    }
    this.#addWord(words.slice(from), node, from);
  }

  open(): Open {
    const open = { start: null, order: this.#opened++ };
    this.#waiting.push(open);
    return open;
  }

  /** Ends a block. One without words is none. */
  closeBlock({ start, order }: Open, structure: BlockStructure & Pick<DocumentBlock, 'part'>): void {
    if (start !== null && start < this.#length)
      this.#blocks.push({ order, entry: { ...structure, span: [start, this.#length] } });
  }

  closeMark({ start, order }: Open, structure: MarkStructure): void {
    if (start !== null && start < this.#length)
      this.#marks.push({ order, entry: { ...structure, span: [start, this.#length] } });
  }

  /** Something that takes no text: in a line it stands behind the words before it, else before those that follow. */
  addImage(structure: MarkStructure): void {
    const place = this.#place();
    this.#later.push(() => {
      const at = place.start ?? this.#length;
      this.#marks.push({ order: place.order, entry: { ...structure, span: [at, at] } });
    });
  }

  addEmbed(source: string): void {
    const place = this.#place();
    this.#later.push(() => {
      const at = place.start ?? this.#length;
      this.#blocks.push({ order: place.order, entry: { kind: 'embed', source, span: [at, at] } });
    });
  }

  /** What is known of its place only at the end. */
  readonly #later: (() => void)[] = [];

  /** Nothing follows any more. */
  finish(): void {
    for (const add of this.#later) add();
  }

  #place(): Open {
    const place = this.open();
    if (this.#length && !this.#lineEnds) {
      place.start = this.#length;
      this.#waiting.pop();
    }
    return place;
  }

  #addWord(word: string, node: Node, offset: number): void {
    if (!word) return;
    this.#addGap();
    for (const open of this.#waiting) open.start = this.#length;
    this.#waiting = [];
    const last = this.runs.at(-1);
    const follows =
      last?.node === node && last.at + last.length === this.#length && last.offset + last.length === offset;
    if (follows) last.length += word.length;
    else this.runs.push({ at: this.#length, length: word.length, node, offset });
    this.#push(word);
  }

  /** Puts in the line ends or the space that are due before the next word. */
  #addGap(): void {
    if (this.#lineEnds) this.#push('\n'.repeat(this.#lineEnds));
    else if (this.#space && !this.#atBorder) this.#push(' ');
    this.#lineEnds = 0;
    this.#space = false;
  }

  #push(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
    this.#atBorder = false;
  }
}

/** Outer ones before those inside them, as they were opened. */
const inOrder = <Entry>(entries: Ordered<Entry>[]): Entry[] =>
  [...entries].sort((one, other) => one.order - other.order).map(({ entry }) => entry);
