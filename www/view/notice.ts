// State → what the widget says where there is no result to show, or beside one: empty, very long, busy, stopped, failed.
import { PartError, type ArticleDiffError } from '../engine/errors.js';
import type { Translator } from '../i18n/format.js';
import { el, setText } from './dom.js';
import type { ViewActions, ViewState } from './state.js';

/** Milliseconds before a running comparison is shown as one: most are done long before. */
const BUSY_DELAY = 300;

export class Notice {
  readonly box: HTMLElement;
  readonly #i18n: Translator;
  readonly #text = el('p');
  readonly #progress: HTMLProgressElement;
  readonly #cancel: HTMLButtonElement;
  readonly #retry: HTMLButtonElement;
  readonly #unclear: HTMLButtonElement;
  #timer = 0;

  constructor(i18n: Translator, actions: Pick<ViewActions, 'cancel' | 'retry' | 'unclear'>) {
    this.#i18n = i18n;
    this.#progress = el('progress', { max: '1', 'aria-label': i18n.t('state.busy') });
    this.#cancel = el('button', { type: 'button', onclick: actions.cancel }, i18n.t('state.cancel'));
    this.#retry = el('button', { type: 'button', onclick: actions.retry }, i18n.t('state.retry'));
    this.#unclear = el('button', { type: 'button', onclick: actions.unclear }, i18n.t('tool.unclear'));
    this.box = el(
      'div',
      { class: 'notice', part: 'notice', 'aria-live': 'polite' },
      el('div', { class: 'notice-box' }, this.#text, this.#progress, this.#cancel, this.#retry, this.#unclear),
    );
  }

  /** Undo brings cleared texts back: it is the first thing that somebody tries who pressed a wrong button. */
  undoByKey(event: KeyboardEvent): void {
    const isUndo =
      (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z';
    if (!isUndo || this.#unclear.hidden) return;
    event.preventDefault();
    this.#unclear.click();
  }

  update(state: ViewState): void {
    const { status, texts } = state;
    if (status.kind === 'busy') {
      this.#timer ||= window.setTimeout(() => this.#draw(state), BUSY_DELAY);
      if (!this.#progress.hidden && status.progress) this.#progress.value = status.progress.done;
      if (this.box.dataset.kind !== 'busy' && !(texts.before && texts.after)) this.#draw(state);
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#draw(state);
  }

  #draw(state: ViewState): void {
    const { status, texts, done, cleared } = state;
    const { kind } = status;
    const text = noticeText(state, this.#i18n);
    setText(this.#text, text);
    this.box.dataset.kind = kind;
    // Beside a result that is still shown it floats, so that nothing moves while the next one is worked out.
    this.box.classList.toggle('over', kind === 'busy' && done !== null);
    this.box.hidden = !text;
    // A failure interrupts a screen reader; everything else waits its turn.
    if (kind === 'error') this.box.setAttribute('role', 'alert');
    else this.box.removeAttribute('role');
    this.#progress.hidden = this.#cancel.hidden = kind !== 'busy';
    if (status.kind === 'busy' && status.progress) this.#progress.value = status.progress.done;
    else this.#progress.removeAttribute('value');
    this.#retry.hidden = kind !== 'error' && kind !== 'cancelled' && kind !== 'long';
    setText(this.#retry, this.#i18n.t(kind === 'long' ? 'state.compare' : 'state.retry'));
    this.#unclear.hidden = !(cleared && !texts.before && !texts.after);
  }
}

function noticeText({ status, texts: { before, after }, editable }: ViewState, i18n: Translator): string {
  switch (status.kind) {
    case 'busy':
      return i18n.t('state.busy');
    case 'long':
      return i18n.t('state.long', { n: before.length + after.length });
    case 'cancelled':
      return i18n.t('state.cancelled');
    case 'error':
      return errorText(status.error, i18n);
    default:
  }
  if (before && after) return '';
  if (!editable) return i18n.t('state.nothing');
  if (!before && !after) return i18n.t('state.empty');
  return i18n.t(before ? 'state.half.after' : 'state.half.before');
}

function errorText(error: ArticleDiffError, i18n: Translator): string {
  if (error instanceof PartError) return i18n.t('page.unloaded');
  const { code, message } = error;
  switch (code) {
    case 'broken':
      return i18n.t('state.panic');
    case 'load-failed':
    case 'no-worker':
    case 'no-answer':
      return i18n.t('state.unavailable', { reason: message });
    default:
      return i18n.t('state.error', { reason: message });
  }
}
