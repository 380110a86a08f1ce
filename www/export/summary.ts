// Model → the summary as plain text: the sentence, and then how many differences there are of each kind.
import { plain, type Translator } from '../i18n/format.js';
import { FILTERS, countByFilter, type Filter } from '../view/model/filters.js';
import { summarise } from '../view/model/summary.js';
import type { Model } from '../view/model/types.js';

/** How many differences there are of each kind that occurs, gravest first. */
export function countsOf({ stops }: Model): { filter: Filter; n: number }[] {
  const counts = countByFilter(stops);
  return FILTERS.map((filter) => ({ filter, n: counts[filter] })).filter(({ n }) => n);
}

/** One line, and a second one where something differs. */
export function summaryText(model: Model, i18n: Translator): string {
  const counts = countsOf(model).map(({ filter, n }) => `${i18n.t(`filter.${filter}`)}: ${i18n.number(n)}`);
  return [plain(summarise(model, i18n)), counts.join(' · ')].filter(Boolean).join('\n');
}
