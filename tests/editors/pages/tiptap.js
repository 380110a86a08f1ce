import { Editor } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import StarterKit from '@tiptap/starter-kit';
import { markInProseMirror } from 'article-diff/editors/prosemirror';
import './tiptap.css';

export function start(element, content) {
  const editor = new Editor({ element, extensions: [StarterKit], content, injectCSS: false });
  return {
    root: () => editor.view.dom,
    saved: () => editor.getHTML(),
    canUndo: () => editor.can().undo(),
    mark: (published, options) =>
      markInProseMirror(editor.view, published, { Plugin, Decoration, DecorationSet }, options),
    end: () => editor.destroy(),
  };
}
