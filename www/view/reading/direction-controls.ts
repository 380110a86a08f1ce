// Characters that turn the order of what is read (Unicode's bidi controls) → shown by their names, and without effect: else a
// text could read on the screen as something that it is not. Marks of a direction alone (U+200E, U+200F) turn nothing.
import { el } from '../dom.js';

/** The names that Unicode gives them (UAX #9). */
const NAMES: Readonly<Record<string, string>> = {
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
};
const CONTROL = /([\u202a-\u202e\u2066-\u2069])/;

/** How many controls a text has. */
export const countControls = (text: string): number => (CONTROL.test(text) ? text.split(CONTROL).length >> 1 : 0);

/** A text, in pieces to be put into an element. The controls stay in it, so that it is copied and found as it is. */
export function withVisibleControls(text: string): (string | HTMLElement)[] {
  if (!CONTROL.test(text)) return [text];
  return text
    .split(CONTROL)
    .filter((part) => part !== '')
    .map((part) => (NAMES[part] ? el('bdi', { class: 'control', data: { name: NAMES[part] } }, part) : part));
}
