// What a clipboard holds → the text that a field should get.
import { hasStructure, htmlToText } from './html.js';

/** UTF-16 units of markup above which the clipboard's own plain text is taken: parsing would stop the page. */
const MOST = 5_000_000;

/** Letters alone, to see whether two texts say the same. */
const bare = (text) => text.replace(/\s+/g, '');

/**
 * @param {DataTransfer | null} clipboard
 * @returns {{ text: string, rich: boolean }} rich: taken from markup, and not what the browser would put in itself
 */
export function clipboardText(clipboard) {
  const plain = clipboard?.getData('text/plain') ?? '';
  const html = clipboard?.getData('text/html') ?? '';
  if (html && html.length <= MOST && hasStructure(html)) {
    const text = htmlToText(html);
    // Where markup and text differ by more than gaps, as with a list's numbers or a hidden line, the markup is right;
    // where it has nothing to read, as with a picture, the text is.
    if (text && text !== plain && !sameLines(text, plain)) return { text, rich: true };
  }
  return { text: plain, rich: false };
}

/** Whether both have the same paragraphs, blank lines aside: then the browser's own paste, with its own undo, will do. */
function sameLines(text, plain) {
  const lines = (all) => all.split(/\n+/).map(bare).filter(Boolean).join('\n');
  return /\n\s*\n/.test(plain) === /\n\s*\n/.test(text) && lines(text) === lines(plain.replace(/\r\n?/g, '\n'));
}
