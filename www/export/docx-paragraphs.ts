// Stretches of one text with its changes → the paragraphs of a Word document in WordprocessingML (ECMA-376). Two line ends in
// a row end a paragraph, a single one is a break inside it; either may be tracked as well.
import type { Side } from '../sides.js';
import type { Look } from '../view/model/types.js';
import { trackedTag, writeRun, type Kind, type Run, type RunLook } from './docx-runs.js';
import { LIST_INDENT, LIST_LEVELS } from './docx-styles.js';

/** Line ends that stand together, counted by kind. */
type LineEnds = Record<Kind, number>;

const LINE_END = /\r\n?|[\n\u2028\u2029]/g;

/** Whether a paragraph is written from right to left: its first letter tells. */
const isRightToLeft = (text: string): boolean =>
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text);

/** What a paragraph is. */
export interface ParagraphLook {
  isHeading: boolean;
  /** What the document says of it. */
  look: Look | null;
  /** What it was in Before, where that differs. */
  was: Look | null;
}

export interface WriterOptions {
  date: Date;
  /** What the paragraph is that begins at an offset of one side, or goes on there. */
  lookAt: (side: Side, offset: number) => ParagraphLook | null;
  /** Whether what begins behind a single line end is a paragraph of its own, as an item of a list is. */
  isApart: (side: Side, offset: number) => boolean;
}

/** A stretch of words. */
export interface Words {
  kind: Kind;
  text: string;
  side: Side;
  start: number;
  look?: RunLook | null;
}

export class DocumentWriter {
  readonly #options: WriterOptions;
  readonly #paragraphs: string[] = [];
  readonly #links: string[] = [];
  #runs: Run[] = [];
  #look: (ParagraphLook & { side: Side }) | null = null;
  #lineEnds: LineEnds = { same: 0, cut: 0, new: 0 };
  #changes = 0;
  #orderedLists = 0;
  /** The numbers of the numbered lists that were written last, by their depth. */
  readonly #lists = new Map<number, number>();

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  add(words: Words): void {
    const { kind, text, side, start } = words;
    let from = 0;
    for (const { 0: lineEnd, index } of text.matchAll(LINE_END)) {
      this.#addWords({ ...words, text: text.slice(from, index), start: start + from });
      from = index + lineEnd.length;
      this.#lineEnds[kind] += this.#options.isApart(side, start + from) ? 2 : 1;
    }
    this.#addWords({ ...words, text: text.slice(from), start: start + from });
  }

  /** Adds words that are in neither text, such as the name of a picture. */
  addName({ kind, text, look = null }: Words): void {
    this.#writeLineEnds();
    this.#runs.push({ kind, text, look });
  }

  /** The body of the document. */
  end(): string {
    this.#endParagraph('same');
    return this.#paragraphs.join('');
  }

  /** The addresses of its links, by their ids. */
  get links(): readonly string[] {
    return this.#links;
  }

  get orderedLists(): number {
    return this.#orderedLists;
  }

