// The custom element <article-diff>: two texts in, what truly differs out. This module only makes the class; import
// define.js to register it. Importing is safe where there is no DOM.
import { Engine } from '../engine/engine.js';
import type { ArticleDocument } from '../engine/document.js';
import { asArticleDiffError, isCancelled, withEarlierName } from '../engine/errors.js';
import type { Options, Progress, Report } from '../engine/types.js';
import { bestLanguage, translatorFor } from '../i18n/languages.js';
import type { Translator } from '../i18n/format.js';
import { SIDES, type Side } from '../sides.js';
import type { Comparison, ViewActions } from '../view/state.js';
import { styleSheets } from '../view/styles/index.js';
import { View } from '../view/view.js';
import { compare } from './comparison.js';
import { currentComparison, initialState, reduce, type Event, type Job, type State } from './controller.js';
import { tell, type ArticleDiffEventMap } from './events.js';
import { fallbackSlot } from './fallback.js';
import { read, sourceOf } from './given.js';
import { OBSERVED, TEXTS, UPGRADED, canDraw, languageAround, upgradeProperties } from './host-element.js';
import { prepare } from './prepare.js';
import { readerActions } from './reader-actions.js';
import { followSurroundings } from './surrounding-colours.js';
import { VersionSettings } from './version-settings.js';
import { viewStateOf } from './view-state.js';

export type * from '../engine/document.js';
export type { ArticleDiffEventMap, ComparisonError } from './events.js';
export type { Filter, Filter as Lens, Preset } from '../view/model/filters.js';
export type { Version } from './version-settings.js';
export type { Theme, ToolbarForm } from './view-settings.js';
export type { ViewMode as Reading } from '../view/state.js';
export { setAssets, type Assets } from '../engine/assets.js';
export { ArticleDiffError, type ErrorCode } from '../engine/errors.js';
export type * from '../engine/types.js';

/** Pixels outside of the window within which a widget begins to work. */
const NEAR = 200;

