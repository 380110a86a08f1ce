// A row of buttons → one stop of the Tab key, with the arrow keys from button to button, as the ARIA Authoring Practices
// describe it for toolbars.

export class RovingFocus {
  readonly #buttons: readonly HTMLElement[];
  #current: HTMLElement | null = null;

  constructor(box: HTMLElement, buttons: readonly HTMLElement[]) {
    this.#buttons = buttons;
    box.addEventListener('focusin', ({ target }) => this.#makeCurrent(buttons.find((button) => button === target)));
    box.addEventListener('keydown', (event) => {
      const to = this.#target(event, getComputedStyle(box).direction === 'rtl');
      if (!to) return;
      event.preventDefault();
      to.focus();
    });
  }

  /** Other buttons may be hidden by now: the Tab key needs one that is not. */
  update(): void {
    const [first] = this.#visible;
    this.#makeCurrent(this.#current && !this.#current.hidden ? this.#current : first);
  }

  get #visible(): HTMLElement[] {
    return this.#buttons.filter(({ hidden }) => !hidden);
  }

  #makeCurrent(current: HTMLElement | undefined): void {
    this.#current = current ?? null;
    for (const button of this.#buttons) button.tabIndex = button === current ? 0 : -1;
  }

  /** The button that a key leads to; undefined for any other key. */
  #target({ key, target, altKey, ctrlKey, metaKey }: KeyboardEvent, isRightToLeft: boolean): HTMLElement | undefined {
    if (altKey || ctrlKey || metaKey) return undefined;
    const visible = this.#visible;
    const at = visible.findIndex((button) => button === target);
    const [forward, back] = isRightToLeft ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    switch (key) {
      case forward:
        return visible[(at + 1) % visible.length];
      case back:
        return visible.at(at - 1);
      case 'Home':
        return visible[0];
      case 'End':
        return visible.at(-1);
      default:
        return undefined;
    }
  }
}
