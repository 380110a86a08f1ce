// A place that somebody was taken to → a place that stays in the middle of the window until the page is still. Lines
// around it get their true height only once they are near, and each one that does would push it away again.

/** Frames for which a place must have stood still before it is let go; a slow page builds some lines only after a few. */
const STILL = 20;
/** Frames after which it is let go whatever happens: about two seconds. */
const LONGEST = 120;
/** CSS pixels that count as the same place. */
const SLACK = 2;
/** What a person does to move on. */
const TAKES_OVER = ['wheel', 'touchstart', 'pointerdown', 'keydown'];

export class Aim {
  #frame = 0; #hands = null;

  /** Brings `node` into the middle of the window, and keeps it there. */
  at(node) {
    this.drop();
    node.scrollIntoView({ block: 'center' });
    let top = node.getBoundingClientRect().top;
    let still = 0;
    let left = LONGEST;
    const look = () => {
      if (!node.isConnected || still === STILL || !left--) return this.drop();
      const now = node.getBoundingClientRect().top;
      still += 1;
      if (Math.abs(now - top) > SLACK) {
        node.scrollIntoView({ block: 'center' });
        top = node.getBoundingClientRect().top;
        still = 0;
      }
      this.#frame = requestAnimationFrame(look);
    };
    this.#frame = requestAnimationFrame(look);
    this.#hands = new AbortController();
    for (const type of TAKES_OVER) addEventListener(type, () => this.drop(), { capture: true, passive: true, signal: this.#hands.signal });
  }

  /** Lets go: the reader has the page again. */
  drop() {
    cancelAnimationFrame(this.#frame);
    this.#hands?.abort();
    this.#hands = null;
  }
}