/**
 * `<article-diff>`: two texts in, what truly differs out. It compares only while it stands in a page and in or near the window.
 *
 * @element article-diff
 *
 * @attr {string} before - The earlier text.
 * @attr {string} after - The later text.
 * @attr {string} text-before - The earlier text, as `before`.
 * @attr {string} text-after - The later text, as `after`.
 * @attr {'side-by-side' | 'inline' | 'changes'} view - How the result is read.
 * @attr {string} hide - The kinds of difference that are not shown, with blanks between them; see `filters`.
 * @attr {string} name-before - What the earlier text is called, such as "Agency, 14:05".
 * @attr {string} name-after - What the later text is called.
 * @attr {'text' | 'html'} format - What the texts are: plain, or HTML, whose structure is then compared and drawn, too.
 * @attr {boolean} editable - Whether a person may change the texts.
 * @attr {'page'} shortcuts - With `page`, the keyboard shortcuts work in the whole page while no field has the focus.
 * @attr {boolean} compact - Closer and smaller, for a table, a sidebar or a dialogue: no chips, no overview.
 * @attr {'full' | 'none'} toolbar - `none` leaves the toolbar out; keys and methods still step.
 * @attr {'light' | 'dark' | 'auto'} theme - The colours; without it, those in which the text around the element can be read.
 * @attr {string} lang - The language of the words around the texts; without it, that of the page around.
 *
 * @fires {CustomEvent<{ report: Report }>} article-diff-done - A comparison of the texts as they are now is done.
 * @fires {CustomEvent<{ error: ComparisonError }>} article-diff-error - A comparison failed; both texts stay.
 * @fires {CustomEvent<{ stage: string, done: number }>} article-diff-progress - A comparison goes on; `done` runs from 0 to 1.
 * @fires {CustomEvent<{ before: string, after: string }>} article-diff-input - A person changed a text.
 * @fires {CustomEvent<{ before: string, after: string }>} article-diff-names - A person named a text.
 * @fires {CustomEvent<{ before: number, after: number }>} article-diff-versions - A person chose two versions, by their indices.
 * @fires {CustomEvent<{ reviewed: string[] }>} article-diff-reviewed - A person ticked a change as reviewed, or took a tick away.
 * @fires {CustomEvent<{ view: Reading, hide: Lens[] }>} article-diff-view - A person chose a reading, or what is shown.
 *
 * @slot - Shown until the first result: what a server wrote, as `reportToHtml()` of `article-diff/render` makes it.
 * @slot change-actions - In the card at a mark: the host's own buttons for the change, which is then `change`.
 * @slot tools - In the toolbar, behind its own tools: the host's own buttons.
 * @slot version-actions - In the bar of versions, behind its own controls: the host's own buttons.
 * @slot empty - Shown under the fields while there is no text: a place for the host's own words.
 *
 * @csspart widget - All of it.
 * @csspart versions - The bar of versions, where there are any.
 * @csspart editors - Both fields with their heads.
 * @csspart editor - One field with its head; also `before` or `after`.
 * @csspart field - The field itself.
 * @csspart summary - The sentence that says what differs.
 * @csspart summary-link - A part of it that leads to what it counts.
 * @csspart frame-lines - What differs in time stamps and datelines, a line for each.
 * @csspart bar - The toolbar.
 * @csspart tool - A button of the toolbar.
 * @csspart chips - The kinds of difference.
 * @csspart chip - One kind of difference.
 * @csspart foot - Where the widget is narrow: the steps from change to change, at the lower edge of the window.
 * @csspart paper-head - On paper: title, sides, date, counts and legend.
 * @csspart change-card - The card at a mark: what the change is and what can be done with it; `change-action` is a button of it.
 * @csspart change-bar - How many changes are left to review, and what was taken over; its buttons are `change-action`, too.
 * @csspart notice - What is said while there is no result.
 * @csspart sheet - The result.
 * @csspart names - The names of both sides above the result.
 * @csspart row - Paragraphs that stand level; also their relation, such as `edited`.
 * @csspart cell - One side of a row; also `before` or `after`.
 * @csspart block - A paragraph; also its kind, such as `heading`.
 * @csspart mark - A difference.
 * @csspart mark-cut - A difference that stands in the earlier text only.
 * @csspart mark-new - A difference that stands in the later text only.
 * @csspart mark-was - The earlier side of a difference.
 * @csspart mark-now - The later side of a difference.
 * @csspart mark-order - The same words in another order.
 * @csspart mark-surface - A difference of the surface only.
 * @csspart mark-format - A difference of structure: a link, a picture, a heading.
 * @csspart mark-away - Where moved text stood.
 * @csspart mark-here - Where moved text stands.
 * @csspart fold - A line that stands for unchanged paragraphs.
 * @csspart flow - The inline reading.
 * @csspart group - A group of the list of changes.
 * @csspart entry - An entry of the list of changes.
 * @csspart strip - The overview of all changes beside the result.
 *
 * @cssprop --article-diff-paper - Colour behind the texts.
 * @cssprop --article-diff-desk - Colour around the texts.
 * @cssprop --article-diff-ink - Colour of the texts.
 * @cssprop --article-diff-quiet - Colour of what is said beside.
 * @cssprop --article-diff-line - Colour of lines.
 * @cssprop --article-diff-accent - Colour of what is chosen.
 * @cssprop --article-diff-cut - Colour of what was taken out.
 * @cssprop --article-diff-cut-tint - Colour behind it.
 * @cssprop --article-diff-new - Colour of what was put in.
 * @cssprop --article-diff-new-tint - Colour behind it.
 * @cssprop --article-diff-order - Colour of another order and of moves.
 * @cssprop --article-diff-order-tint - Colour behind it.
 * @cssprop --article-diff-fact - Colour of facts that differ.
 * @cssprop --article-diff-fact-tint - Colour behind it.
 * @cssprop --article-diff-warn - Colour of failures.
 * @cssprop --article-diff-serif - Font of the texts.
 * @cssprop --article-diff-sans - Font of all else.
 * @cssprop --article-diff-size - Size of the texts.
 * @cssprop --article-diff-top - Height of whatever the host keeps at the top of the window.
 * @cssprop --article-diff-bottom - Height of whatever the host keeps at the bottom of the window.
 */
export class ArticleDiffElement extends VersionSettings {
  static readonly observedAttributes: string[] = OBSERVED;

  /** Registers the class under a name; a second registration of the same name is tolerated. */
  static define(tag = 'article-diff', registry: CustomElementRegistry | undefined = globalThis.customElements) {
    if (registry && !registry.get(tag)) registry.define(tag, this as unknown as CustomElementConstructor);
    return this;
  }

