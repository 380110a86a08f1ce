// A document of ProseMirror → the tree of markup that its schema draws, without drawing it: nodes and marks say by `toDOM` what they
// are, whatever the schema calls them.
import type { Tree } from '../html/tree.js';
import type { MarkLike, NodeLike } from './prosemirror-types.js';

/** A piece of the document: an element, a text, or what only holds others. */
export interface Drawn {
  name: string | null;
  text: string | null;
  attribute: (name: string) => string | null;
  children: () => Iterable<Drawn>;
  /** Where in the document it begins, and how much of it it takes. */
  from: number;
  length: number;
  /** Whether the characters of its text are those of the document. */
  isExact: boolean;
}

export const drawnTree: Tree<Drawn> = {
  text: ({ text }) => text,
  name: ({ name }) => name,
  attribute: ({ attribute }, name) => attribute(name),
  children: ({ children }) => children(),
};

type Place = Pick<Drawn, 'from' | 'length'>;

/** The whole document. Its own positions begin with its content. */
export const drawn = (doc: NodeLike): Drawn => group({ from: 0, length: doc.nodeSize }, () => contentOf(doc, 0));

const nothing = (): null => null;

const group = (place: Place, children: Drawn['children']): Drawn => ({
  ...place,
  name: null,
  text: null,
  attribute: nothing,
  children,
  isExact: false,
});

const words = (place: Place, text: string, isExact: boolean): Drawn => ({
  ...group(place, () => []),
  text,
  isExact,
});

/** @param start the position at which the content begins */
function contentOf(parent: NodeLike, start: number): Drawn[] {
  const children: Drawn[] = [];
  parent.forEach((node, offset) => children.push(drawnNode(node, start + offset)));
  return children;
}

function drawnNode(node: NodeLike, from: number): Drawn {
  const place = { from, length: node.nodeSize };
  const inner = node.isText
    ? words(place, node.text ?? '', true)
    : fromSpec(node.type.spec.toDOM?.(node as never), place, () => (node.isLeaf ? [] : contentOf(node, from + 1)));
  // The first mark is the outermost one.
  return node.marks.reduceRight((drawnSoFar, mark) => drawnMark(mark, drawnSoFar, place), inner);
}

const drawnMark = (mark: MarkLike, inner: Drawn, place: Place): Drawn =>
  fromSpec(mark.type.spec.toDOM?.(mark as never, true), place, () => [inner]);

/**
 * What a `toDOM` has returned: `['h2', { id: 'x' }, 0]`, a string, an element, or `{ dom, contentDOM }`.
 * @param content what stands where the spec has its hole
 */
function fromSpec(spec: unknown, place: Place, content: Drawn['children']): Drawn {
  if (typeof spec === 'string') return words(place, spec, false);
  if (Array.isArray(spec)) return fromList(spec, place, content);
  const holder = spec as { dom?: Partial<Element>; contentDOM?: unknown } | undefined;
  const element = holder?.dom ?? (holder as Partial<Element> | undefined);
  return {
    ...group(place, content),
    name: element?.localName ?? null,
    attribute: (name) => element?.getAttribute?.(name) ?? null,
  };
}

function fromList([tag, ...rest]: unknown[], place: Place, content: Drawn['children']): Drawn {
  const hasAttributes = isAttributes(rest[0]);
  const attributes = hasAttributes ? (rest[0] as Record<string, unknown>) : {};
  const inner = hasAttributes ? rest.slice(1) : rest;
  return {
    ...group(place, () => inner.flatMap((child) => (child === 0 ? [...content()] : [fromSpec(child, place, content)]))),
    // A name may have a namespace before it.
    name: String(tag).split(' ').at(-1)!.toLowerCase(),
    attribute: (name) => (attributes[name] == null ? null : String(attributes[name])),
  };
}

const isAttributes = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('nodeType' in value) && !('dom' in value);
