// The editors' own types fit the adapters: this file is checked by the compiler, and never runs.
import type { Editor as TiptapEditor } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { markInCKEditor } from 'article-diff/editors/ckeditor';
import { markInLexical } from 'article-diff/editors/lexical';
import { markInProseMirror, type EditorMarks } from 'article-diff/editors/prosemirror';
import { markInQuill } from 'article-diff/editors/quill';
import { markInTinyMCE } from 'article-diff/editors/tinymce';
import type { ClassicEditor, Editor as CKEditor, InlineEditor } from 'ckeditor5';
import type { LexicalEditor } from 'lexical';
import type Quill from 'quill';
import type { Editor as TinyMCEEditor } from 'tinymce';

const published = 'The text.';
const classes = { Plugin, Decoration, DecorationSet };

export const marks = {
  prosemirror: (view: EditorView): EditorMarks => markInProseMirror(view, published, classes, { debounce: 50 }),
  tiptap: (editor: TiptapEditor): EditorMarks => markInProseMirror(editor.view, published, classes),
  ckeditor: (editor: ClassicEditor | InlineEditor | CKEditor): EditorMarks => markInCKEditor(editor, published),
  tinymce: (editor: TinyMCEEditor): EditorMarks => markInTinyMCE(editor, published),
  quill: (quill: Quill): EditorMarks => markInQuill(quill, published),
  lexical: (editor: LexicalEditor): EditorMarks => markInLexical(editor, published),
};
