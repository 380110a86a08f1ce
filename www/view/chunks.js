// A long list of lines → lines that are built only when a reader comes near them. Each chunk is an empty box of a
// guessed height until then, so a book costs no more at first than its first pages.
import { dropIdle, whenIdle } from '../idle.js';
import { el, scrollAround } from './dom.js';

/** Lines in a chunk: small enough to be built within a frame. */
const LINES = 12;
/** The first chunks are smaller: of a text that is new, only those are built at first that the window has room for. */
const FIRST = { chunks: 3, lines: 4 };
/** Chunks up to which the browser lays all of them out: leaving out those far away begins to pay above. */
const FEW = 12;
/** How far from the window a chunk is built, in CSS pixels. */
const AHEAD = '1200px 0px';
/** Milliseconds after which the chunks near the window are built, however busy the page. */
const SOON = 100;
/** Milliseconds of one slice of work while nobody waits. */
const SLICE = 8;
/** Above this many lines the far ones wait until somebody comes near; below, they are built while the page idles. */
const EAGER = 3000;

export class Chunks {
  #chunks = [];
  #watch = null;
  #idle = 0;

  /**
   * @param {HTMLElement} box where the chunks go
   * @param {{ onfill?: () => void }} [how]
   */
  constructor(box, { onfill } = {}) {
    this.box = box;
    this.onfill = onfill;
  }

  /**
   * Shows `lines` instead of what was there.
   * @param {any[]} lines  @param {(line: any) => Node} draw  @param {(line: any) => number} height in CSS pixels, guessed
   * @param {{ keyOf: (line: any) => string | null, adopt: (node: any, line: any) => void } | null} [reuse] how a built
   *   line is known again, and told what changed about it
   */
  show(lines, draw, height, reuse = null) {
    this.stop();
    const old = this.#chunks;
    const pool = reuse ? poolOf(old) : null;
    this.#chunks = [];
    const wanted = [];
    let room = innerHeight;
    for (let from = 0; from < lines.length;) {
      const part = lines.slice(from, from + (this.#chunks.length < FIRST.chunks ? FIRST.lines : LINES));
      const known = reuse ? old[this.#chunks.length] : null;
      const box = known?.box ?? el('div', { class: 'chunk' });
      const guess = part.reduce((sum, line) => sum + height(line), 0);
      box.style.setProperty('--guess', `${Math.round(guess)}px`);
      const chunk = { box, part, draw: drawing(draw, reuse, pool), filled: false, laid: known?.filled };
      this.#chunks.push(chunk);
      if (room > 0 || known?.filled) wanted.push(chunk);
      from += part.length;
      room -= guess;
    }
    const kept = new Set(this.#chunks.map(({ box }) => box));
    for (const { box } of old) if (!kept.has(box)) box.remove();
    for (const chunk of wanted) this.#fill(chunk);
    this.box.classList.toggle('many', this.#chunks.length > FEW);
    for (const { box } of this.#chunks) if (box.parentNode !== this.box) this.box.append(box);
    if (this.#chunks.every(({ filled }) => filled)) return;
    this.#watch = new IntersectionObserver((seen) => {
      let built = false;
      for (const { isIntersecting, target } of seen) {
        const chunk = isIntersecting && this.#chunks.find(({ box }) => box === target);
        if (chunk) built = this.#fill(chunk) || built;
      }
      if (built) this.onfill?.();
    }, { rootMargin: AHEAD });
    // What stands in the window is built; the frame that shows it does not wait for more.
    this.#idle = whenIdle(() => {
      for (const chunk of this.#chunks) if (!chunk.filled) this.#watch.observe(chunk.box);
      if (lines.length <= EAGER) this.#trickle();
    }, { timeout: SOON });
  }

  /** Makes sure that the line for which `test` is true has been built. */
  reach(test) {
    const chunk = this.#chunks.find(({ part }) => part.some(test));
    if (chunk && this.#fill(chunk)) this.onfill?.();
    return Boolean(chunk);
  }

  /** Builds everything at once: for print. */
  all() { this.#chunks.forEach((chunk) => this.#fill(chunk)); }

  stop() {
    this.#watch?.disconnect();
    this.#watch = null;
    dropIdle(this.#idle);
  }

  #fill(chunk) {
    if (chunk.filled) return false;
    chunk.filled = true;
    this.#watch?.unobserve(chunk.box);
    // What stood there is as high as it is; only a guess may be wrong.
    const { bottom, height } = chunk.laid ? {} : chunk.box.getBoundingClientRect();
    putChildren(chunk.box, chunk.part.map(chunk.draw));
    // A line above the window that turns out higher than guessed must not push away what is being read.
    if (height && bottom <= 0) scrollAround(this.box, chunk.box.offsetHeight - height);
    chunk.box.classList.add('filled');
    return true;
  }

  #trickle() {
    const until = performance.now() + SLICE;
    let next;
    while (performance.now() < until && (next = this.#chunks.find(({ filled }) => !filled))) this.#fill(next);
    if (next) this.#idle = whenIdle(() => this.#trickle());
    else this.onfill?.();
  }
}

/** Built lines that may be used again, by their keys. */
function poolOf(chunks) {
  const pool = new Map();
  for (const { box } of chunks) {
    for (const node of box.children) {
      if (!node.lineKey) continue;
      const same = pool.get(node.lineKey);
      if (same) same.push(node);
      else pool.set(node.lineKey, [node]);
    }
  }
  return pool;
}

/** `draw`, but a line that is built already is taken as it stands. */
function drawing(draw, reuse, pool) {
  if (!reuse) return draw;
  return (line) => {
    const key = reuse.keyOf(line);
    const known = key && pool.get(key)?.shift();
    if (known) {
      reuse.adopt(known, line);
      return known;
    }
    const node = draw(line);
    node.lineKey = key;
    return node;
  };
}

/** Makes `nodes` the children of a box without touching those that stand in their place. */
function putChildren(box, nodes) {
  const wanted = new Set(nodes);
  for (const node of [...box.children]) if (!wanted.has(node)) node.remove();
  let at = box.firstChild;
  for (const node of nodes) {
    if (node === at) at = at.nextSibling;
    else box.insertBefore(node, at);
  }
}
