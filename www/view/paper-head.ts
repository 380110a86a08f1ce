// Model → what stands above the text on paper and nowhere else: the title of the story, both sides, when it was printed,
// how many differences there are of each kind, and what the marks mean.
import { SIDES } from '../sides.js';
import { el } from './dom.js';
import type { RenderContext } from './context.js';
import { describeSide, hiddenLabel, madeOn } from './labels.js';
import { drawLegend } from './legend.js';
import { shorten } from './model/excerpts.js';
import { countsOf } from './model/filters.js';
import { legendOf } from './model/legend.js';
import { titleOf } from './model/title.js';
import { sideLabel } from './side-labels.js';

/** Length of the title, in UTF-16 units. */
const TITLE_LENGTH = 160;

export class PaperHead {
  readonly box = el('header', { class: 'paper-head', part: 'paper-head' });

  /** `now`: when it is printed. */
  show(context: RenderContext, now = new Date()): void {
    const { model, shown, i18n } = context;
    const sides = SIDES.map((side) => `${sideLabel(side, context)}: ${describeSide(side, model.report.summary, i18n)}`);
    const counts = countsOf(model.stops).map(({ kind, n }) => `${i18n.t(`filter.${kind}`)} ${i18n.number(n)}`);
    const hidden = hiddenLabel(context);
    this.box.replaceChildren(
      el('h2', { dir: 'auto' }, shorten(titleOf(model), TITLE_LENGTH)),
      el('p', {}, [...sides, madeOn(now, i18n)].join(' · ')),
      el('p', {}, counts.join(' · ')),
      drawLegend(legendOf(model, shown), i18n),
      hidden ? el('p', {}, hidden) : '',
    );
  }
}
