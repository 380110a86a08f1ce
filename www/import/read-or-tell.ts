// A file → its text, or a sentence that says why it cannot be read. Who opens a large file is asked first, and can stop.
import { isLoadFailure } from '../engine/errors.js';
import type { Desk } from './desk.js';
import { askChoice } from './dialog.js';
import { type FileText, LARGE_FILE, readFile } from './read-file.js';
import { readingDialog } from './reading-dialog.js';
import { Unreadable } from './unreadable.js';

/** A file that was read, and the file itself, which may be read again in another encoding. */
export interface ReadResult extends FileText {
  readonly file: File;
}

/** What a text is called that comes from a file: the name without its ending. */
export const nameOfFile = (name: string): string => name.replace(/\.[^.]+$/, '');

/** One file → its text, or null where it cannot be read or nobody wants to wait for it. */
export async function readOrTell(desk: Desk, file: File, encoding?: string): Promise<ReadResult | null> {
  const i18n = desk.i18n();
  const { name } = file;
  if (file.size > LARGE_FILE && !encoding) {
    const format = new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 });
    const question = i18n.t('in.ask.large', { name, size: format.format(file.size / 1e6) });
    const answer = await askChoice(question, [
      ['read', i18n.t('in.read')],
      ['cancel', i18n.t('in.cancel')],
    ]);
    if (answer !== 'read') return null;
  }
  desk.say(i18n.t('in.reading', { name }));
  const dialog = readingDialog(name, i18n);
  try {
    return { ...(await readFile(file, { encoding, signal: dialog.signal, onProgress: dialog.onProgress })), file };
  } catch (error) {
    if (dialog.signal.aborted) {
      desk.say('');
      return null;
    }
    if (error instanceof Unreadable) desk.say(i18n.t(`in.error.${error.code}`, { name }), 'failure');
    else if (isLoadFailure(error)) desk.say(i18n.t('page.unloaded'), 'failure');
    else throw error;
    return null;
  } finally {
    dialog.close();
  }
}
