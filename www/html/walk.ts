// A tree of markup -> a document: which elements are blocks, which are marks, and what of it nobody reads.
import type { BlockStructure, MarkStructure, Part } from '../engine/document.js';
import { LISTS, hidesText, keepsWhiteSpace } from '../import/reading-rules.js';
import type { DocumentBuilder } from './builder.js';
import type { Tree } from './tree.js';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What is no text, or none that a reader sees. */
const DROPPED = words(
  'script style noscript template head title svg canvas select datalist textarea input button progress meter map rp rt frameset noframes',
);
/** What comes from elsewhere. `embed-frame` stands for an `iframe`, see strip-active-markup.ts. */
const EMBEDS = words('iframe embed-frame embed object video audio');
/** A blank line before and after. */
const PARAGRAPHS = words(
  'p h1 h2 h3 h4 h5 h6 blockquote pre table figure figcaption article section header footer main aside nav form fieldset hr details address hgroup body html',
);
/** A line of their own. */
const ROWS = words('div li tr dt dd caption summary legend option center thead tbody tfoot');

/** Elements that mark a span, and nothing else. */
const MARKS: Readonly<Record<string, Exclude<MarkStructure, { address: string } | { source: string }>['kind']>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  dfn: 'emphasis',
  cite: 'emphasis',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  sub: 'sub',
  sup: 'sup',
};

/** Some editors wrap all that they copy in a <b> of normal weight. */
const NORMAL_WEIGHT = /(?:^|;)\s*font-weight\s*:\s*(?:normal|[1-4]00)/i;

interface Context {
  /** Whether white space is part of the text, as in <pre>. */
  readonly keepsSpace: boolean;
  /** The lists around, outermost first. */
  readonly lists: readonly ('ordered' | 'unordered')[];
  /** Whether it is read as one line, as a cell of a table is. */
  readonly inCell: boolean;
}

/** A node to read, or what is to be done once the nodes before it are read. */
type Task<Node> = { readonly node: Node; readonly context: Context } | (() => void);

type Get = (attribute: string) => string | null;

/** Reads trees into a builder. Without recursion: pages nest deeper than a stack. */
export class Reader<Node> {
  readonly #tree: Tree<Node>;
  readonly #out: DocumentBuilder<Node>;
  readonly #tasks: Task<Node>[] = [];
  /** Cells with another one before them in their row. */
  readonly #furtherCells = new Set<Node>();
  #part: Part | undefined;

  constructor(tree: Tree<Node>, out: DocumentBuilder<Node>) {
    this.#tree = tree;
    this.#out = out;
  }

  /** @param part the part of the story that all of the tree is */
  read(root: Node, part?: Part): void {
    this.#part = part;
    this.#tasks.push({ node: root, context: { keepsSpace: false, lists: [], inCell: false } });
    for (let task = this.#tasks.pop(); task; task = this.#tasks.pop()) {
      if (typeof task === 'function') task();
      else this.#readNode(task.node, task.context);
    }
  }

  #readNode(node: Node, context: Context): void {
    const text = this.#tree.text(node);
    if (text !== null) {
      if (context.keepsSpace) this.#out.addExact(text, node);
      else this.#out.addFlowing(text, node);
      return;
    }
    const name = this.#tree.name(node);
    if (name !== null) this.#readElement(node, name, context);
    // A document, or a fragment of one.
    else this.#readChildren(node, context);
  }

  #readElement(node: Node, name: string, context: Context): void {
    const out = this.#out;
    const get: Get = (attribute) => this.#tree.attribute(node, attribute);
    const style = get('style') ?? '';
    if (DROPPED.has(name) || get('hidden') !== null || hidesText(style)) return;
    if (name === 'br') return context.inCell ? out.gap() : out.lineBreak();
    if (name === 'img') return out.addImage(imageOf(get));
    if (EMBEDS.has(name)) return out.addEmbed(this.#sourceOf(node, get));
    const isCell = name === 'td' || name === 'th';
    const inner: Context = {
      keepsSpace: context.keepsSpace || name === 'pre' || keepsWhiteSpace(style),
      lists: LISTS.has(name) ? [...context.lists, name === 'ol' ? 'ordered' : 'unordered'] : context.lists,
      inCell: context.inCell || isCell,
    };
    const lines = linesAround(name, context);
    const border = (): void => {
      if (lines && context.inCell) out.gap();
      else if (lines) out.endBlock(lines);
    };
    border();
    if (isCell && this.#furtherCells.has(node)) out.cellBorder();
    if (name === 'tr') this.#noteCells(node);
    const close = this.#open(name, style, get, inner);
    this.#tasks.push(() => {
      close?.();
      border();
    });
    this.#readChildren(node, inner);
  }

  #readChildren(node: Node, context: Context): void {
    const children = [...this.#tree.children(node)].reverse();
    for (const child of children) this.#tasks.push({ node: child, context });
  }

  /** Opens the block or the mark that an element is; what is returned closes it. */
  #open(name: string, style: string, get: Get, { lists }: Context): (() => void) | null {
    const block = blockOf(name, lists);
    const mark = block ? null : markOf(name, style, get);
    if (!block && !mark) return null;
    const open = this.#out.open();
    const part = this.#part;
    return () => {
      if (block) this.#out.closeBlock(open, part ? { ...block, part } : block);
      else if (mark) this.#out.closeMark(open, mark);
    };
  }

  #sourceOf(node: Node, get: Get): string {
    const own = get('src') ?? get('data');
    if (own !== null) return own;
    for (const child of this.#tree.children(node)) {
      const source = this.#tree.name(child) === 'source' ? this.#tree.attribute(child, 'src') : null;
      if (source !== null) return source;
    }
    return '';
  }

  #noteCells(row: Node): void {
    const cells = [...this.#tree.children(row)].filter((node) => /^t[dh]$/.test(this.#tree.name(node) ?? ''));
    for (const cell of cells.slice(1)) this.#furtherCells.add(cell);
  }
}

function imageOf(get: Get): MarkStructure {
  const alternative = get('alt');
  const source = get('src') ?? get('srcset') ?? '';
  return { kind: 'image', source, ...(alternative === null ? {} : { alternative }) };
}

/** How many line ends an element asks for around itself. */
function linesAround(name: string, { lists }: Context): number {
  if (LISTS.has(name)) return lists.length ? 1 : 2;
  if (PARAGRAPHS.has(name)) return lists.length && name === 'p' ? 1 : 2;
  return ROWS.has(name) ? 1 : 0;
}

function blockOf(name: string, lists: Context['lists']): BlockStructure | null {
  switch (name) {
    case 'p':
      return { kind: 'paragraph' };
    case 'blockquote':
      return { kind: 'quotation' };
    case 'pre':
      return { kind: 'preformatted' };
    case 'td':
    case 'th':
      return { kind: 'table-cell' };
    case 'figcaption':
    case 'caption':
      return { kind: 'caption' };
    case 'li':
      return { kind: 'list-item', list: lists.at(-1) ?? 'unordered', depth: Math.max(1, lists.length) };
    default:
      return /^h[1-6]$/.test(name) ? { kind: 'heading', level: Number(name[1]) } : null;
  }
}

function markOf(name: string, style: string, get: Get): MarkStructure | null {
  if (name === 'a') {
    const address = get('href');
    return address === null ? null : { kind: 'link', address };
  }
  const kind = Object.hasOwn(MARKS, name) ? MARKS[name]! : null;
  return kind === null || (kind === 'strong' && NORMAL_WEIGHT.test(style)) ? null : { kind };
}
