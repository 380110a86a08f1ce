// What a clipboard holds → the text that a field should get. Plain text is there at once; what reads markup is a part that is
// loaded later.
import { LaterPart } from '../load-later.js';
import { runAtOnce, runInSlices } from './time-slices.js';

/** UTF-16 units of markup above which the clipboard's own plain text is taken: nobody wants to wait for more. */
const MAX_MARKUP = 5_000_000;
/** UTF-16 units of markup that are read within the task of the key: they take a few milliseconds. */
const READ_AT_ONCE = 30_000;

export interface ClipboardText {
  readonly text: string;
  /** Taken from markup, and not what the browser would put in itself. */
  readonly rich: boolean;
}

const reader = new LaterPart(() => import('./html.js'));

/** To be called where somebody may paste. */
export const preparePaste = (): void => reader.loadWhenIdle();

/**
 * The text of a clipboard: at once where it is plain, or short and its reader is here; else as a promise, so that the page
 * stays awake. Whoever asks has to keep the browser from pasting before the promise is there: what it holds is rich.
 */
export function clipboardText(clipboard: DataTransfer | null): ClipboardText | Promise<ClipboardText> {
  const plain = clipboard?.getData('text/plain') ?? '';
  const html = clipboard?.getData('text/html') ?? '';
  if (!html || html.length > MAX_MARKUP || !hasStructure(html)) return { text: plain, rich: false };
  if (reader.loaded && html.length <= READ_AT_ONCE) return chooseText(plain, runAtOnce(reader.loaded.htmlToText(html)));
  return readLater(plain, html);
}

async function readLater(plain: string, html: string): Promise<ClipboardText> {
  const part = await reader.load().catch(() => null);
  // Where the reader cannot be had, the plain text is better than none.
  const text = part && (await runInSlices(part.htmlToText(html)));
  return { text: text || plain, rich: true };
}

/**
 * Where both say the same, the browser's own paste will do; where the markup has nothing to read, as with a picture,
 * the plain text is all there is.
 */
function chooseText(plain: string, text: string): ClipboardText {
  if (text && text !== plain.replace(/\r\n?/g, '\n').trimEnd()) return { text, rich: true };
  return { text: plain, rich: false };
}

/** Whether markup holds more than a line of styled words: then it knows better than plain text where paragraphs end. */
const hasStructure = (html: string): boolean =>
  /<(?:p|h[1-6]|li|tr|div|blockquote|br|pre|article|section)[\s>/]/i.test(html);
