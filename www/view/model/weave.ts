// An item → one text in which what was cut stands beside what was added, as data: what the inline view draws and what
// the export to Markdown writes.
import { SIDES, type Side } from '../../sides.js';
import type { Span } from '../../report-types.js';
import { spanOf } from './paragraphs.js';
import type { ChangeStop, Item, MoveStop, Stop } from './types.js';

interface Stretch {
  side: Side;
  start: number;
  end: number;
}

/** A stretch of one text. `cut` and `new` belong to a change, `away` and `here` to a move. */
export type Strand =
  | (Stretch & { kind: 'same' })
  | (Stretch & { kind: 'cut' | 'new'; stop: ChangeStop })
  | (Stretch & { kind: 'away' | 'here'; stop: MoveStop });

/** What differs in the texts themselves. */
type TextStop = ChangeStop | MoveStop;

const EMPTY: Span = [0, 0];

/**
 * Weaves a stretch of Before and the corresponding stretch of After into one sequence. What remains outside changes and
 * moves is the same text on both sides (law 1 of the report), so both are walked together.
 *
 * Returns null where the stretches do not correspond character by character.
 */
export function weave(before: Span, after: Span, stops: readonly Stop[]): Strand[] | null {
  const strands: Strand[] = [];
  const left = partsWithin(stops, 'before', before);
  const right = partsWithin(stops, 'after', after);
  let i = before[0];
  let j = after[0];
  let l = 0;
  let r = 0;
  while (i < before[1] || j < after[1]) {
    // Parts inside a moved stretch were passed together with it.
    while ((left[l]?.start ?? Infinity) < i) l++;
    while ((right[r]?.start ?? Infinity) < j) r++;
    const cut = left[l];
    const added = right[r];
    const toCut = (cut?.start ?? before[1]) - i;
    const toAdded = (added?.start ?? after[1]) - j;
    const same = Math.min(toCut, toAdded);
    if (same > 0) {
      strands.push({ kind: 'same', side: 'after', start: j, end: j + same });
      i += same;
      j += same;
    } else if (toCut === 0 && cut) {
      strands.push(strandOf(cut, 'before'));
      i = cut.end;
    } else if (toAdded === 0 && added) {
      strands.push(strandOf(added, 'after'));
      j = added.end;
    } else return null;
  }
  return strands;
}

interface Part {
  stop: TextStop;
  start: number;
  end: number;
}

function strandOf({ stop, start, end }: Part, side: Side): Strand {
  if (stop.kind === 'move') return { kind: side === 'before' ? 'away' : 'here', side, start, end, stop };
  return { kind: side === 'before' ? 'cut' : 'new', side, start, end, stop };
}

/** The parts of stops inside a stretch of one side, in order; a move comes before the change at its start. */
function partsWithin(stops: readonly Stop[], side: Side, [from, to]: Span): Part[] {
  return stops
    .filter((stop) => stop.kind !== 'format')
    .map((stop) => ({ stop, start: Math.max(stop[side][0], from), end: Math.min(stop[side][1], to) }))
    .filter(({ start, end }) => start < end)
    .sort((x, y) => x.start - y.start || y.end - x.end);
}

/** A moved stretch, with the changes inside it. */
export function weaveMove(move: MoveStop, stops: readonly Stop[]): Strand[] {
  const changes = stops.filter((stop) => stop.kind === 'change');
  return (
    weave(move.before, move.after, changes) ?? [
      { kind: 'same', side: 'after', start: move.after[0], end: move.after[1] },
    ]
  );
}

/**
 * The whole item. Null where its sides do not correspond: then they are drawn one after the other. The end of a move in
 * After is woven from both of its ends.
 */
export function weaveItem(item: Item): Strand[] | null {
  if (item.half === 'after' && item.move) return weaveMove(item.move, item.stops);
  const [before, after] = SIDES.map((side) => spanOf(item[side]) ?? EMPTY);
  const changes = item.stops.filter((stop) => stop.kind === 'change');
  const moves = item.stops.filter((stop) => stop.kind === 'move' && stop !== item.move);
  return weave(before ?? EMPTY, after ?? EMPTY, [...changes, ...moves]);
}
