import { baseKeymap } from '@tiptap/pm/commands';
import { history, redo, undo, undoDepth } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import { DOMParser, DOMSerializer, Schema } from '@tiptap/pm/model';
import { addListNodes } from '@tiptap/pm/schema-list';
import { EditorState, Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet, EditorView } from '@tiptap/pm/view';
import { markInProseMirror } from 'article-diff/editors/prosemirror';
import { schema as basic } from 'prosemirror-schema-basic';
import './tiptap.css';

const schema = new Schema({
  nodes: addListNodes(basic.spec.nodes, 'paragraph block*', 'block'),
  marks: basic.spec.marks,
});

// The host's own policy of Trusted Types lets its own story in.
const hostPolicy = globalThis.trustedTypes?.createPolicy('host', { createHTML: (html) => html });
const trusted = (html) => hostPolicy?.createHTML(html) ?? html;

export function start(element, content) {
  const source = document.createElement('div');
  source.innerHTML = trusted(content);
  const doc = DOMParser.fromSchema(schema).parse(source);
  const plugins = [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap)];
  const view = new EditorView(element, { state: EditorState.create({ doc, plugins }) });
  return {
    root: () => view.dom,
    saved: () => {
      const holder = document.createElement('div');
      holder.append(DOMSerializer.fromSchema(schema).serializeFragment(view.state.doc.content));
      return holder.innerHTML;
    },
    canUndo: () => undoDepth(view.state) > 0,
    mark: (published, options) => markInProseMirror(view, published, { Plugin, Decoration, DecorationSet }, options),
    // As a host does that opens another story: the state is a new one.
    reopen: () => view.updateState(EditorState.create({ doc, plugins })),
    end: () => view.destroy(),
  };
}
