// The place of the current change among all → "3 of 11", between a button to the previous change and one to the next.
import type { Translator } from '../../i18n/format.js';
import { el, setText } from '../dom.js';
import { drawIcon } from '../icons.js';

export interface StepActions {
  next: () => void;
  previous: () => void;
}

export class Steps {
  readonly box: HTMLElement;
  readonly #i18n: Translator;
  readonly #position: HTMLElement;
  readonly #buttons: HTMLButtonElement[];

  /** `name` is the beginning of the class names: there may be several of them. */
  constructor(name: '' | 'foot-', i18n: Translator, actions: StepActions) {
    this.#i18n = i18n;
    this.#position = el('span', { class: `${name}position` }, i18n.t('nav.none'));
    const [previous, next] = (['previous', 'next'] as const).map((way) => {
      const label = i18n.t(`nav.${way}`);
      return el(
        'button',
        { type: 'button', class: `icon step-${way}`, 'aria-label': label, title: label, onclick: actions[way] },
        drawIcon(way),
      );
    }) as [HTMLButtonElement, HTMLButtonElement];
    this.#buttons = [previous, next];
    this.box = el(
      'div',
      { class: `${name}steps`, role: 'group', 'aria-label': i18n.t('nav.label') },
      previous,
      this.#position,
      next,
    );
  }

  /** Shows "3 of 11", or "11 changes" where `index` is −1. */
  show(index: number, count: number): void {
    const i18n = this.#i18n;
    const text =
      index < 0
        ? i18n.t(count ? 'nav.count' : 'nav.none', { n: count })
        : i18n.t('nav.position', { i: index + 1, n: count });
    setText(this.#position, text);
    for (const button of this.#buttons) button.disabled = count === 0;
  }
}
