// A card → beside the mark that it is about: while the pointer rests on the mark or is in the card, or until it is closed where the
// reader went to the mark. The browser closes it on Escape and on a click elsewhere, as it is a popover, and keeps it at its mark
// by anchor positioning; where it does not know the latter, the place is computed here.
import { oncePerFrame } from './dom.js';

/** Milliseconds for which the pointer rests on a mark until the card opens. */
const OPEN_DELAY = 450;
/** Milliseconds for which the pointer may be outside of both, on its way from one to the other. */
const CLOSE_DELAY = 350;
/** Pixels between the mark and the card, and between the card and the edge of the window. */
const GAP = 6;
const EDGE = 8;

const knowsAnchors = (): boolean => CSS.supports('position-area', 'bottom span-all');

interface Shown {
  id: string;
  /** The mark. */
  anchor: HTMLElement;
  /** Whether it stays when the pointer is elsewhere. */
  stays: boolean;
  /** Ends what is listened to meanwhile. */
  end: AbortController;
}

export class CardAtMark {
  readonly #box: HTMLElement;
  readonly #point: (id: string, mark: HTMLElement) => void;
  readonly #closed: () => void;
  #shown: Shown | null = null;
  #opening: ReturnType<typeof setTimeout> | undefined;
  /** The id of the mark that the pointer rests on. */
  #openingId: string | null = null;
  #closing: ReturnType<typeof setTimeout> | undefined;
  #wasEscaped = false;

  /**
   * @param sheet where the marks are
   * @param point the pointer rests on a mark of a stop
   * @param closed the card was closed
   */
  constructor(
    box: HTMLElement,
    sheet: HTMLElement,
    point: (id: string, mark: HTMLElement) => void,
    closed: () => void,
  ) {
    this.#box = box;
    this.#point = point;
    this.#closed = closed;
    sheet.addEventListener('pointermove', (event) => this.#pointed(event));
    sheet.addEventListener('pointerleave', () => this.#left());
    box.addEventListener('pointerenter', () => clearTimeout(this.#closing));
    box.addEventListener('pointerleave', () => this.#left());
    // The event is sent a little later: by then the card may be open again.
    box.addEventListener('toggle', () => {
      if (this.#shown && !box.matches(':popover-open')) this.#release();
    });
  }

  /** The id of the stop that the card is about; null while it is closed. */
  get id(): string | null {
    return this.#shown?.id ?? null;
  }

  /** Whether the reader closed the last card with Escape. */
  get wasEscaped(): boolean {
    return this.#wasEscaped;
  }

  /** Opens at a mark, or moves there. `stays`: until the reader closes it. */
  open(id: string, anchor: HTMLElement, stays: boolean): void {
    this.#stopWaiting();
    if (!this.#box.isConnected) return;
    this.#shown?.end.abort();
    this.#shown?.anchor.classList.remove('carded');
    const end = new AbortController();
    this.#shown = { id, anchor, stays, end };
    this.#wasEscaped = false;
    anchor.classList.add('carded');
    if (!this.#box.matches(':popover-open')) this.#box.showPopover();
    const { signal } = end;
    document.addEventListener('keydown', ({ key }) => (this.#wasEscaped = key === 'Escape'), { signal, capture: true });
    if (knowsAnchors()) return;
    this.#place();
    document.addEventListener('scroll', () => this.#placeSoon(), { signal, capture: true, passive: true });
    addEventListener('resize', () => this.#placeSoon(), { signal });
  }

  close(): void {
    this.#stopWaiting();
    if (this.#box.matches(':popover-open')) this.#box.hidePopover();
    if (this.#shown) this.#release();
  }

  #release(): void {
    this.#shown?.end.abort();
    this.#shown?.anchor.classList.remove('carded');
    this.#shown = null;
    this.#placeSoon.cancel();
    this.#closed();
  }

  #stopWaiting(): void {
    clearTimeout(this.#opening);
    clearTimeout(this.#closing);
    this.#openingId = null;
  }

  #pointed({ target, pointerType, buttons }: PointerEvent): void {
    // A finger taps, and a pressed button selects text.
    if (pointerType === 'touch' || buttons) return;
    const mark = target instanceof Element ? target.closest<HTMLElement>('.m[data-stop]') : null;
    const id = mark?.dataset.stop;
    if (!mark || id === undefined) {
      this.#left();
      return;
    }
    if (id === this.id) {
      this.#stopWaiting();
      return;
    }
    if (id === this.#openingId) return;
    this.#stopWaiting();
    this.#openingId = id;
    this.#opening = setTimeout(() => this.#point(id, mark), OPEN_DELAY);
  }

  #left(): void {
    clearTimeout(this.#opening);
    this.#openingId = null;
    if (!this.#shown || this.#shown.stays) return;
    clearTimeout(this.#closing);
    this.#closing = setTimeout(() => this.close(), CLOSE_DELAY);
  }

  readonly #placeSoon = oncePerFrame(() => this.#place());

  /** Below the mark, or above it where there is more room; never beyond the edge of the window. */
  #place(): void {
    if (!this.#shown) return;
    const { top, bottom, left, width } = this.#shown.anchor.getBoundingClientRect();
    const { offsetWidth, offsetHeight, style } = this.#box;
    const lowest = innerHeight - EDGE - offsetHeight;
    const below = bottom + GAP;
    const above = top - GAP - offsetHeight;
    const rightmost = document.documentElement.clientWidth - EDGE - offsetWidth;
    style.setProperty('top', `${below > lowest && above >= EDGE ? above : Math.min(below, lowest)}px`);
    style.setProperty('left', `${Math.max(EDGE, Math.min(left + (width - offsetWidth) / 2, rightmost))}px`);
    style.setProperty('visibility', bottom < 0 || top > innerHeight ? 'hidden' : 'visible');
  }
}
