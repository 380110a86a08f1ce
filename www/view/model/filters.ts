// Which differences are shown. Every difference is of exactly one kind, which is its chip, its group in the list and its
// clause in the sentence. Pure data, without DOM and without words of the interface.
import type { Fact } from '../../report-types.js';
import type { Classed, IsShown, Stop, StopClass } from './types.js';

/** Kinds that are no class of the report: facts, whole units that came or went, parts of the story's frame, page furniture. */
type OwnKind = 'quotation' | 'negation' | 'cut' | 'added' | 'dateline' | 'timestamp' | 'furniture';

export type Kind = StopClass | OwnKind;

/** What can be hidden: the kinds, and whatever changes no fact, of any kind. */
export type Filter = Kind | 'without-facts';

export type Preset = 'facts' | 'wording' | 'everything';

/** All kinds, gravest first: the order of the chips and of the list of changes. */
export const KINDS: readonly Kind[] = [
  'quotation',
  'number',
  'name',
  'negation',
  'links',
  'cut',
  'added',
  'wording',
  'order',
  'moved',
  'spelling',
  'case',
  'punctuation',
  'break',
  'formatting',
  'dateline',
  'timestamp',
  'typography',
  'spacing',
  'furniture',
];

export const FILTERS: readonly Filter[] = [...KINDS, 'without-facts'];

/** Kinds that differ in appearance only. */
export const APPEARANCE: ReadonlySet<Kind> = new Set<Kind>(['typography', 'spacing']);

export const HIDDEN_BY_DEFAULT: readonly Filter[] = ['formatting', 'typography', 'spacing', 'furniture'];

/** Preset → what it hides. */
export const PRESETS: Readonly<Record<Preset, readonly Filter[]>> = {
  facts: [...HIDDEN_BY_DEFAULT, 'without-facts'],
  wording: HIDDEN_BY_DEFAULT,
  everything: [],
};

export const PRESET_NAMES = Object.keys(PRESETS) as readonly Preset[];

/** Any list of names → the filters among them, in the order of `FILTERS`. */
export function cleanHide(names: Iterable<string>): Filter[] {
  const wanted = new Set<string>(names);
  return FILTERS.filter((filter) => wanted.has(filter));
}

/** The preset that hides exactly these filters, or null. */
export function presetOf(hide: Iterable<string>): Preset | null {
  const wanted = cleanHide(hide).join();
  return PRESET_NAMES.find((name) => cleanHide(PRESETS[name]).join() === wanted) ?? null;
}

/** Classes that change no word. */
const WORDLESS: ReadonlySet<StopClass> = new Set<StopClass>(['spacing', 'typography', 'case', 'break', 'punctuation']);

/** The gravest fact first. */
const FACTS: readonly Fact[] = ['quotation', 'number', 'name', 'negation'];
const FACT_KINDS: ReadonlySet<Kind> = new Set<Kind>(FACTS);

/** Whether a kind is a fact. */
export const isFact = (kind: Kind): boolean => FACT_KINDS.has(kind);

/** Whether a whole sentence or a whole paragraph came or went. */
export const isWholeUnit = ({ op, unit }: Classed): boolean =>
  (op === 'insert' || op === 'delete') && (unit === 'sentence' || unit === 'paragraph');

/**
 * The one kind of a stop.
 *
 *   a cut paragraph with names      cut
 *   [twelve boats/nine boats]       number
 *   [Kari Olsen/Olsen Kari]         order
 *   “We [never/always] knew”        quotation
 *   [12/twelve] boats               spelling: the same number, written otherwise
 */
export function kindOf(stop: Classed): Kind {
  const { class: name, facts = [], field } = stop;
  if (name === 'links' || name === 'formatting') return name;
  if (field === 'timestamp') return 'timestamp';
  if (stop.furniture) return 'furniture';
  if (name === 'moved' || WORDLESS.has(name)) return name;
  if (field === 'dateline') return 'dateline';
  if (isWholeUnit(stop)) return stop.op === 'delete' ? 'cut' : 'added';
  const fact = FACTS.find((one) => facts.includes(one));
  if (name === 'number' && !fact) return 'spelling';
  // The parts of one name in another order are that: another order.
  return name === 'order' && fact === 'name' ? 'order' : (fact ?? name);
}

/** Whether a stop changes what somebody is reported to have said. */
export const altersQuotation = ({ facts = [] }: Classed): boolean => facts.includes('quotation');

/** Hidden filters → a test that tells whether a stop is shown. */
export function filterFor(hide: Iterable<Filter>): IsShown {
  const hidden = new Set(hide);
  return (stop) => {
    const kind = kindOf(stop);
    // Where a link leads and who is in a picture are facts, too.
    const hasFacts = Boolean(stop.facts?.length) || kind === 'links';
    return !hidden.has(kind) && (hasFacts || !hidden.has('without-facts'));
  };
}

/** How many stops there are of a kind, and how many of them are shown. */
export interface KindCount {
  all: number;
  shown: number;
}

export type KindCounts = Record<Kind, KindCount>;

export function countByKind(stops: readonly Stop[], shown: IsShown): KindCounts {
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, { all: 0, shown: 0 }])) as KindCounts;
  for (const stop of stops) {
    const count = counts[kindOf(stop)];
    count.all++;
    if (shown(stop)) count.shown++;
  }
  return counts;
}

/** Kinds that may change a fact: those that the preset of facts shows. */
const FACTUAL: ReadonlySet<Kind> = new Set<Kind>([...FACTS, 'links', 'cut', 'added', 'order', 'dateline']);

/** How many stops there are of each kind that occurs, gravest first. */
export function countsOf(stops: readonly Stop[]): { kind: Kind; n: number }[] {
  const counts = countByKind(stops, () => true);
  return KINDS.map((kind) => ({ kind, n: counts[kind].all })).filter(({ n }) => n);
}

/**
 * What to hide after a click on the chip of a kind. A kind of which something is shown is hidden; one of which nothing is
 * shown is shown whole, and what was hidden because it changes no fact is then hidden by its kind.
 */
export function toggleKind(kind: Kind, hide: readonly Filter[], counts: KindCounts): Filter[] {
  if (counts[kind].shown) return cleanHide([...hide, kind]);
  if (!hide.includes('without-facts')) return hide.filter((name) => name !== kind);
  const isHidden = (one: Kind) => hide.includes(one) || (counts[one].all ? !counts[one].shown : !FACTUAL.has(one));
  return KINDS.filter((one) => one !== kind && isHidden(one));
}
