// The fonts of a result → loaded before the first result waits for them. They are the page's, and loaded once, by the first
// result or before it.
import { whenIdle } from '../idle.js';
import { el } from './dom.js';

let areLoaded = false;

/** A result is drawn, which loads them. */
export const noteFontsLoaded = (): void => void (areLoaded = true);

/** Draws a sample of all fonts in `widget`, which nobody sees, when the page is idle. */
export function warmFonts(widget: HTMLElement): void {
  whenIdle(() => {
    if (areLoaded) return;
    areLoaded = true;
    const sample = el(
      'p',
      { class: 'block' },
      'A ',
      el('ins', { class: 'm now wording' }, 'word'),
      el('strong', {}, ' and '),
      el('del', { class: 'm was number' }, '2'),
    );
    const box = el(
      'div',
      { class: 'row warm', 'aria-hidden': 'true' },
      sample,
      el('small', {}, 'words'),
      el('button', {}, 'button'),
    );
    widget.append(box);
    box.getBoundingClientRect();
    box.remove();
  });
}
