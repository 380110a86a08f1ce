// CodeMirror's merge view with nothing but line wrapping.
import { MergeView } from '@codemirror/merge';
import { EditorView } from '@codemirror/view';
import { watch } from './watch.mjs';

const side = (doc) => ({ doc, extensions: [EditorView.lineWrapping] });
watch((parent, before, after) => {
  new MergeView({ a: side(before), b: side(after), parent });
}, (place) => place.querySelector('.cm-changedText, .cm-deletedChunk, .cm-insertedLine'));
