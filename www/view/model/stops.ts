// Report → stops: changes, moves and differences of structure as one list of differences that the reader can step to.
import { SIDES, type Both, type Side } from '../../sides.js';
import type { FormatChange, FormatKind, Report, Span } from '../../report-types.js';
import { joinQuotations } from './quotations.js';
import type { ChangeStop, FormatStop, MoveStop, Stop } from './types.js';

/** How many UTF-16 units of each side go into the id of a stop. */
const ID_LENGTH = 48;

/**
 * Makes ids out of what a stop says and how often the same was said before. So a keystroke elsewhere leaves the ids,
 * and with them the lines that are already drawn, as they were. The hash is FNV-1a.
 */
function idMaker(texts: Both<string>): (name: string, spans: Both<Span>) => string {
  const counts = new Map<string, number>();
  return (name, spans) => {
    let hash = 0x811c9dc5;
    for (const side of SIDES) {
      const [start, end] = spans[side];
      const text = `${name}\0${texts[side].slice(start, Math.min(end, start + ID_LENGTH))}`;
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    }
    const id = (hash >>> 0).toString(36);
    const n = counts.get(id) ?? 0;
    counts.set(id, n + 1);
    return `${id}-${n}`;
  };
}

/** The changes of a report, its moves and its formats, as stops that do not know their items yet. */
export interface Stops {
  /** All changes, each for itself. */
  changes: ChangeStop[];
  moves: MoveStop[];
  formats: FormatStop[];
  /** What a reader steps to and what is counted: the changes of one quotation are one difference. */
  differences: Stop[];
}

export function stopsOf(report: Report, texts: Both<string>): Stops {
  const noItem = (): Both<number> => ({ before: -1, after: -1 });
  const idOf = idMaker(texts);
  const changes = report.changes.map((change): ChangeStop => ({
    id: idOf(change.class, change),
    kind: 'change',
    class: change.class,
    op: change.op,
    unit: change.unit,
    quoted: change.quoted,
    // A time stamp is told for itself, wherever a page prints it.
    furniture: change.furniture && change.field !== 'timestamp',
    facts: change.facts,
    field: change.field,
    before: change.before,
    after: change.after,
    item: noItem(),
    more: [],
  }));
  claimBreaks(changes);
  const moves = report.moves.map((move): MoveStop => ({
    id: idOf('moved', move),
    kind: 'move',
    class: 'moved',
    op: 'move',
    unit: move.unit,
    quoted: false,
    furniture: false,
    facts: [],
    field: null,
    before: move.before,
    after: move.after,
    item: noItem(),
  }));
  const formats = formatStops(report.formats, (format) => ({
    id: idOf(`${format.kind} ${format.was} ${format.now}`, format),
    kind: 'format',
    class: OBJECTS_AND_LINKS.has(format.kind) ? 'links' : 'formatting',
    op: 'format',
    unit: 'word',
    quoted: false,
    furniture: false,
    facts: [],
    field: null,
    before: format.before,
    after: format.after,
    item: noItem(),
    format,
    alt: null,
  }));
  return { changes, moves, formats, differences: [...joinQuotations(changes, texts), ...moves, ...formats] };
}

const OBJECTS_AND_LINKS: ReadonlySet<FormatKind> = new Set<FormatKind>(['link', 'image', 'alt', 'embed']);

/** A picture that came or went with its alternative text, or is another one with another, is one difference. */
function formatStops(formats: readonly FormatChange[], make: (format: FormatChange) => FormatStop): FormatStop[] {
  const stops: FormatStop[] = [];
  for (const format of formats) {
    const last = stops.at(-1);
    const isOfLast =
      format.kind === 'alt' &&
      last?.format.kind === 'image' &&
      !last.alt &&
      SIDES.every((side) => last[side].join() === format[side].join());
    if (isOfLast) last.alt = format;
    else stops.push(make(format));
  }
  return stops;
}

/** A paragraph break that came or went with a line of page furniture is page furniture, too. */
function claimBreaks(changes: readonly ChangeStop[]): void {
  for (const side of SIDES) {
    const furniture = changes.filter((change) => change.furniture && !isEmpty(change[side]));
    const starts = new Set(furniture.map((change) => change[side][0]));
    const ends = new Set(furniture.map((change) => change[side][1]));
    for (const change of changes) {
      if (change.class !== 'break' || isEmpty(change[side])) continue;
      if (ends.has(change[side][0]) || starts.has(change[side][1])) change.furniture = true;
    }
  }
}

export const isEmpty = ([start, end]: Span): boolean => start === end;

/** The side on which a stop is best looked at: the one that has its words. */
export function homeSide(stop: Stop): Side {
  // What takes no text stands on the side that has it.
  if (stop.kind === 'format' && isEmpty(stop.before) && isEmpty(stop.after)) {
    return stop.format.now === null ? 'before' : 'after';
  }
  return stop.kind !== 'move' && isEmpty(stop.after) ? 'before' : 'after';
}

/** The index of the item that a stop is in, on its home side if possible. */
export function homeItem(stop: Stop): number {
  const item = stop.item[homeSide(stop)];
  return item >= 0 ? item : Math.max(stop.item.before, stop.item.after);
}

/** Sorts stops in the order of reading: by item, then by their place in it. */
export function inReadingOrder(stops: readonly Stop[]): Stop[] {
  const place = (stop: Stop) => stop[homeSide(stop)][0];
  return [...stops].sort((x, y) => homeItem(x) - homeItem(y) || place(x) - place(y));
}
