// State with a comparison → all that is there only once there is a result: the sentence on top, the toolbar, the reading, the card at a
// mark, the overview ruler. This module is where the part begins that is loaded later; see result-part.ts.
import type { Translator } from '../i18n/format.js';
import { SIDES, type Side } from '../sides.js';
import { ChangeTools } from './change-tools.js';
import type { RenderContext } from './context.js';
import { el } from './dom.js';
import { changeHighlights } from './editors/change-highlights.js';
import type { Highlight } from './editors/highlight-layer.js';
import { KeptFilter } from './kept-filter.js';
import { describeSide, hiddenNoteLabel, keptFilterLabel, nothingShownLabel } from './labels.js';
import { countByKind, filterFor, toggleKind, type Filter, type Kind } from './model/filters.js';
import { homeSide } from './model/stops.js';
import { isCounted, type Counted } from './model/tally.js';
import type { IsShown, Model } from './model/types.js';
import { OverviewRuler } from './overview-ruler.js';
import { PaperHead } from './paper-head.js';
import { announceStop } from './reading/describe-stop.js';
import { Reading } from './reading/reading.js';
import { isEditing, type Updates, type ViewActions, type ViewState } from './state.js';
import { Stepper } from './stepper.js';
import { SummaryBox } from './summary-box.js';
import { Find } from './toolbar/find.js';
import type { Commands } from './toolbar/shortcuts.js';
import { Toolbar } from './toolbar/toolbar.js';
import { noteFontsLoaded } from './warm-fonts.js';

export { buildModel } from './model/model.js';

/** What a reader does with a result; what concerns the whole widget, the view does. */
export interface ResultActions extends Pick<
  ViewActions,
  'view' | 'hide' | 'name' | 'swap' | 'clear' | 'takeOver' | 'undo' | 'review'
> {
  /** Opens the text fields, or closes them. */
  edit: () => void;
  announce: (text: string) => void;
  /** Whether a screen reader is told where marks begin and end. */
  announceMarks: (on: boolean) => void;
  /** What has the focus is about to be removed. */
  losingFocus: () => void;
  /** The height of the toolbar, below which other parts of the widget stay. */
  barHeight: (height: string) => void;
}

/** Where the text fields are opened. */
export interface PlaceToEdit {
  side: Side;
  offset: number;
}

export class ResultView {
  readonly box: HTMLElement;
  /** What the keys do. */
  readonly commands: Omit<Commands, 'view' | 'edit' | 'undo'>;
  readonly #i18n: Translator;
  readonly #actions: ResultActions;
  readonly #summary: SummaryBox;
  readonly #toolbar: Toolbar;
  readonly #find: Find;
  readonly #reading: Reading;
  readonly #ruler: OverviewRuler;
  readonly #paperHead = new PaperHead();
  /** Tells the height of the toolbar to what stays below it. A property of the widget would make the browser style every mark again. */
  readonly #toolbarResized = new ResizeObserver(() => {
    const height = `${this.#toolbar.box.offsetHeight}px`;
    for (const { box } of [this.#ruler, this.#reading.columnNames]) box.style.setProperty('--bar-height', height);
    this.#actions.barHeight(height);
  });
  #state: ViewState | null = null;
  #model: Model | null = null;
  readonly #stepper = new Stepper();
  readonly #tools: ChangeTools;
  #unfolded = false;
  readonly #keptFilter = new KeptFilter();