  get #hasLineEnds(): boolean {
    const { same, cut, new: added } = this.#lineEnds;
    return same + cut + added > 0;
  }

  /** Whether a line end stands directly before, in each version that has words of this kind. */
  #followsLineEnd(kind: Kind): boolean {
    const { same, cut, new: added } = this.#lineEnds;
    if (kind === 'same') return same + Math.min(cut, added) > 0;
    return same + (kind === 'cut' ? cut : added) > 0;
  }

  #addWords({ kind, text, side, start, look = null }: Words): void {
    // Blanks beside a line end are of no paragraph.
    if (!text || (!text.trim() && this.#followsLineEnd(kind))) return;
    this.#writeLineEnds();
    // The words of After say what a paragraph is, where it has any.
    if (!this.#look || (this.#look.side === 'before' && side === 'after')) {
      const found = this.#options.lookAt(side, start);
      if (found) this.#look = { ...found, side };
    }
    const last = this.#runs.at(-1);
    if (last?.kind === kind && last.text !== null && last.look === look) last.text += text;
    else this.#runs.push({ kind, text, look });
  }

  /** What stands in Before between two words, and what stands there in After. */
  #writeLineEnds(): void {
    if (!this.#hasLineEnds) return;
    const { same, cut, new: added } = this.#lineEnds;
    this.#lineEnds = { same: 0, cut: 0, new: 0 };
    const [before, after] = [Math.min(same + cut, 2), Math.min(same + added, 2)];
    if (before === after) this.#writeBreak('same', before);
    else {
      this.#writeBreak('cut', before);
      this.#writeBreak('new', after);
    }
  }

  #writeBreak(kind: Kind, lineEnds: number): void {
    if (lineEnds === 1) this.#runs.push({ kind, text: null, look: null });
    else if (lineEnds > 1 && (this.#runs.length || this.#paragraphs.length)) this.#endParagraph(kind);
  }

  #endParagraph(kind: Kind): void {
    const words = this.#runs.map(({ text }) => text ?? ' ').join('');
    const isRtl = isRightToLeft(words);
    const writing = { isRtl, mark: () => this.#mark(), linkId: (address: string) => this.#linkId(address) };
    const runs = this.#runs.map((run) => writeRun(run, writing)).join('');
    const { isHeading = false, look = null, was = null } = this.#look ?? {};
    const bidi = isRtl ? '<w:bidi/>' : '';
    const end = kind === 'same' ? '' : `<w:rPr><${trackedTag(kind)} ${this.#mark()}/></w:rPr>`;
    const change = was
      ? `<w:pPrChange ${this.#mark()}><w:pPr>${this.#style(was, false)}${bidi}${indentOf(was)}</w:pPr></w:pPrChange>`
      : '';
    const properties = `${this.#style(look, isHeading)}${bidi}${indentOf(look)}${end}${change}`;
    this.#paragraphs.push(`<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${runs}</w:p>`);
    this.#runs = [];
    this.#look = null;
  }

  #style(look: Look | null, isHeading: boolean): string {
    const style = (name: string): string => `<w:pStyle w:val="${name}"/>`;
    if (!look) return isHeading ? style('Heading1') : '';
    const { heading, list, kinds } = look;
    if (heading) return style(`Heading${heading}`);
    const name = STYLES.find(([kind]) => kinds.includes(kind))?.[1];
    if (!list) return name ? style(name) : '';
    const level = Math.min(list.depth, LIST_LEVELS) - 1;
    if (list.number === null) return style(name ?? 'ListParagraph');
    const number = list.ordered ? this.#listNumber(list.depth, list.number) : 1;
    return `${style(name ?? 'ListParagraph')}<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${number}"/></w:numPr>`;
  }

  /** The number of the numbered list that an item of a depth is in. */
  #listNumber(depth: number, number: number): number {
    const known = this.#lists.get(depth);
    if (known !== undefined && number > 1) return known;
    const made = ++this.#orderedLists + 1;
    this.#lists.set(depth, made);
    return made;
  }

  #linkId(address: string): string {
    if (!this.#links.includes(address)) this.#links.push(address);
    return `link${this.#links.indexOf(address) + 1}`;
  }

  /** The attributes of one tracked change. */
  #mark(): string {
    const date = this.#options.date.toISOString().replace(/\.\d+Z$/, 'Z');
    return `w:id="${this.#changes++}" w:author="article-diff" w:date="${date}"`;
  }
}

/** What goes on in an item has no number of its own, and is set in as its item is. */
const indentOf = (look: Look | null): string =>
  look?.list && look.list.number === null && !look.heading
    ? `<w:ind w:left="${LIST_INDENT * (Math.min(look.list.depth, LIST_LEVELS) + 1)}"/>`
    : '';

/** The styles of what is neither a heading nor an item. */
const STYLES = [
  ['preformatted', 'HTMLPreformatted'],
  ['caption', 'Caption'],
  ['quote', 'Quote'],
] as const;
