// <article-diff> as a host puts it into a page; who imports this has defined the element before.
import { watch } from './watch.mjs';

watch((place, before, after) => {
  const element = place.appendChild(document.createElement('article-diff'));
  Object.assign(element, { before, after });
}, (place) => place.firstChild.shadowRoot?.querySelector('ins, del, mark'));
