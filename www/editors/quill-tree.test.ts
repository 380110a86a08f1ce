// The lists and the code of Quill, which it draws as no other editor does, are read as what they stand for.
import { expect, test } from 'vitest';
import type { DomNode } from '../html/tree.js';
import { quillTree, type QuillNode } from './quill-tree.js';
import { readTree } from './read-tree.js';

function element(localName: string, attributes: Record<string, string>, ...children: (DomNode | string)[]): DomNode {
  const childNodes = children.map((child) =>
    typeof child === 'string' ? { nodeType: 3, data: child, childNodes: [] } : child,
  );
  return { nodeType: 1, localName, childNodes, getAttribute: (name) => attributes[name] ?? null };
}

const item = (list: string, text: string, indent?: number): DomNode =>
  element('li', { 'data-list': list, class: indent ? `ql-indent-${indent}` : '' }, text);

const read = (...children: DomNode[]) => {
  const { text, structure } = readTree<QuillNode, null>(quillTree, element('div', {}, ...children), () => null);
  const parts = structure!.blocks.map(({ span, ...block }) => ({ ...block, text: text.slice(...span) }));
  return { text, parts };
};

test('items of one <ol> are lists by their kind and their depth', () => {
  const items = [
    item('bullet', 'Boats'),
    item('bullet', 'Small ones', 1),
    item('bullet', 'Nets'),
    item('ordered', 'First'),
  ];
  const { text, parts } = read(element('ol', {}, ...items));
  expect(text).toBe('Boats\nSmall ones\nNets\n\nFirst');
  expect(parts).toStrictEqual([
    { kind: 'list-item', list: 'unordered', depth: 1, text: 'Boats' },
    { kind: 'list-item', list: 'unordered', depth: 2, text: 'Small ones' },
    { kind: 'list-item', list: 'unordered', depth: 1, text: 'Nets' },
    { kind: 'list-item', list: 'ordered', depth: 1, text: 'First' },
  ]);
});

test('a list may begin with a deeper item', () => {
  const { parts } = read(element('ol', {}, item('ordered', 'Deep', 2), item('ordered', 'Flat')));
  expect(parts).toMatchObject([
    { list: 'ordered', depth: 3, text: 'Deep' },
    { list: 'ordered', depth: 1, text: 'Flat' },
  ]);
});

test('lines of code are one block, with their white space', () => {
  const lines = ['if x:', '  go()'].map((line) => element('div', { class: 'ql-code-block' }, line));
  const { text, parts } = read(element('div', { class: 'ql-code-block-container' }, ...lines));
  expect(text).toBe('if x:\n  go()');
  expect(parts).toStrictEqual([{ kind: 'preformatted', text: 'if x:\n  go()' }]);
});
