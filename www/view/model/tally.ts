// Model → the figures of the sentence on top. Each difference is counted once; time stamps, datelines, appearance and page
// furniture are not in it: they have lines of their own.
import { changesOf } from './quotations.js';
import { altersQuotation, isWholeUnit, kindOf } from './filters.js';
import { isEmpty } from './stops.js';
import type { ChangeStop, Model, Stop } from './types.js';

/** What can be cut or added as a whole, in the order in which it is told. The names are also the ends of message keys. */
export const WHOLE_UNITS = ['headline', 'standfirst', 'byline', 'paragraph', 'sentence'] as const;

type WholeUnit = (typeof WHOLE_UNITS)[number];

/** What else the sentence tells, in its order. */
export const CLAUSES = [
  'quotation.changed',
  'quotation.added',
  'quotation.cut',
  'quotation.mixed',
  'number',
  'name',
  'negation',
  'order',
  'moved.paragraph',
  'moved.sentence',
  'moved.phrase',
] as const;

/** What the last part of it tells. */
export const OTHER_CLAUSES = ['wording', 'punctuation', 'break'] as const;

export type Clause = (typeof CLAUSES)[number] | (typeof OTHER_CLAUSES)[number];

export interface Tally {
  whole: Record<'cut' | 'added', Record<WholeUnit, number>>;
  clauses: ReadonlyMap<Clause, number>;
  /** Quotations that came or went with a whole unit: they are told beside it, and are no differences of their own. */
  quotations: { inside: Record<'cut' | 'added', number> };
  /** All differences that it counts. */
  total: number;
}

function wholeUnitOf({ unit, field }: ChangeStop): WholeUnit {
  if (unit === 'sentence') return 'sentence';
  return field === 'headline' || field === 'standfirst' || field === 'byline' ? field : 'paragraph';
}

/** The clause of a stop that is not told otherwise. */
function clauseOf(stop: Stop): Exclude<Clause, `quotation.${string}`> | null {
  const kind = kindOf(stop);
  switch (kind) {
    case 'moved':
      return stop.kind === 'move' ? `moved.${stop.unit}` : null;
    case 'wording':
    case 'spelling':
    case 'case':
      return 'wording';
    case 'number':
    case 'name':
    case 'negation':
    case 'order':
    case 'punctuation':
    case 'break':
      return kind;
    default:
      return null;
  }
}

/**
 * How the quotations of the report are told. Those that came or went with a whole unit are told with it, if no smaller
 * change can be what cut or added them. The rest are as many as the differences of this kind, or else these are counted
 * without saying which is which: a change over two quotations is one difference.
 */
function quotationsOf({ report, stops }: Model): {
  inside: Tally['quotations']['inside'];
  clauses: [Clause, number][];
} {
  const { changed, added, cut } = report.summary.quotations;
  const own = stops.filter((stop) => stop.kind === 'change' && kindOf(stop) === 'quotation') as ChangeStop[];
  const whole = stops.filter((stop) => isWholeUnit(stop) && altersQuotation(stop) && !stop.furniture);
  const mayHave = (side: 'before' | 'after') =>
    own.some((stop) => changesOf(stop).some((change) => !isEmpty(change[side])));
  const inside = {
    cut: whole.some(({ op }) => op === 'delete') && !mayHave('before') ? cut : 0,
    added: whole.some(({ op }) => op === 'insert') && !mayHave('after') ? added : 0,
  };
  const parts: [Clause, number][] = [
    ['quotation.changed', changed],
    ['quotation.added', added - inside.added],
    ['quotation.cut', cut - inside.cut],
  ];
  const told = parts.reduce((sum, [, n]) => sum + n, 0);
  return { inside, clauses: told === own.length ? parts : [['quotation.mixed', own.length]] };
}

export function tallyOf(model: Model): Tally {
  const noUnits = (): Record<WholeUnit, number> => ({
    headline: 0,
    standfirst: 0,
    byline: 0,
    paragraph: 0,
    sentence: 0,
  });
  const whole = { cut: noUnits(), added: noUnits() };
  const { inside, clauses: quoted } = quotationsOf(model);
  const clauses = new Map<Clause, number>(quoted.filter(([, n]) => n));
  let total = [...clauses.values()].reduce((sum, n) => sum + n, 0);
  for (const stop of model.stops) {
    const kind = kindOf(stop);
    const clause = clauseOf(stop);
    if (clause) clauses.set(clause, (clauses.get(clause) ?? 0) + 1);
    else if (stop.kind === 'change' && (kind === 'cut' || kind === 'added')) whole[kind][wholeUnitOf(stop)]++;
    else continue;
    total++;
  }
  return { whole, clauses, quotations: { inside }, total };
}