  #state: State<Comparison> = initialState();
  #engine = new Engine();
  #view: View | null = null;
  #translator: Translator | null = null;
  #isDrawing = false;
  /** The change to go to as soon as there is one. */
  #wanted: string | null = null;
  #reviewed: ReadonlySet<string> = new Set();
  #sight: IntersectionObserver | null = null;

  /** The earlier text, or a document (see `article-diff/html`). Default: ''. Setting it does not write the attribute `before`. */
  get textBefore(): string {
    return sourceOf('before', this.#state);
  }
  set textBefore(text: string | ArticleDocument) {
    this.#give('before', text);
  }

  /** The later text, or a document. Default: ''. The attribute `after` gives a text too. */
  get textAfter(): string {
    return sourceOf('after', this.#state);
  }
  set textAfter(text: string | ArticleDocument) {
    this.#give('after', text);
  }

  /** The same as `textBefore`, in the place of the DOM's method `before()`, which the type has to mention; it cannot be called. */
  get before(): string & HTMLElement['before'] {
    return this.textBefore as string & HTMLElement['before'];
  }
  set before(text: string | ArticleDocument) {
    this.textBefore = text;
  }

  /** The same as `textAfter`, in the place of the DOM's method `after()`. */
  get after(): string & HTMLElement['after'] {
    return this.textAfter as string & HTMLElement['after'];
  }
  set after(text: string | ArticleDocument) {
    this.textAfter = text;
  }

  /** The report of the two texts as they are now, or null while there is none. */
  get report(): Report | null {
    return currentComparison(this.#state)?.report ?? null;
  }

  /** What the comparison is told. Default: {}. */
  get options(): Options {
    return this.#state.options;
  }
  set options(options: Options) {
    this.#change({ type: 'options', options: { ...options } });
  }

  /** Puts the texts in each other's place, and their names. */
  swap(): void {
    this.#change({ type: 'swap' });
    [this.nameBefore, this.nameAfter] = [this.nameAfter, this.nameBefore];
  }

  /** Takes both texts away; `undoClear` brings them back. */
  clear(): void {
    this.#change({ type: 'clear' });
  }

  /** Brings back what the last `clear` took. */
  undoClear(): void {
    this.#change({ type: 'undo-clear' });
  }

  /** Stops the running comparison at once. */
  cancel(): void {
    this.#dispatch({ type: 'cancel' });
  }

  /** Goes to the next change that is shown. */
  next(): void {
    this.#view?.step(1);
  }

  /** Goes to the previous change that is shown. */
  previous(): void {
    this.#view?.step(-1);
  }

  /** The change that the reader is at, by an id that is the same whenever the same texts are compared; null for none. */
  get change(): string | null {
    return this.#view?.currentChange ?? this.#wanted;
  }
  set change(id: string | null) {
    this.#wanted = id;
    this.#goToWanted();
  }

  /** The ids of the changes that are ticked as reviewed, in the order of the ticks. Default: []. */
  get reviewed(): string[] {
    return [...this.#reviewed];
  }
  set reviewed(ids: Iterable<string>) {
    this.#reviewed = new Set(ids);
    this.#drawSoon();
  }

  /** Gives the focus to the text that is read, or to the field for the text that is missing. */
  focus(options?: FocusOptions): void {
    this.#view?.focus(options);
  }

  /** @internal */ get documents() {
    return this.#state.documents;
  }

  /** @internal */
  connectedCallback(): void {
    upgradeProperties(this, UPGRADED);
    if (!canDraw()) return;
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' }).adoptedStyleSheets = styleSheets();
    followSurroundings(this as unknown as Element, this.shadowRoot!);
    fallbackSlot(this.shadowRoot!);
    this.#dispatch({ type: 'connected' });
    this.drawVersions = () => this.#drawSoon();
    this.countVersions(true);
    this.#sight = new IntersectionObserver((entries) => this.#see(entries.at(-1)!.isIntersecting), {
      rootMargin: `${NEAR}px`,
    });
    this.#sight.observe(this);
    // The observer speaks with the next frame; what stands in view at once need not wait for it.
    const [box] = this.getClientRects();
    if (box && box.bottom > -NEAR && box.top < innerHeight + NEAR) this.#see(true);
    void this.#translate();
  }

  /** @internal */
  disconnectedCallback(): void {
    this.#sight?.disconnect();
    this.#engine.close();
    this.countVersions(false);
    this.#dispatch({ type: 'disconnected' });
    this.#view?.sleep();
  }

  /** @internal */
  attributeChangedCallback(name: string, was: string | null, now: string | null): void {
    if (was === now) return;
    const side = TEXTS[name];
    if (side) this.#give(side, now ?? '');
    else if (name === 'lang') void (this.isConnected && this.#translate());
    else if (name === 'format') for (const one of SIDES) this.#give(one, sourceOf(one, this.#state));
    else if (name === 'editable') this.#dispatch({ type: 'editable', on: this.editable });
    else this.#drawSoon();
  }

  #see(visible: boolean): void {
    if (visible && !this.#state.isVisible) prepare(() => this.#view);
    this.#dispatch({ type: 'seen', visible });
    this.#dispatch({ type: 'due' });
  }

  /** Finds the words for the language around and makes the view in them, anew where it was in others. */
  async #translate(): Promise<void> {
    let translator = translatorFor(bestLanguage(languageAround(this)));
    if (translator instanceof Promise) translator = await translator;
    if (!this.isConnected) return;
    if (this.#translator !== translator || !this.#view) {
      this.#translator = translator;
      this.#view?.sleep();
      this.#view?.widget.remove();
      this.#view = new View(this.shadowRoot!, translator, this.#actions());
    }
    this.#view.wake();
    this.#draw();
  }

  #actions(): ViewActions {
    return readerActions(this, {
      dispatch: (event) => this.#dispatch(event),
      draw: () => this.#draw(),
      texts: () => this.#state.texts,
      chooseVersions: (chosen) => this.chooseVersions(chosen),
      writeVersions: (change) => this.writeVersions(change),
    });
  }

  #give(side: Side, text: unknown): void {
    this.#change({ type: 'given', side, ...read(text, this.format, this.#state.documents[side]) });
  }

