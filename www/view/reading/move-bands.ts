// Moves → bands drawn in the gutter, from the place of a paragraph in Before to its place in After.
import { oncePerFrame, svg } from '../dom.js';
import type { IsShown, Model, MoveStop } from '../model/types.js';
import type { Side } from '../../sides.js';

/** Bands farther than this from the window are not drawn, in CSS pixels. */
const MAX_DISTANCE = 2000;
/** Distance of a band from the upper and lower edge of its cells, in CSS pixels. */
const INSET = 4;
/** Cells nearer to each other than this have no gutter between them, in CSS pixels. */
const MIN_GUTTER = 8;

/** The indices of the items at both ends of a move. */
interface Ends {
  stop: MoveStop;
  before: number;
  after: number;
}

export class MoveBands {
  readonly layer = svg('svg', { class: 'bands', 'aria-hidden': 'true', focusable: 'false' });
  readonly #sheet: HTMLElement;
  readonly redraw = oncePerFrame(() => this.#draw());
  readonly #resized = new ResizeObserver(() => this.redraw());
  #ends: Ends[] = [];
  #listening: AbortController | null = null;
  /** Whether bands far from the window were left out, so that scrolling has to draw them. */
  #isPartial = false;

  /** `sheet` is the positioned box that the bands lie over. */
  constructor(sheet: HTMLElement) {
    this.#sheet = sheet;
  }

  update(model: Model, shown: IsShown): void {
    const found = new Map<MoveStop, Partial<Ends>>();
    for (const { half, move, index } of model.items) {
      if (!half || !move || !shown(move)) continue;
      found.set(move, { ...found.get(move), [half]: index });
    }
    this.#ends = [...found].flatMap(([stop, { before, after }]) =>
      before === undefined || after === undefined ? [] : [{ stop, before, after }],
    );
    this.layer.replaceChildren();
    this.redraw();
  }

  wake(): void {
    this.#resized.observe(this.#sheet);
    this.#listening ??= new AbortController();
    const options = { capture: true, passive: true, signal: this.#listening.signal };
    document.addEventListener('scroll', () => this.#isPartial && this.redraw(), options);
  }

  sleep(): void {
    this.#resized.disconnect();
    this.#listening?.abort();
    this.#listening = null;
    this.redraw.cancel();
  }

  #draw(): void {
    if (!this.#ends.length || !this.layer.isConnected) {
      this.layer.replaceChildren();
      return;
    }
    const sheet = this.#sheet.getBoundingClientRect();
    const rows = new Map([...this.#sheet.querySelectorAll<HTMLElement>('.row')].map((row) => [row.dataset.item, row]));
    const cellOf = (item: number, side: Side) => rows.get(String(item))?.querySelector(`:scope > .cell.${side}`);
    const bands: SVGElement[] = [];
    // A band that is lit, or that of the current stop, stays so.
    const looks = new Map(
      [...this.layer.querySelectorAll<SVGElement>('.band')].map((band) => [
        band.dataset.stop,
        band.getAttribute('class'),
      ]),
    );
    this.#isPartial = false;
    for (const { stop, before, after } of this.#ends) {
      const [start, end] = [cellOf(before, 'before'), cellOf(after, 'after')];
      if (!start || !end) continue;
      // The place of a cell is asked for only when it is needed: far from the window the browser has not laid it out.
      if (isFar(chunkBox(start), chunkBox(end))) {
        this.#isPartial = true;
        continue;
      }
      const path = bandPath(start.getBoundingClientRect(), end.getBoundingClientRect(), sheet);
      if (path) bands.push(svg('path', { d: path, class: looks.get(stop.id) ?? 'band', 'data-stop': stop.id }));
    }
    this.layer.setAttribute('width', String(sheet.width));
    this.layer.setAttribute('height', String(sheet.height));
    this.layer.replaceChildren(...bands);
  }
}

const chunkBox = (cell: Element): DOMRect => (cell.closest('.chunk') ?? cell).getBoundingClientRect();

/** Whether both ends of a band are on the same side of the window, far from it. */
const isFar = (from: DOMRect, to: DOMRect): boolean =>
  Math.max(from.bottom, to.bottom) < -MAX_DISTANCE || Math.min(from.top, to.top) > innerHeight + MAX_DISTANCE;

/** The outline of a band from one cell to another. Null where the cells stand one above the other, without a gutter. */
function bandPath(from: DOMRect, to: DOMRect, sheet: DOMRect): string | null {
  if (!from.height || !to.height) return null;
  const isRightToLeft = to.right <= from.left;
  const x1 = (isRightToLeft ? from.left : from.right) - sheet.left;
  const x2 = (isRightToLeft ? to.right : to.left) - sheet.left;
  if (Math.abs(x2 - x1) < MIN_GUTTER || Math.sign(x2 - x1) !== (isRightToLeft ? -1 : 1)) return null;
  const [a1, a2] = [from.top - sheet.top + INSET, from.bottom - sheet.top - INSET];
  const [b1, b2] = [to.top - sheet.top + INSET, to.bottom - sheet.top - INSET];
  const middle = (x1 + x2) / 2;
  return `M${x1} ${a1}C${middle} ${a1} ${middle} ${b1} ${x2} ${b1}V${b2}C${middle} ${b2} ${middle} ${a2} ${x1} ${a2}Z`;
}
