// What the reader asks of a tree of markup, whoever has parsed it: a browser, another DOM, or parse5.

/** `Node`: whatever the tree is made of. */
export interface Tree<Node> {
  /** The words of a text node; null for any other. */
  text(node: Node): string | null;
  /** The name of an element in small letters; null for any other node. */
  name(node: Node): string | null;
  attribute(node: Node, name: string): string | null;
  children(node: Node): Iterable<Node>;
}

/** What this module needs to know of a node of a DOM; that of another window is none of our own classes. */
export interface DomNode {
  readonly nodeType: number;
  readonly childNodes: Iterable<unknown>;
  readonly data?: string;
  readonly localName?: string;
  getAttribute?(name: string): string | null;
}

const ELEMENT = 1;
const TEXT = 3;

/** Whether a value is a node of a DOM, of whatever window or library. */
export const isDomNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'nodeType' in value && 'childNodes' in value;

/** A DOM as it stands in a page. */
export const dom: Tree<DomNode> = {
  text: (node) => (node.nodeType === TEXT ? (node.data ?? '') : null),
  name: (node) => (node.nodeType === ELEMENT ? (node.localName ?? null) : null),
  attribute: (node, name) => node.getAttribute?.(name) ?? null,
  children: (node) => node.childNodes as Iterable<DomNode>,
};

/** A DOM whose attributes were kept under `data-` names, so that nothing in it is loaded (see strip-active-markup.ts). */
export const strippedDom: Tree<DomNode> = {
  ...dom,
  attribute: (node, name) => dom.attribute(node, `data-${name}`) ?? dom.attribute(node, name),
};
