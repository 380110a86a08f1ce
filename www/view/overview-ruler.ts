// Shown changes → a narrow strip beside the text that shows where they are, and which part of the text is in view.
import { el, oncePerFrame } from './dom.js';
import { kindOf } from './model/filters.js';
import { roleOf } from './model/marks.js';
import { homeItem, homeSide } from './model/stops.js';
import type { Stop } from './model/types.js';
import { reconcile, type Drawing, type Drawn } from './reconcile.js';
import type { LineOverview } from './reading/reading.js';
import type { ItemRange } from './reading/navigator.js';

/** Number of parts of the ruler. Changes that fall into one part share a tick: a book has no more ticks than an article. */
const PARTS = 240;

/** A line of the text, and its place on the ruler from 0 to 1. */
interface Line extends ItemRange {
  start: number;
  end: number;
}

/** In parts. */
interface Tick {
  start: number;
  end: number;
  className: string;
}

const drawTick = (node: HTMLElement, { start, end, className }: Tick): void => {
  node.className = className;
  node.style.setProperty('top', `${(start / PARTS) * 100}%`);
  node.style.setProperty('height', `${((end - start) / PARTS) * 100}%`);
};

const TICK_DRAWING: Drawing<Tick, HTMLElement> = {
  same: (one, other) => one.start === other.start && one.end === other.end && one.className === other.className,
  make: (tick) => {
    const node = el('i');
    drawTick(node, tick);
    return node;
  },
  update: (node, _was, tick) => {
    drawTick(node, tick);
    return true;
  },
};

export class OverviewRuler {
  readonly box: HTMLElement;
  readonly #window = el('div', { class: 'strip-window' });
  readonly #tickBox = el('div', { class: 'strip-ticks' });
  readonly #inView: () => ItemRange | null;
  readonly #follow = oncePerFrame(() => this.#placeWindow());
  #lines: Line[] = [];
  #ticks: Drawn<Tick, HTMLElement>[] = [];
  #listening: AbortController | null = null;

  /** `onPick` is called with the item at the place that the reader pointed at; `inView` tells which items are in view. */
  constructor(onPick: (item: number) => void, inView: () => ItemRange | null) {
    this.#inView = inView;
    this.box = el('div', { class: 'strip', 'aria-hidden': 'true', part: 'strip' }, this.#window, this.#tickBox);
    this.box.addEventListener('pointerdown', (event) => {
      const { top, height } = this.box.getBoundingClientRect();
      const at = (event.clientY - top) / height;
      const line = this.#lines.find(({ end }) => end >= at) ?? this.#lines.at(-1);
      if (line) onPick(line.first);
    });
  }

  /** Lines and shown stops in the order of reading. */
  update(lines: readonly LineOverview[], stops: readonly Stop[]): void {
    const total = lines.reduce((sum, { height }) => sum + height, 0) || 1;
    let at = 0;
    this.#lines = lines.map(({ first, last, height }) => {
      const start = at / total;
      at += height;
      return { first, last, start, end: at / total };
    });
    this.#ticks = reconcile(this.#tickBox, this.#ticks, this.#ticksOf(stops), TICK_DRAWING);
    this.#follow();
  }

  #ticksOf(stops: readonly Stop[]): Tick[] {
    const lineOfItem = new Map<number, Line>();
    for (const line of this.#lines) for (let item = line.first; item <= line.last; item++) lineOfItem.set(item, line);
    const ticks = new Map<number, Tick>();
    for (const stop of stops) {
      const line = lineOfItem.get(homeItem(stop));
      if (!line) continue;
      const start = Math.floor(line.start * PARTS);
      const end = stop.unit === 'paragraph' ? Math.max(start + 1, Math.floor(line.end * PARTS)) : start + 1;
      if (end <= (ticks.get(start)?.end ?? 0)) continue;
      ticks.set(start, { start, end, className: `${roleOf(stop, homeSide(stop))} ${kindOf(stop)}` });
    }
    return [...ticks.values()];
  }

  /** Follows the scrolling of whatever scrolls, until `sleep`. */
  wake(): void {
    if (this.#listening) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener('scroll', this.#follow, { capture: true, passive: true, signal });
    window.addEventListener('resize', this.#follow, { passive: true, signal });
  }

  sleep(): void {
    this.#listening?.abort();
    this.#listening = null;
    this.#follow.cancel();
  }

  #placeWindow(): void {
    const seen = this.#inView();
    this.#window.hidden = !seen;
    if (!seen) return;
    const first = this.#lines.find(({ last }) => last >= seen.first);
    const last = this.#lines.findLast((line) => line.first <= seen.last);
    if (!first || !last) return;
    this.#window.style.setProperty('top', `${first.start * 100}%`);
    this.#window.style.setProperty('height', `${Math.max(0, last.end - first.start) * 100}%`);
  }
}
