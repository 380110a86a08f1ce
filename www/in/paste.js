// What a clipboard holds → the text that a field should get.
import { hasStructure, htmlToText } from './html.js';

/** UTF-16 units of markup above which the clipboard's own plain text is taken: parsing would stop the page. */
const MOST = 5_000_000;

/**
 * @param {DataTransfer | null} clipboard
 * @returns {{ text: string, rich: boolean }} rich: taken from markup, and not what the browser would put in itself
 */
export function clipboardText(clipboard) {
  const plain = clipboard?.getData('text/plain') ?? '';
  const html = clipboard?.getData('text/html') ?? '';
  if (html && html.length <= MOST && hasStructure(html)) {
    const text = htmlToText(html);
    // Where both say the same, the browser's own paste will do; where the markup has nothing to read, as with a picture,
    // the plain text is all there is.
    if (text && text !== plain.replace(/\r\n?/g, '\n').trimEnd()) return { text, rich: true };
  }
  return { text: plain, rich: false };
}
