// Item → one part of the inline view: a single text in which what was cut stands struck out beside what was added.
import type { Translator } from '../../i18n/format.js';
import type { RenderContext } from '../context.js';
import { el } from '../dom.js';
import { shorten } from '../model/excerpts.js';
import { spanOf } from '../model/paragraphs.js';
import { isEmpty } from '../model/stops.js';
import type { Item, MoveStop } from '../model/types.js';
import { weaveItem, weaveMove, type Strand } from '../model/weave.js';
import { appendMark, appendText, drawBlock, drawMoveFrame, drawParagraph, drawPlace, drawTrace } from './draw-marks.js';
import { drawMoveNote, showsMove } from './rows.js';

/** Length, in UTF-16 units, of the words that name a paragraph which moved away. */
const MOVED_PARAGRAPH_LENGTH = 80;

/** Where strands are drawn. Where there is a `next`, a line break begins a new paragraph. */
interface Target {
  box: HTMLElement;
  next?: () => HTMLElement;
}

function drawStrands(strands: readonly Strand[], item: Item, context: RenderContext, target: Target): void {
  const { model, shown, i18n } = context;
  for (const strand of strands) {
    const text = model.texts[strand.side].slice(strand.start, strand.end);
    switch (strand.kind) {
      case 'same':
        drawText(text, target, i18n);
        break;
      case 'away':
        if (shown(strand.stop)) target.box.append(drawAway(strand.stop, text, i18n));
        break;
      case 'here': {
        const frame = drawMoveFrame(strand.stop, 'after', i18n);
        drawStrands(weaveMove(strand.stop, item.stops), item, context, { box: frame });
        if (shown(strand.stop)) target.box.append(frame);
        else target.box.append(...frame.childNodes);
        break;
      }
      default: {
        const { stop, kind, side } = strand;
        if (!shown(stop)) {
          // The text of a hidden difference is that of After.
          if (kind === 'new') drawText(text, target, i18n);
        } else if (stop.class === 'break') {
          if (kind === 'new' || isEmpty(stop.after)) target.box.append(drawPlace(stop, i18n));
          if (kind === 'new') drawText(text, target, i18n);
        } else appendMark(target.box, stop, side, text, i18n);
      }
    }
  }
}

function drawText(text: string, target: Target, i18n: Translator): void {
  const parts = target.next ? text.split(/\s*\n\s*/) : [text];
  parts.forEach((part, i) => {
    if (i && target.next) target.box = target.next();
    appendText(target.box, part, i18n);
  });
}

/** What moved away is named, not repeated: it is in its new place, and marked there. */
function drawAway(stop: MoveStop, text: string, i18n: Translator): HTMLElement {
  const frame = drawMoveFrame(stop, 'before', i18n);
  frame.classList.add('stub');
  frame.append(`${i18n.t('move.away')} ${shorten(text)}`);
  return frame;
}

export function drawFlow(item: Item, context: RenderContext): HTMLElement {
  const { shown, model } = context;
  const row = el('div', { class: `flow ${item.relation}`, part: `flow ${item.relation}`, data: { item: item.index } });
  if (item.furniture) row.classList.add('furniture');
  if (!item.stops.some(shown)) row.classList.add('quiet');
  if (item.half && showsMove(item, context)) {
    if (item.half === 'before') {
      row.classList.add('stubbed');
      const words = shorten(model.texts.before.slice(...(spanOf(item.before) ?? [0, 0])), MOVED_PARAGRAPH_LENGTH);
      row.append(drawMoveNote(item, 'before', context), el('span', { class: 'stub', dir: 'auto' }, words));
      return row;
    }
    row.classList.add('half');
    row.append(drawMoveNote(item, 'after', context));
  }
  const kind = (item.after[0] ?? item.before[0])?.kind ?? 'paragraph';
  const next = () => {
    const box = drawBlock(kind);
    row.append(box);
    return box;
  };
  const strands = weaveItem(item);
  if (strands) drawStrands(strands, item, context, { box: next(), next });
  // Words that correspond to another item cannot be woven into this one: its sides are drawn one after the other.
  else row.append(...[...item.before, ...item.after].map((paragraph) => drawParagraph(paragraph, context)));
  for (const box of row.querySelectorAll('.block')) {
    const only = box.childNodes.length === 1 ? box.firstElementChild : null;
    if (only?.classList.contains('long')) box.classList.add('whole', only.classList.contains('cut') ? 'cut' : 'new');
  }
  drawTrace(row.lastElementChild, item, context);
  return row;
}
