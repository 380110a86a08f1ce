// Report → stops: changes and moves as one list of differences that the reader can step to.
import { SIDES, type Both, type Side } from '../../sides.js';
import type { Report, Span } from '../../report-types.js';
import { joinQuotations } from './quotations.js';
import type { ChangeStop, MoveStop, Stop } from './types.js';

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

/** The changes of a report and its moves, as stops that do not know their items yet. */
export interface Stops {
  /** All changes, each for itself. */
  changes: ChangeStop[];
  moves: MoveStop[];
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
  return { changes, moves, differences: [...joinQuotations(changes, texts), ...moves] };
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
export const homeSide = (stop: Stop): Side => (stop.kind === 'change' && isEmpty(stop.after) ? 'before' : 'after');

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
