// Rich Text Format → plain text as it reads with all changes accepted: tracked deletions and hidden words left out, footnotes
// at the end. It follows Microsoft's specification 1.9.1 as far as words go; what a document looks like is passed over.
import { codePageOf, decodeBytes } from './rtf-code-pages.js';
import { RtfTokens, type RtfToken } from './rtf-tokens.js';
import { TextBuilder } from './text-builder.js';
import type { Work } from './time-slices.js';
import { Unreadable } from './unreadable.js';

/** Groups inside one another: more than any document has. */
const MAX_DEPTH = 10_000;
/** Tokens between two places where the work may rest. */
const TOKENS_A_STEP = 500;
const DEFAULT_CODE_PAGE = 1252;

/**
 * What the words of a group are. `twice`: the same words in two ways, of which `\ud` is the better. `around`: no words of the
 * text but in a group inside, as a box has them.
 */
type Destination = 'text' | 'fonts' | 'twice' | 'around' | 'dropped';

/** What holds until the end of a group. */
interface State {
  readonly destination: Destination;
  readonly out: TextBuilder;
  readonly font: number;
  /** How many characters stand behind `\u` for programs that do not know it. */
  readonly fallback: number;
  readonly hidden: boolean;
  readonly deleted: boolean;
  readonly inTable: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Groups without words of the text. Those that begin with `\*` need not be named. */
const DROPPED = words(
  `annotation atnid atnauthor author bkmkstart bkmkend buptim category colortbl comment company creatim doccomm filetbl
  fldinst footer footerf footerl footerr ftncn ftnsep ftnsepc aftncn aftnsep aftnsepc header headerf headerl headerr info
  keywords listtext listtable nonesttables nonshppict operator pict pntext pntxta pntxtb printim private revtim rxe shprslt
  stylesheet subject tc title txe xe`,
);
const AROUND = words('object shpinst');

const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  zwj: '\u200d',
  zwnj: '\u200c',
  zwbo: '\u200b',
  zwnbo: '\u2060',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
};
const SYMBOLS: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  '-': '\u00ad',
  _: '\u2011',
  '\\': '\\',
  '{': '{',
  '}': '}',
  '\t': '\t',
};
/** The code pages of the words that begin a document. */
const FAMILIES: Readonly<Record<string, number>> = { ansi: 1252, mac: 10000, pc: 437, pca: 850 };

/** Whether bytes are a document in this format. */
export const isRtf = (bytes: Uint8Array): boolean =>
  [...'{\\rtf'].every((letter, i) => bytes[i] === letter.charCodeAt(0));

/** @throws {Unreadable} 'damaged' or 'unknown' */
export function* rtfToText(bytes: Uint8Array): Work<string> {
  const tokens = new RtfTokens(bytes);
  const reader = new RtfReader(tokens);
  for (let n = 1; reader.read(tokens.next()); n++) if (n % TOKENS_A_STEP === 0) yield tokens.share;
  return reader.end();
}

class RtfReader {
  readonly #tokens: RtfTokens;
  readonly #out = new TextBuilder();
  readonly #notes: TextBuilder[] = [];
  /** Texts in boxes, which follow the paragraph that they hang on. */
  #boxes: TextBuilder[] = [];
  /** The cells of a row up to the one that is being read. */
  #cells: TextBuilder[] = [];
  #isAfterRow = false;
  readonly #codePages = new Map<number, number>();
  #codePage = DEFAULT_CODE_PAGE;
  #defaultFont = 0;
  /** The font that the table of fonts is at. */
  #listedFont = 0;
  readonly #stack: State[] = [];
  #state: State;
  /** Bytes of words that are not decoded yet: two of them may be one sign. */
  #bytes: number[] = [];
  /** Characters to be left out, because `\u` said what they stand for. */
  #toSkip = 0;
  /** Whether `\*` stood before: the group may be passed over. */
  #mayBeDropped = false;

