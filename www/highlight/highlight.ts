// The entry `article-diff/highlight`: marks what differs between two elements of a host's page in the page itself, by the CSS Custom
// Highlight API. No node is touched, so editors and frameworks notice nothing; the marks follow every edit.
import { Engine } from '../engine/engine.js';
import { ArticleDiffError, asArticleDiffError, isCancelled } from '../engine/errors.js';
import type { Options, Report } from '../engine/types.js';
import { SIDES, type Both, type Side } from '../sides.js';
import { HIDDEN_BY_DEFAULT, type Filter } from '../view/model/filters.js';
import { differencesIn, type Difference, type Pages } from './differences.js';
import { readPage } from './page-text.js';
import { PAINTS, Painter, canHighlight, canHighlightIn } from './painter.js';

export type { Difference } from './differences.js';
export type { Filter, Kind } from '../view/model/filters.js';
export type * from '../engine/types.js';
export { setAssets, type Assets } from '../engine/assets.js';
export { ArticleDiffError, type ErrorCode } from '../engine/errors.js';

/** Milliseconds after the last edit until the texts are compared again. */
const DEBOUNCE = 150;

export interface HighlightOptions {
  /** What the comparison is told. Default: {}. */
  options?: Options;
  /** What is not marked, as in the property `hide` of <article-diff>. Default: its default. */
  hide?: Iterable<Filter>;
  /** Milliseconds after the last edit until the texts are compared again. Default: 150. */
  debounce?: number;
  /** Told each comparison once its marks are in the page. */
  onchange?: (report: Report, differences: readonly Difference[]) => void;
  /** Told each comparison that failed; the marks are gone then. */
  onerror?: (error: ArticleDiffError) => void;
}

/** The marks in a page, for as long as they are wanted. */
export interface Highlighting {
  /** Resolves with the first comparison, once its marks are in the page. Rejects with an ArticleDiffError. */
  readonly ready: Promise<Report>;
  /** The last comparison; null before the first. */
  readonly report: Report | null;
  /** What is marked, in the order of the later text. */
  readonly differences: readonly Difference[];
  /** What `next()` and `previous()` went to; null at first, and after each edit that changes the differences. */
  readonly current: Difference | null;
  /** Goes to the next difference, scrolls it into view and marks it as the current one; from the last one to the first. */
  next(): Difference | null;
  /** Goes to the previous difference. */
  previous(): Difference | null;
  /** Chooses what is not marked. Nothing is compared again. */
  hide(filters: Iterable<Filter>): void;
  /** Takes everything away: marks, styles, observers. */
  stop(): void;
}

/** Whether this browser can mark text without touching it: Chromium from 105, Safari from 17.2, Firefox from 140. */
export const supported: boolean = canHighlight();

/**
 * Marks what differs between two elements, which may be editable. A side that is not in the page is given as a string: its cuts are
 * then shown by a line under the letters between which they stood.
 *
 * Throws an ArticleDiffError with the code `unsupported` where the browser cannot do it.
 */
export function highlight(
  before: Element | string,
  after: Element | string,
  { options = {}, hide = HIDDEN_BY_DEFAULT, debounce = DEBOUNCE, onchange, onerror }: HighlightOptions = {},
): Highlighting {
  const sides: Both<Element | string> = { before, after };
  const elements = SIDES.map((side) => sides[side]).filter((side) => typeof side !== 'string');
  check(sides, elements);
  return new PageHighlighting(sides, { options, hide, debounce, onchange, onerror });
}

function check(sides: Both<Element | string>, elements: readonly Element[]): void {
  for (const side of SIDES) {
    const given: unknown = sides[side];
    const isElement = (given as Partial<Element> | null)?.nodeType === 1;
    if (!isElement && typeof given !== 'string') {
      throw new ArticleDiffError('not-a-string', `${side} must be an element or a string`);
    }
  }
  if (!elements.length) throw new ArticleDiffError('invalid-option', 'one side at least must be an element');
  if (!elements.every(canHighlightIn)) {
    throw new ArticleDiffError(
      'unsupported',
      'this browser has no CSS Custom Highlight API; <article-diff> does without',
    );
  }
  if (elements.some(({ localName }) => localName === 'textarea' || localName === 'input')) {
    throw new ArticleDiffError('invalid-option', 'the text of a field cannot be highlighted; give it as a string');
  }
}

type Settings = Required<Pick<HighlightOptions, 'options' | 'hide' | 'debounce'>> &
  Pick<HighlightOptions, 'onchange' | 'onerror'>;

