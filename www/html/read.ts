// HTML, an element, or the named parts of a story -> a document that compare() takes in the place of a string.
import type { ArticleDocument, BlockStructure, Part } from '../engine/document.js';
import type { Span } from '../engine/types.js';
import { DocumentBuilder, type Run } from './builder.js';
import { dom, isDomNode, type Tree } from './tree.js';
import { Reader } from './walk.js';

/** HTML as a string, or a node of a page. */
export type Html = string | Node;

/** A story as a CMS keeps it: each part HTML of its own. They are read in this order, as one document. */
export interface Parts {
  title?: Html | undefined;
  standfirst?: Html | undefined;
  body?: Html | undefined;
  captions?: Html | readonly Html[] | undefined;
}

/** A document that knows where its text comes from. */
export interface ReadDocument extends ArticleDocument {
  /**
   * The range of the page that a span of the text is; null where the HTML came as a string, or the span is outside of the text.
   * Where the page has changed since, so may the range.
   */
  rangeOf(span: Span): Range | null;
}

/** What parses a string of HTML, and how its tree is read. */
export interface Parser<N> {
  parse(html: string): N;
  tree: Tree<N>;
}

const PARTS: readonly Part[] = ['title', 'standfirst', 'body', 'captions'];

/** What a part is as a whole. */
const STRUCTURES: Partial<Record<Part, BlockStructure>> = {
  title: { kind: 'heading', level: 1 },
  standfirst: { kind: 'paragraph' },
  captions: { kind: 'caption' },
};

/** A blank line between parts. */
const BLANK_LINE = 2;

/** Makes `read` out of a parser. */
export function readerWith<N extends object>({ parse, tree }: Parser<N>): (html: Html | Parts) => ReadDocument {
  return (html) => {
    const out = new DocumentBuilder<object>();
    // A node of the page is read where it stands; a string becomes a tree of the parser.
    const readOne = (one: Html, part?: Part): void => {
      if (isDomNode(one)) new Reader(dom as Tree<object>, out).read(one, part);
      else new Reader(tree as Tree<object>, out).read(parse(one), part);
    };
    if (typeof html === 'string' || isDomNode(html)) readOne(html);
    else for (const part of PARTS) readPart(part, html[part], out, readOne);
    out.finish();
    const { text, blocks, marks, runs } = out;
    return { text, blocks, marks, rangeOf: (span) => rangeOf(span, runs) };
  };
}

function readPart(
  part: Part,
  content: Html | readonly Html[] | undefined,
  out: DocumentBuilder<object>,
  readOne: (one: Html, part: Part) => void,
): void {
  const structure = STRUCTURES[part];
  const all = content === undefined || content === null ? [] : isList(content) ? content : [content];
  for (const one of all) {
    out.endBlock(BLANK_LINE);
    const open = structure && out.open();
    readOne(one, part);
    if (structure && open) out.closeBlock(open, { ...structure, part });
    out.endBlock(BLANK_LINE);
  }
}

const isList = (content: Html | readonly Html[]): content is readonly Html[] => Array.isArray(content);

function rangeOf([start, end]: Span, runs: readonly Run<object>[]): Range | null {
  // A border between two runs belongs to the one before it at the end of a span, and to the one behind it at the start.
  const first = runs.find(({ at, length }) => at + length > start) ?? runs.at(-1);
  const last = runs.findLast(({ at }) => at < end) ?? first;
  if (start < 0 || start > end || !first || !last || !isDomNode(first.node) || !isDomNode(last.node)) return null;
  const owner = first.node.ownerDocument;
  // A document without a window is the one that a string was parsed into: nobody sees it.
  if (!owner?.defaultView || end > last.at + last.length) return null;
  const range = owner.createRange();
  const within = (run: Run<object>, place: number): number =>
    run.offset + Math.min(Math.max(place - run.at, 0), run.length);
  range.setStart(first.node, within(first, start));
  range.setEnd(last.node, Math.max(within(last, end), first === last ? within(first, start) : 0));
  return range;
}
