// Model → one to three sentences that say what happened: how much of one text is in the other, what one of them has
// more, and what else differs, gravest first.
import { SIDES, type Both, bothSides, type Side } from '../../sides.js';
import { EMPHASIS, type Translator } from '../../i18n/format.js';
import type { Report } from '../../report-types.js';
import { altersQuotation } from './filters.js';
import type { Model, Stop } from './types.js';

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

/** What was cut, and what was added: whole paragraphs and sentences. */
function wholeUnitSentences(model: Model, i18n: Translator): string[] {
  const count = extras(model);
  return SIDES.flatMap((side) => {
    const { paragraph, sentence } = count[side];
    if (!paragraph && !sentence) return [];
    const parts = [
      ...(paragraph ? [i18n.t('sum.paragraphs', { n: paragraph })] : []),
      ...(sentence ? [i18n.t('sum.sentences', { n: sentence })] : []),
    ];
    const what = i18n.list(parts);
    const clause = i18n.t(side === 'before' ? 'sum.cut' : 'sum.added', { what, n: paragraph + sentence });
    return [i18n.t('sum.sentence', { clauses: clause })];
  });
}

/** What the sentence about smaller changes counts, in its order. The names are also the ends of message keys. */
const CLAUSES = [
  'quotation.changed',
  'quotation.added',
  'quotation.cut',
  'number',
  'name',
  'order',
  'moved.paragraph',
  'moved.sentence',
  'moved.phrase',
] as const;

type Clause = (typeof CLAUSES)[number] | 'wording' | 'punctuation';

/** What a stop is counted as; null for what the sentences on whole units count, and for what nobody has to be told. */
function clauseOf(stop: Stop): Clause | null {
  if (stop.furniture) return null;
  if (stop.kind === 'move') return `moved.${stop.unit}`;
  const isWhole = stop.op !== 'replace' && stop.unit !== 'word';
  if (altersQuotation(stop)) {
    // A quotation that is new or gone as a whole was not altered: to say so would be an accusation.
    if (!isWhole) return 'quotation.changed';
    return stop.op === 'insert' ? 'quotation.added' : 'quotation.cut';
  }
  switch (stop.class) {
    case 'number':
    case 'name':
    case 'order':
    case 'punctuation':
      return stop.class;
    case 'wording':
    case 'spelling':
    case 'case':
      return isWhole ? null : 'wording';
    default:
      return null;
  }
}

function changeSentences(model: Model, i18n: Translator): string[] {
  const counts = new Map<Clause, number>();
  for (const stop of model.stops) {
    const clause = clauseOf(stop);
    if (clause) counts.set(clause, (counts.get(clause) ?? 0) + 1);
  }
  const count = (clause: Clause) => counts.get(clause) ?? 0;
  const clauses = CLAUSES.filter(count).map((clause) => i18n.t(`sum.${clause}`, { n: count(clause) }));
  const others = [
    ...(count('wording')
      ? [i18n.t(clauses.length ? 'sum.wording.other' : 'sum.wording', { n: count('wording') })]
      : []),
    ...(count('punctuation') ? [i18n.t('sum.punctuation', { n: count('punctuation') })] : []),
  ];
  return [
    ...(clauses.length ? [i18n.t('sum.changes', { clauses: i18n.list(clauses) })] : []),
    ...(others.length ? [i18n.t(clauses.length ? 'sum.also' : 'sum.only', { what: i18n.list(others) })] : []),
  ];
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
  return [shareSentence(report, i18n), ...wholeUnitSentences(model, i18n), ...changeSentences(model, i18n)]
    .filter(Boolean)
    .map(capitalise)
    .join(i18n.t('sum.gap'));
}

const FIRST_LETTER = new RegExp(`^(${EMPHASIS}?)(\\p{Ll})`, 'u');

/** Begins a sentence with a capital letter, inside emphasis too. */
const capitalise = (sentence: string): string =>
  sentence.replace(FIRST_LETTER, (_, emphasis: string, letter: string) => emphasis + letter.toUpperCase());
