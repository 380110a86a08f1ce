// Model → the figures of the sentence on top. Each difference is counted once; time stamps, datelines, appearance and page
// furniture are not in it: they have lines of their own.
import { altersQuotation, kindOf, type Kind } from './filters.js';
import type { ChangeStop, FormatStop, Model, Stop } from './types.js';

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
  'link.changed',
  'link.added',
  'link.cut',
  'image.changed',
  'image.added',
  'image.cut',
  'alt',
  'embed',
  'order',
  'moved.paragraph',
  'moved.sentence',
  'moved.phrase',
] as const;

/** What the last part of it tells. */
export const OTHER_CLAUSES = ['wording', 'punctuation', 'break', 'formatting'] as const;

export type Clause = (typeof CLAUSES)[number] | (typeof OTHER_CLAUSES)[number];

/** What a part of the sentence counts: the differences of a clause, or whatever was cut or added as a whole. */
export type Counted = Clause | 'cut' | 'added';

/** The kinds of difference that a part of the sentence counts. */
export function kindsOf(counted: Counted): readonly Kind[] {
  if (counted === 'wording') return ['wording', 'spelling', 'case'];
  if (/^(link|image|alt|embed)\b/.test(counted)) return ['links'];
  // What follows a dot tells only what became of it, or how long it is.
  return [counted.replace(/\..*$/, '') as Kind];
}

/** Whether a part of the sentence counts a difference. What became of a quotation is not known of a single one. */
export function isCounted(stop: Stop, counted: Counted): boolean {
  const clause = clauseOf(stop);
  return stop.kind === 'format' || clause?.startsWith('moved.')
    ? clause === counted
    : kindsOf(counted).includes(kindOf(stop));
}

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

/** The clause of a link, a picture, or what else has an address. */
function clauseOfFormat({ format: { kind, was, now } }: FormatStop): Exclude<Clause, `quotation.${string}`> {
  if (kind === 'link' || kind === 'image') {
    return `${kind}.${was === null ? 'added' : now === null ? 'cut' : 'changed'}`;
  }
  return kind === 'alt' || kind === 'embed' ? kind : 'formatting';
}

/** The clause of a stop that is not told otherwise. */
function clauseOf(stop: Stop): Exclude<Clause, `quotation.${string}`> | null {
  if (stop.kind === 'format') return clauseOfFormat(stop);
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
 * How the quotations of the report are told. One that came or went with a whole unit is told with it; the rest are as many
 * as the differences of this kind. Where that leaves open which are which, or where one change is over several quotations,
 * the differences are counted without saying what became of them.
 */
function quotationsOf({ report, stops }: Model): {
  inside: Tally['quotations']['inside'];
  clauses: [Clause, number][];
} {
  const { changed, added, cut } = report.summary.quotations;
  const own = stops.filter((stop) => kindOf(stop) === 'quotation').length;
  const mayHoldOne = (kind: 'cut' | 'added') => stops.some((stop) => kindOf(stop) === kind && altersQuotation(stop));
  // How many of each kind may be told with a whole unit, and how many have to be.
  const most = { cut: mayHoldOne('cut') ? cut : 0, added: mayHoldOne('added') ? added : 0 };
  const wanted = changed + cut + added - own;
  const isClear = wanted === 0 || wanted === most.cut + most.added || (wanted > 0 && !(most.cut && most.added));
  const inside = { cut: 0, added: 0 };
  if (isClear && wanted <= most.cut + most.added) {
    inside.cut = Math.min(wanted, most.cut);
    inside.added = wanted - inside.cut;
    return {
      inside,
      clauses: [
        ['quotation.changed', changed],
        ['quotation.added', added - inside.added],
        ['quotation.cut', cut - inside.cut],
      ],
    };
  }
  return { inside, clauses: [['quotation.mixed', own]] };
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
