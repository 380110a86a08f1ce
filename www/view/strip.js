// All shown changes on one narrow strip beside the text, and the part of it that is in view.
import { el, oncePerFrame } from './dom.js';
import { gravestLens } from './lens.js';
import { roleOf } from './marks.js';
import { homeItem, homeSide } from './model.js';

/** Parts of the strip: changes that fall into one part share a tick, so a book draws no more ticks than an article. */
const PARTS = 240;

export class Strip {
  #lines = [];        // [{ first, last, from, to }] items of a line, and its place from 0 to 1
  #reading;           // () => the first and last line in view, as items
  #follow = oncePerFrame(() => this.#place());
  #listening = null;

  /** @param {(item: number) => void} onpick  @param {() => { first: number, last: number } | null} reading */
  constructor(onpick, reading) {
    this.#reading = reading;
    this.window = el('div', { class: 'strip-window' });
    this.ticks = el('div', { class: 'strip-ticks' });
    this.box = el('div', { class: 'strip', 'aria-hidden': 'true', part: 'strip' }, this.window, this.ticks);
    this.box.addEventListener('pointerdown', (event) => {
      const { top, height } = this.box.getBoundingClientRect();
      const at = (event.clientY - top) / height;
      const line = this.#lines.find(({ to }) => to >= at) ?? this.#lines.at(-1);
      if (line) onpick(line.first);
    });
  }

  /**
   * @param {{ first: number, last: number, height: number }[]} lines in reading order, heights guessed
   * @param {import('./model.js').Stop[]} stops shown, in reading order
   */
  update(lines, stops) {
    const total = lines.reduce((sum, { height }) => sum + height, 0) || 1;
    let at = 0;
    this.#lines = lines.map(({ first, last, height }) => {
      const from = at / total;
      at += height;
      return { first, last, from, to: at / total };
    });
    const lineOf = new Map();
    for (const line of this.#lines) for (let i = line.first; i <= line.last; i++) lineOf.set(i, line);
    const parts = new Map();
    for (const stop of stops) {
      const line = lineOf.get(homeItem(stop));
      if (!line) continue;
      const whole = stop.unit === 'paragraph';
      const from = Math.floor(line.from * PARTS);
      const to = whole ? Math.max(from + 1, Math.floor(line.to * PARTS)) : from + 1;
      const known = parts.get(from);
      if (!known || to > known.to) parts.set(from, { to, look: `${roleOf(stop, homeSide(stop))} ${gravestLens(stop)}` });
    }
    this.#tick(parts);
    this.#follow();
  }

  /** Draws the ticks. A keystroke seldom moves one: those that stand in their place are left alone. */
  #tick(parts) {
    const ticks = this.ticks.children;
    let i = 0;
    for (const [from, { to, look }] of parts) {
      const place = `${from} ${to} ${look}`;
      const tick = ticks[i++] ?? this.ticks.appendChild(el('i'));
      if (tick.place === place) continue;
      tick.place = place;
      tick.className = look;
      tick.style.setProperty('top', `${(from / PARTS) * 100}%`);
      tick.style.setProperty('height', `${((to - from) / PARTS) * 100}%`);
    }
    while (ticks.length > i) ticks[i].remove();
  }

  /** Follows the scrolling of whatever scrolls, until `sleep`. */
  wake() {
    if (this.#listening) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener('scroll', this.#follow, { capture: true, passive: true, signal });
    window.addEventListener('resize', this.#follow, { passive: true, signal });
  }

  sleep() {
    this.#listening?.abort();
    this.#listening = null;
    this.#follow.cancel();
  }

  #place() {
    const seen = this.#reading();
    this.window.hidden = !seen;
    if (!seen) return;
    const first = this.#lines.find(({ last }) => last >= seen.first);
    const last = this.#lines.findLast(({ first: from }) => from <= seen.last);
    if (!first || !last) return;
    this.window.style.setProperty('top', `${first.from * 100}%`);
    this.window.style.setProperty('height', `${Math.max(0, last.to - first.from) * 100}%`);
  }
}
