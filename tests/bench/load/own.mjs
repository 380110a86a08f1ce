// <article-diff> as a host puts it into a page: its own modules, as they are shipped.
import '/www/define.js';
import { shownWhen, texts } from './watch.mjs';

const element = document.createElement('article-diff');
document.body.append(element);
shownWhen(() => element.shadowRoot?.querySelector('ins, del, mark'));
const { before, after } = await texts();
element.before = before;
element.after = after;
