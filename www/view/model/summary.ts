// Model → one to three sentences that say what happened: how much of one text is in the other, what one of them has
// more, and what else differs, gravest first.
import { SIDES, type Both, bothSides, type Side } from '../../sides.js';
import { EMPHASIS, type Translator } from '../../i18n/format.js';
import type { Report } from '../../report-types.js';
import { altersQuotation } from './filters.js';
import type { Model } from './types.js';

/** Names of shares of a text that is in the other one, each with the least share that it names. */
const SHARES = [
  [1, 'all'],
  [0.97, 'almost'],
  [0.6, 'most'],
  [0.4, 'half'],
  [0.04, 'little'],
  [0, 'none'],
] as const;

const shareName = (share: number) => SHARES.find(([least]) => share >= least)?.[1] ?? 'none';

const WHOLE_UNITS = ['sentence', 'paragraph'] as const;

/** The side of whole paragraphs that the other side lacks. */
const sideOfRelation: Partial<Record<string, Side>> = { deleted: 'before', inserted: 'after' };

/** How many whole sentences and paragraphs of the story each side has alone. */
export function extras(model: Model): Both<{ sentence: number; paragraph: number }> {
  const count = bothSides(() => ({ sentence: 0, paragraph: 0 }));
  for (const item of model.items) {
    const side = sideOfRelation[item.relation];
    if (side && !item.furniture) count[side].paragraph += item[side].filter(({ kind }) => kind !== 'furniture').length;
  }
  for (const stop of model.stops) {
    if (stop.kind !== 'change' || stop.furniture || stop.unit !== 'sentence' || stop.op === 'replace') continue;
    const side = stop.op === 'delete' ? 'before' : 'after';
    const item = model.items[stop.item[side]];
    // The sentences of a whole paragraph are counted with it.
    if (item && sideOfRelation[item.relation] !== side) count[side].sentence++;
  }
  return count;
}

function shareSentence({ summary }: Report, i18n: Translator): string {
  const { before, after } = summary.containment;
  const isNearlyAll = (share: number) => ['all', 'almost'].includes(shareName(share));
  if (isNearlyAll(before) && isNearlyAll(after)) return i18n.t('sum.alike');
  // The side that has the larger share in the other is named: it was probably taken from it.
  const [inner, outer]: [Side, Side] = after >= before ? ['after', 'before'] : ['before', 'after'];
  const share = summary.containment[inner];
  return i18n.t(`sum.share.${shareName(share)}`, {
    inner: i18n.t(`side.${inner}`),
    outer: i18n.t(`side.${outer}`),
    share: i18n.percent(share),
  });
}

function moreSentence(model: Model, i18n: Translator): string {
  const count = extras(model);
  const clauses = SIDES.flatMap((side) => {
    const parts = WHOLE_UNITS.filter((unit) => count[side][unit]).map((unit) =>
      i18n.t(`sum.more.${unit}`, { n: count[side][unit] }),
    );
    return parts.length ? [i18n.t('sum.more', { side: i18n.t(`side.${side}`), what: i18n.list(parts) })] : [];
  });
  return clauses.length ? i18n.t('sum.sentence', { clauses: i18n.list(clauses) }) : '';
}

/** What the last sentence counts, in its order. */
const COUNTED = ['quotation', 'number', 'name', 'order', 'moved', 'small', 'punctuation'] as const;

function otherSentence(model: Model, i18n: Translator): string {
  const count = Object.fromEntries(COUNTED.map((key) => [key, 0])) as Record<(typeof COUNTED)[number], number>;
  for (const stop of model.stops) {
    if (stop.furniture) continue;
    if (stop.kind === 'move') count.moved++;
    else if (altersQuotation(stop)) count.quotation++;
    else if (stop.class === 'number' || stop.class === 'name' || stop.class === 'order' || stop.class === 'punctuation')
      count[stop.class]++;
    else if (stop.class === 'wording' || stop.class === 'spelling' || stop.class === 'case') {
      if (stop.op === 'replace' || stop.unit === 'word') count.small++;
    }
  }
  const parts = COUNTED.filter((key) => count[key]).map((key) => i18n.t(`sum.${key}`, { n: count[key] }));
  return parts.length ? i18n.t('sum.sentence', { clauses: i18n.list(parts) }) : '';
}

/** The summary in words, with emphasis (see i18n/format.ts). */
export function summarise(model: Model, i18n: Translator): string {
  const { report, texts, stops } = model;
  if (texts.before === texts.after) return i18n.t('sum.identical');
  const inStory = stops.filter((stop) => !stop.furniture);
  if (inStory.every((stop) => stop.class === 'typography' || stop.class === 'spacing')) {
    return inStory.length ? i18n.t('sum.surface', { n: inStory.length }) : i18n.t('sum.furniture');
  }
  if (!report.summary.words.before || !report.summary.words.after) {
    return i18n.t('sum.share.none', { inner: i18n.t('side.after'), outer: i18n.t('side.before') });
  }
  return [shareSentence(report, i18n), moreSentence(model, i18n), otherSentence(model, i18n)]
    .filter(Boolean)
    .map(capitalise)
    .join(i18n.t('sum.gap'));
}

const FIRST_LETTER = new RegExp(`^(${EMPHASIS}?)(\\p{Ll})`, 'u');

/** Begins a sentence with a capital letter, inside emphasis too. */
const capitalise = (sentence: string): string =>
  sentence.replace(FIRST_LETTER, (_, emphasis: string, letter: string) => emphasis + letter.toUpperCase());
