// CodeMirror's merge view with nothing but line wrapping.
import { MergeView } from '@codemirror/merge';
import { EditorView } from '@codemirror/view';
import { shownWhen, texts } from './watch.mjs';

shownWhen(() => document.querySelector('.cm-changedText, .cm-deletedChunk, .cm-insertedLine'));
const { before, after } = await texts();
const side = (doc) => ({ doc, extensions: [EditorView.lineWrapping] });
new MergeView({ a: side(before), b: side(after), parent: document.body });
