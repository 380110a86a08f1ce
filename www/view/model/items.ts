// Rows of the report → items in the order of reading. A moved row becomes two items, one in the place of each end.
import { SIDES, bothSides, otherSide, type Both, type Side } from '../../sides.js';
import type { Row } from '../../report-types.js';
import type { Item, Mark, MoveStop, Paragraph } from './types.js';

const isOneSided = ({ relation }: Row): boolean => relation === 'deleted' || relation === 'inserted';

/**
 * Closes the gaps in rows: what was put between the parts of a split paragraph, and has a row of its own, is drawn
 * between them.
 *
 *   [5 | 4, 6, 7] and [ | 5]   become   [5 | 4, 5, 6, 7]
 */
function closeGaps(rows: readonly Row[]): readonly Row[] {
  const alone: Both<Map<number, Row>> = { before: new Map(), after: new Map() };
  for (const row of rows) {
    if (row.relation === 'deleted') for (const block of row.before) alone.before.set(block, row);
    if (row.relation === 'inserted') for (const block of row.after) alone.after.set(block, row);
  }
  const takenFrom = new Map<Row, Side>();
  const closed = rows.map((row) => {
    if (isOneSided(row)) return row;
    const full = { before: row.before, after: row.after };
    for (const side of SIDES) {
      const blocks = row[side];
      const first = blocks[0] ?? 0;
      const length = (blocks.at(-1) ?? first) - first + 1;
      if (blocks.length < 2 || length <= blocks.length) continue;
      full[side] = Array.from({ length }, (_, i) => first + i).filter(
        (block) => blocks.includes(block) || alone[side].has(block),
      );
      for (const block of full[side]) {
        const source = blocks.includes(block) ? undefined : alone[side].get(block);
        if (source) takenFrom.set(source, side);
      }
    }
    return { ...row, ...full };
  });
  if (!takenFrom.size) return rows;
  const held = bothSides((side) => new Set(closed.filter((row) => !isOneSided(row)).flatMap((row) => row[side])));
  return closed
    .map((row, i) => {
      const original = rows[i] ?? row;
      const side = takenFrom.get(original);
      return side ? { ...row, [side]: original[side].filter((block) => !held[side].has(block)) } : row;
    })
    .filter((row) => row.before.length || row.after.length);
}

/** Puts the ends of moves among the items, each directly before what follows it on its own side. */
function insertHalves(items: readonly Item[], halves: Item[], side: Side): Item[] {
  const firstBlock = (item: Item) => item[side][0]?.index ?? -1;
  halves.sort((x, y) => firstBlock(x) - firstBlock(y));
  const out: Item[] = [];
  let next = 0;
  for (const item of items) {
    for (let half = halves[next]; half && firstBlock(half) < firstBlock(item); half = halves[++next]) out.push(half);
    out.push(item);
  }
  return [...out, ...halves.slice(next)];
}

/** All rows as items; stops and items know each other afterwards. */
export function itemsOf(rows: readonly Row[], paragraphs: Both<Paragraph[]>, moves: readonly MoveStop[]): Item[] {
  const pick = (side: Side, blocks: readonly number[]) =>
    blocks.map((i) => paragraphs[side][i]).filter((paragraph) => paragraph !== undefined);
  const makeItem = (row: Row, half: Side | null): Item => ({
    index: 0,
    relation: row.relation,
    half,
    move: row.move === null ? null : (moves[row.move] ?? null),
    before: half === 'after' ? [] : pick('before', row.before),
    after: half === 'before' ? [] : pick('after', row.after),
    furniture: false,
    stops: [],
  });
  const inPlace: Item[] = [];
  const halves: Both<Item[]> = { before: [], after: [] };
  for (const row of closeGaps(rows)) {
    if (row.relation !== 'moved') inPlace.push(makeItem(row, null));
    else for (const side of SIDES) if (row[side].length) halves[side].push(makeItem(row, side));
  }
  const items = SIDES.reduce((list, side) => insertHalves(list, halves[side], side), inPlace);
  items.forEach((item, index) => {
    item.index = index;
    item.furniture = [...item.before, ...item.after].every(({ kind }) => kind === 'furniture');
  });
  connectStops(items);
  return items;
}

/** Tells each stop which items it is in, and each item which stops are in it. */
function connectStops(items: readonly Item[]): void {
  const forEachMark = (visit: (mark: Mark, side: Side, item: Item) => void) => {
    for (const item of items) {
      for (const side of SIDES) {
        for (const { moves, changes, formats } of item[side]) {
          for (const mark of moves) visit(mark, side, item);
          for (const mark of changes) visit(mark, side, item);
          for (const mark of formats) visit(mark, side, item);
        }
      }
    }
  };
  forEachMark(({ stop }, side, { index }) => {
    if (stop.item[side] < 0) stop.item[side] = index;
  });
  forEachMark(({ start, end, gap, stop }, side, item) => {
    // An empty mark says only where the other side's words would be. If those are in another item, this item is
    // unchanged.
    const elsewhere = stop.item[otherSide(side)];
    if (start === end && !gap && elsewhere >= 0 && elsewhere !== item.index) return;
    if (!item.stops.includes(stop)) item.stops.push(stop);
  });
}
