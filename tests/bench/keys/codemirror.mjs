// CodeMirror's merge view, which compares what a key changed within the same task.
import { MergeView } from '@codemirror/merge';
import { EditorView } from '@codemirror/view';
import { CARET, listen } from './listen.mjs';

listen((parent, { before, after }, marked) => {
  const follow = EditorView.updateListener.of(({ docChanged }) => { if (docChanged) marked(); });
  const { b } = new MergeView({ a: { doc: before, extensions: [EditorView.lineWrapping] }, b: { doc: after, extensions: [EditorView.lineWrapping, follow] }, parent });
  b.focus();
  b.dispatch({ selection: { anchor: CARET } });
});