  constructor(i18n: Translator, actions: ResultActions) {
    this.#i18n = i18n;
    this.#actions = actions;
    const losingFocus = (action: () => void) => () => {
      actions.losingFocus();
      action();
    };
    const steps = { next: () => this.step(1), previous: () => this.step(-1) };
    this.#summary = new SummaryBox(i18n, (counted) => this.#follow(counted));
    this.#toolbar = new Toolbar(i18n, {
      view: actions.view,
      preset: (hide) => this.#choose(hide),
      toggle: (kind) => this.#toggleKind(kind),
      showHidden: losingFocus(() => this.#choose([])),
      leaveAlone: losingFocus(() => this.#choose(this.#keptFilter.leaveAlone())),
      ...steps,
      edit: actions.edit,
      swap: actions.swap,
      clear: losingFocus(actions.clear),
      fold: () => this.#toggleFolds(),
      find: () => this.#openFind(),
      announceMarks: actions.announceMarks,
    });
    this.#find = new Find(i18n, {
      search: (word) => this.#reading.search(word),
      show: (word, hits, current, go) => this.#reading.showHits(word, hits, current, go),
      close: () => {
        this.#find.close();
        const { find } = this.#toolbar.tools;
        if (find.checkVisibility()) find.focus();
        else this.focusText();
      },
    });
    this.#reading = new Reading(i18n, {
      pick: (id) => {
        this.#pick(id);
        this.#tools.showCard(true);
      },
      jump: (id) => this.#jump(id),
      announce: actions.announce,
      name: actions.name,
      beforePrint: () => this.#model && this.#paperHead.show(this.#context(this.#model)),
      changed: () => this.#ruler.update(this.#reading.overview(), this.#stepper.stops),
    });
    this.#tools = new ChangeTools(i18n, this.#stepper, this.#reading, {
      takeOver: actions.takeOver,
      undo: actions.undo,
      announce: actions.announce,
      arrive: () => this.#arrive(),
      pick: (id) => this.#pick(id),
      review: actions.review,
    });
    this.#ruler = new OverviewRuler(
      (item) => this.#reading.goToItem(item),
      () => this.#reading.inView(),
    );
    // With the toolbar it stays in sight.
    this.#toolbar.box.append(this.#tools.bar.box, this.#find.box);
    const sheetBox = el('div', { class: 'sheet-box' }, this.#tools.card.box, this.#reading.box, this.#ruler.box);
    const head = [this.#paperHead.box, this.#summary.sentence, this.#summary.frame, this.#toolbar.hiddenNote];
    const all = [...head, this.#toolbar.box, sheetBox, this.#toolbar.foot];
    this.box = el('div', { class: 'result', hidden: true }, ...all);
    this.commands = {
      ...steps,
      ...this.#tools.commands,
      partner: () => this.#reading.goToPartner(this.#stepper.current),
      fold: () => this.#toggleFolds(),
      find: () => !this.box.hidden && this.#openFind(),
    };
  }

  /** Begins to listen to scrolling and sizes: the widget is in the page. */
  wake(): void {
    this.#toolbarResized.observe(this.#toolbar.box);
    this.#ruler.wake();
    this.#reading.wake();
    // Builds what was not yet built when the widget was taken out of the page.
    if (this.#state && this.#model) this.#drawText(this.#state, this.#model, false);
  }

  /** Stops listening: the widget was taken out of the page. */
  sleep(): void {
    this.#toolbarResized.disconnect();
    this.#ruler.sleep();
    this.#reading.sleep();
    this.#tools.closeCard();
  }

  /** Draws a state: whatever is different from the one that is drawn. */
  update(state: ViewState, updates: Updates): void {
    this.#state = state;
    const { texts, done } = state;
    this.#reading.nameSides(state.names, state.editable);
    if (updates.comparison) {
      this.#model = done?.model ?? null;
      if (done) {
        const hide = this.#keptFilter.compare(done, state.hide);
        // What a link showed alone of the pair before is over; the element is told once this one is drawn.
        if (hide !== state.hide) queueMicrotask(() => this.#actions.hide(hide));
      }
    }
    const model = this.#model;
    this.box.hidden = !model;
    if (!model) return;
    noteFontsLoaded();
    const refilter = updates.comparison || updates.filters;
    if (refilter) this.#stepper.show(model, state.hide, !updates.comparison);
    if (refilter || updates.mode) this.#drawText(state, model, updates.mode || !updates.comparison);
    if (updates.mode) this.#actions.announce(this.#i18n.t(`view.${state.view}`));
    this.#drawToolbar(state, model);
    const canWrite = state.editable && SIDES.every((side) => texts[side] === model.texts[side]);
    this.#tools.update(model, { canWrite, taken: state.taken, reviewed: state.reviewed });
    this.#reading.markReviewed(state.reviewed);
    if (updates.comparison) this.#drawSummary(model);
    if (updates.comparison) this.#tools.goOn();
  }

  focus(options?: FocusOptions): void {
    this.#reading.box.focus(options);
  }

  /** Gives the focus to the text, which stays where it is in the window. */
  focusText(): void {
    this.#reading.box.focus({ preventScroll: true });
  }

  /** How much of a text is in the other one; empty while nothing is compared. */
  noteOf(side: Side): string {
    const summary = this.#model?.report.summary;
    return summary ? describeSide(side, summary, this.#i18n) : '';
  }

  /** What has the highlights of each side for the text fields. */
  highlights(): (side: Side) => readonly Highlight[] {
    return this.#model ? changeHighlights(this.#model, this.#shown) : () => [];
  }

  /** Where the reader is in the texts. */
  placeToEdit(): PlaceToEdit {
    const stop = this.#stepper.current;
    const side: Side = stop ? homeSide(stop) : 'after';
    const item = this.#model?.items[this.#reading.inView()?.first ?? 0];
    return { side, offset: stop ? stop[side][0] : (item?.[side][0]?.start ?? 0) };
  }

  #context(model: Model): RenderContext {
    return { model, shown: this.#shown, i18n: this.#i18n, names: this.#state?.names };
  }

  get #shown(): IsShown {
    return filterFor(this.#state?.hide ?? []);
  }

  #drawText({ view, hide }: ViewState, model: Model, keepPlace: boolean): void {
    const state = {
      model,
      view,
      shown: this.#shown,
      stops: this.#stepper.stops,
      unfolded: this.#unfolded,
      hideFurniture: hide.includes('furniture'),
      current: this.#stepper.current,
      nothing: nothingShownLabel(this.#context(model), hide) || this.#i18n.t('nav.none'),
    };
    this.#reading.show(state, keepPlace);
    this.#tools.redrawn();
    this.#find.update();
    this.#ruler.box.hidden = view === 'changes';
    this.#ruler.update(this.#reading.overview(), this.#stepper.stops);
  }

  #drawToolbar(state: ViewState, model: Model): void {
    this.#toolbar.update({
      view: state.view,
      hide: state.hide,
      editable: state.editable,
      editing: isEditing(state),
      unfolded: this.#unfolded,
      foldable: this.#reading.hasFolds,
      counts: countByKind(model.stops, this.#shown),
      hidden: hiddenNoteLabel(this.#context(model), state.hide, this.#keptFilter.isKept),
      isAlone: this.#keptFilter.alone !== null,
    });
    this.#summary.press(this.#keptFilter.alone);
    this.#showPosition();
  }

  #showPosition(): void {
    this.#toolbar.showPosition(this.#stepper.index, this.#stepper.stops.length);
    this.#tools.draw();
  }

  #drawSummary(model: Model): void {
    const summary = this.#summary.show(model);
    this.#summary.press(this.#keptFilter.alone);
    const done = this.#i18n.t('state.done', { summary, n: this.#stepper.stops.length });
    this.#actions.announce(
      this.#keptFilter.isKept ? `${done} ${keptFilterLabel(this.#state?.hide ?? [], this.#i18n)}` : done,
    );
  }

  /** Goes to the next (1) or the previous (−1) change, from where the reader is. */
  step(by: 1 | -1): void {
    this.#stepper.step(by, this.#reading.inView()?.first);
    this.#arrive();
  }

  #arrive(): void {
    const { current: stop, index, stops } = this.#stepper;
    const model = this.#model;
    if (!stop || !model) return;
    this.#reading.goToStop(stop);
    this.#tools.showCard(false);
    this.#showPosition();
    this.#actions.announce(announceStop(stop, { index, n: stops.length }, { model, i18n: this.#i18n }));
  }

  /** The id of the change that the reader is at. */
  get currentChange(): string | null {
    return this.#stepper.current?.id ?? null;
  }

  /** Goes to a change, if it is shown. */
  goToChange(id: string): void {
    if (this.#stepper.goTo((stop) => stop.id === id)) this.#arrive();
  }

  /** A mark was clicked: its stop becomes the current one. */
  #pick(id: string): void {
    if (!this.#stepper.goTo((stop) => stop.id === id)) return;
    this.#reading.mark(this.#stepper.current);
    this.#showPosition();
  }

  /** A link of the sentence on top: what it counts is shown alone, from the first of it on; once more, and all is as it was. */
  #follow(counted: Counted): void {
    if (this.#keptFilter.alone === counted) {
      this.#choose(this.#keptFilter.leaveAlone());
      return;
    }
    this.#actions.hide(this.#keptFilter.showAlone(counted, this.#state?.hide ?? [], this.#model?.texts ?? null));
    this.#stepper.goTo((stop) => isCounted(stop, counted));
    this.#arrive();
    this.focusText();
  }

  /** Goes from the list of changes to a change in the text. */
  #jump(id: string): void {
    this.#stepper.goTo((stop) => stop.id === id);
    this.#actions.view('side-by-side');
    this.#arrive();
    this.focusText();
  }

  #toggleKind(kind: Kind): void {
    if (!this.#state || !this.#model) return;
    this.#choose(toggleKind(kind, this.#state.hide, countByKind(this.#model.stops, this.#shown)));
  }

  /** The reader chose what is shown, for this pair. */
  #choose(hide: readonly Filter[]): void {
    this.#keptFilter.choose(this.#model?.texts ?? null);
    this.#actions.hide(hide);
    this.#actions.announce(this.#i18n.t('state.shown', { n: this.#stepper.stops.length }));
  }

  /** Both texts are searched, and the list of changes shows neither. */
  #openFind(): void {
    if (this.#state?.view === 'changes') this.#actions.view('side-by-side');
    this.#find.open();
  }

  #toggleFolds(): void {
    this.#unfolded = !this.#unfolded;
    if (!this.#state || !this.#model) return;
    this.#drawText(this.#state, this.#model, true);
    this.#drawToolbar(this.#state, this.#model);
    this.#actions.announce(this.#i18n.t(this.#unfolded ? 'fold.opened' : 'fold.closed'));
  }
}
