// Parts of the model → what they are called, wherever they are drawn.
import type { Translator } from '../i18n/format.js';
import { otherSide, type Side } from '../sides.js';
import type { Summary } from '../report-types.js';
import type { RenderContext } from './context.js';
import { roleOf } from './model/marks.js';
import { FILTERS, gravestFilter, type Filter } from './model/filters.js';
import { paragraphNumber } from './model/paragraphs.js';
import type { Item, Model, Stop } from './model/types.js';

/** What a mark is called: "cut:", "in a quotation, was:". */
export function markLabel(stop: Stop, side: Side, i18n: Translator): string {
  const role = roleOf(stop, side);
  switch (role) {
    case 'surface':
    case 'away':
    case 'here':
      return i18n.t(`mark.${role}`);
    default:
      return i18n.t(stop.quoted ? `mark.quoted.${role}` : `mark.${role}`);
  }
}

/** How many words a text has, and how much of it is in the other one. */
export function describeSide(side: Side, summary: Summary, i18n: Translator): string {
  return i18n.t('side.words', {
    n: summary.words[side],
    share: i18n.percent(summary.containment[side]),
    other: i18n.t(`side.${otherSide(side)}`),
  });
}

/** One end of a move: "Moved from paragraph 3". */
export function moveNoteLabel(item: Item, side: Side, { i18n, model }: RenderContext): string {
  return i18n.t(`move.note.${side}`, { n: partnerNumber(item, side, model) });
}

/** The number of the paragraph at the other end of a move; 0 where that is not known. */
export function partnerNumber({ move }: Item, side: Side, model: Model): number {
  const other = otherSide(side);
  return move ? paragraphNumber(model, other, move[other][0]) : 0;
}

/** How many differences are hidden, and of which kinds; empty where none is. */
export function hiddenLabel({ model, shown, i18n }: RenderContext): string {
  const counts = new Map<Filter, number>();
  for (const stop of model.stops) {
    const filter = gravestFilter(stop);
    if (!shown(stop)) counts.set(filter, (counts.get(filter) ?? 0) + 1);
  }
  const kinds = FILTERS.filter((filter) => counts.has(filter)).map((filter) =>
    i18n.t('hidden.kind', { name: i18n.t(`filter.${filter}`), n: counts.get(filter) ?? 0 }),
  );
  const n = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return n ? i18n.t('hidden.count', { n, kinds: i18n.list(kinds) }) : '';
}
