// All styles as sheets that every shadow root of the page shares. Constructed sheets need no 'unsafe-inline'.
import changeCard from './change-card.css?inline';
import changeList from './change-list.css?inline';
import chips from './chips.css?inline';
import colours from './colours.css?inline';
import compact from './compact.css?inline';
import editors from './editors.css?inline';
import folds from './folds.css?inline';
import inline from './inline.css?inline';
import legend from './legend.css?inline';
import marks from './marks.css?inline';
import media from './media.css?inline';
import moves from './moves.css?inline';
import paper from './paper.css?inline';
import reading from './reading.css?inline';
import ruler from './ruler.css?inline';
import structure from './structure.css?inline';
import summary from './summary.css?inline';
import theme from './theme.css?inline';
import toolbar from './toolbar.css?inline';
import versions from './versions.css?inline';

/** Later ones may overrule earlier ones. */
const SHEETS: readonly string[] = [
  colours,
  theme,
  summary,
  versions,
  toolbar,
  changeCard,
  chips,
  editors,
  ruler,
  reading,
  moves,
  folds,
  inline,
  changeList,
  marks,
  structure,
  legend,
  media,
  paper,
  compact,
];

let sheets: CSSStyleSheet[] | null = null;

export function styleSheets(): CSSStyleSheet[] {
  sheets ??= SHEETS.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  return sheets;
}
