// A long list of values → elements that are built only when the reader comes near them. The list is divided into chunks,
// and a chunk is an empty box of a guessed height until then: a book costs no more at first than its first pages.
import { SLICE, dropIdle, whenIdle } from '../../idle.js';
import { el, scrollAround } from '../dom.js';
import { NodePool, placeChildren } from '../reconcile.js';

/** Lines in a chunk, and marks in them: few enough to be built within a frame. One line alone may have more. */
const CHUNK_LINES = 12;
const CHUNK_MARKS = 400;
/** The first chunks are smaller: of a new text only those are built at first that the window has room for. */
const FIRST_CHUNKS = { count: 3, lines: 4 };
/** Number of chunks and of marks up to which the browser lays out all of them: skipping those far away begins to pay above. */
const MAX_LAID_OUT_CHUNKS = 12;
const MAX_LAID_OUT_MARKS = 3000;
/** How far from the window a chunk is built. */
const BUILD_MARGIN = '1200px 0px';
/** Milliseconds after which the chunks near the window are built, however busy the page is. */
const MAX_DELAY = 100;
/** Number of lines up to which all chunks are built in idle time; of more, the far ones wait until the reader comes near. */
const MAX_BUILT_LINES = 3000;

/** How values become elements. */
export interface LineDrawing<Value> {
  draw: (value: Value) => HTMLElement;
  /** Guessed height in CSS pixels. */
  height: (value: Value) => number;
  /** How many marks it has. */
  marks: (value: Value) => number;
  /** If given, an element that was built for a value with the same key is used again. */
  cache: {
    keyOf: (value: Value) => string | null;
    adopt: (element: HTMLElement, value: Value) => void;
  } | null;
}

interface Chunk<Value> {
  box: HTMLElement;
  values: Value[];
  filled: boolean;
  /** Whether the box held lines before, so that its height was not a guess. */
  wasFilled: boolean;
}

export class LazyList<Value> {
  #chunks: Chunk<Value>[] = [];
  #draw: (value: Value) => HTMLElement = () => el('div');
  #near: IntersectionObserver | null = null;
  #idle = 0;
  /** The keys of elements that were built. */
  readonly #keys = new WeakMap<Element, string>();
  readonly #box: HTMLElement;
  readonly #onBuilt: () => void;

  /** Chunks are put at the end of `box`; `onBuilt` is called after more lines were built. */
  constructor(box: HTMLElement, onBuilt: () => void) {
    this.#box = box;
    this.#onBuilt = onBuilt;
  }

  /** Shows `values` instead of what was there. */
  show(values: readonly Value[], drawing: LineDrawing<Value>): void {
    this.stop();
    const before = this.#chunks;
    this.#draw = this.#drawWithCache(drawing, before);
    this.#chunks = [];
    const wanted: Chunk<Value>[] = [];
    let room = innerHeight;
    let marks = 0;
    for (let from = 0; from < values.length;) {
      const lines = this.#chunks.length < FIRST_CHUNKS.count ? FIRST_CHUNKS.lines : CHUNK_LINES;
      let to = from;
      let inChunk = 0;
      while (to < values.length && to - from < lines && (to === from || inChunk < CHUNK_MARKS))
        inChunk += drawing.marks(values[to++]!);
      marks += inChunk;
      const part = values.slice(from, to);
      const known = drawing.cache ? before[this.#chunks.length] : undefined;
      const box = known?.box ?? el('div', { class: 'chunk' });
      const height = part.reduce((sum, value) => sum + drawing.height(value), 0);
      box.style.setProperty('--guess', `${Math.round(height)}px`);
      const chunk = { box, values: part, filled: false, wasFilled: known?.filled ?? false };
      this.#chunks.push(chunk);
      if (room > 0 || known?.filled) wanted.push(chunk);
      from += part.length;
      room -= height;
    }
    const kept = new Set(this.#chunks.map(({ box }) => box));
    for (const { box } of before) if (!kept.has(box)) box.remove();
    for (const chunk of wanted) this.#fill(chunk);
    this.#box.classList.toggle('many', this.#chunks.length > MAX_LAID_OUT_CHUNKS || marks > MAX_LAID_OUT_MARKS);
    for (const { box } of this.#chunks) if (box.parentNode !== this.#box) this.#box.append(box);
    if (this.#chunks.some(({ filled }) => !filled)) this.#buildLater(values.length);
  }

  /** Makes sure that the first value that passes a test is built. */
  reach(test: (value: Value) => boolean): void {
    const chunk = this.#chunks.find(({ values }) => values.some(test));
    if (chunk && this.#fill(chunk)) this.#onBuilt();
  }

  /** Builds everything at once, for print. */
  buildAll(): void {
    for (const chunk of this.#chunks) this.#fill(chunk);
  }

  /** Builds nothing more. */
  stop(): void {
    this.#near?.disconnect();
    this.#near = null;
    dropIdle(this.#idle);
  }

  #buildLater(count: number): void {
    const near = new IntersectionObserver(
      (entries) => {
        const boxes = new Set(entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target));
        const built = this.#chunks.filter(({ box }) => boxes.has(box)).map((chunk) => this.#fill(chunk));
        if (built.includes(true)) this.#onBuilt();
      },
      { rootMargin: BUILD_MARGIN },
    );
    this.#near = near;
    // What is in the window is built; the frame that shows it does not wait for more.
    this.#idle = whenIdle(
      () => {
        for (const { box, filled } of this.#chunks) if (!filled) near.observe(box);
        if (count <= MAX_BUILT_LINES) this.#buildInIdleTime();
      },
      { timeout: MAX_DELAY },
    );
  }

  /** Builds a chunk, and tells whether there was anything to build. */
  #fill(chunk: Chunk<Value>): boolean {
    if (chunk.filled) return false;
    chunk.filled = true;
    this.#near?.unobserve(chunk.box);
    const guessed = chunk.wasFilled ? null : chunk.box.getBoundingClientRect();
    placeChildren(chunk.box, chunk.values.map(this.#draw));
    // A chunk above the window that turns out higher than guessed must not push away what is being read.
    if (guessed?.height && guessed.bottom <= 0) scrollAround(this.#box, chunk.box.offsetHeight - guessed.height);
    chunk.box.classList.add('filled');
    return true;
  }

  #buildInIdleTime(): void {
    const end = performance.now() + SLICE;
    const next = () => this.#chunks.find(({ filled }) => !filled);
    let chunk = next();
    while (chunk && performance.now() < end) {
      this.#fill(chunk);
      chunk = next();
    }
    if (chunk) this.#idle = whenIdle(() => this.#buildInIdleTime());
    else this.#onBuilt();
  }

  /** Draws a value, or takes the element that was built for one that looks the same. */
  #drawWithCache({ draw, cache }: LineDrawing<Value>, before: readonly Chunk<Value>[]): (value: Value) => HTMLElement {
    if (!cache) return draw;
    const pool = new NodePool<HTMLElement>();
    for (const element of before.flatMap(({ box }) => [...box.children])) {
      const key = this.#keys.get(element);
      if (key !== undefined) pool.add(key, element as HTMLElement);
    }
    return (value) => {
      const key = cache.keyOf(value);
      const known = key === null ? undefined : pool.take(key);
      if (known) {
        cache.adopt(known, value);
        return known;
      }
      const element = draw(value);
      if (key !== null) this.#keys.set(element, key);
      return element;
    };
  }
}
