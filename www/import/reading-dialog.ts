// A file that takes long to read: how far it is, and a button that stops it.
import type { Translator } from '../i18n/format.js';
import { el } from '../view/dom.js';

/** Milliseconds that a file may take before the dialogue opens: most are read by then. */
const PATIENCE = 400;

export interface ReadingDialog {
  readonly signal: AbortSignal;
  onProgress(share: number): void;
  close(): void;
}

/** @returns what the reader is given; `close` is for when it is done */
export function readingDialog(name: string, i18n: Translator): ReadingDialog {
  const stop = new AbortController();
  const bar = el('progress', { max: 1, 'aria-labelledby': 'reading' });
  const dialog = el(
    'dialog',
    { class: 'ask', 'aria-labelledby': 'reading' },
    el(
      'form',
      { method: 'dialog' },
      el('p', { id: 'reading', dir: 'auto' }, i18n.t('in.reading', { name })),
      bar,
      el('div', { class: 'answers' }, el('button', { value: 'cancel' }, i18n.t('in.cancel'))),
    ),
  );
  let done = false;
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (!done) stop.abort();
  });
  const opening = setTimeout(() => {
    document.body.append(dialog);
    dialog.showModal();
  }, PATIENCE);
  return {
    signal: stop.signal,
    onProgress(share) {
      bar.value = share;
    },
    close() {
      done = true;
      clearTimeout(opening);
      dialog.close();
      dialog.remove();
    },
  };
}
