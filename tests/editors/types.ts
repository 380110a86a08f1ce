// The editors' own types fit the adapters: this file is checked by the compiler, and never runs.
import type { Editor as TiptapEditor } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { markInProseMirror, type EditorMarks } from 'article-diff/editors/prosemirror';

const published = 'The text.';
const classes = { Plugin, Decoration, DecorationSet };

export const marks = {
  prosemirror: (view: EditorView): EditorMarks => markInProseMirror(view, published, classes, { debounce: 50 }),
  tiptap: (editor: TiptapEditor): EditorMarks => markInProseMirror(editor.view, published, classes),
};
