// State → the whole interface of the widget. What a reader does goes back to the element as actions. The view knows
// nothing of the engine.
import type { Translator } from '../i18n/format.js';
import { SIDES, type Side } from '../sides.js';
import { Announcer } from './announcer.js';
import { ChangeTools } from './change-tools.js';
import type { RenderContext } from './context.js';
import { el } from './dom.js';
import { Editors } from './editors/editors.js';
import { KeptFilter } from './kept-filter.js';
import { describeSide, hiddenNoteLabel, keptFilterLabel, nothingShownLabel } from './labels.js';
import { countByKind, filterFor, toggleKind, type Filter, type Kind } from './model/filters.js';
import { homeSide } from './model/stops.js';
import { isCounted, type Counted } from './model/tally.js';
import type { IsShown, Model } from './model/types.js';
import { Notice } from './notice.js';
import { OverviewRuler } from './overview-ruler.js';
import { announceStop } from './reading/describe-stop.js';
import { PaperHead } from './paper-head.js';
import { Reading } from './reading/reading.js';
import { isEditing, updatesBetween, type ViewActions, type ViewState } from './state.js';
import { Stepper } from './stepper.js';
import { SummaryBox } from './summary-box.js';
import { Find } from './toolbar/find.js';
import { Shortcuts } from './toolbar/shortcuts.js';
import { Toolbar } from './toolbar/toolbar.js';
import { VersionsBar } from './versions-bar.js';
import { noteFontsLoaded } from './warm-fonts.js';

export class View {
  readonly widget: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #i18n: Translator;
  readonly #actions: ViewActions;
  readonly #announcer = new Announcer();
  readonly #summary: SummaryBox;
  readonly #emptySlot = el('slot', { name: 'empty' });
  readonly #result: HTMLElement;
  readonly #versions: VersionsBar;
  readonly #editors: Editors;
  readonly #notice: Notice;
  readonly #toolbar: Toolbar;
  readonly #find: Find;
  readonly #reading: Reading;
  readonly #ruler: OverviewRuler;
  readonly #paperHead = new PaperHead();
  /** Tells the height of the toolbar to what stays below it. A property of the widget would make the browser style every mark again. */
  readonly #toolbarResized = new ResizeObserver(() => {
    const height = `${this.#toolbar.box.offsetHeight}px`;
    for (const { box } of [this.#notice, this.#ruler, this.#reading.columnNames])
      box.style.setProperty('--bar-height', height);
  });
  #state: ViewState | null = null;
  #model: Model | null = null;
  readonly #stepper = new Stepper();
  readonly #tools: ChangeTools;
  readonly #shortcuts: Shortcuts;
  #unfolded = false;
  readonly #keptFilter = new KeptFilter();
  /** Whether what had the focus was removed, or is about to be. */
  #focusLost = false;

