// Sentences → what a screen reader is told.
import { el, setText } from './dom.js';

export class Announcer {
  readonly box = el('p', { class: 'spoken', role: 'status' });
  #last = '';

  /** Tells a sentence; the same one twice is told once. */
  say(text: string): void {
    if (text === this.#last) return;
    this.#last = text;
    setText(this.box, text);
  }
}
