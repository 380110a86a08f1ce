// The search field: a word → a way from one place where it is to the next, down the page.
import type { Translator } from '../../i18n/format.js';
import { el, setText } from '../dom.js';
import type { Hit } from '../model/search.js';

export interface FindActions {
  /** The places of a word; none for an empty one. */
  search: (word: string) => readonly Hit[];
  /** Shows these places of a word, one of them as the current one; `go`: brings that into view. */
  show: (word: string, hits: readonly Hit[], current: Hit | null, go: boolean) => void;
  close: () => void;
}

export class Find {
  readonly box: HTMLElement;
  readonly #field: HTMLInputElement;
  readonly #count = el('span', { class: 'find-count', role: 'status' });
  readonly #steps: HTMLButtonElement[];
  readonly #i18n: Translator;
  readonly #actions: FindActions;
  #hits: readonly Hit[] = [];
  #index = -1;

  constructor(i18n: Translator, actions: FindActions) {
    this.#i18n = i18n;
    this.#actions = actions;
    const label = i18n.t('tool.find');
    this.#field = el('input', { type: 'search', class: 'find-field', 'aria-label': label, placeholder: label });
    const icon = (name: string, sign: string, onclick: () => void) =>
      el('button', { type: 'button', class: 'icon', 'aria-label': name, title: name, onclick }, sign);
    this.#steps = [
      icon(i18n.t('find.previous'), '↑', () => this.#step(-1)),
      icon(i18n.t('find.next'), '↓', () => this.#step(1)),
    ];
    this.box = el(
      'div',
      { class: 'find', role: 'search', hidden: true },
      this.#field,
      this.#count,
      ...this.#steps,
      icon(i18n.t('find.close'), '×', actions.close),
    );
    this.#field.addEventListener('input', () => this.#search(true));
    this.box.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      if (event.key === 'Escape') {
        event.preventDefault();
        actions.close();
      } else if (event.key === 'Enter' && event.target === this.#field) {
        event.preventDefault();
        this.#step(event.shiftKey ? -1 : 1);
      }
    });
  }

  open(): void {
    const wasHidden = this.box.hidden;
    this.box.hidden = false;
    this.#field.focus();
    this.#field.select();
    if (wasHidden) this.#search(true);
  }

  close(): void {
    this.box.hidden = true;
    this.#actions.show('', [], null, false);
  }

  /** What is searched, or how it is drawn, is another by now. */
  update(): void {
    if (!this.box.hidden) this.#search(false);
  }

  /** Searches anew. The current place stays current if it is still one. */
  #search(go: boolean): void {
    const was = this.#hits[this.#index];
    this.#hits = this.#actions.search(this.#word);
    this.#index = Math.max(
      0,
      this.#hits.findIndex((hit) => hit.side === was?.side && hit.start === was.start),
    );
    for (const button of this.#steps) button.disabled = !this.#hits.length;
    this.#show(go);
  }

  get #word(): string {
    return this.#field.value.trim();
  }

  #step(by: 1 | -1): void {
    const n = this.#hits.length;
    if (!n) return;
    this.#index = (this.#index + by + n) % n;
    this.#show(true);
  }

  #show(go: boolean): void {
    const n = this.#hits.length;
    const none = this.#word ? this.#i18n.t('find.none') : '';
    setText(this.#count, n ? this.#i18n.t('find.count', { i: this.#index + 1, n }) : none);
    this.#actions.show(this.#word, this.#hits, this.#hits[this.#index] ?? null, go);
  }
}
