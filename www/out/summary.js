// Model → the summary as plain text: the sentence, then what differs by kind.
import { LENSES, countLenses } from '../view/lens.js';
import { summarise } from '../view/summary.js';
import { plain } from '../words.js';

/** How many differences there are of each kind that there is: [lens, n], gravest first. */
export function countsOf(model) {
  const counts = countLenses(model.stops);
  return LENSES.map((lens) => [lens, counts[lens]]).filter(([, n]) => n);
}

/**
 * @param {any} model @param {import('../words.js').Words} words
 * @returns {string} one line, and a second one where something differs
 */
export function summaryText(model, words) {
  const counts = countsOf(model).map(([lens, n]) => `${words.t(`lens.${lens}`)}: ${words.number(n)}`);
  return [plain(summarise(model, words)), counts.join(' · ')].filter(Boolean).join('\n');
}
