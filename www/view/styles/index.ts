// All styles as sheets that every shadow root of the page shares. Constructed sheets need no 'unsafe-inline'.
import colours from './colours.css?inline';
import controls from './controls.css?inline';
import marks from './marks.css?inline';
import media from './media.css?inline';
import reading from './reading.css?inline';
import theme from './theme.css?inline';

let sheets: CSSStyleSheet[] | null = null;

export function styleSheets(): CSSStyleSheet[] {
  sheets ??= [colours, theme, controls, reading, marks, media].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  return sheets;
}
