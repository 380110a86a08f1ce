// What the widget says when there is no result to show, or besides one: empty, very long, busy, stopped, failed.
import { el, setText } from './dom.js';

/** Milliseconds before a running comparison is shown as one: most are done long before. */
const PATIENCE = 300;

export class Notice {
  #timer = 0;

  /** @param {any} words  @param {{ cancel: () => void, retry: () => void, unclear: () => void }} actions */
  constructor(words, actions) {
    this.words = words;
    this.text = el('p', {});
    this.progress = el('progress', { max: '1', 'aria-label': words.t('state.busy') });
    this.cancel = el('button', { type: 'button', onclick: actions.cancel }, words.t('state.cancel'));
    this.retry = el('button', { type: 'button', onclick: actions.retry }, words.t('state.retry'));
    this.unclear = el('button', { type: 'button', onclick: actions.unclear }, words.t('tool.unclear'));
    this.box = el('div', { class: 'notice', part: 'notice', 'aria-live': 'polite' }, el('div', { class: 'notice-box' }, this.text, this.progress, this.cancel, this.retry, this.unclear));
  }

  /** @param {import('./view.js').State} state */
  update(state) {
    const { status, texts: { before, after } } = state;
    if (status.kind === 'busy') {
      this.#timer ||= setTimeout(() => this.#draw(state), PATIENCE);
      if (!this.progress.hidden && status.progress) this.progress.value = status.progress.done;
      if (this.box.dataset.kind !== 'busy' && !(before && after)) this.#draw(state);
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#draw(state);
  }

  #draw(state) {
    const { status: { kind, error, progress }, texts: { before, after }, done, editable, cleared } = state;
    const { words } = this;
    let text = '';
    if (kind === 'busy') text = words.t('state.busy');
    else if (kind === 'long') text = words.t('state.long', { n: before.length + after.length });
    else if (kind === 'cancelled') text = words.t('state.cancelled');
    else if (kind === 'error') text = errorText(error, words);
    else if (!before && !after) text = words.t(editable ? 'state.empty' : 'state.nothing');
    else if (!before || !after) text = words.t(editable ? `state.half.${before ? 'after' : 'before'}` : 'state.nothing');
    setText(this.text, text);
    this.box.dataset.kind = kind;
    // Beside a result that is still shown it floats, so that nothing moves while the next one is worked out.
    this.box.classList.toggle('over', kind === 'busy' && Boolean(done));
    this.box.hidden = !text;
    // A failure interrupts; everything else waits its turn.
    if (kind === 'error') this.box.setAttribute('role', 'alert');
    else this.box.removeAttribute('role');
    this.progress.hidden = this.cancel.hidden = kind !== 'busy';
    if (progress) this.progress.value = progress.done;
    else this.progress.removeAttribute('value');
    this.retry.hidden = !['error', 'cancelled', 'long'].includes(kind);
    setText(this.retry, words.t(kind === 'long' ? 'state.compare' : 'state.retry'));
    this.unclear.hidden = !(cleared && !before && !after);
  }
}

function errorText(error, words) {
  if (error.name === 'Panic') return words.t('state.panic');
  return words.t(error.name === 'Unavailable' ? 'state.unavailable' : 'state.error', { reason: error.message });
}
