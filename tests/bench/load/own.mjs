// <article-diff> as a host without a bundler puts it into a page: the one file that is made for that.
import '/www/pkg/define.js';
import { shownWhen, texts } from './watch.mjs';

const element = document.createElement('article-diff');
document.body.append(element);
shownWhen(() => element.shadowRoot?.querySelector('ins, del, mark'));
const { before, after } = await texts();
element.before = before;
element.after = after;
