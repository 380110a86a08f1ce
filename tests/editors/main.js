// The address says which editor is opened, and whether its text is marked: `?tiptap` or `?tiptap&plain`.
import { read } from 'article-diff/html';
import { later, published } from './story.js';

const pages = import.meta.glob('./pages/*.js');
const [name, plain] = location.search.slice(1).split('&');
const { start } = await pages[`./pages/${name}.js`]();
const host = await start(document.querySelector('#editor'), later);
globalThis.host = host;
globalThis.mark = async () => {
  host.marks = host.mark(read(published));
  await host.marks.ready;
};
if (!plain) await globalThis.mark();
document.querySelector('output').textContent = 'ready';
