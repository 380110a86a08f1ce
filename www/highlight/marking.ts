// Two sides, of which one at least can be marked → marks that follow every edit: both are read and compared, what differs is painted,
// and a reader steps through it. Where a side stands, and how it is painted, is known to its surface alone.
import type { ArticleDocument } from '../engine/document.js';
import { Engine } from '../engine/engine.js';
import { ArticleDiffError, asArticleDiffError, isCancelled } from '../engine/errors.js';
import type { Options, Report } from '../engine/types.js';
import { SIDES, type Both } from '../sides.js';
import { HIDDEN_BY_DEFAULT, type Filter } from '../view/model/filters.js';
import { differencesIn, type DifferenceAt, type ReadText, type ReadTexts } from './differences.js';
import type { Paint } from './painter.js';

/** Milliseconds after the last edit until the texts are compared again. */
const DEBOUNCE = 150;

/** What two sides are compared and shown with; `D` is what is told of a difference. */
export interface MarkOptions<D> {
  /** What the comparison is told. Default: {}. */
  options?: Options;
  /** What is not marked, as in the property `hide` of <article-diff>. Default: its default. */
  hide?: Iterable<Filter>;
  /** Milliseconds after the last edit until the texts are compared again. Default: 150. */
  debounce?: number;
  /** Told each comparison once its marks are in the page. */
  onchange?: (report: Report, differences: readonly D[]) => void;
  /** Told each comparison that failed; the marks are gone then. */
  onerror?: (error: ArticleDiffError) => void;
}

/** The marks in a page, for as long as they are wanted. */
export interface Marks<D> {
  /** Resolves with the first comparison, once its marks are in the page. Rejects with an ArticleDiffError. */
  readonly ready: Promise<Report>;
  /** The last comparison; null before the first. */
  readonly report: Report | null;
  /** What is marked, in the order of the later text. */
  readonly differences: readonly D[];
  /** What `next()` and `previous()` went to; null at first, and after each edit that changes the differences. */
  readonly current: D | null;
  /** Goes to the next difference, scrolls it into view and marks it as the current one; from the last one to the first. */
  next(): D | null;
  /** Goes to the previous difference. */
  previous(): D | null;
  /** Chooses what is not marked. Nothing is compared again. */
  hide(filters: Iterable<Filter>): void;
}

/** A side that can be marked. `Place` is a place in it that a stretch of its text has. */
export interface Surface<Place> {
  /** @param edited to be told each edit */
  start(edited: () => void): void;
  read(): ReadText<Place>;
  /** Paints exactly this, in the place of what was painted before; nothing is the current difference then. */
  paint(paints: ReadonlyMap<Paint, readonly Place[]>): void;
  /** Marks the current difference, and brings it into view. */
  show(places: readonly Place[]): void;
  /** Whether it was edited since it last told so. */
  hasNews(): boolean;
  /** Takes everything away. */
  end(): void;
}

/** A side as it is compared: one that is not marked is a text or a document. */
export type Marked<Place> = Surface<Place> | string | ArticleDocument;

const isSurface = <Place>(side: Marked<Place>): side is Surface<Place> => typeof side === 'object' && 'read' in side;

/** A string as it is compared: with its structure, if it has any. */
function contentOf({ text, structure }: ReadText<unknown>): string | ArticleDocument {
  return structure ? { text, ...structure } : text;
}

/** The same for two sides that no comparison tells apart. */
const keyOf = ({ text, structure }: ReadText<unknown>): string => (structure ? text + JSON.stringify(structure) : text);

/** What stands in no page. */
function readGiven(given: string | ArticleDocument): ReadText<never> {
  if (typeof given === 'string') return { text: given, structure: null, rangesOf: null };
  const { text, blocks, marks } = given;
  return { text, structure: { blocks, marks }, rangesOf: null };
}

export class Marking<Place> implements Marks<DifferenceAt<Place>> {
  readonly ready: Promise<Report>;
  report: Report | null = null;
  differences: readonly DifferenceAt<Place>[] = [];
  readonly #sides: Both<Marked<Place>>;
  readonly #settings: MarkOptions<DifferenceAt<Place>>;
  readonly #engine = new Engine();
  #hidden: readonly Filter[];
  #index = -1;
  /** How often the page was edited, and at which of them it was compared. */
  #edits = 0;
  #comparedEdits = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #compared: ReadTexts<Place> | null = null;
  #hasEnded = false;
  #first: { resolve: (report: Report) => void; reject: (error: ArticleDiffError) => void } | null = null;

