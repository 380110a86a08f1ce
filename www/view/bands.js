// Moves → bands drawn in the gutter, from a paragraph's place in Before to its place in After.
import { svg, oncePerFrame } from './dom.js';

/** Bands farther than this from the window are not drawn, in CSS pixels. */
const NEAR = 2000;

export class Bands {
  #ends = [];         // [{ stop, before: item, after: item }]
  #redraw = oncePerFrame(() => this.#draw());
  #watch = new ResizeObserver(() => this.#redraw());
  #listening = null;
  #partial = false;   // whether bands far from the window were left out: the nearer somebody comes, the more are drawn

  /** @param {HTMLElement} sheet the positioned box that the bands lie over */
  constructor(sheet) {
    this.sheet = sheet;
    this.layer = svg('svg', { class: 'bands', 'aria-hidden': 'true', focusable: 'false' });
  }

  /** @param {{ items: any[] }} model  @param {(stop: any) => boolean} shown */
  update(model, shown) {
    const ends = new Map();
    for (const item of model.items) {
      if (!item.half || !item.move || !shown(item.move)) continue;
      const end = ends.get(item.move) ?? { stop: item.move };
      end[item.half] = item.index;
      ends.set(item.move, end);
    }
    this.#ends = [...ends.values()].filter((end) => end.before !== undefined && end.after !== undefined);
    this.layer.replaceChildren();
    this.#redraw();
  }

  redraw() { this.#redraw(); }

  wake() {
    this.#watch.observe(this.sheet);
    this.#listening ??= new AbortController();
    document.addEventListener('scroll', () => { if (this.#partial) this.#redraw(); },
      { capture: true, passive: true, signal: this.#listening.signal });
  }

  sleep() {
    this.#watch.disconnect();
    this.#listening?.abort();
    this.#listening = null;
    this.#redraw.cancel();
  }

  #draw() {
    if (!this.#ends.length || !this.layer.isConnected) return this.layer.replaceChildren();
    const frame = this.sheet.getBoundingClientRect();
    const rows = new Map(Array.from(this.sheet.querySelectorAll('.row'), (row) => [row.dataset.item, row]));
    const cell = (item, side) => rows.get(String(item))?.querySelector(`:scope > .cell.${side}`);
    const bands = [];
    this.#partial = false;
    for (const { stop, before, after } of this.#ends) {
      const ends = [cell(before, 'before'), cell(after, 'after')];
      if (!ends.every(Boolean)) continue;
      // A line's own place is not asked for until it is wanted: far from the window the browser has not laid it out.
      if (isFar(...ends.map((end) => placeOf(end.closest('.chunk'))))) {
        this.#partial = true;
        continue;
      }
      const [from, to] = ends.map(placeOf);
      if (!from.height || !to.height) continue;
      // Where the cells stand one above the other there is no gutter to draw in.
      const rtl = to.right <= from.left;
      const x1 = (rtl ? from.left : from.right) - frame.left;
      const x2 = (rtl ? to.right : to.left) - frame.left;
      if (Math.abs(x2 - x1) < 8 || Math.sign(x2 - x1) !== (rtl ? -1 : 1)) continue;
      const [a1, a2] = [from.top - frame.top + 4, from.bottom - frame.top - 4];
      const [b1, b2] = [to.top - frame.top + 4, to.bottom - frame.top - 4];
      const mid = (x1 + x2) / 2;
      bands.push(svg('path', {
        d: `M${x1} ${a1}C${mid} ${a1} ${mid} ${b1} ${x2} ${b1}V${b2}C${mid} ${b2} ${mid} ${a2} ${x1} ${a2}Z`,
        class: 'band', 'data-stop': stop.id,
      }));
    }
    this.layer.setAttribute('width', frame.width);
    this.layer.setAttribute('height', frame.height);
    this.layer.replaceChildren(...bands);
  }
}

const placeOf = (node) => node.getBoundingClientRect();

/** Whether both ends of a band lie on the same side of the window, far from it. */
const isFar = (from, to) => Math.max(from.bottom, to.bottom) < -NEAR || Math.min(from.top, to.top) > innerHeight + NEAR;
