// A text with its structure, as an editor or a CMS holds it -> the numbers that the module compares. Addresses, levels and other
// values stay here: the module gets a number for each, and its report is given the values back.
import { ArticleDiffError } from './errors.js';
import type { FormatKind, Span } from './types.js';

/** What a block is. */
export type BlockStructure =
  | { kind: 'paragraph' | 'quotation' | 'preformatted' | 'table-cell' | 'caption' }
  /** `level`: 1 to 6. */
  | { kind: 'heading'; level: number }
  /** `depth`: 1, the default, for an item of a list that is in no other. */
  | { kind: 'list-item'; list: 'ordered' | 'unordered'; depth?: number }
  /** Something from elsewhere, such as a video. It takes no text: its span is empty. */
  | { kind: 'embed'; source: string };

/** A part of a story as a CMS names it. */
export type Part = 'title' | 'standfirst' | 'body' | 'captions';

/** A block of a document. Blocks may lie in one another, as a list in a quotation does. */
export type DocumentBlock = BlockStructure & { span: Span; part?: Part };

/** How a span inside a block is marked. */
export type MarkStructure =
  | { kind: 'strong' | 'emphasis' | 'underline' | 'strike' | 'code' | 'sub' | 'sup' }
  /** `address`: where it leads, as the author wrote it. */
  | { kind: 'link'; address: string }
  /** It takes no text: its span is empty. `alternative`: what is said in its place. */
  | { kind: 'image'; source: string; alternative?: string };

/** A mark of a document. Marks may overlap. */
export type DocumentMark = MarkStructure & { span: Span };

/** A text with its structure. All spans are UTF-16 code units of the text. */
export interface ArticleDocument {
  text: string;
  blocks: readonly DocumentBlock[];
  marks: readonly DocumentMark[];
}

/** What one span is, as the report names it. */
export interface Format {
  kind: FormatKind;
  span: Span;
  value: string;
}

/** What a comparison is given: two texts, and what the structure of both is in numbers, where one has any. */
export interface Input {
  before: string;
  after: string;
  /** As www/wasm/src/formats.rs reads them. */
  formats?: Uint32Array<ArrayBuffer>;
  /** What the numbers of values stand for. */
  values: readonly string[];
}

/** All kinds in the order of the module (`FormatKind::ALL`). The last three say what a block is, and are not compared. */
export const KINDS = [
  'link',
  'image',
  'alt',
  'heading',
  'list',
  'depth',
  'quote',
  'preformatted',
  'table',
  'caption',
  'emphasis',
  'strong',
  'underline',
  'strike',
  'code',
  'sub',
  'sup',
  'embed',
  'paragraph',
  'headline',
  'standfirst',
] as const satisfies readonly (FormatKind | 'paragraph' | 'headline' | 'standfirst')[];

type Kind = (typeof KINDS)[number];

/** A format, or what a block is and is not compared. */
type Entry = Omit<Format, 'kind'> & { kind: Kind };

/** Kinds of block that have no value, by their names in a report. */
const BLOCKS = {
  paragraph: 'paragraph',
  quotation: 'quote',
  preformatted: 'preformatted',
  'table-cell': 'table',
  caption: 'caption',
} as const;

const MARKS = ['strong', 'emphasis', 'underline', 'strike', 'code', 'sub', 'sup'] as const;

/** What a part says of a block. */
const PARTS: Partial<Record<Part, Kind>> = { title: 'headline', standfirst: 'standfirst', captions: 'caption' };

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether a value is meant as a document. */
export const isDocument = (value: unknown): value is ArticleDocument =>
  isObject(value) && 'text' in value && 'blocks' in value && 'marks' in value;

/** The texts of two strings or documents, with their structure in numbers. Throws where a document is none. */
export function inputOf(before: string | ArticleDocument, after: string | ArticleDocument): Input {
  if (typeof before === 'string' && typeof after === 'string') return { before, after, values: [] };
  const values = new Map<string, number>();
  const number = (value: string): number => {
    const known = values.get(value) ?? values.size;
    values.set(value, known);
    return known;
  };
  const [one, other] = [before, after].map((document) =>
    (typeof document === 'string' ? [] : entriesOf(document)).map(({ kind, span: [start, end], value }) => [
      KINDS.indexOf(kind),
      start,
      end,
      number(value),
    ]),
  );
  const textOf = (document: string | ArticleDocument): string =>
    typeof document === 'string' ? document : document.text;
  return {
    before: textOf(before),
    after: textOf(after),
    formats: Uint32Array.from([one!.length, ...one!, ...other!].flat()),
    values: [...values.keys()],
  };
}

/** What a document says of its text, as a report would name it: outer spans come before those inside them. */
export const formatsOf = (document: ArticleDocument): Format[] =>
  entriesOf(document).filter((entry): entry is Format => KINDS.indexOf(entry.kind) < KINDS.indexOf('paragraph'));

function entriesOf({ text, blocks, marks }: ArticleDocument): Entry[] {
  if (typeof text !== 'string' || !Array.isArray(blocks) || !Array.isArray(marks)) {
    throw invalid('A document is { text, blocks, marks }: a string and two arrays');
  }
  const entries: Entry[] = [];
  for (const block of blocks as readonly DocumentBlock[]) {
    const add = (kind: Kind, value = ''): unknown => entries.push({ kind, span: spanOf(block, text), value });
    addBlock(block, add);
    const part = block.part && PARTS[block.part];
    if (part) add(part);
  }
  for (const mark of marks as readonly DocumentMark[]) {
    const add = (kind: Kind, value = ''): unknown => entries.push({ kind, span: spanOf(mark, text), value });
    addMark(mark, add);
  }
  return entries;
}

type Add = (kind: Kind, value?: string) => unknown;

function addBlock(block: DocumentBlock, add: Add): void {
  switch (block.kind) {
    case 'heading':
      return void add('heading', String(block.level));
    case 'list-item':
      if (block.depth && block.depth > 1) add('depth', String(block.depth));
      return void add('list', block.list);
    case 'embed':
      return void add('embed', String(block.source));
    default: {
      const kind = Object.hasOwn(BLOCKS, block.kind) && BLOCKS[block.kind];
      if (!kind) throw invalid(`There is no kind of block ${JSON.stringify(block.kind)}`);
      add(kind);
    }
  }
}

function addMark(mark: DocumentMark, add: Add): void {
  switch (mark.kind) {
    case 'link':
      return void add('link', String(mark.address));
    case 'image':
      add('image', String(mark.source));
      if (mark.alternative != null) add('alt', String(mark.alternative));
      return;
    default:
      if (!MARKS.includes(mark.kind)) throw invalid(`There is no kind of mark ${JSON.stringify(mark.kind)}`);
      add(mark.kind);
  }
}

function spanOf(entry: { kind: string; span: Span }, text: string): Span {
  const [start, end] = Array.isArray(entry.span) ? entry.span : [];
  const isInside =
    Number.isInteger(start) && Number.isInteger(end) && start! >= 0 && start! <= end! && end! <= text.length;
  if (isInside) return [start!, end!];
  throw invalid(
    `A ${String(entry.kind)} has the span ${JSON.stringify(entry.span)}, which is none of the document's text`,
  );
}

const invalid = (what: string): ArticleDiffError => new ArticleDiffError('invalid-document', `${what}.`);
