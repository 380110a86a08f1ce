// (report, texts) → what the readings draw: paragraphs with the marks that fall into them, in the order in which
// both sides are read. Pure data: no DOM, no words, and no text copied but by reference to the two strings.

/**
 * @typedef {[number, number]} Span
 * @typedef {{ id: string, kind: 'change' | 'move', lens: string, op: string, unit: string, quoted: boolean,
 *   furniture: boolean, before: Span, after: Span, item: { before: number, after: number } }} Stop
 *   One place where a reader may halt: a change, or a move.
 * @typedef {{ start: number, end: number, stop: Stop }} Mark  A stop's part of one paragraph; start = end: a bare place.
 * @typedef {{ side: 'before' | 'after', index: number, start: number, end: number, kind: string, changes: Mark[],
 *   moves: Mark[] }} Paragraph
 * @typedef {{ index: number, relation: string, before: Paragraph[], after: Paragraph[], furniture: boolean,
 *   move: Stop | null, half: 'before' | 'after' | null, stops: Stop[] }} Item
 *   A line of the side-by-side reading. `half`: one end of a move, whose other end is another item.
 */

export const SIDES = ['before', 'after'];

/** Letters of each side that go into a stop's id. */
const TELLING = 48;

/**
 * Names stops by what they say and how often it was said before, so that a keystroke elsewhere leaves their names as
 * they were, and with them the lines that are drawn already.
 */
function namer(texts) {
  const times = new Map();
  return (kind, span) => {
    let hash = 0x811c9dc5;
    for (const side of SIDES) {
      const [start, end] = span[side];
      const text = `${kind}\0${texts[side].slice(start, Math.min(end, start + TELLING))}`;
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    }
    const name = (hash >>> 0).toString(36);
    const n = times.get(name) ?? 0;
    times.set(name, n + 1);
    return `${name}-${n}`;
  };
}

/** Changes and moves as one list of stops: changes first, then moves. */
function stopsOf(report, texts) {
  const item = () => ({ before: -1, after: -1 });
  const name = namer(texts);
  const changes = report.changes.map((change) => ({
    id: name(change.class, change), kind: 'change', lens: change.class, op: change.op, unit: change.unit, quoted: change.quoted,
    furniture: change.furniture, before: change.before, after: change.after, item: item(),
  }));
  const moves = report.moves.map((move) => ({
    id: name('moved', move), kind: 'move', lens: 'moved', op: 'move', unit: move.unit, quoted: false,
    furniture: false, before: move.before, after: move.after, item: item(),
  }));
  return [...changes, ...moves];
}

/** Blocks of one side → paragraphs, each with the marks that touch it. One walk along both sorted lists. */
function paragraphsOf(blocks, stops, side) {
  const paragraphs = blocks.map(({ span: [start, end], kind }, index) => (
    { side, index, start, end, kind, changes: [], moves: [] }));
  for (const kind of ['change', 'move']) {
    const list = stops.filter((stop) => stop.kind === kind)
      .sort((x, y) => x[side][0] - y[side][0] || x[side][1] - y[side][1]);
    let first = 0;
    for (const stop of list) {
      const [start, end] = stop[side];
      while (first < paragraphs.length - 1 && paragraphs[first].end < start) first++;
      for (let i = first; i < paragraphs.length; i++) {
        const p = paragraphs[i];
        // A bare place stands in one paragraph only: the one that it ends or lies in, else the next.
        if (start === end) {
          p[`${kind}s`].push({ start: Math.min(Math.max(start, p.start), p.end), end: Math.min(Math.max(start, p.start), p.end), stop });
          break;
        }
        if (p.start >= end && i > first) break;
        const from = Math.max(start, p.start);
        const to = Math.min(end, p.end);
        if (from < to) p[`${kind}s`].push({ start: from, end: to, stop });
        // White space between paragraphs belongs to none: it is marked where the paragraph before it ends.
        else if (i === first && start >= p.end && end <= (paragraphs[i + 1]?.start ?? Infinity)) {
          p[`${kind}s`].push({ start: p.end, end: p.end, stop, gap: true });
          break;
        } else if (p.start >= end) {
          p[`${kind}s`].push({ start: p.start, end: p.start, stop, gap: true });
          break;
        }
      }
    }
  }
  return paragraphs;
}

/**
 * Rows with gaps → rows without: what was put between the parts of a split paragraph, and stands in a row of its own,
 * is drawn where it stands.
 *
 *   [5 | 4, 6, 7] and [ | 5]   become   [5 | 4, 5, 6, 7]
 */
function closeGaps(rows) {
  const alone = { before: new Map(), after: new Map() };
  for (const row of rows) {
    if (row.relation === 'deleted') for (const i of row.before) alone.before.set(i, row);
    if (row.relation === 'inserted') for (const i of row.after) alone.after.set(i, row);
  }
  const taken = new Map();
  const out = rows.map((row) => {
    const full = {};
    for (const side of SIDES) {
      const list = row[side];
      if (list.length < 2 || list.at(-1) - list[0] < list.length || row.relation === 'deleted' || row.relation === 'inserted') continue;
      full[side] = Array.from({ length: list.at(-1) - list[0] + 1 }, (_, k) => list[0] + k)
        .filter((i) => list.includes(i) || alone[side].has(i));
      for (const i of full[side]) if (!list.includes(i)) taken.set(alone[side].get(i), side);
    }
    return { ...row, ...full };
  });
  if (!taken.size) return rows;
  const home = (side) => new Set(out.filter(({ relation }) => relation !== 'deleted' && relation !== 'inserted').flatMap((row) => row[side]));
  const held = { before: home('before'), after: home('after') };
  return out.map((row, k) => (taken.has(rows[k]) ? { ...row, [taken.get(rows[k])]: rows[k][taken.get(rows[k])].filter((i) => !held[taken.get(rows[k])].has(i)) } : row))
    .filter((row) => row.before.length || row.after.length);
}