  constructor(sides: Both<Marked<Place>>, settings: MarkOptions<DifferenceAt<Place>>) {
    this.#sides = sides;
    this.#settings = settings;
    this.#hidden = [...(settings.hide ?? HIDDEN_BY_DEFAULT)];
    for (const surface of this.#surfaces()) surface.start(() => this.#edited());
    this.ready = new Promise((resolve, reject) => {
      this.#first = { resolve, reject };
    });
    // Whoever does not wait for it is told by `onerror`.
    this.ready.catch(() => {});
    void this.#compare();
  }

  get current(): DifferenceAt<Place> | null {
    return this.differences[this.#index] ?? null;
  }

  next(): DifferenceAt<Place> | null {
    return this.#step(1);
  }

  previous(): DifferenceAt<Place> | null {
    return this.#step(-1);
  }

  hide(filters: Iterable<Filter>): void {
    this.#hidden = [...filters];
    // Where the page was edited since, the next comparison paints.
    if (this.#edits === this.#comparedEdits) this.#paint();
  }

  stop(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    clearTimeout(this.#timer);
    this.#engine.close();
    this.#first?.reject(new ArticleDiffError('cancelled', 'the highlighting was stopped'));
    for (const surface of this.#surfaces()) surface.end();
    this.#forget();
  }

  *#surfaces(): Generator<Surface<Place>> {
    for (const side of SIDES) {
      const given = this.#sides[side];
      if (isSurface(given)) yield given;
    }
  }

  #edited(): void {
    if (this.#hasEnded) return;
    this.#edits++;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#compare(), this.#settings.debounce ?? DEBOUNCE);
  }

  async #compare(): Promise<void> {
    const edits = this.#edits;
    const [before, after] = SIDES.map((side) => {
      const given = this.#sides[side];
      return isSurface(given) ? given.read() : readGiven(given);
    }) as [ReadText<Place>, ReadText<Place>];
    const read = { before, after };
    const known =
      this.#compared && SIDES.every((side) => keyOf(this.#compared![side]) === keyOf(read[side])) ? this.report : null;
    let report = known;
    try {
      report ??= await this.#engine.compare(contentOf(before), contentOf(after), {
        options: this.#settings.options ?? {},
      });
    } catch (thrown) {
      // A newer edit, or the end, takes its place.
      if (!isCancelled(thrown)) this.#fail(asArticleDiffError(thrown));
      return;
    }
    // Edited meanwhile: the places are those of a page that is no more, and the next comparison is on its way.
    if ([...this.#surfaces()].some((surface) => surface.hasNews())) this.#edited();
    if (edits !== this.#edits || this.#hasEnded) return;
    this.#compared = read;
    this.#comparedEdits = edits;
    this.report = report;
    this.#paint();
    if (known) return;
    this.#first?.resolve(report);
    this.#settings.onchange?.(report, this.differences);
  }

  /** What was marked does not stay as if it were of texts that could not be compared. */
  #fail(error: ArticleDiffError): void {
    this.#forget();
    for (const surface of this.#surfaces()) surface.paint(new Map());
    this.#first?.reject(error);
    this.#settings.onerror?.(error);
  }

  #forget(): void {
    this.#compared = this.report = null;
    this.differences = [];
  }

  #paint(): void {
    if (!this.#compared || !this.report) return;
    const { paints, differences } = differencesIn(this.report, this.#compared, this.#hidden);
    for (const side of SIDES) {
      const given = this.#sides[side];
      if (isSurface(given)) given.paint(paints[side]);
    }
    this.differences = differences;
    this.#index = -1;
  }

  #step(by: 1 | -1): DifferenceAt<Place> | null {
    const n = this.differences.length;
    if (!n) return null;
    this.#index = this.#index < 0 ? (by > 0 ? 0 : n - 1) : (this.#index + by + n) % n;
    const current = this.differences[this.#index]!;
    for (const side of SIDES) {
      const given = this.#sides[side];
      if (isSurface(given)) given.show(current.ranges[side]);
    }
    return current;
  }
}
