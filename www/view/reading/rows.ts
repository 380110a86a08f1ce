// Item → one row of the side-by-side view: two cells level with each other, and between them the gutter, which shows how
// they belong together.
import { otherSide, type Side } from '../../sides.js';
import type { RenderContext } from '../context.js';
import { el } from '../dom.js';
import { moveNoteLabel } from '../labels.js';
import { sideLabel } from '../side-labels.js';
import { kindOf } from '../model/filters.js';
import type { Item } from '../model/types.js';
import { drawParagraph, drawTrace } from './draw-marks.js';

/** One cell: the paragraphs of one side, or an empty place beside paragraphs that the other side alone has. */
function drawCell(item: Item, side: Side, context: RenderContext): HTMLElement {
  const { i18n } = context;
  const cell = el('div', { class: `cell ${side}`, role: 'cell', part: `cell ${side}` });
  if (!item[side].length) {
    cell.classList.add('none');
    cell.append(el('span', { class: 'spoken' }, i18n.t(item.half ? `cell.moved.${side}` : `cell.none.${side}`)));
    return cell;
  }
  if (item.half && showsMove(item, context)) cell.append(drawMoveNote(item, side, context));
  // Visible only where the cells stand one above the other.
  else cell.append(el('span', { class: 'side-name', 'aria-hidden': 'true' }, sideLabel(side, context)));
  for (const paragraph of item[side]) cell.append(drawParagraph(paragraph, context));
  return cell;
}

/** "Moved from paragraph 3": a button that goes to the other end of the move. */
export function drawMoveNote(item: Item, side: Side, context: RenderContext): HTMLElement {
  return el(
    'button',
    {
      class: 'move-note',
      type: 'button',
      part: 'move-note',
      data: item.move ? { stop: item.move.id, end: otherSide(side) } : {},
    },
    moveNoteLabel(item, side, context),
  );
}

/** Whether one end of a move is shown as such. */
export const showsMove = ({ move }: Item, { shown }: Pick<RenderContext, 'shown'>): boolean =>
  shown(move ?? { class: 'moved' });

/** The gutter: a bracket where one paragraph corresponds to several, a flag where a quotation was altered. */
function drawGutter(item: Item, { shown, i18n }: RenderContext): HTMLElement {
  const gutter = el('div', { class: 'gutter', 'aria-hidden': 'true', part: 'gutter' });
  if ((item.relation === 'split' || item.relation === 'merged') && shown({ class: 'break' })) {
    gutter.classList.add(item.relation);
    gutter.title = i18n.t(`row.${item.relation}`);
  }
  // A quotation that came or went as a whole alarms nobody.
  if (item.stops.some((stop) => kindOf(stop) === 'quotation' && shown(stop))) {
    gutter.append(el('span', { class: 'flag', title: i18n.t('row.quotation') }, '”!'));
  }
  return gutter;
}

export function drawRow(item: Item, context: RenderContext): HTMLElement {
  const row = el('div', {
    class: `row ${item.relation}`,
    role: 'row',
    part: `row ${item.relation}`,
    data: { item: item.index },
  });
  if (item.furniture) row.classList.add('furniture');
  if (!item.stops.some(context.shown)) row.classList.add('quiet');
  if (item.half) row.classList.add('half');
  if (item.half && item.move && showsMove(item, context)) row.dataset.move = item.move.id;
  const cells = { before: drawCell(item, 'before', context), after: drawCell(item, 'after', context) };
  const last = item.after.length ? cells.after : cells.before;
  drawTrace(last.lastElementChild, item, context);
  row.append(cells.before, drawGutter(item, context), cells.after);
  return row;
}
