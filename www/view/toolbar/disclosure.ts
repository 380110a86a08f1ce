// A button of the narrow toolbar → shows and hides a part of the toolbar for which there is no room. A wide toolbar shows
// the part at all times, and has no such button.
import { el, setText } from '../dom.js';
import { drawIcon, type IconName } from '../icons.js';

export class Disclosure {
  readonly button: HTMLButtonElement;
  readonly #badge = el('b', { class: 'badge', 'aria-hidden': 'true' });
  readonly #inWords = el('span', { class: 'spoken' });

  /** `toggle` is told whether the part is shown from now on. */
  constructor(name: string, icon: IconName, toggle: (open: boolean) => void) {
    this.button = el(
      'button',
      {
        type: 'button',
        class: `opener opener-${icon}`,
        title: name,
        'aria-expanded': 'false',
        onclick: () => {
          const open = this.button.getAttribute('aria-expanded') !== 'true';
          this.button.setAttribute('aria-expanded', String(open));
          toggle(open);
        },
      },
      drawIcon(icon),
      el('span', { class: 'opener-name' }, name),
      this.#badge,
      this.#inWords,
    );
  }

  /** A few characters beside the name of the button, and the same in words for a screen reader. */
  showBadge(text: string, inWords: string): void {
    setText(this.#badge, text);
    this.#badge.hidden = !text;
    setText(this.#inWords, inWords && `, ${inWords}`);
  }
}
