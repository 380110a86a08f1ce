// What came of working through the changes → a line that tells how many are left, and takes back or copies what was taken over.
import type { Translator } from '../../i18n/format.js';
import { el, setText } from '../dom.js';
import { drawAction } from '../change-card.js';

export interface ChangeBarState {
  /** How many changes are shown, and how many of them are not reviewed. */
  count: number;
  left: number;
  /** How many times words were taken, which can be undone. */
  taken: number;
}

export interface ChangeBarActions {
  undo: () => void;
  copyResult: () => void;
}

export class ChangeBar {
  readonly box: HTMLElement;
  readonly #i18n: Translator;
  readonly #left = el('span', { class: 'change-left', role: 'status' });
  readonly #buttons: HTMLElement;

  constructor(i18n: Translator, actions: ChangeBarActions) {
    this.#i18n = i18n;
    this.#buttons = el(
      'span',
      { class: 'change-results', hidden: true },
      drawAction('undo', i18n.t('change.undo'), actions.undo),
      drawAction('copyResult', i18n.t('out.copy.result'), actions.copyResult),
    );
    this.box = el('div', { class: 'change-bar', part: 'change-bar' }, this.#buttons, this.#left);
  }

  /** Says something in the place of how many are left. */
  tell(text: string): void {
    setText(this.#left, text);
  }

  update({ count, left, taken }: ChangeBarState): void {
    this.#buttons.hidden = !taken;
    setText(this.#left, left < count ? this.#i18n.t('change.left', { n: count, left }) : '');
  }
}
