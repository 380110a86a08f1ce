// State → the whole interface of the widget: the fields, what is said while there is no result, and the result, whose part is loaded
// later. What a reader does goes back to the element as actions. The view knows nothing of the engine.
import type { Translator } from '../i18n/format.js';
import { SIDES } from '../sides.js';
import { Announcer } from './announcer.js';
import { el } from './dom.js';
import { Editors } from './editors/editors.js';
import { Notice } from './notice.js';
import { resultPart } from './result-part.js';
import type { ResultView } from './result-view.js';
import { isEditing, updatesBetween, type ViewActions, type ViewState } from './state.js';
import { Shortcuts } from './toolbar/shortcuts.js';
import { VersionsBar } from './versions-bar.js';

export class View {
  readonly widget: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #i18n: Translator;
  readonly #actions: ViewActions;
  readonly #announcer = new Announcer();
  readonly #emptySlot = el('slot', { name: 'empty' });
  readonly #versions: VersionsBar;
  readonly #editors: Editors;
  readonly #notice: Notice;
  readonly #shortcuts: Shortcuts;
  /** Null until its part is loaded; there is no comparison to show before. */
  #result: ResultView | null = null;
  #state: ViewState | null = null;
  #isAwake = false;
  /** Whether what had the focus was removed, or is about to be. */
  #focusLost = false;

  constructor(root: ShadowRoot, i18n: Translator, actions: ViewActions) {
    this.#root = root;
    this.#i18n = i18n;
    this.#actions = actions;
    this.#versions = new VersionsBar(i18n, actions.versions);
    this.#editors = new Editors(i18n, actions, () => this.#leaveEditors());
    const unclear = () => {
      this.#focusLost = true;
      actions.unclear();
    };
    this.#notice = new Notice(i18n, { ...actions, unclear });
    const parts = [this.#announcer.box, this.#versions.box, this.#editors.box, this.#emptySlot, this.#notice.box];
    const { dir, language: lang } = i18n;
    this.widget = el('div', { class: 'widget', part: 'widget', dir, lang }, ...parts);
    this.widget.addEventListener('keydown', (event) => this.#notice.undoByKey(event));
    root.append(this.widget);
    const ofResult = (command: keyof ResultView['commands']) => () => this.#result?.commands[command]();
    const commands = {
      next: ofResult('next'),
      previous: ofResult('previous'),
      partner: ofResult('partner'),
      card: ofResult('card'),
      fold: ofResult('fold'),
      find: ofResult('find'),
      useBefore: ofResult('useBefore'),
      useAfter: ofResult('useAfter'),
      review: ofResult('review'),
      view: actions.view,
      edit: () => this.#hasResult && this.#state?.editable && this.#toggleEditors(),
      undo: actions.undo,
    };
    this.#shortcuts = new Shortcuts(this.widget, commands, () => this.#state?.shortcuts === 'page');
    this.prepareResult();
  }

  /** Makes what shows a result, where its part is loaded: the first result need not wait for that. */
  prepareResult(): void {
    const part = resultPart.loaded;
    if (!part || this.#result) return;
    const { view, hide, name, swap, clear, takeOver, undo, review } = this.#actions;
    this.#result = new part.ResultView(this.#i18n, {
      ...{ view, hide, name, swap, clear, takeOver, undo, review },
      edit: () => this.#toggleEditors(),
      announce: (text) => this.#announcer.say(text),
      announceMarks: (on) => this.widget.classList.toggle('silent', !on),
      losingFocus: () => (this.#focusLost = true),
      barHeight: (height) => this.#notice.box.style.setProperty('--bar-height', height),
    });
    this.widget.append(this.#result.box);
    if (this.#isAwake) this.#result.wake();
  }

  /** Begins to listen to scrolling, sizes and keys: the widget is in the page. */
  wake(): void {
    this.#isAwake = true;
    this.#result?.wake();
    this.#shortcuts.wake();
  }

  /** Stops listening: the widget was taken out of the page. */
  sleep(): void {
    this.#isAwake = false;
    this.#result?.sleep();
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
    this.#notice.update(state);
    this.#emptySlot.hidden = Boolean(texts.before || texts.after);
    if (done) this.prepareResult();
    const result = this.#result;
    result?.update(state, updates);
    if (done && result && editing) this.#editors.paint(done.model.texts, result.highlights());
    if (updates.comparison) for (const side of SIDES) this.#editors.note(side, result?.noteOf(side) ?? '');
    this.#restoreFocus(state, editing);
  }

  /** Whether there is a result to show. */
  get #hasResult(): boolean {
    return Boolean(this.#state?.done);
  }

  /** Gives the focus to something else when what had it was removed. */
  #restoreFocus({ texts: { before, after } }: ViewState, editing: boolean): void {
    // Not while a result is about to go, or the next one about to come.
    if (!this.#focusLost || (this.#hasResult ? !(before && after) : !editing)) return;
    this.#focusLost = false;
    if (this.#root.activeElement?.checkVisibility()) return;
    if (this.#hasResult) this.#result?.focusText();
    else this.#editors.focus();
  }

  /** Gives the focus to the text, or to the field for the text that is missing. */
  focus(options?: FocusOptions): void {
    if (this.#hasResult) this.#result?.focus(options);
    else this.#editors.focus(options);
  }

  /** Goes to the next (1) or the previous (−1) change, from where the reader is. */
  step(by: 1 | -1): void {
    this.#result?.step(by);
  }

  /** The id of the change that the reader is at. */
  get currentChange(): string | null {
    return this.#result?.currentChange ?? null;
  }

  /** Goes to a change, if it is shown. */
  goToChange(id: string): void {
    this.#result?.goToChange(id);
  }

  /** Escape in a text field: the reader is done, or leaves the field where a text is still missing. */
  #leaveEditors(): void {
    if (this.#state?.editing && this.#hasResult) this.#toggleEditors();
    else if (this.#root.activeElement instanceof HTMLElement) this.#root.activeElement.blur();
  }

  /** Opens the text fields at the place of the reader, or closes them. */
  #toggleEditors(): void {
    const open = !this.#state?.editing;
    this.#actions.edit(open);
    if (!open) {
      this.#result?.focusText();
      return;
    }
    const place = this.#result?.placeToEdit();
    this.#editors.box.scrollIntoView({ block: 'nearest' });
    if (place) this.#editors.goTo(place.side, place.offset);
  }
}
