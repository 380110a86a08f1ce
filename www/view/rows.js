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
  if (item.half && showsMove(item, context)) cell.append(drawMoveNote(item, side, context));
  // Shown only where the cells stand one above the other.
  else cell.append(el('span', { class: 'side-name', 'aria-hidden': 'true' }, words.t(`side.${side}`)));
  for (const paragraph of paragraphs) cell.append(drawParagraph(paragraph, context));
  return cell;
}

/** "Moved, from paragraph 3": a button that goes to the other end of the move. */
export function drawMoveNote(item, side, { words, model }) {
  return el('button', {
    class: 'move-note', type: 'button', part: 'move-note',
    data: item.move ? { stop: item.move.id, end: START[side] } : {},
  }, words.t(`move.note.${side}`, { n: farParagraph(item, side, model) }));
}

/** Whether one end of a move is shown as such. */
export const showsMove = ({ move }, { shown }) => shown(move ?? { lens: 'moved' });

/** The number of the paragraph at the other end of a move; 0 where that is not known. */
export function farParagraph({ move }, side, model) {
  const other = START[side];
  return move ? paragraphNumber(model, other, move[other][0]) : 0;
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