/** Puts the ends of moves among the items, each right before what follows it on its own side. */
function putInOrder(items, halves, side) {
  const first = (item) => item[side][0]?.index ?? -1;
  halves.sort((x, y) => first(x) - first(y));
  const out = [];
  let next = 0;
  for (const item of items) {
    while (next < halves.length && first(halves[next]) < first(item)) out.push(halves[next++]);
    out.push(item);
  }
  return [...out, ...halves.slice(next)];
}

/** Rows → items in reading order; a moved row that holds both ends becomes two, each in its own side's place. */
function itemsOf(report, paragraphs, stops) {
  const moveAt = (i) => (i == null ? null : stops[report.changes.length + i] ?? null);
  const make = (row, before, after, half) => ({
    index: 0, relation: row.relation, half, move: moveAt(row.move),
    before: before.map((i) => paragraphs.before[i]), after: after.map((i) => paragraphs.after[i]),
    furniture: false, stops: [],
  });
  const still = [];
  const halves = { before: [], after: [] };
  for (const row of closeGaps(report.rows)) {
    if (row.relation !== 'moved') still.push(make(row, row.before, row.after, null));
    else {
      if (row.before.length) halves.before.push(make(row, row.before, [], 'before'));
      if (row.after.length) halves.after.push(make(row, [], row.after, 'after'));
    }
  }
  const ordered = SIDES.reduce((items, side) => putInOrder(items, halves[side], side), still);
  ordered.forEach((item, index) => {
    item.index = index;
    item.furniture = [...item.before, ...item.after].every((p) => p.kind === 'furniture');
  });
  settle(ordered);
  return ordered;
}

/** Tells each stop in which items it stands, and each item which stops stand in it. */
function settle(items) {
  const each = (visit) => {
    for (const item of items) {
      for (const side of SIDES) {
        for (const { moves, changes } of item[side]) {
          for (const mark of moves) visit(mark, side, item);
          for (const mark of changes) visit(mark, side, item);
        }
      }
    }
  };
  each(({ stop }, side, { index }) => {
    if (stop.item[side] < 0) stop.item[side] = index;
  });
  each(({ start, end, gap, stop }, side, item) => {
    // A bare place says only where the other side's words would stand. Where those stand in another line, the line
    // with the place is unchanged.
    const other = side === 'before' ? 'after' : 'before';
    if (start === end && !gap && stop.item[other] >= 0 && stop.item[other] !== item.index) return;
    if (!item.stops.includes(stop)) item.stops.push(stop);
  });
}

/**
 * @param {import('../core.js').Report} report  @param {string} before  @param {string} after
 */
export function buildModel(report, before, after) {
  const stops = stopsOf(report, { before, after });
  const paragraphs = Object.fromEntries(SIDES.map((side) => [side, paragraphsOf(report.blocks[side], stops, side)]));
  const items = itemsOf(report, paragraphs, stops);
  const byId = new Map(stops.map((stop) => [stop.id, stop]));
  return { report, texts: { before, after }, stops, byId, paragraphs, items };
}

/** The side on which a stop is best looked at: where its words stand. */
export const homeSide = (stop) => (stop.kind === 'change' && stop.after[0] === stop.after[1] ? 'before' : 'after');

/** The item in which a stop stands, on its home side if it can be. */
export function homeItem(stop) {
  const side = homeSide(stop);
  return stop.item[side] >= 0 ? stop.item[side] : Math.max(stop.item.before, stop.item.after);
}

/** Shown stops in the order of reading: by line, then by place in it. */
export function inReadingOrder(stops) {
  const place = (stop) => stop[homeSide(stop)][0];
  return [...stops].sort((x, y) => homeItem(x) - homeItem(y) || place(x) - place(y));
}

/**
 * Items → what is drawn line by line: items, and folds that stand for a stretch without anything shown.
 * @param {Item[]} items  @param {(stop: Stop) => boolean} shown
 * @param {{ foldSame: boolean, hideFurniture: boolean }} how
 */
export function foldItems(items, shown, { foldSame, hideFurniture }) {
  /** Shortest unchanged stretch worth folding, in paragraphs: a line that says so takes as much room as one. */
  const SHORTEST = 2;
  const entries = [];
  let run = [];
  const flush = () => {
    if (run.length >= SHORTEST && foldSame) entries.push({ fold: 'same', items: run });
    else for (const item of run) entries.push({ item });
    run = [];
  };
  for (const item of items) {
    if (item.furniture && hideFurniture) {
      // Furniture between two unchanged stretches does not part them for a reader, but it is told apart.
      flush();
      const last = entries.at(-1);
      if (last?.fold === 'furniture') last.items.push(item);
      else entries.push({ fold: 'furniture', items: [item] });
    } else if (item.stops.some(shown)) {
      flush();
      entries.push({ item });
    } else run.push(item);
  }
  flush();
  return entries;
}
