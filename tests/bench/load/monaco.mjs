// Monaco's diff editor with its worker, without languages.
import * as monaco from 'monaco-editor/editor/editor.api.js';
import { watch } from './watch.mjs';

globalThis.MonacoEnvironment = { getWorker: () => new Worker('/bundle/monaco-worker.js', { type: 'module' }) };
const model = (text) => monaco.editor.createModel(text, 'text/plain');
watch((place, before, after) => {
  place.style.height = '800px';
  const editor = monaco.editor.createDiffEditor(place, { wordWrap: 'on', automaticLayout: true });
  editor.setModel({ original: model(before), modified: model(after) });
}, (place) => place.querySelector('.char-insert, .char-delete'));
