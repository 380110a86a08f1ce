// Parts of the model → what they are called, wherever they are drawn.
import type { Translator } from '../i18n/format.js';
import { otherSide, type Side } from '../sides.js';
import type { Summary } from '../report-types.js';
import type { RenderContext } from './context.js';
import { shorten } from './model/excerpts.js';
import { roleOf } from './model/marks.js';
import { KINDS, countByKind, presetOf, type Filter } from './model/filters.js';
import { paragraphNumber } from './model/paragraphs.js';
import { homeSide } from './model/stops.js';
import type { ObjectName } from './model/runs.js';
import type { Item, Model, Stop } from './model/types.js';

/** Length, in UTF-16 units, of a sentence that has one line. */
export const MAX_LABEL_LENGTH = 90;

/** What a mark is called: "cut:", "in a quotation, was:". */
export function markLabel(stop: Stop, side: Side, i18n: Translator): string {
  const role = roleOf(stop, side);
  switch (role) {
    case 'surface':
      return i18n.t(stop.class === 'break' ? 'filter.one.break' : 'mark.surface');
    case 'away':
    case 'here':
    case 'format':
      return i18n.t(`mark.${role}`);
    default:
      return i18n.t(stop.quoted ? `mark.quoted.${role}` : `mark.${role}`);
  }
}

/** The number of a stop's paragraph in After: "¶ 3"; of what is only in Before, in Before, and then that is said. */
export function placeLabel(stop: Stop, { model, i18n }: Pick<RenderContext, 'model' | 'i18n'>): string {
  const side = homeSide(stop);
  // A paragraph that came or went begins behind the line ends that came or went with it.
  const [start, end] = stop[side];
  const offset = end - model.texts[side].slice(start, end).trimStart().length;
  const number = `¶ ${i18n.number(paragraphNumber(model, side, offset))}`;
  return side === 'after' ? number : `${number} (${i18n.t('side.before')})`;
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

/** What a picture or the like is called: by its alternative text, or else by the name of its file. */
export function objectLabel({ kind, value, alternative }: ObjectName, i18n: Translator): string {
  const name = alternative ? i18n.t('quote', { text: shorten(alternative) }) : shorten(fileName(value));
  return i18n.t(kind === 'embed' ? 'format.embed' : 'format.image', { value: name });
}

const fileName = (address: string): string =>
  address
    .replace(/[?#].*$/s, '')
    .split('/')
    .at(-1) || address;

/** How many differences are hidden, and of which kinds; empty where none is. */
export function hiddenLabel({ model, shown, i18n }: RenderContext): string {
  const counts = countByKind(model.stops, shown);
  const hidden = KINDS.map((kind) => ({ kind, n: counts[kind].all - counts[kind].shown })).filter(({ n }) => n);
  const kinds = hidden.map(({ kind, n }) => i18n.t('hidden.kind', { name: i18n.t(`filter.${kind}`), n }));
  const n = hidden.reduce((sum, count) => sum + count.n, 0);
  return n ? i18n.t('hidden.count', { n, kinds: i18n.list(kinds) }) : '';
}

/** What is said where nothing is shown although something differs; empty everywhere else. */
export function nothingShownLabel({ model, shown, i18n }: RenderContext, hide: readonly Filter[]): string {
  const n = model.stops.length;
  if (!n || model.stops.some(shown)) return '';
  const hasFacts = model.stops.some(({ facts }) => facts.length);
  return i18n.t(presetOf(hide) === 'facts' && !hasFacts ? 'hidden.all.facts' : 'hidden.all', { n });
}

/** That what was chosen to be shown for another pair is in force for this one. */
export function keptFilterLabel(hide: readonly Filter[], i18n: Translator): string {
  const preset = presetOf(hide);
  return preset ? i18n.t('hidden.kept', { name: i18n.t(`preset.${preset}`) }) : i18n.t('hidden.kept.own');
}

/** All that is said about hidden differences; empty where there is none. `isKept`: what is hidden was chosen for another pair. */
export function hiddenNoteLabel(context: RenderContext, hide: readonly Filter[], isKept: boolean): string {
  const note = nothingShownLabel(context, hide) || hiddenLabel(context);
  return note && isKept ? `${keptFilterLabel(hide, context.i18n)} ${note}` : note;
}

/** "Made with article-diff on 5 May 2026 at 09:40." */
export function madeOn(date: Date, i18n: Translator): string {
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'short' });
  return i18n.t('out.made', { date: format.format(date) });
}
