// <article-diff> as a host without a bundler puts it into a page: the one file that is made for that.
import '/lib/define.js';
import { watch } from './watch.mjs';

watch((place, before, after) => {
  const element = place.appendChild(document.createElement('article-diff'));
  Object.assign(element, { before, after });
}, (place) => place.firstChild.shadowRoot?.querySelector('ins, del, mark'));
