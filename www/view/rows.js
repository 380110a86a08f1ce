// Item → one line of the side-by-side reading: two cells level with each other, and between them the gutter that
// shows how they belong together.
import { el } from './dom.js';
import { drawParagraph } from './marks.js';
import { altersQuotation } from './lens.js';

const START = { before: 'after', after: 'before' };

/** One cell: the paragraphs of one side, or the empty place beside paragraphs that the other side alone has. */
function drawCell(item, side, context) {
  const { words } = context;
  const paragraphs = item[side];
  const cell = el('div', { class: `cell ${side}`, role: 'cell', part: `cell ${side}` });
  if (!paragraphs.length) {
    cell.classList.add('none');
    const key = item.half ? `cell.moved.${side}` : `cell.none.${side}`;
    cell.append(el('span', { class: 'spoken' }, words.t(key)));
    return cell;
  }
  if (item.half && context.shown(item.move ?? { lens: 'moved' })) cell.append(drawMoveNote(item, side, context));
  // Shown only where the cells stand one above the other.
  else cell.append(el('span', { class: 'side-name', 'aria-hidden': 'true' }, words.t(`side.${side}`)));
  for (const paragraph of paragraphs) cell.append(drawParagraph(paragraph, context));
  return cell;
}

/** "Moved, from paragraph 3": a button that goes to the other end of the move. */
export function drawMoveNote(item, side, { words, model }) {
  const other = START[side];
  const far = item.move ? paragraphNumber(model, other, item.move[other][0]) : 0;
  return el('button', {
    class: 'move-note', type: 'button', part: 'move-note',
    data: item.move ? { stop: item.move.id, end: other } : {},
  }, words.t(`move.note.${side}`, { n: far }));
}

/** Which paragraph of the story an offset falls in, counted from 1, furniture left out. */
export function paragraphNumber(model, side, offset) {
  let n = 0;
  for (const p of model.paragraphs[side]) {
    if (p.kind !== 'furniture') n++;
    if (p.end >= offset) break;
  }
  return Math.max(n, 1);
}

/** The sign in the gutter: brackets where one paragraph answers to several, a flag where a quotation was altered. */
function drawGutter(item, { shown, words }) {
  const gutter = el('div', { class: 'gutter', 'aria-hidden': 'true', part: 'gutter' });
  if ((item.relation === 'split' || item.relation === 'merged') && shown({ lens: 'break' })) {
    gutter.classList.add(item.relation);
    gutter.title = words.t(`row.${item.relation}`);
  }
  if (item.stops.some((stop) => stop.kind === 'change' && !stop.furniture && altersQuotation(stop) && shown(stop))) {
    gutter.append(el('span', { class: 'flag', title: words.t('row.quotation') }, '”!'));
  }
  return gutter;
}

/**
 * @param {import('./model.js').Item} item
 * @param {{ model: any, texts: any, shown: (stop: any) => boolean, words: any }} context
 */
export function drawRow(item, context) {
  const row = el('div', { class: `row ${item.relation}`, role: 'row', part: `row ${item.relation}`, data: { item: item.index } });
  if (item.furniture) row.classList.add('furniture');
  if (!item.stops.some(context.shown)) row.classList.add('quiet');
  if (item.half) row.classList.add('half');
  row.append(drawCell(item, 'before', context), drawGutter(item, context), drawCell(item, 'after', context));
  return row;
}
