// Parts of the page that take the browser long to lay out → one of them in each frame, so that no frame takes long.

export class LayoutQueue {
  #steps: (() => void)[] = [];
  #isRunning = false;

  /** Whether there are steps to come. */
  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** Takes these steps one by one; what is left of steps that were taken before is dropped. */
  start(steps: (() => void)[]): void {
    this.#steps = steps;
    if (!this.#isRunning) this.#next();
  }

  #next(): void {
    this.#isRunning = this.#steps.length > 0;
    if (!this.#isRunning) return;
    // Behind the frame and not in it: what a step does is a task of its own, and its layout is the next frame's.
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.#steps.shift()?.();
        this.#next();
      }),
    );
  }
}
