// Which differences are shown. A filter is a class of the report, or one of three that cut across classes: quotations
// that were altered, moves, page furniture. Pure data, without DOM and without words of the interface.
import type { IsShown, Stop, StopClass } from './types.js';

export type Filter = StopClass | 'quotation' | 'furniture';

export type Preset = 'facts' | 'wording' | 'everything';

/** All filters, gravest first: the order of the chips and of the list of changes. */
export const FILTERS: readonly Filter[] = [
  'quotation',
  'number',
  'name',
  'wording',
  'order',
  'moved',
  'spelling',
  'case',
  'punctuation',
  'break',
  'typography',
  'spacing',
  'furniture',
];

/** Classes of differences in appearance only: they alter no quotation. */
export const APPEARANCE: ReadonlySet<Filter> = new Set<Filter>(['typography', 'spacing']);

export const HIDDEN_BY_DEFAULT: readonly Filter[] = ['typography', 'spacing', 'furniture'];

const allBut = (...shown: Filter[]): readonly Filter[] => FILTERS.filter((filter) => !shown.includes(filter));

/** Preset → the filters that it hides. */
export const PRESETS: Readonly<Record<Preset, readonly Filter[]>> = {
  facts: allBut('quotation', 'number', 'name'),
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

/** Whether a change inside quotation marks alters what somebody is reported to have said. */
export const altersQuotation = (stop: Pick<Stop, 'class'> & { quoted?: boolean }): boolean =>
  Boolean(stop.quoted) && !APPEARANCE.has(stop.class) && stop.class !== 'break';

/** Hidden filters → a test that tells whether a stop is shown. */
export function filterFor(hide: Iterable<Filter>): IsShown {
  const hidden = new Set(hide);
  return (stop) => {
    if (stop.furniture && hidden.has('furniture')) return false;
    return !hidden.has(stop.class) || (altersQuotation(stop) && !hidden.has('quotation'));
  };
}

/** The filter under which a stop is listed: the gravest that applies. */
export function gravestFilter(stop: Stop): Filter {
  if (stop.furniture) return 'furniture';
  return altersQuotation(stop) ? 'quotation' : stop.class;
}

export type FilterCounts = Record<Filter, number>;

/** How many stops each filter has. A number in a quotation counts as a quotation and as a number. */
export function countByFilter(stops: readonly Stop[]): FilterCounts {
  const counts = Object.fromEntries(FILTERS.map((filter) => [filter, 0])) as FilterCounts;
  for (const stop of stops) {
    if (stop.furniture) counts.furniture++;
    else {
      counts[stop.class]++;
      if (altersQuotation(stop)) counts.quotation++;
    }
  }
  return counts;
}