  constructor(root: ShadowRoot, i18n: Translator, actions: ViewActions) {
    this.#root = root;
    this.#i18n = i18n;
    this.#actions = actions;
    const losingFocus = (action: () => void) => () => {
      this.#focusLost = true;
      action();
    };
    const steps = { next: () => this.step(1), previous: () => this.step(-1) };
    this.#summary = new SummaryBox(i18n, (counted) => this.#follow(counted));
    this.#versions = new VersionsBar(i18n, actions.versions);
    this.#editors = new Editors(i18n, actions, () => this.#leaveEditors());
    this.#notice = new Notice(i18n, { ...actions, unclear: losingFocus(actions.unclear) });
    this.#toolbar = new Toolbar(i18n, {
      view: actions.view,
      preset: (hide) => this.#choose(hide),
      toggle: (kind) => this.#toggleKind(kind),
      showHidden: losingFocus(() => this.#choose([])),
      leaveAlone: losingFocus(() => this.#choose(this.#keptFilter.leaveAlone())),
      ...steps,
      edit: () => this.#toggleEditors(),
      swap: actions.swap,
      clear: losingFocus(actions.clear),
      fold: () => this.#toggleFolds(),
      find: () => this.#openFind(),
      announceMarks: (on) => this.widget.classList.toggle('silent', !on),
    });
    this.#find = new Find(i18n, {
      search: (word) => this.#reading.search(word),
      show: (word, hits, current, go) => this.#reading.showHits(word, hits, current, go),
      close: () => {
        this.#find.close();
        const { find } = this.#toolbar.tools;
        if (find.checkVisibility()) find.focus();
        else this.#focusText();
      },
    });
    this.#reading = new Reading(i18n, {
      pick: (id) => {
        this.#pick(id);
        this.#tools.showCard(true);
      },
      jump: (id) => this.#jump(id),
      announce: (text) => this.#announcer.say(text),
      name: actions.name,
      beforePrint: () => this.#model && this.#paperHead.show(this.#context(this.#model)),
      changed: () => this.#ruler.update(this.#reading.overview(), this.#stepper.stops),
    });
    this.#tools = new ChangeTools(i18n, this.#stepper, this.#reading, {
      takeOver: actions.takeOver,
      undo: actions.undo,
      announce: (text) => this.#announcer.say(text),
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
    this.#result = el('div', { class: 'result' }, ...head, this.#toolbar.box, sheetBox, this.#toolbar.foot);
    const top = [this.#announcer.box, this.#versions.box, this.#editors.box, this.#emptySlot, this.#notice.box];
    const { dir, language: lang } = i18n;
    this.widget = el('div', { class: 'widget', part: 'widget', dir, lang }, ...top, this.#result);
    this.widget.addEventListener('keydown', (event) => this.#notice.undoByKey(event));
    root.append(this.widget);
    const commands = {
      ...steps,
      ...this.#tools.commands,
      partner: () => this.#reading.goToPartner(this.#stepper.current),
      view: actions.view,
      edit: () => this.#model && this.#state?.editable && this.#toggleEditors(),
      fold: () => this.#toggleFolds(),
      find: () => !this.#result.hidden && this.#openFind(),
      undo: actions.undo,
    };
    this.#shortcuts = new Shortcuts(this.widget, commands, () => this.#state?.shortcuts === 'page');
  }

  /** Begins to listen to scrolling and sizes: the widget is in the page. */
  wake(): void {
    this.#toolbarResized.observe(this.#toolbar.box);
    this.#ruler.wake();
    this.#reading.wake();
    this.#shortcuts.wake();
    // Builds what was not yet built when the widget was taken out of the page.
    if (this.#state && this.#model) this.#drawText(this.#state, this.#model, false);
  }

  /** Stops listening: the widget was taken out of the page. */
  sleep(): void {
    this.#toolbarResized.disconnect();
    this.#ruler.sleep();
    this.#reading.sleep();
    this.#tools.closeCard();
    this.#shortcuts.sleep();
  }

  /** Makes ahead what the first result would wait for, while the module is being loaded. */
  warmFormats(): void {
    this.#i18n.warmUp();
  }

  /** Draws a state: whatever is different from the one that is drawn. */
  update(state: ViewState): void {
    const updates = updatesBetween(this.#state, state);
    this.#state = state;
    if (updates.onlyStatus) {
      this.#notice.update(state);
      return;
    }
    const { texts, done } = state;
    const editing = isEditing(state);
    // The field that has the focus is about to be hidden: the text gets it as soon as it is there.
    if (!editing && this.#editors.box.contains(this.#root.activeElement)) this.#focusLost = true;
    this.#versions.update(state.versions);
    this.#editors.update(state, editing);
    this.#reading.nameSides(state.names, state.editable);
    this.#notice.update(state);
    this.#emptySlot.hidden = Boolean(texts.before || texts.after);
    if (updates.comparison) {
      this.#model = done?.model ?? null;
      if (done) {
        const hide = this.#keptFilter.compare(done, state.hide);
        // What a link showed alone of the pair before is over; the element is told once this one is drawn.
        if (hide !== state.hide) queueMicrotask(() => this.#actions.hide(hide));
      }
    }
    const model = this.#model;
    this.#result.hidden = !model;
    if (model) {
      noteFontsLoaded();
      const refilter = updates.comparison || updates.filters;
      if (refilter) this.#stepper.show(model, state.hide, !updates.comparison);
      if (refilter || updates.mode) this.#drawText(state, model, updates.mode || !updates.comparison);
      if (updates.mode) this.#announcer.say(this.#i18n.t(`view.${state.view}`));
      this.#drawToolbar(state, model);
      if (editing) this.#editors.paint(model, this.#shown);
      const canWrite = state.editable && SIDES.every((side) => texts[side] === model.texts[side]);
      this.#tools.update(model, { canWrite, taken: state.taken, reviewed: state.reviewed });
      this.#reading.markReviewed(state.reviewed);
      if (updates.comparison) this.#drawSummary(model);
      if (updates.comparison) this.#tools.goOn();
    }
    if (updates.comparison) this.#noteSides();
    this.#restoreFocus(state, editing);
  }

  /** Gives the focus to something else when what had it was removed. */
  #restoreFocus({ texts: { before, after } }: ViewState, editing: boolean): void {
    // Not while a result is about to go, or the next one about to come.
    if (!this.#focusLost || (this.#result.hidden ? !editing : !(before && after))) return;
    this.#focusLost = false;
    if (this.#root.activeElement?.checkVisibility()) return;
    if (this.#result.hidden) this.#editors.focus();
    else this.#focusText();
  }

  /** Gives the focus to the text, or to the field for the text that is missing. */
  focus(options?: FocusOptions): void {
    if (this.#result.hidden) this.#editors.focus(options);
    else this.#reading.box.focus(options);
  }

  #focusText(): void {
    this.#reading.box.focus({ preventScroll: true });
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
    this.#announcer.say(
      this.#keptFilter.isKept ? `${done} ${keptFilterLabel(this.#state?.hide ?? [], this.#i18n)}` : done,
    );
  }

  #noteSides(): void {
    const summary = this.#model?.report.summary;
    for (const side of SIDES) this.#editors.note(side, summary ? describeSide(side, summary, this.#i18n) : '');
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
    this.#announcer.say(announceStop(stop, { index, n: stops.length }, { model, i18n: this.#i18n }));
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
    this.#focusText();
  }

  /** Goes from the list of changes to a change in the text. */
  #jump(id: string): void {
    this.#stepper.goTo((stop) => stop.id === id);
    this.#actions.view('side-by-side');
    this.#arrive();
    this.#focusText();
  }

  #toggleKind(kind: Kind): void {
    if (!this.#state || !this.#model) return;
    this.#choose(toggleKind(kind, this.#state.hide, countByKind(this.#model.stops, this.#shown)));
  }

  /** The reader chose what is shown, for this pair. */
  #choose(hide: readonly Filter[]): void {
    this.#keptFilter.choose(this.#model?.texts ?? null);
    this.#actions.hide(hide);
    this.#announcer.say(this.#i18n.t('state.shown', { n: this.#stepper.stops.length }));
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
    this.#announcer.say(this.#i18n.t(this.#unfolded ? 'fold.opened' : 'fold.closed'));
  }

  /** Escape in a text field: the reader is done, or leaves the field where a text is still missing. */
  #leaveEditors(): void {
    if (this.#state?.editing && this.#model) this.#toggleEditors();
    else if (this.#root.activeElement instanceof HTMLElement) this.#root.activeElement.blur();
  }

  /** Opens the text fields at the place of the reader, or closes them. */
  #toggleEditors(): void {
    const open = !this.#state?.editing;
    const stop = this.#stepper.current;
    this.#actions.edit(open);
    if (!open) {
      this.#focusText();
      return;
    }
    const side: Side = stop ? homeSide(stop) : 'after';
    const item = this.#model?.items[this.#reading.inView()?.first ?? 0];
    const offset = stop ? stop[side][0] : (item?.[side][0]?.start ?? 0);
    this.#editors.box.scrollIntoView({ block: 'nearest' });
    this.#editors.goTo(side, offset);
  }
}
