// The search field: a word → a way from one place where it is to the next, in both texts.
import type { Translator } from '../../i18n/format.js';
import type { Both } from '../../sides.js';
import { el, setText } from '../dom.js';
import { search, type Hit } from '../model/search.js';

export class Find {
  readonly box: HTMLElement;
  readonly #field: HTMLInputElement;
  readonly #count = el('span', { class: 'find-count', role: 'status' });
  readonly #i18n: Translator;
  readonly #onHit: (hit: Hit) => void;
  #texts: Both<string> = { before: '', after: '' };
  #hits: Hit[] = [];
  #current = -1;

  constructor(i18n: Translator, onHit: (hit: Hit) => void, onClose: () => void) {
    this.#i18n = i18n;
    this.#onHit = onHit;
    const label = i18n.t('tool.find');
    this.#field = el('input', { type: 'search', class: 'find-field', 'aria-label': label, placeholder: label });
    this.box = el(
      'div',
      { class: 'find', role: 'search', hidden: true },
      this.#field,
      this.#count,
      el('button', { type: 'button', class: 'icon', 'aria-label': i18n.t('find.close'), onclick: onClose }, '×'),
    );
    this.#field.addEventListener('input', () => this.#search());
    this.#field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      if (event.key === 'Escape') onClose();
      else this.#step(event.shiftKey ? -1 : 1);
    });
  }

  open(): void {
    this.box.hidden = false;
    this.#field.focus();
    this.#field.select();
  }

  close(): void {
    this.box.hidden = true;
  }

  /** The texts to search from now on. */
  set texts(texts: Both<string>) {
    this.#texts = texts;
    if (!this.box.hidden) this.#search();
  }

  #search(): void {
    const word = this.#field.value.trim();
    this.#hits = search(this.#texts, word);
    this.#current = -1;
    if (this.#hits.length) this.#step(1);
    else setText(this.#count, word ? this.#i18n.t('find.none') : '');
  }

  #step(by: number): void {
    const n = this.#hits.length;
    if (!n) return;
    this.#current = (this.#current + by + n) % n;
    setText(this.#count, this.#i18n.t('find.count', { i: this.#current + 1, n }));
    const hit = this.#hits[this.#current];
    if (hit) this.#onHit(hit);
  }
}
