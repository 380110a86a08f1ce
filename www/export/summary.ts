// Model → the summary as plain text: the sentence, and then how many differences there are of each kind.
import { plain, type Translator } from '../i18n/format.js';
import { countsOf } from '../view/model/filters.js';
import { frameLines } from '../view/model/frame.js';
import { summarise } from '../view/model/summary.js';
import type { Model } from '../view/model/types.js';

/** The sentence, and a line for each time stamp and dateline that differs. */
export const plainSummary = (model: Model, i18n: Translator): string =>
  [plain(summarise(model, i18n)), ...frameLines(model, i18n)].join('\n');

/** The sentence; a line for each time stamp and dateline that differs; and the counts, where something does. */
export function summaryText(model: Model, i18n: Translator): string {
  const counts = countsOf(model.stops).map(({ kind, n }) => `${i18n.t(`filter.${kind}`)}: ${i18n.number(n)}`);
  return [plainSummary(model, i18n), counts.join(' · ')].filter(Boolean).join('\n');
}
