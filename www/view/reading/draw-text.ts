// A text → text nodes. Of a very long one the ends at first, with a button between them.
import type { Translator } from '../../i18n/format.js';
import { countControls, withVisibleControls } from './direction-controls.js';
import { elide } from './elision.js';

/** Length, in UTF-16 units, above which only the ends of an unmarked text are shown at first: a browser takes long to lay out a line of a book's length. */
const MAX_TEXT_LENGTH = 12_000;
/** How many units of text take as long as one control of direction, which is an element of its own. */
const CONTROL_LENGTH = 20;
/** Length of the part shown at either end of such a text. */
const END_LENGTH = 400;
/** How far a word border is searched for. */
const WORD_SEARCH_LENGTH = 80;

/** Puts text into `box`; of a very long one the ends, and between them a button that shows the rest. */
export function appendText(box: Element, text: string, i18n: Translator): void {
  if (text.length <= 2 * END_LENGTH || text.length + countControls(text) * CONTROL_LENGTH <= MAX_TEXT_LENGTH) {
    if (text) box.append(...withVisibleControls(text));
    return;
  }
  const from = wordBorder(text, END_LENGTH);
  const to = wordBorder(text, text.length - END_LENGTH);
  const button = elide(to - from, i18n, () => button.replaceWith(...withVisibleControls(text.slice(from, to))));
  box.append(...withVisibleControls(text.slice(0, from)), button, ...withVisibleControls(text.slice(to)));
}

/** The next border between words after an offset; where there is none, an offset that cuts no surrogate pair. */
function wordBorder(text: string, at: number): number {
  const space = text.slice(at, at + WORD_SEARCH_LENGTH).search(/\s/);
  if (space >= 0) return at + space;
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at;
}
