// Looks of marks → a list in which each is drawn and named; and small samples of them for the chips.
import type { Translator } from '../i18n/format.js';
import { el } from './dom.js';
import type { Kind } from './model/filters.js';
import { sampleOf, type LegendEntry, type Look } from './model/legend.js';

/** What a look means. */
export function legendLabel({ look, kinds }: LegendEntry, i18n: Translator): string {
  switch (look) {
    case 'fact':
    case 'surface':
      return i18n.list(kinds.map((kind) => i18n.t(`filter.${kind}`)));
    case 'quoted':
      return i18n.t('filter.quotation');
    case 'order':
    case 'links':
    case 'formatting':
    case 'break':
      return i18n.t(`filter.${look}`);
    default:
      return i18n.t(`legend.${look}`);
  }
}

/** The words that stand in the mark itself. */
export const legendSample = (entry: LegendEntry, i18n: Translator): string =>
  entry.look === 'break' ? '¶' : legendLabel(entry, i18n);

/** A sample is no mark of the text: it has the looks of one, and a class of its own. */
const drawSample = (look: Look, text: string): HTMLElement => el(sampleOf(look).tag, { class: `sample ${look}` }, text);

/** What the chip of a kind shows of its marks; nothing where these have no looks of their own. */
const CHIP_SAMPLES: Partial<Record<Kind, readonly (readonly [Look, string])[]>> = {
  quotation: [['quoted', '“”']],
  number: [['fact', '12']],
  name: [['fact', 'Aa']],
  negation: [['fact', '¬']],
  cut: [['gone', 'ab']],
  added: [['new', 'ab']],
  wording: [
    ['gone', 'a'],
    ['new', 'b'],
  ],
  order: [['order', 'ba']],
  moved: [['here', '↕']],
  spelling: [['new', 'ë']],
  case: [['new', 'A']],
  punctuation: [['new', ',']],
  break: [['break', '¶']],
  typography: [['surface', '’']],
  spacing: [['surface', '\u00a0\u00a0']],
  links: [['links', '↗']],
  formatting: [['formatting', 'B']],
};

export const drawChipSample = (kind: Kind): HTMLElement =>
  el(
    'span',
    { class: 'samples', 'aria-hidden': 'true' },
    ...(CHIP_SAMPLES[kind] ?? []).map(([look, text]) => drawSample(look, text)),
  );

export function drawLegend(entries: readonly LegendEntry[], i18n: Translator): HTMLElement {
  const items = entries.map((entry) => {
    const sample = drawSample(entry.look, legendSample(entry, i18n));
    return el('li', {}, sample, entry.look === 'break' && ` ${legendLabel(entry, i18n)}`);
  });
  return el('ul', { class: 'legend', role: 'list', 'aria-label': i18n.t('legend.title') }, ...items);
}
