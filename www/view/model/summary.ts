// Model → a few sentences that say what happened: how much of one text is in the other, what was cut and added, and what
// else differs, gravest first.
import { EMPHASIS, type Translator } from '../../i18n/format.js';
import type { Report } from '../../report-types.js';
import type { Side } from '../../sides.js';
import { countByKind } from './filters.js';
import { LINK_START, linkTo } from './linked-text.js';
import { CLAUSES, OTHER_CLAUSES, WHOLE_UNITS, tallyOf, type Clause, type Counted, type Tally } from './tally.js';
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

function shareSentence({ summary, formats }: Report, i18n: Translator): string {
  const { before, after } = summary.containment;
  const isNearlyAll = (share: number) => ['all', 'almost'].includes(shareName(share));
  if (isNearlyAll(before) && isNearlyAll(after)) return i18n.t(formats.length ? 'sum.words.alike' : 'sum.alike');
  // The side that has the larger share in the other is named: it was probably taken from it.
  const [inner, outer]: [Side, Side] = after >= before ? ['after', 'before'] : ['before', 'after'];
  const share = summary.containment[inner];
  return i18n.t(`sum.share.${shareName(share)}`, {
    inner: i18n.t(`side.${inner}`),
    outer: i18n.t(`side.${outer}`),
    share: i18n.percent(share),
  });
}

/** What was cut, and what was added: whole units, each with the quotations that came or went with it. */
function wholeUnitSentences({ whole, quotations }: Tally, i18n: Translator, link: MakeLink): string[] {
  return (['cut', 'added'] as const).flatMap((kind) => {
    const parts = WHOLE_UNITS.filter((unit) => whole[kind][unit]).map((unit) =>
      i18n.t(`sum.unit.${unit}`, { n: whole[kind][unit] }),
    );
    if (!parts.length) return [];
    const n = WHOLE_UNITS.reduce((sum, unit) => sum + whole[kind][unit], 0);
    const clause = link(kind, i18n.t(`sum.${kind}`, { what: i18n.list(parts), n }));
    const inside = quotations.inside[kind];
    return [
      i18n.t('sum.sentence', { clauses: inside ? i18n.t('sum.including', { what: clause, n: inside }) : clause }),
    ];
  });
}

function changeSentences({ clauses: counts }: Tally, i18n: Translator, link: MakeLink): string[] {
  const count = (clause: Clause) => counts.get(clause) ?? 0;
  const clauses = CLAUSES.filter(count).map((clause) => link(clause, i18n.t(`sum.${clause}`, { n: count(clause) })));
  const others = OTHER_CLAUSES.filter(count).map((clause) => {
    const key = clause === 'wording' && clauses.length ? 'sum.wording.other' : (`sum.${clause}` as const);
    return link(clause, i18n.t(key, { n: count(clause) }));
  });
  return [
    ...(clauses.length ? [i18n.t('sum.changes', { clauses: i18n.list(clauses) })] : []),
    ...(others.length ? [i18n.t(clauses.length ? 'sum.also' : 'sum.only', { what: i18n.list(others) })] : []),
  ];
}

/** The summary in words, with emphasis (see i18n/format.ts). */
export const summarise = (model: Model, i18n: Translator): string => sentencesOf(model, i18n, (_, text) => text);

/** The summary with links: what each part that counts differences counts is the target of its link. */
export function linkedSummary(model: Model, i18n: Translator): { text: string; targets: readonly Counted[] } {
  const targets: Counted[] = [];
  const text = sentencesOf(model, i18n, (counted, words) => linkTo(targets.push(counted) - 1, words));
  return { text, targets };
}

/** Makes the words that count some differences a link to them, or leaves them as they are. */
type MakeLink = (counted: Counted, words: string) => string;

function sentencesOf(model: Model, i18n: Translator, link: MakeLink): string {
  const { report, texts, stops } = model;
  if (texts.before === texts.after && !report.formats.length) return i18n.t('sum.identical');
  const counts = countByKind(stops, () => true);
  const tally = tallyOf(model);
  if (texts.before === texts.after) {
    return sentences([i18n.t('sum.words.same'), ...changeSentences(tally, i18n, link)], i18n);
  }
  if (!tally.total) {
    const surface = counts.typography.all + counts.spacing.all;
    if (surface) return i18n.t('sum.surface', { n: surface });
    return i18n.t(counts.timestamp.all + counts.dateline.all ? 'sum.frame' : 'sum.furniture');
  }
  if (!report.summary.words.before || !report.summary.words.after) {
    return i18n.t('sum.share.none', { inner: i18n.t('side.after'), outer: i18n.t('side.before') });
  }
  return sentences(
    [shareSentence(report, i18n), ...wholeUnitSentences(tally, i18n, link), ...changeSentences(tally, i18n, link)],
    i18n,
  );
}

const sentences = (all: readonly string[], i18n: Translator): string =>
  all.filter(Boolean).map(capitalise).join(i18n.t('sum.gap'));

const FIRST_LETTER = new RegExp(`^(${LINK_START}${EMPHASIS}?)(\\p{Ll})`, 'u');

/** Begins a sentence with a capital letter, inside a link and emphasis too. */
const capitalise = (sentence: string): string =>
  sentence.replace(FIRST_LETTER, (_, marks: string, letter: string) => marks + letter.toUpperCase());
