// The texts of a page ↔ the browser's storage, for as long as the person wants. A tab has its own texts, in the storage that
// ends with it; those that shall outlive it also lie in the storage of the site, with the time at which they expire. What other texts took the place of is put aside.
import type { Both } from './sides.js';
import type { KeptVersion } from './version-chain.js';

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

/** Where texts lie: those of the page, and those that were put aside when others took their place. */
const TEXTS = `${PREFIX}texts`;
const ASIDE = `${PREFIX}aside`;

/** How many comparisons that were put aside are kept. */
const MAX_ASIDE = 20;

/** Both texts, what they are called, and which of their changes are ticked as reviewed; and the versions that they are two of. */
export interface Kept extends Both<string> {
  /** Given before the texts: a widget that gets versions takes two of them as its texts. */
  versions: readonly KeptVersion[];
  nameBefore: string;
  nameAfter: string;
  reviewed: readonly string[];
}

/** A comparison that was put aside, and when, in milliseconds. */
export interface KeptAside extends Kept {
  at: number;
}

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

const forget = (name: string): void => {
  for (const place of [ofTab, ofSite]) remove(place, name);
};

/** Forgets all texts: those of this tab, and those that outlive it. */
export function forgetTexts(): void {
  forget(TEXTS);
  forget(ASIDE);
}

/**
 * Keeps the texts for the chosen period.
 * @returns whether all is as the person wants it; where it is not, no earlier texts are left in the place of these
 */
export function keepTexts(kept: Kept, now = Date.now()): boolean {
  const period = keptPeriod();
  if (period === 'no') {
    forgetTexts();
    return true;
  }
  if (!(kept.before || kept.after)) {
    forget(TEXTS);
    return true;
  }
  const isInTab = write(ofTab, TEXTS, JSON.stringify(kept));
  if (!isInTab) remove(ofTab, TEXTS);
  const lifetime = LIFETIMES[period];
  const isInSite = lifetime > 0 && write(ofSite, TEXTS, JSON.stringify({ ...kept, until: now + lifetime }));
  if (!isInSite) remove(ofSite, TEXTS);
  return isInTab && (isInSite || lifetime === 0);
}

const hasExpired = ({ until }: Fields, now: number): boolean =>
  typeof until !== 'number' || until <= now || until > now + LIFETIMES.month;

/** The texts of this tab, or those that another one left, unless they have expired: then they are forgotten. */
export function keptTexts(now = Date.now()): Kept | null {
  const left = fieldsOf(parse(read(ofSite, TEXTS)));
  const isOver = hasExpired(left, now);
  const period = keptPeriod();
  if (isOver || LIFETIMES[period] === 0) remove(ofSite, TEXTS);
  if (period === 'no') {
    forget(TEXTS);
    return null;
  }
  return keptOf(fieldsOf(parse(read(ofTab, TEXTS)))) ?? (isOver ? null : keptOf(left));
}

/** The comparisons that were put aside, the last one first. */
export function keptAside(now = Date.now()): KeptAside[] {
  if (keptPeriod() === 'no') return [];
  const ofThisTab = listOf(read(ofTab, ASIDE));
  const ofAllTabs = listOf(read(ofSite, ASIDE)).filter((fields) => !hasExpired(fields, now));
  const found = new Map<number, KeptAside>();
  for (const fields of [...ofThisTab, ...ofAllTabs]) {
    const kept = keptOf(fields);
    const at = typeof fields.at === 'number' ? fields.at : now;
    if (kept) found.set(at, { ...kept, at });
  }
  return [...found.values()].sort((one, other) => other.at - one.at).slice(0, MAX_ASIDE);
}

/** All texts of a comparison, to tell it from others. */
const textsOf = ({ before, after, versions }: Kept): string =>
  JSON.stringify([before, after, ...versions.map((version) => version.text)]);

/** Puts a comparison aside, before all others. The same texts are there once. */
export function putAside(kept: Kept, now = Date.now()): void {
  const others = keptAside(now).filter((other) => textsOf(other) !== textsOf(kept));
  writeAside([{ ...kept, at: now }, ...others]);
}

/** Takes one comparison out of those that were put aside. */
export function dropAside(at: number, now = Date.now()): void {
  writeAside(keptAside(now).filter((kept) => kept.at !== at));
}

/** What was put aside lies where the period of now says. */
export const moveAside = (now = Date.now()): void => writeAside(keptAside(now));

/** In one place only, so that what is deleted is gone. Where there is no room, the oldest ones go. */
function writeAside(list: readonly KeptAside[]): void {
  const period = keptPeriod();
  const lifetime = LIFETIMES[period];
  const [place, other] = lifetime > 0 ? [ofSite, ofTab] : [ofTab, ofSite];
  remove(other, ASIDE);
  for (let n = Math.min(list.length, MAX_ASIDE); n > 0 && period !== 'no'; n--) {
    const written = list.slice(0, n).map((kept) => (lifetime > 0 ? { ...kept, until: kept.at + lifetime } : kept));
    if (write(place, ASIDE, JSON.stringify(written))) return;
  }
  remove(place, ASIDE);
}

/** What was kept may be of another version, or damaged: then it is nothing. */
function parse(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return null;
  }
}

type Fields = Partial<Record<keyof KeptAside | 'until', unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value ? value : {});

/** Until there was a list, there was one comparison. */
function listOf(json: string | null): Fields[] {
  const value = parse(json);
  return (Array.isArray(value) ? (value as unknown[]) : [value]).map(fieldsOf);
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function versionsOf(value: unknown): KeptVersion[] {
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  return list.map((one) => {
    const { name, text: words, date } = (typeof one === 'object' && one ? one : {}) as Record<string, unknown>;
    return { name: text(name), text: text(words), ...(typeof date === 'string' && { date }) };
  });
}

function keptOf({ before, after, nameBefore, nameAfter, reviewed, versions }: Fields): Kept | null {
  const ids = Array.isArray(reviewed) ? (reviewed as unknown[]) : [];
  const kept: Kept = {
    versions: versionsOf(versions),
    before: text(before),
    after: text(after),
    nameBefore: text(nameBefore),
    nameAfter: text(nameAfter),
    reviewed: ids.filter((id) => typeof id === 'string'),
  };
  return kept.before || kept.after ? kept : null;
}