  constructor(tokens: RtfTokens) {
    this.#tokens = tokens;
    this.#state = {
      destination: 'text',
      out: this.#out,
      font: -1,
      fallback: 1,
      hidden: false,
      deleted: false,
      inTable: false,
    };
  }

  /** @returns whether there is more to read */
  read(token: RtfToken): boolean {
    if (token.kind === 'bytes') this.#addBytes(token.bytes);
    else if (token.kind === 'byte') this.#addBytes(token.byte === null ? [] : [token.byte]);
    else {
      this.#flush();
      if (token.kind === 'end') throw new Unreadable('damaged', 'cut short');
      if (token.kind === 'open') this.#open();
      else if (token.kind === 'close') return this.#close();
      else if (this.#toSkip > 0 && isOneSign(token)) this.#toSkip--;
      else if (token.kind === 'symbol') this.#readSymbol(token.sign);
      else this.#readWord(token.name, token.value);
    }
    return true;
  }

  end(): string {
    this.#place().endBlock();
    if (this.#cells.length) this.#endRow();
    this.#addBoxes();
    for (const note of this.#notes) {
      this.#out.endBlock();
      this.#out.addExact(note.text.trim());
    }
    return this.#out.text;
  }

  #open(): void {
    this.#toSkip = 0;
    if (this.#stack.push(this.#state) > MAX_DEPTH)
      throw new Unreadable('damaged', 'too many groups inside one another');
  }

  #close(): boolean {
    this.#toSkip = 0;
    this.#mayBeDropped = false;
    this.#state = this.#stack.pop() ?? this.#state;
    return this.#stack.length > 0;
  }

  #set(changes: Partial<State>): void {
    this.#state = { ...this.#state, ...changes };
  }

  #addBytes(bytes: Iterable<number>): void {
    for (const byte of bytes) {
      if (this.#toSkip > 0) this.#toSkip--;
      else if (byte !== 0) this.#bytes.push(byte);
    }
  }

  #flush(): void {
    if (!this.#bytes.length) return;
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    if (this.#isRead) this.#addText(decodeBytes(bytes, this.#codePages.get(this.#font) ?? this.#codePage));
  }

  get #font(): number {
    return this.#state.font < 0 ? this.#defaultFont : this.#state.font;
  }

  /** Whether the words are words of the text. */
  get #isRead(): boolean {
    const { destination, hidden, deleted } = this.#state;
    return destination === 'text' && !hidden && !deleted;
  }

  #addText(text: string): void {
    if (this.#isRead) this.#place().addExact(text);
  }

  /** Where words go: into the text, a note, a box, or the cell of a table. */
  #place(): TextBuilder {
    const { out, inTable } = this.#state;
    if (out !== this.#out) return out;
    if (inTable) return this.#openCell();
    if (this.#cells.length) this.#endRow();
    if (this.#isAfterRow) out.endBlock();
    this.#isAfterRow = false;
    return out;
  }

  #openCell(): TextBuilder {
    const cell = this.#cells.at(-1) ?? new TextBuilder();
    if (!this.#cells.length) this.#cells.push(cell);
    return cell;
  }

  #readSymbol(sign: string): void {
    if (sign === '*') this.#mayBeDropped = true;
    else if (sign === '\n' || sign === '\r') this.#endParagraph();
    else if (Object.hasOwn(SYMBOLS, sign)) this.#addText(SYMBOLS[sign] ?? '');
  }

  #readWord(name: string, value: number | null): void {
    const mayBeDropped = this.#mayBeDropped;
    this.#mayBeDropped = false;
    this.#toSkip = 0;
    if (name === 'bin') this.#tokens.skipBytes(value ?? 0);
    else if (this.#opensDestination(name, mayBeDropped)) return;
    else if (this.#state.destination === 'fonts') this.#readFontWord(name, value);
    else if (Object.hasOwn(SIGNS, name)) this.#addText(SIGNS[name] ?? '');
    else if (name === 'u') this.#addUnicode(value ?? 0);
    else if (Object.hasOwn(FAMILIES, name)) this.#codePage = FAMILIES[name] ?? DEFAULT_CODE_PAGE;
    else this.#readFormat(name, value) || this.#readBreak(name);
  }

  /** Whether a word says what its group is. */
  #opensDestination(name: string, mayBeDropped: boolean): boolean {
    const { destination } = this.#state;
    if (name === 'ud' && destination === 'twice') this.#set({ destination: 'text' });
    else if (name === 'result' && destination === 'around') this.#set({ destination: 'text' });
    else if (name === 'shptxt' && destination === 'around') this.#openAside(this.#boxes);
    else if (destination === 'dropped') return false;
    else if (name === 'fonttbl') this.#set({ destination: 'fonts' });
    else if (name === 'upr') this.#set({ destination: 'twice' });
    else if (name === 'footnote') this.#openAside(this.#notes);
    else if (AROUND.has(name)) this.#set({ destination: 'around' });
    else if (mayBeDropped || DROPPED.has(name)) this.#set({ destination: 'dropped' });
    else return false;
    return true;
  }

  /** Words that are no part of the paragraph in which they stand. */
  #openAside(asides: TextBuilder[]): void {
    const out = new TextBuilder();
    asides.push(out);
    this.#set({ destination: 'text', out, inTable: false });
  }

  #readFontWord(name: string, value: number | null): void {
    if (name === 'f') this.#listedFont = value ?? 0;
    const codePage = name === 'cpg' ? value : name === 'fcharset' ? codePageOf(value ?? 0) : null;
    if (codePage != null) this.#codePages.set(this.#listedFont, codePage);
  }

  #addUnicode(value: number): void {
    // Numbers have a sign and 16 bits; a pair of them may be one character.
    this.#addText(String.fromCharCode(value & 0xffff));
    this.#toSkip = this.#state.fallback;
  }

  /** Whether a word is about the look of what follows, or about the whole document. */
  #readFormat(name: string, value: number | null): boolean {
    const isOn = value !== 0;
    if (name === 'ansicpg') this.#codePage = value ?? DEFAULT_CODE_PAGE;
    else if (name === 'deff') this.#defaultFont = value ?? 0;
    else if (name === 'f') this.#set({ font: value ?? 0 });
    else if (name === 'uc') this.#set({ fallback: Math.max(0, value ?? 1) });
    else if (name === 'v') this.#set({ hidden: isOn });
    else if (name === 'deleted') this.#set({ deleted: isOn });
    else if (name === 'plain') this.#set({ font: -1, hidden: false, deleted: false });
    else if (name === 'intbl') this.#set({ inTable: isOn });
    else if (name === 'pard') this.#set({ inTable: false });
    else return false;
    return true;
  }

  #readBreak(name: string): void {
    if (this.#state.destination !== 'text') return;
    if (name === 'par' || name === 'page' || name === 'sect' || name === 'column') this.#endParagraph();
    else if (name === 'line') this.#place().lineBreak();
    else if (name === 'cell') this.#endCell();
    else if (name === 'row') this.#endRow();
    // A table in a cell is a part of its line.
    else if (name === 'nestcell' || name === 'nestrow') this.#place().addFlowing(' ');
  }

  /** Where the end of a paragraph was deleted, it goes on in the next. */
  #endParagraph(): void {
    if (this.#state.deleted) return;
    const place = this.#place();
    place.endBlock();
    if (place === this.#out) this.#addBoxes();
  }

  #addBoxes(): void {
    for (const box of this.#boxes) {
      this.#out.endBlock();
      this.#out.addExact(box.text);
      this.#out.endBlock();
    }
    this.#boxes = [];
  }

  /** Where nothing says that a cell is one, its words stand in the text already. */
  #endCell(): void {
    const { out, inTable } = this.#state;
    if (out !== this.#out || !(inTable || this.#cells.length)) {
      out.cellBorder();
      return;
    }
    this.#openCell();
    this.#cells.push(new TextBuilder());
  }

  /** A line a row, a tab between cells. */
  #endRow(): void {
    const { out } = this.#state;
    // Behind the last cell nothing follows.
    const cells = this.#cells.filter((cell, i) => i < this.#cells.length - 1 || cell.text);
    this.#cells = [];
    for (const [i, cell] of cells.entries()) {
      if (i) this.#out.cellBorder();
      this.#out.addFlowing(cell.text);
    }
    out.endBlock(1);
    this.#isAfterRow ||= out === this.#out;
    if (cells.length) this.#addBoxes();
  }
}

/** Whether a token is one character, as what stands behind `\u` for other programs. */
const isOneSign = (token: RtfToken): boolean =>
  (token.kind === 'word' && Object.hasOwn(SIGNS, token.name)) ||
  (token.kind === 'symbol' && Object.hasOwn(SYMBOLS, token.sign));
