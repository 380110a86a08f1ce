// All styles as sheets that every shadow root of the page shares. Constructed sheets need no 'unsafe-inline'.
import { theme } from './theme.js';
import { frame } from './frame.js';
import { sheet } from './sheet.js';
import { marks } from './marks.js';
import { media } from './media.js';

/** The styles as text, for whoever must carry them along (a saved file). */
export const styleTexts = [theme, frame, sheet, marks, media];

let made = null;

/** @returns {CSSStyleSheet[]} */
export function styleSheets() {
  made ??= styleTexts.map((text) => {
    const one = new CSSStyleSheet();
    one.replaceSync(text);
    return one;
  });
  return made;
}
