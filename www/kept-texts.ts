// The texts of a page ↔ the browser's storage, for as long as the person wants. A tab has its own texts, in the storage that
// ends with it; those that shall outlive it also lie in the storage of the site, with the time at which they expire.
import type { Both } from './sides.js';

/** How long texts are kept: not at all, until the tab is closed, or for a time. */
export const PERIODS = ['no', 'session', 'day', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

/** What holds until the person says otherwise: texts of a shared machine do not outlive the tab. */
export const DEFAULT_PERIOD: Period = 'session';

const DAY = 24 * 60 * 60 * 1000;
/** Milliseconds that texts outlive the tab. */
const LIFETIMES: Readonly<Record<Period, number>> = { no: 0, session: 0, day: DAY, week: 7 * DAY, month: 30 * DAY };

const PREFIX = 'article-diff.';
/** Where the period lies; the settings of the page have other names. */
export const PERIOD = `${PREFIX}keep`;

/** Where texts lie: those of the page, and those that were put aside when a link brought others. */
const SHELVES = ['texts', 'aside'] as const;
export type Shelf = (typeof SHELVES)[number];

/** A browser's storage; asking for one that is forbidden throws. */
type Place = () => Storage;
const ofTab: Place = () => sessionStorage;
const ofSite: Place = () => localStorage;

function read(place: Place, name: string): string | null {
  try {
    return place().getItem(name);
  } catch {
    return null;
  }
}

/** Whether it could be kept: storage may be forbidden or full. */
function write(place: Place, name: string, value: string): boolean {
  try {
    place().setItem(name, value);
    return true;
  } catch {
    return false;
  }
}

function remove(place: Place, name: string): void {
  try {
    place().removeItem(name);
  } catch {
    // Nothing was kept.
  }
}

/** Settings of the page, which hold no text. They stay until the browser's data are cleared. */
export const settings = {
  get: (name: string): string | null => read(ofSite, PREFIX + name),
  set: (name: string, value: string): boolean => write(ofSite, PREFIX + name, value),
};

/** How long the texts are kept. Asked each time: another tab may have chosen meanwhile. */
export function keptPeriod(): Period {
  const said = read(ofSite, PERIOD);
  return PERIODS.find((period) => period === said) ?? DEFAULT_PERIOD;
}

/** Whether the choice itself could be kept. */
export const setKeptPeriod = (period: Period): boolean => write(ofSite, PERIOD, period);

/** Forgets the texts: those of this tab, and those that outlive it. */
export function forgetTexts(shelves: readonly Shelf[] = SHELVES): void {
  for (const shelf of shelves) for (const place of [ofTab, ofSite]) remove(place, PREFIX + shelf);
}

/**
 * Keeps the texts for the chosen period.
 * @returns whether all is as the person wants it; where it is not, no earlier texts are left in the place of these
 */
export function keepTexts({ before, after }: Both<string>, shelf: Shelf = 'texts', now = Date.now()): boolean {
  const name = PREFIX + shelf;
  const period = keptPeriod();
  if (period === 'no' || !(before || after)) {
    forgetTexts(period === 'no' ? SHELVES : [shelf]);
    return true;
  }
  const isInTab = write(ofTab, name, JSON.stringify({ before, after }));
  if (!isInTab) remove(ofTab, name);
  const lifetime = LIFETIMES[period];
  const isInSite = lifetime > 0 && write(ofSite, name, JSON.stringify({ before, after, until: now + lifetime }));
  if (!isInSite) remove(ofSite, name);
  return isInTab && (isInSite || lifetime === 0);
}

/** The texts of this tab, or those that another one left, unless they have expired: then they are forgotten. */
export function keptTexts(shelf: Shelf = 'texts', now = Date.now()): Partial<Both<string>> {
  const name = PREFIX + shelf;
  const left = parse(read(ofSite, name));
  const hasExpired = typeof left.until !== 'number' || left.until <= now || left.until > now + LIFETIMES.month;
  const period = keptPeriod();
  if (hasExpired || LIFETIMES[period] === 0) remove(ofSite, name);
  if (period === 'no') {
    forgetTexts([shelf]);
    return {};
  }
  const own = parse(read(ofTab, name));
  const found = 'before' in own || 'after' in own ? own : hasExpired ? {} : left;
  const texts: Partial<Both<string>> = {};
  if (typeof found.before === 'string') texts.before = found.before;
  if (typeof found.after === 'string') texts.after = found.after;
  return texts;
}

/** What was kept may be of another version, or damaged: then it is nothing. */
function parse(json: string | null): { before?: unknown; after?: unknown; until?: unknown } {
  try {
    const value: unknown = JSON.parse(json ?? 'null');
    return typeof value === 'object' && value ? value : {};
  } catch {
    return {};
  }
}
