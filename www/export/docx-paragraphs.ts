// Stretches of one text with its changes → the paragraphs of a Word document in WordprocessingML (ECMA-376). Two line ends in
// a row end a paragraph, a single one is a break inside it; either may be tracked as well.
import type { Side } from '../sides.js';

export type Kind = 'same' | 'cut' | 'new';

/** Line ends that stand together, counted by kind. */
type LineEnds = Record<Kind, number>;

const LINE_END = /\r\n?|[\n\u2028\u2029]/g;

/** Control characters, what is no character, and half surrogate pairs: XML cannot hold them. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '\ufffd').replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);

/** Whether a paragraph is written from right to left: its first letter tells. */
const isRightToLeft = (text: string): boolean =>
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text);

export interface WriterOptions {
  date: Date;
  isHeading: (side: Side, offset: number) => boolean;
}

interface Run {
  kind: Kind;
  /** Its text; a line break for null. */
  text: string | null;
}

export class DocumentWriter {
  readonly #options: WriterOptions;
  readonly #paragraphs: string[] = [];
  #runs: Run[] = [];
  #isHeading = false;
  #lineEnds: LineEnds = { same: 0, cut: 0, new: 0 };
  #changes = 0;

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  /** Adds a stretch of a text. `at`: where it stands. */
  add(kind: Kind, text: string, at: { side: Side; start: number }): void {
    let from = 0;
    for (const { 0: lineEnd, index } of text.matchAll(LINE_END)) {
      this.#addWords(kind, text.slice(from, index), at.side, at.start + from);
      this.#lineEnds[kind]++;
      from = index + lineEnd.length;
    }
    this.#addWords(kind, text.slice(from), at.side, at.start + from);
  }

  /** The body of the document. */
  end(): string {
    this.#endParagraph('same');
    return this.#paragraphs.join('');
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

  #addWords(kind: Kind, text: string, side: Side, offset: number): void {
    // Blanks beside a line end are of no paragraph.
    if (!text || (!text.trim() && this.#followsLineEnd(kind))) return;
    this.#writeLineEnds();
    if (!this.#runs.length) this.#isHeading = this.#options.isHeading(side, offset);
    const last = this.#runs.at(-1);
    if (last?.kind === kind && last.text !== null) last.text += text;
    else this.#runs.push({ kind, text });
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
    if (lineEnds === 1) this.#runs.push({ kind, text: null });
    else if (lineEnds > 1 && (this.#runs.length || this.#paragraphs.length)) this.#endParagraph(kind);
  }

  #endParagraph(kind: Kind): void {
    const words = this.#runs.map(({ text }) => text ?? ' ').join('');
    const isRtl = isRightToLeft(words);
    const runs = this.#runs.map((run) => this.#track(run.kind, writeRun(run, isRtl))).join('');
    const style = this.#isHeading ? '<w:pStyle w:val="Heading1"/>' : '';
    const end = kind === 'same' ? '' : `<w:rPr><w:${TAGS[kind]} ${this.#mark()}/></w:rPr>`;
    const properties = `${style}${isRtl ? '<w:bidi/>' : ''}${end}`;
    this.#paragraphs.push(`<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${runs}</w:p>`);
    this.#runs = [];
    this.#isHeading = false;
  }

  #track(kind: Kind, run: string): string {
    return kind === 'same' ? run : `<w:${TAGS[kind]} ${this.#mark()}>${run}</w:${TAGS[kind]}>`;
  }

  /** The attributes of one tracked change. */
  #mark(): string {
    const date = this.#options.date.toISOString().replace(/\.\d+Z$/, 'Z');
    return `w:id="${this.#changes++}" w:author="article-diff" w:date="${date}"`;
  }
}

const TAGS = { cut: 'del', new: 'ins' } as const;

function writeRun({ kind, text }: Run, isRtl: boolean): string {
  const properties = isRtl ? '<w:rPr><w:rtl/></w:rPr>' : '';
  if (text === null) return `<w:r>${properties}<w:br/></w:r>`;
  const tag = kind === 'cut' ? 'w:delText' : 'w:t';
  const inside = text
    .split('\t')
    .map((part) => (part ? `<${tag} xml:space="preserve">${escapeXml(part)}</${tag}>` : ''))
    .join('<w:tab/>');
  return `<w:r>${properties}${inside}</w:r>`;
}
