// The element in which an editor shows its text → a side that is marked by the CSS Custom Highlight API: for editors that have no
// decorations of their own. The editor notices nothing.
import { ArticleDiffError } from '../engine/errors.js';
import type { ReadText } from '../highlight/differences.js';
import type { Surface } from '../highlight/marking.js';
import { PageSurface } from '../highlight/page-surface.js';
import { canHighlight, canHighlightIn, type Paint } from '../highlight/painter.js';
import { dom, type DomNode, type Tree } from '../html/tree.js';
import { readTree } from './read-tree.js';

/** Tells the element now, and each time that the editor takes another one or none; what it returns ends that. */
export type WatchRoot = (tell: (root: HTMLElement | null) => void) => () => void;

const NOTHING: ReadText<Range> = { text: '', structure: null, rangesOf: () => [] };

export class ElementSurface<Node> implements Surface<Range> {
  readonly #watchRoot: WatchRoot;
  readonly #attributes: readonly string[];
  readonly #read: (root: Element) => ReadText<Range>;
  #unwatch: (() => void) | null = null;
  #root: HTMLElement | null = null;
  #surface: PageSurface | null = null;
  #edited: (() => void) | null = null;

  /**
   * @param tree how the editor's elements are read; its texts are nodes of the page
   * @param attributes those that they are read by, besides those of links and pictures
   */
  constructor(watchRoot: WatchRoot, tree: Tree<Node>, attributes: readonly string[] = []) {
    if (!canHighlight()) throw unsupported();
    this.#watchRoot = watchRoot;
    this.#attributes = attributes;
    this.#read = (root) =>
      readTree(tree, root as Node, (node, start, end) => rangeIn(node as unknown as Text, start, end));
  }

  start(edited: () => void): void {
    this.#unwatch = this.#watchRoot((root) => this.#setRoot(root, edited));
    this.#edited = edited;
  }

  read(): ReadText<Range> {
    return this.#surface?.read() ?? NOTHING;
  }

  paint(paints: ReadonlyMap<Paint, readonly Range[]>): void {
    this.#surface?.paint(paints);
  }

  show(ranges: readonly Range[]): void {
    this.#surface?.show(ranges);
  }

  hasNews(): boolean {
    return this.#surface?.hasNews() ?? false;
  }

  end(): void {
    this.#unwatch?.();
    this.#surface?.end();
    this.#surface = this.#root = this.#edited = null;
  }

  #setRoot(root: HTMLElement | null, edited: () => void): void {
    if (root === this.#root) return;
    this.#surface?.end();
    this.#root = root;
    if (root && !canHighlightIn(root)) throw unsupported();
    this.#surface = root && new PageSurface(root, this.#read, this.#attributes);
    this.#surface?.start(edited);
    // Told while it starts, the first comparison is on its way.
    if (root) this.#edited?.();
  }
}

function rangeIn(node: Text, start: number, end: number): Range {
  const range = node.ownerDocument.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

const unsupported = (): ArticleDiffError =>
  new ArticleDiffError('unsupported', 'this browser has no CSS Custom Highlight API; <article-diff> does without');

/** The elements of an editor as it shows them, but for some. */
export const domBut = (own: Partial<Tree<DomNode>>): Tree<DomNode> => ({ ...dom, ...own });
