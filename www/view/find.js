// A word → every place where it stands in either text, and a way from one to the next. The browser's own search finds
// only what has been built; this one finds everything, in a book too.
import { el, setText } from './dom.js';

/** Places kept; more than that nobody steps through. */
const MOST = 2000;

/** Case and accents do not matter; a text that folds to another length is searched as it is. */
function folded(text) {
  const plain = text.toLowerCase();
  return plain.length === text.length ? plain : text;
}

export class Find {
  #texts = { before: '', after: '' };
  #hits = [];
  #at = -1;

  /** @param {any} words  @param {(hit: { side: string, start: number, end: number }) => void} ongo  @param {() => void} onclose */
  constructor(words, ongo, onclose) {
    this.words = words;
    this.ongo = ongo;
    this.field = el('input', { type: 'search', class: 'find-field', 'aria-label': words.t('tool.find'), placeholder: words.t('tool.find') });
    this.count = el('span', { class: 'find-count', role: 'status' });
    this.box = el('div', { class: 'find', role: 'search', hidden: true }, this.field, this.count,
      el('button', { type: 'button', class: 'icon', 'aria-label': words.t('find.close'), onclick: onclose }, '×'));
    this.field.addEventListener('input', () => this.#search());
    this.field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') { event.preventDefault(); this.step(event.shiftKey ? -1 : 1); }
      if (event.key === 'Escape') { event.preventDefault(); onclose(); }
    });
  }

  open() { this.box.hidden = false; this.field.focus(); this.field.select(); }
  close() { this.box.hidden = true; }
  set texts(texts) { this.#texts = texts; if (!this.box.hidden) this.#search(); }

  #search() {
    const wanted = folded(this.field.value.trim());
    this.#hits = [];
    this.#at = -1;
    if (wanted) {
      for (const side of ['after', 'before']) {
        const text = folded(this.#texts[side]);
        for (let i = text.indexOf(wanted); i >= 0 && this.#hits.length < MOST; i = text.indexOf(wanted, i + wanted.length)) {
          this.#hits.push({ side, start: i, end: i + wanted.length });
        }
      }
    }
    if (this.#hits.length) this.step(1);
    else setText(this.count, wanted ? this.words.t('find.none') : '');
  }

  step(by) {
    if (!this.#hits.length) return;
    this.#at = (this.#at + by + this.#hits.length) % this.#hits.length;
    setText(this.count, this.words.t('find.count', { i: this.#at + 1, n: this.#hits.length }));
    this.ongo(this.#hits[this.#at]);
  }
}

/** Paints a found place without touching the text, where the browser can; elsewhere the line in view must do. */
export function highlight(box, wanted) {
  if (!globalThis.Highlight || !box) return;
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  const ranges = [];
  for (let node; (node = walker.nextNode());) {
    const at = node.data.indexOf(wanted);
    if (at < 0) continue;
    const range = new Range();
    range.setStart(node, at);
    range.setEnd(node, at + wanted.length);
    ranges.push(range);
  }
  CSS.highlights.set('article-diff-found', new Highlight(...ranges));
}
