// What a clipboard holds → the text that a field should get.
import { hasStructure, htmlToText } from './html.js';
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

/** The text of a clipboard: at once where it is plain or short, else as a promise, so that the page stays awake. */
export function clipboardText(clipboard: DataTransfer | null): ClipboardText | Promise<ClipboardText> {
  const plain = clipboard?.getData('text/plain') ?? '';
  const html = clipboard?.getData('text/html') ?? '';
  if (!html || html.length > MAX_MARKUP || !hasStructure(html)) return { text: plain, rich: false };
  if (html.length <= READ_AT_ONCE) return chooseText(plain, runAtOnce(htmlToText(html)));
  // What lies beside the plain text is rich: whoever asks has to decide before it is read.
  return runInSlices(htmlToText(html)).then((text) => ({ text: text || plain, rich: true }));
}

/**
 * Where both say the same, the browser's own paste will do; where the markup has nothing to read, as with a picture,
 * the plain text is all there is.
 */
function chooseText(plain: string, text: string): ClipboardText {
  if (text && text !== plain.replace(/\r\n?/g, '\n').trimEnd()) return { text, rich: true };
  return { text: plain, rich: false };
}
