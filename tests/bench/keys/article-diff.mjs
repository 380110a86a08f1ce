// <article-diff> with its fields open; who imports this has defined the element before.
import { CARET, listen } from './listen.mjs';

listen(async (place, pair, marked) => {
  const element = place.appendChild(document.createElement('article-diff'));
  const shown = new Promise((resolve) => { element.addEventListener('article-diff-done', resolve, { once: true }); });
  Object.assign(element, pair, { editable: true });
  await shown;
  element.shadowRoot.querySelector('.tool-edit').click();
  const field = element.shadowRoot.querySelector('#text-after');
  field.focus();
  field.setSelectionRange(CARET, CARET);
  element.addEventListener('article-diff-done', marked);
});
