// Monaco's diff editor with its worker, without languages.
import * as monaco from 'monaco-editor/editor/editor.api.js';
import { shownWhen, texts } from './watch.mjs';

globalThis.MonacoEnvironment = { getWorker: () => new Worker('/bundle/monaco-worker.js', { type: 'module' }) };
const host = document.createElement('div');
host.style.height = '800px';
document.body.append(host);
shownWhen(() => document.querySelector('.char-insert, .char-delete'));
const { before, after } = await texts();
const model = (text) => monaco.editor.createModel(text, 'text/plain');
monaco.editor.createDiffEditor(host, { wordWrap: 'on', automaticLayout: true }).setModel({ original: model(before), modified: model(after) });
