// A file that takes long to read: how far it is, and a button that stops it.
import type { Translator } from '../i18n/format.js';
import { el } from '../view/dom.js';
import { Dialog } from './dialog.js';

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
  const title = i18n.t('in.reading', { name });
  const bar = el('progress', { max: 1, 'aria-label': title });
  const dialog = new Dialog(title, [['cancel', i18n.t('in.cancel')]], [bar]);
  let done = false;
  void dialog.answered.then(() => {
    if (!done) stop.abort();
  });
  const opening = setTimeout(() => dialog.open(), PATIENCE);
  return {
    signal: stop.signal,
    onProgress(share) {
      bar.value = share;
    },
    close() {
      done = true;
      clearTimeout(opening);
      dialog.close();
    },
  };
}
