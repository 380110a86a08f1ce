// The elements of Quill → the tree of markup that they stand for. Quill draws all lists as one <ol> of items that carry their kind and
// their depth, and code as a <div> of lines.
import { dom, type DomNode, type Tree } from '../html/tree.js';

/** What tells the kind and the depth of an item. */
export const LIST_ATTRIBUTES: readonly string[] = ['data-list', 'class'];

/** A list that Quill does not draw. */
interface List {
  list: 'ol' | 'ul';
  items: readonly QuillNode[];
}

export type QuillNode = DomNode | List;

const isList = (node: QuillNode): node is List => 'items' in node;

const classesOf = (node: DomNode): readonly string[] => (dom.attribute(node, 'class') ?? '').split(' ');

const depthOf = (item: DomNode): number => {
  const indent = classesOf(item).find((name) => name.startsWith('ql-indent-'));
  return indent ? Number(indent.slice('ql-indent-'.length)) : 0;
};

const kindOf = (item: DomNode): List['list'] => (dom.attribute(item, 'data-list') === 'ordered' ? 'ol' : 'ul');

/** Items that follow one another → lists; deeper ones stand in lists of their own, inside the list before them. */
function listsOf(items: readonly DomNode[], depth: number): List[] {
  const lists: { list: List['list']; items: QuillNode[] }[] = [];
  for (let i = 0; i < items.length;) {
    const item = items[i]!;
    let end = i + 1;
    if (depthOf(item) > depth) {
      while (end < items.length && depthOf(items[end]!) > depth) end++;
      if (!lists.length) lists.push({ list: kindOf(item), items: [] });
      lists.at(-1)!.items.push(...listsOf(items.slice(i, end), depth + 1));
    } else if (lists.at(-1)?.list === kindOf(item)) lists.at(-1)!.items.push(item);
    else lists.push({ list: kindOf(item), items: [item] });
    i = end;
  }
  return lists;
}

function nameOf(node: QuillNode): string | null {
  if (isList(node)) return node.list;
  const name = dom.name(node);
  // It only holds lists.
  if (name === 'ol') return 'span';
  return name === 'div' && classesOf(node).includes('ql-code-block-container') ? 'pre' : name;
}

export const quillTree: Tree<QuillNode> = {
  text: (node) => (isList(node) ? null : dom.text(node)),
  name: nameOf,
  attribute: (node, name) => (isList(node) ? null : dom.attribute(node, name)),
  children: (node) => {
    if (isList(node)) return node.items;
    const children = dom.children(node);
    return dom.name(node) === 'ol' ? listsOf([...children], 0) : children;
  },
};
