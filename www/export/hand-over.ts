// A text or a file that is being made → the clipboard or a file on the reader's machine, and a sentence that says so.
import { isLoadFailure } from '../engine/errors.js';
import type { Desk } from '../import/desk.js';
import { el } from '../view/dom.js';
import { NothingToGive } from './nothing-to-give.js';
import type { CopiedText, SavedFile } from './results.js';

/** Milliseconds after which the data of a saved file is released: the browser reads it in its own time. */
const RELEASE_DELAY = 60_000;

/**
 * Copies a text. To be called within the event of a click: the clipboard is asked at once, and given the text when it is
 * made, because browsers forget after a while that somebody clicked.
 * @param isFormatted whether it is copied as formatted text, too
 */
export async function copyWhenMade(desk: Desk, making: Promise<CopiedText>, isFormatted: boolean): Promise<void> {
  try {
    await write(making, isFormatted);
    desk.say((await making).done);
  } catch {
    // What a browser says of it is the same for both: the text is not there, or the clipboard did not take it.
    const failure: unknown = await making.then(
      () => null,
      (error: unknown) => error,
    );
    if (failure) tell(desk, failure);
    else desk.say(desk.i18n().t('entry.uncopied'), 'failure');
  }
}

async function write(making: Promise<CopiedText>, isFormatted: boolean): Promise<void> {
  if (!('ClipboardItem' in globalThis)) {
    await navigator.clipboard.writeText((await making).text);
    return;
  }
  const blobs = (type: string, contentOf: (copied: CopiedText) => string): Record<string, Promise<Blob>> => {
    const blob = making.then((copied) => new Blob([contentOf(copied)], { type }));
    // Where the clipboard refuses at once, nobody else waits for it.
    blob.catch(() => {});
    return { [type]: blob };
  };
  const plain = blobs('text/plain', ({ text }) => text);
  const formatted = isFormatted ? blobs('text/html', ({ text, html }) => html ?? text) : {};
  await navigator.clipboard.write([new ClipboardItem({ ...plain, ...formatted })]);
}

/** Saves a file. */
export async function saveWhenMade(desk: Desk, making: Promise<SavedFile>): Promise<void> {
  try {
    save(desk, await making);
  } catch (error) {
    tell(desk, error);
  }
}

function save(desk: Desk, { name, type, content }: SavedFile): void {
  const isText = typeof content === 'string';
  const url = URL.createObjectURL(new Blob([content], { type: isText ? `${type};charset=utf-8` : type }));
  el('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), RELEASE_DELAY);
  desk.say(desk.i18n().t('out.saved', { name }));
}

/** @throws what nobody knows a sentence for */
function tell(desk: Desk, failure: unknown): void {
  if (failure instanceof NothingToGive) desk.say(failure.message, 'failure');
  else if (isLoadFailure(failure)) desk.say(desk.i18n().t('page.unloaded'), 'failure');
  else throw failure;
}
