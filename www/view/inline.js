// Item → one line of the inline reading: a single text in which what was cut stands struck beside what was added.
import { el } from './dom.js';
import { appendMark, appendText, drawMark, drawParagraph, drawPlace } from './marks.js';
import { drawMoveNote, showsMove } from './rows.js';

/** Whether a span is empty. */
const bare = ([start, end]) => start === end;

/**
 * Weaves a stretch of Before and the stretch of After that answers to it into one sequence. What is left outside
 * the changes and moves is the same letters on both sides (law 1 of the report), so both are walked at once.
 * @returns {{ kind: 'same' | 'cut' | 'new' | 'away' | 'here', side: string, start: number, end: number, stop?: any }[] | null}
 *   null where the stretches do not answer to each other letter by letter
 */
export function weave(before, after, changes, moves) {
  const out = [];
  const left = within([...changes, ...moves], 'before', before);
  const right = within([...changes, ...moves], 'after', after);
  let i = before[0];
  let j = after[0];
  let l = 0;
  let r = 0;
  while (i < before[1] || j < after[1]) {
    // What lies inside a moved stretch has been passed together with it.
    while (l < left.length && left[l].start < i) l++;
    while (r < right.length && right[r].start < j) r++;
    const toLeft = (left[l]?.start ?? before[1]) - i;
    const toRight = (right[r]?.start ?? after[1]) - j;
    const same = Math.min(toLeft, toRight);
    if (same > 0) {
      out.push({ kind: 'same', side: 'after', start: j, end: j + same });
      i += same;
      j += same;
    } else if (toLeft === 0 && l < left.length) {
      const { start, end, stop } = left[l];
      out.push({ kind: stop.kind === 'move' ? 'away' : 'cut', side: 'before', start, end, stop });
      i = end;
    } else if (toRight === 0 && r < right.length) {
      const { start, end, stop } = right[r];
      out.push({ kind: stop.kind === 'move' ? 'here' : 'new', side: 'after', start, end, stop });
      j = end;
    } else return null;
  }
  return out;
}

/** The parts of stops that lie in a stretch of one side, in its order; a move goes before the change at its head. */
function within(stops, side, [from, to]) {
  return stops
    .map((stop) => ({ stop, start: Math.max(stop[side][0], from), end: Math.min(stop[side][1], to) }))
    .filter(({ start, end }) => start < end)
    .sort((x, y) => x.start - y.start || y.end - x.end);
}

const stretch = (paragraphs) => (paragraphs.length ? [paragraphs[0].start, paragraphs.at(-1).end] : null);

/** The whole of a moved stretch, with the changes inside it. */
function weaveMove(move, stops) {
  const inside = stops.filter((stop) => stop.kind === 'change');
  return weave(move.before, move.after, inside, [])
    ?? [{ kind: 'same', side: 'after', start: move.after[0], end: move.after[1] }];
}

/** Pieces → nodes of one flow. Paragraphs follow After's own breaks. */
function drawPieces(list, item, context, target) {
  const { texts, shown, words } = context;
  for (const piece of list) {
    const text = texts[piece.side].slice(piece.start, piece.end);
    const { stop, kind } = piece;
    if (kind === 'same') drawText(text, target, words);
    else if (kind === 'away') {
      if (shown(stop)) target.box.append(drawAway(stop, text, words));
    } else if (kind === 'here') {
      const inner = { box: drawMark(stop, 'after', '', words) };
      inner.box.classList.remove('blank', 'long');
      drawPieces(weaveMove(stop, item.stops), item, context, inner);
      if (shown(stop)) target.box.append(inner.box);
      else target.box.append(...inner.box.childNodes);
    } else if (!shown(stop)) {
      // Hidden differences: the text reads as After has it.
      if (kind === 'new') drawText(text, target, words);
    } else if (stop.lens === 'break') {
      if (kind === 'new' || bare(stop.after)) target.box.append(drawPlace({ stop }, words));
      if (kind === 'new') drawText(text, target, words);
    } else {
      appendMark(target.box, stop, piece.side, text, words);
    }
  }
}

/** Plain text; a line break between paragraphs starts a new one where the flow may. */
function drawText(text, target, words) {
  const parts = target.next ? text.split(/\s*\n\s*/) : [text];
  parts.forEach((part, i) => {
    if (i) target.box = target.next();
    appendText(target.box, part, words);
  });
}

/** What moved away is named, not repeated: it stands, marked, in its new place. */
function drawAway(stop, text, words) {
  const node = drawMark(stop, 'before', '', words);
  node.classList.remove('blank', 'long');
  node.classList.add('stub');
  node.append(`${words.t('move.away')} ${shorten(text)}`);
  return node;
}

/** The first words of a text, for a place where it is only named. */
export function shorten(text, most = 40) {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line.length <= most) return line;
  const cut = line.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  return `${cut.replace(/\s+\S{0,12}$/, '')}…`;
}

/**
 * @param {import('./model.js').Item} item
 * @param {{ model: any, texts: any, shown: (stop: any) => boolean, words: any }} context
 */
export function drawFlow(item, context) {
  const { shown, words, texts } = context;
  const row = el('div', { class: `flow ${item.relation}`, part: `flow ${item.relation}`, data: { item: item.index } });
  if (item.furniture) row.classList.add('furniture');
  if (!item.stops.some(shown)) row.classList.add('quiet');
  const kind = (item.after[0] ?? item.before[0])?.kind ?? 'paragraph';
  const next = () => {
    const box = el('p', { class: `block ${kind}`, dir: 'auto', lang: '', part: `block ${kind}` });
    row.append(box);
    return box;
  };
  if (item.half === 'before' && showsMove(item, context)) {
    row.classList.add('stubbed');
    const [start, end] = stretch(item.before);
    row.append(drawMoveNote(item, 'before', context), el('span', { class: 'stub', dir: 'auto' }, shorten(texts.before.slice(start, end), 80)));
    return row;
  }
  if (item.half === 'after' && showsMove(item, context)) row.classList.add('half');
  if (row.classList.contains('half')) row.append(drawMoveNote(item, 'after', context));
  const before = stretch(item.before);
  const after = stretch(item.after);
  const changes = item.stops.filter((stop) => stop.kind === 'change');
  const moves = item.stops.filter((stop) => stop.kind === 'move' && stop !== item.move);
  let list;
  if (item.half === 'after' && item.move) list = weaveMove(item.move, item.stops);
  else if (before && after) list = weave(before, after, changes, moves);
  else if (before) list = weave(before, [0, 0], changes, moves);
  else list = weave([0, 0], after, changes, moves);
  if (list) drawPieces(list, item, context, { box: next(), next });
  // Words that answer to another line cannot be woven into this one: its sides stand one after the other.
  else row.append(...[...item.before, ...item.after].map((paragraph) => drawParagraph(paragraph, context)));
  for (const box of row.querySelectorAll('.block')) {
    const only = box.childNodes.length === 1 ? box.firstElementChild : null;
    if (only?.classList.contains('long')) box.classList.add('whole', only.classList.contains('cut') ? 'cut' : 'new');
  }
  return row;
}