  #tell<K extends keyof ArticleDiffEventMap>(type: K, detail: ArticleDiffEventMap[K]['detail']): void {
    tell(this as unknown as EventTarget, type, detail);
  }

  /** Takes an event in, and does what the next state asks for. Tells whether the state is another one. */
  #dispatch(event: Event<Comparison>): boolean {
    const was = this.#state;
    this.#state = reduce(was, event);
    if (this.#state === was) return false;
    const { job } = this.#state;
    if (job !== was.job && job) void this.#compare(job);
    if (was.job && !job) this.#engine.cancel();
    this.#drawSoon();
    return true;
  }

  /** Takes in what may ask for a comparison, which starts at the end of the turn. */
  #change(event: Event<Comparison>): void {
    this.#dispatch(event);
    queueMicrotask(() => this.#dispatch({ type: 'due' }));
  }

  async #compare(job: Job): Promise<void> {
    try {
      const onprogress = (progress: Progress): void => {
        this.#dispatch({ type: 'progress', job: job.number, progress });
        this.#tell('article-diff-progress', progress);
      };
      const isWanted = (): boolean => this.#state.job?.number === job.number;
      const result = await compare(this.#engine, job, { onprogress, isWanted });
      if (!this.#dispatch({ type: 'compared', job, result }) || this.#state.phase.name !== 'done') return;
      this.#draw();
      this.#goToWanted();
      this.#tell('article-diff-done', { report: result.report });
    } catch (thrown) {
      if (isCancelled(thrown)) return;
      const error = withEarlierName(asArticleDiffError(thrown));
      if (this.#dispatch({ type: 'failed', job: job.number, error })) this.#tell('article-diff-error', { error });
    }
  }

  #goToWanted(): void {
    if (this.#wanted === null || !this.report || !this.#view) return;
    this.#view.goToChange(this.#wanted);
    this.#wanted = null;
  }

  #drawSoon(): void {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    queueMicrotask(() => this.#isDrawing && this.#draw());
  }

  #draw(): void {
    this.#isDrawing = false;
    if (!this.isConnected || !this.#view) return;
    // It is of the first texts, and no other result is drawn beside it.
    fallbackSlot(this.shadowRoot!).hidden ||= Boolean(this.#state.compared) || this.#state.jobs > 1;
    this.#view.update(viewStateOf(this.#state, this, { reviewed: this.#reviewed, versions: this.versionsState }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-diff': ArticleDiffElement;
  }
}
