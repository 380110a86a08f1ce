import type { Options, Report } from './core.js';

/** A kind of difference that can be shown or hidden: the classes of the report, and three that cut across them. */
export type Lens =
  | 'quotation' | 'number' | 'name' | 'wording' | 'order' | 'moved' | 'spelling' | 'case' | 'punctuation' | 'break'
  | 'typography' | 'spacing' | 'furniture';

/** How the report is read. */
export type Reading = 'side-by-side' | 'inline' | 'changes';

/** A named choice of lenses. */
export type Preset = 'facts' | 'wording' | 'everything';

/** What a comparison in the element can fail with. */
export interface ComparisonError extends Error {
  /** `Panic`: a fault of ours, the worker was replaced; `Unavailable`: worker or wasm could not be loaded; else the core's own. */
  readonly name: string;
}

export interface ArticleDiffEventMap {
  /** A comparison of the texts as they are now is done. */
  'article-diff-done': CustomEvent<{ report: Report }>;
  /** A comparison failed; both texts stay. */
  'article-diff-error': CustomEvent<{ error: ComparisonError }>;
  /** A comparison of more than some 20 milliseconds goes on; `done` runs from 0 to 1. */
  'article-diff-progress': CustomEvent<{ stage: string; done: number }>;
  /** A person changed a text. */
  'article-diff-input': CustomEvent<{ before: string; after: string }>;
  /** A person chose a reading, or what is shown. */
  'article-diff-view': CustomEvent<{ view: Reading; hide: Lens[] }>;
}

/**
 * `<article-diff>`: two texts in, what truly differs out. This module makes the class only; `article-diff/define`
 * registers it. Importing is safe where there is no DOM.
 *
 * Attributes: `before`, `after`, `view`, `hide`, `editable`, `theme` (`light`, `dark`, `auto`; else as the page around),
 * `lang` (its own, or that of the page around).
 *
 * It compares only while it stands in a page and in or near the window. Events bubble and cross shadow roots.
 *
 * Slot `empty`: shown under the fields, for the host's own words.
 *
 * Parts: `widget`, `editors`, `editor before`/`editor after`, `field`, `summary`, `bar`, `tool`, `chips`, `chip`, `notice`,
 * `sheet`, `names`, `row` with its relation, `cell before`/`cell after`, `block` with its kind, `mark` with `mark-cut`,
 * `mark-new`, `mark-was`, `mark-now`, `mark-order`, `mark-surface`, `mark-away` or `mark-here`, `fold`, `flow`, `group`,
 * `entry`, `strip`.
 *
 * Custom properties, all with the prefix `--article-diff-`: the colours `paper`, `desk`, `ink`, `quiet`, `line`, `accent`,
 * `cut`, `cut-tint`, `new`, `new-tint`, `order`, `order-tint`, `fact`, `fact-tint`, `warn`; the fonts `serif` and `sans`; the
 * `size` of the text; and `top`, the height of whatever the host keeps at the top of the window.
 */
export interface ArticleDiffElement extends Omit<HTMLElement, 'before' | 'after' | 'addEventListener'> {
  /**
   * The earlier text. Default: ''. The attribute gives it too; setting the property does not write the attribute.
   * It stands in the place of the DOM's method `before()`, which the type has to mention; it cannot be called.
   */
  get before(): string & HTMLElement['before'];
  set before(text: string);
  /** The later text. Default: ''. It stands in the place of the DOM's method `after()`. */
  get after(): string & HTMLElement['after'];
  set after(text: string);
  /** The report of the two texts as they are now, or null while there is none. */
  readonly report: Report | null;
  /** What the comparison is told. Default: {}. */
  options: Options;
  /** The reading. Default, and for any attribute that names none: 'side-by-side'. */
  get view(): Reading;
  set view(view: Reading);
  /** What is not shown. Default: typography, spacing, furniture. Names that are no lens are left out. */
  get hide(): Lens[];
  set hide(lenses: Iterable<Lens> | string);
  /** The preset that is worn, or null. */
  get preset(): Preset | null;
  set preset(preset: Preset);
  /** Whether a person may change the texts. Default: false. */
  editable: boolean;

  /** Puts the texts in each other's place. */
  swap(): void;
  /** Takes both texts away. */
  clear(): void;
  /** Brings back what the last `clear` took. */
  undoClear(): void;
  /** Stops the running comparison at once. */
  cancel(): void;
  /** Goes to the next shown change. */
  next(): void;
  /** Goes to the previous shown change. */
  previous(): void;

  addEventListener<K extends keyof ArticleDiffEventMap>(
    type: K, listener: (this: ArticleDiffElement, event: ArticleDiffEventMap[K]) => void, options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K, listener: (this: ArticleDiffElement, event: HTMLElementEventMap[K]) => void, options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

export const ArticleDiffElement: {
  new (): ArticleDiffElement;
  prototype: ArticleDiffElement;
  /** Registers the class under a name; a second registration of the name is tolerated. */
  define(tag?: string, registry?: CustomElementRegistry): typeof ArticleDiffElement;
  /** All lenses, gravest first. */
  readonly lenses: Lens[];
  readonly observedAttributes: string[];
};

declare global {
  interface HTMLElementTagNameMap {
    'article-diff': ArticleDiffElement;
  }
}
