// A long list of lines → lines that are built only when a reader comes near them. Each chunk is an empty box of a
// guessed height until then, so a book costs no more at first than its first pages.
import { el, scrollAround, whenIdle, dropIdle } from './dom.js';

/** Lines in a chunk: small enough to be built within a frame. */
const LINES = 12;
/** Chunks built before anything is shown: about what fits into a high window. */
const AT_ONCE = 2;
/** Chunks up to which the browser lays all of them out: leaving out those far away begins to pay above. */
const FEW = 12;
/** How far from the window a chunk is built, in CSS pixels. */
const AHEAD = '1200px 0px';
/** Milliseconds of one slice of work while nobody waits. */
const SLICE = 8;
/** Above this many lines the far ones wait until somebody comes near; below, they are built while the page idles. */
const EAGER = 3000;

export class Chunks {
  #chunks = [];
  #watch = null;
  #idle = 0;

  /**
   * @param {HTMLElement} box where the chunks go
   * @param {{ onfill?: () => void }} [how]
   */
  constructor(box, { onfill } = {}) {
    this.box = box;
    this.onfill = onfill;
  }

  /**
   * Shows `lines` instead of what was there.
   * @param {any[]} lines  @param {(line: any) => Node} draw  @param {(line: any) => number} height in CSS pixels, guessed
   */
  show(lines, draw, height) {
    this.stop();
    this.#chunks = [];
    for (let from = 0; from < lines.length; from += LINES) {
      const part = lines.slice(from, from + LINES);
      const box = el('div', { class: 'chunk' });
      const guess = part.reduce((sum, line) => sum + height(line), 0);
      box.style.setProperty('--guess', `${Math.round(guess)}px`);
      this.#chunks.push({ box, part, draw, filled: false });
    }
    this.#chunks.slice(0, AT_ONCE).forEach((chunk) => this.#fill(chunk));
    this.box.classList.toggle('many', this.#chunks.length > FEW);
    this.box.replaceChildren(...this.#chunks.map((chunk) => chunk.box));
    if (this.#chunks.length <= AT_ONCE) return;
    this.#watch = new IntersectionObserver((seen) => {
      let built = false;
      for (const { isIntersecting, target } of seen) {
        const chunk = isIntersecting && this.#chunks.find(({ box }) => box === target);
        if (chunk) built = this.#fill(chunk) || built;
      }
      if (built) this.onfill?.();
    }, { rootMargin: AHEAD });
    for (const chunk of this.#chunks) if (!chunk.filled) this.#watch.observe(chunk.box);
    if (lines.length <= EAGER) this.#idle = whenIdle(() => this.#trickle());
  }

  /** Makes sure that the line for which `test` is true has been built. */
  reach(test) {
    const chunk = this.#chunks.find(({ part }) => part.some(test));
    if (chunk && this.#fill(chunk)) this.onfill?.();
    return Boolean(chunk);
  }

  /** Builds everything at once: for print. */
  all() { this.#chunks.forEach((chunk) => this.#fill(chunk)); }

  stop() {
    this.#watch?.disconnect();
    this.#watch = null;
    dropIdle(this.#idle);
  }

  #fill(chunk) {
    if (chunk.filled) return false;
    chunk.filled = true;
    this.#watch?.unobserve(chunk.box);
    const { bottom, height } = chunk.box.getBoundingClientRect();
    chunk.box.append(...chunk.part.map(chunk.draw));
    // A line above the window that turns out higher than guessed must not push away what is being read.
    if (height && bottom <= 0) scrollAround(this.box, chunk.box.offsetHeight - height);
    chunk.box.classList.add('filled');
    return true;
  }

  #trickle() {
    const until = performance.now() + SLICE;
    let next;
    while (performance.now() < until && (next = this.#chunks.find(({ filled }) => !filled))) this.#fill(next);
    if (next) this.#idle = whenIdle(() => this.#trickle());
    else this.onfill?.();
  }
}
