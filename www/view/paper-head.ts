// Model → what stands above the text on paper and nowhere else: the title of the story, both sides, when it was printed,
// how many differences there are of each kind, and what the marks mean.
import type { Translator } from '../i18n/format.js';
import { SIDES } from '../sides.js';
import { el } from './dom.js';
import { describeSide, hiddenLabel, madeOn } from './labels.js';
import { drawLegend } from './legend.js';
import { shorten } from './model/excerpts.js';
import { countsOf } from './model/filters.js';
import { legendOf } from './model/legend.js';
import { titleOf } from './model/title.js';
import type { IsShown, Model } from './model/types.js';

/** Length of the title, in UTF-16 units. */
const TITLE_LENGTH = 160;

export class PaperHead {
  readonly box = el('header', { class: 'paper-head', part: 'paper-head' });

  /** `now`: when it is printed. */
  show(model: Model | null, shown: IsShown, i18n: Translator, now = new Date()): void {
    if (!model) return;
    const sides = SIDES.map((side) => `${i18n.t(`side.${side}`)}: ${describeSide(side, model.report.summary, i18n)}`);
    const counts = countsOf(model.stops).map(({ kind, n }) => `${i18n.t(`filter.${kind}`)} ${i18n.number(n)}`);
    const hidden = hiddenLabel({ model, shown, i18n });
    this.box.replaceChildren(
      el('h2', { dir: 'auto' }, shorten(titleOf(model), TITLE_LENGTH)),
      el('p', {}, [...sides, madeOn(now, i18n)].join(' · ')),
      el('p', {}, counts.join(' · ')),
      drawLegend(legendOf(model, shown), i18n),
      hidden ? el('p', {}, hidden) : '',
    );
  }
}
