// An element that the reader was taken to → an element that stays in the middle of the window until the page is still.
// Lines around it get their true height only once they are near, and each one that does would push it away again.

/** Frames without movement after which the element is released; a slow page builds some lines only after a few frames. */
const STILL_FRAMES = 20;
/** Frames after which it is released in any case: about two seconds. */
const MAX_FRAMES = 120;
/** CSS pixels that count as no movement. */
const TOLERANCE = 2;
/** Events by which the reader takes over. */
const READER_EVENTS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

export class ScrollAnchor {
  #frame = 0;
  #listening: AbortController | null = null;

  /** Brings an element into the middle of the window, and keeps it there. */
  hold(element: Element): void {
    this.release();
    const center = () => {
      element.scrollIntoView({ block: 'center' });
      return element.getBoundingClientRect().top;
    };
    let top = center();
    let still = 0;
    let left = MAX_FRAMES;
    const check = () => {
      if (!element.isConnected || still === STILL_FRAMES || !left--) {
        this.release();
        return;
      }
      still += 1;
      if (Math.abs(element.getBoundingClientRect().top - top) > TOLERANCE) {
        top = center();
        still = 0;
      }
      this.#frame = requestAnimationFrame(check);
    };
    this.#frame = requestAnimationFrame(check);
    this.#listening = new AbortController();
    const options = { capture: true, passive: true, signal: this.#listening.signal };
    for (const type of READER_EVENTS) addEventListener(type, () => this.release(), options);
  }

  release(): void {
    cancelAnimationFrame(this.#frame);
    this.#listening?.abort();
    this.#listening = null;
  }
}
