// The entry `article-diff/html` in Node: parse5 parses, by the same rules as a browser.
import { parse as parseHtml, type DefaultTreeAdapterTypes } from 'parse5';
import { readerWith } from './read.js';
import type { Tree } from './tree.js';

export type * from './types.js';

type TreeNode = DefaultTreeAdapterTypes.Node;

const tree: Tree<TreeNode> = {
  text: (node) => ('value' in node ? node.value : null),
  name: (node) => ('tagName' in node ? node.tagName : null),
  attribute: (node, name) =>
    'attrs' in node ? (node.attrs.find((attribute) => attribute.name === name)?.value ?? null) : null,
  children: (node) => ('childNodes' in node ? node.childNodes : []),
};

export const read = readerWith<TreeNode>({ parse: (html) => parseHtml(html), tree });
