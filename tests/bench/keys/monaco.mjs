// Monaco's diff editor with its worker, without languages. It waits a while after a key before it compares.
import * as monaco from 'monaco-editor/editor/editor.api.js';
import { CARET, listen } from './listen.mjs';

globalThis.MonacoEnvironment = { getWorker: () => new Worker('/bundle/monaco-worker.js', { type: 'module' }) };
listen(async (place, { before, after }, marked) => {
  place.style.height = '800px';
  const editor = monaco.editor.createDiffEditor(place, { wordWrap: 'on', automaticLayout: true });
  const compared = new Promise((resolve) => { const once = editor.onDidUpdateDiff(() => { once.dispose(); resolve(); }); });
  const [original, modified] = [before, after].map((text) => monaco.editor.createModel(text, 'text/plain'));
  editor.setModel({ original, modified });
  await compared;
  const typed = editor.getModifiedEditor();
  typed.focus();
  typed.setPosition(modified.getPositionAt(CARET));
  editor.onDidUpdateDiff(marked);
});