class PageHighlighting implements Highlighting {
  readonly ready: Promise<Report>;
  report: Report | null = null;
  differences: readonly Difference[] = [];
  readonly #sides: Both<Element | string>;
  readonly #settings: Settings;
  readonly #engine = new Engine();
  readonly #painters = new Map<Side, Painter>();
  readonly #observer = new MutationObserver(() => this.#edited());
  #hidden: readonly Filter[];
  #index = -1;
  /** How often the page was edited, and at which of them it was compared. */
  #edits = 0;
  #comparedEdits = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #compared: { texts: Both<string>; pages: Pages } | null = null;
  #first: { resolve: (report: Report) => void; reject: (error: ArticleDiffError) => void } | null = null;

  constructor(sides: Both<Element | string>, settings: Settings) {
    this.#sides = sides;
    this.#settings = settings;
    this.#hidden = [...settings.hide];
    for (const side of SIDES) {
      const element = sides[side];
      if (typeof element === 'string') continue;
      this.#painters.set(side, new Painter(element));
      this.#observer.observe(element, {
        childList: true,
        characterData: true,
        subtree: true,
        attributes: true,
        attributeFilter: ['hidden', 'open'],
      });
    }
    this.ready = new Promise((resolve, reject) => {
      this.#first = { resolve, reject };
    });
    // Whoever does not wait for it is told by `onerror`.
    this.ready.catch(() => {});
    void this.#compare();
  }

  get current(): Difference | null {
    return this.differences[this.#index] ?? null;
  }

  next(): Difference | null {
    return this.#step(1);
  }

  previous(): Difference | null {
    return this.#step(-1);
  }

  hide(filters: Iterable<Filter>): void {
    this.#hidden = [...filters];
    // Where the page was edited since, the next comparison paints.
    if (this.#edits === this.#comparedEdits) this.#paint();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#observer.disconnect();
    this.#engine.close();
    this.#first?.reject(new ArticleDiffError('cancelled', 'the highlighting was stopped'));
    for (const painter of this.#painters.values()) painter.end();
    this.#painters.clear();
    this.#compared = this.report = null;
    this.differences = [];
  }

  #edited(): void {
    this.#edits++;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#compare(), this.#settings.debounce);
  }

  async #compare(): Promise<void> {
    const edits = this.#edits;
    const pages: Pages = { before: null, after: null };
    const texts: Both<string> = { before: '', after: '' };
    for (const side of SIDES) {
      const given = this.#sides[side];
      if (typeof given === 'string') texts[side] = given;
      else texts[side] = (pages[side] = readPage(given)).text;
    }
    const known =
      this.#compared && SIDES.every((side) => this.#compared?.texts[side] === texts[side]) ? this.report : null;
    let report = known;
    try {
      report ??= await this.#engine.compare(texts.before, texts.after, { options: this.#settings.options });
    } catch (thrown) {
      // A newer edit, or the end, takes its place.
      if (!isCancelled(thrown)) this.#fail(asArticleDiffError(thrown));
      return;
    }
    // Edited meanwhile: the places are those of a page that is no more, and the next comparison is on its way.
    if (this.#observer.takeRecords().length) this.#edited();
    if (edits !== this.#edits) return;
    this.#compared = { texts, pages };
    this.#comparedEdits = edits;
    this.report = report;
    this.#paint();
    if (known) return;
    this.#first?.resolve(report);
    this.#settings.onchange?.(report, this.differences);
  }

  /** What was marked does not stay as if it were of texts that could not be compared. */
  #fail(error: ArticleDiffError): void {
    this.#compared = this.report = null;
    this.differences = [];
    for (const painter of this.#painters.values()) for (const paint of PAINTS) painter.paint(paint, []);
    this.#first?.reject(error);
    this.#settings.onerror?.(error);
  }

  #paint(): void {
    if (!this.#compared || !this.report) return;
    const { texts, pages } = this.#compared;
    const { paints, differences } = differencesIn(this.report, texts, pages, this.#hidden);
    for (const [side, painter] of this.#painters) {
      for (const paint of PAINTS) painter.paint(paint, paints[side].get(paint) ?? []);
    }
    this.differences = differences;
    this.#index = -1;
  }

  #step(by: 1 | -1): Difference | null {
    const n = this.differences.length;
    if (!n) return null;
    this.#index = this.#index < 0 ? (by > 0 ? 0 : n - 1) : (this.#index + by + n) % n;
    const current = this.differences[this.#index]!;
    for (const [side, painter] of this.#painters) {
      const ranges = current.ranges[side];
      painter.paint('current', ranges);
      ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    return current;
  }
}
