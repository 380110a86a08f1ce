// Item → one part of the inline view: a single text in which what was cut stands struck out beside what was added.
import type { Translator } from '../../i18n/format.js';
import type { Side } from '../../sides.js';
import type { RenderContext } from '../context.js';
import { el } from '../dom.js';
import { shorten } from '../model/excerpts.js';
import { spanOf } from '../model/paragraphs.js';
import { isEmpty } from '../model/stops.js';
import type { Item, MoveStop, Paragraph } from '../model/types.js';
import { weaveItem, weaveMove, type Strand } from '../model/weave.js';
import { appendMark, drawBlock, drawMoveFrame, drawParagraph, drawPlace, drawTrace } from './draw-marks.js';
import { appendEnd, appendStretch } from './draw-structure.js';
import { appendText } from './draw-text.js';
import { drawParts } from './elision.js';
import { drawMoveNote, showsMove } from './rows.js';

/** Length, in UTF-16 units, of the words that name a paragraph which moved away. */
const MOVED_PARAGRAPH_LENGTH = 80;

/** Where strands are drawn. Where there is a `next`, a line break begins a new paragraph. */
interface Target {
  box: HTMLElement;
  next?: (side: Side, offset: number) => HTMLElement;
}

function drawStrand(strand: Strand, item: Item, context: RenderContext, target: Target): void {
  const { model, shown, i18n } = context;
  const text = model.texts[strand.side].slice(strand.start, strand.end);
  switch (strand.kind) {
    case 'same':
      drawText(strand, item, context, target);
      break;
    case 'away':
      if (shown(strand.stop)) target.box.append(drawAway(strand.stop, text, i18n));
      break;
    case 'here': {
      const frame = drawMoveFrame(strand.stop, 'after', i18n);
      for (const inner of weaveMove(strand.stop, item.stops)) drawStrand(inner, item, context, { box: frame });
      if (shown(strand.stop)) target.box.append(frame);
      else target.box.append(...frame.childNodes);
      break;
    }
    default: {
      const { stop, kind, side } = strand;
      if (!shown(stop)) {
        // The text of a hidden difference is that of After.
        if (kind === 'new') drawText(strand, item, context, target);
      } else if (stop.class === 'break') {
        if (kind === 'new' || isEmpty(stop.after)) target.box.append(drawPlace(stop, i18n));
        if (kind === 'new') drawText(strand, item, context, target);
      } else {
        const fill = (node: Element, from: number, to: number): void =>
          append(node, strand, [strand.start + from, strand.start + to], item, context);
        appendMark(target.box, stop, { side, text, fill }, i18n);
      }
    }
  }
}

/** Draws the strands of an item into paragraphs that `begin` makes, a new one at each line break. */
function drawStrands(
  strands: readonly Strand[],
  item: Item,
  context: RenderContext,
  begin: (paragraph?: Paragraph) => HTMLElement,
): void {
  let box = begin();
  const target: Target = {
    box,
    next: (side, offset) => {
      box.dir = 'auto';
      box = begin(paragraphAt(item, side, offset));
      return box;
    },
  };
  const parts = strands.map((strand) => ({
    text: context.model.texts[strand.side].slice(strand.start, strand.end),
    draw: () => drawStrand(strand, item, context, target),
  }));
  drawParts(parts, () => box, context.i18n);
}

function drawText(strand: Strand, item: Item, context: RenderContext, target: Target): void {
  const { side, start, end } = strand;
  const breaks = target.next ? [...context.model.texts[side].slice(start, end).matchAll(/\s*\n\s*/g)] : [];
  let from = start;
  for (const { 0: space, index } of breaks) {
    append(target.box, strand, [from, start + index], item, context);
    from = start + index + space.length;
    if (target.next) target.box = target.next(side, from);
  }
  append(target.box, strand, [from, end], item, context);
}

/** Puts a part of a strand into `box`, with the structure of the paragraph that it is in. */
function append(
  box: Element,
  { side }: Strand,
  [start, end]: [start: number, end: number],
  item: Item,
  context: RenderContext,
): void {
  const paragraph = paragraphAt(item, side, start);
  if (!paragraph) return appendText(box, context.model.texts[side].slice(start, end), context.i18n);
  appendStretch(box, paragraph, [start, end], context);
  if (side === 'after' && end === paragraph.end) appendEnd(box, paragraph, context);
}

const paragraphAt = (item: Item, side: Side, offset: number): Paragraph | undefined =>
  item[side].find(({ start, end }) => start <= offset && offset <= end);

/** What moved away is named, not repeated: it is in its new place, and marked there. */
function drawAway(stop: MoveStop, text: string, i18n: Translator): HTMLElement {
  const frame = drawMoveFrame(stop, 'before', i18n);
  frame.classList.add('stub');
  frame.append(`${i18n.t('move.away')} ${shorten(text)}`);
  return frame;
}

export function drawFlow(item: Item, reading: RenderContext): HTMLElement {
  const context = { ...reading, isFlow: true };
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
  const first = item.after[0] ?? item.before[0];
  const begin = (paragraph = first) => {
    const box = drawBlock(first?.kind ?? 'paragraph', paragraph?.look);
    row.append(box);
    return box;
  };
  const strands = weaveItem(item);
  if (strands) drawStrands(strands, item, context, begin);
  // Words that correspond to another item cannot be woven into this one: its sides are drawn one after the other.
  else row.append(...[...item.before, ...item.after].map((paragraph) => drawParagraph(paragraph, context)));
  for (const box of row.querySelectorAll('.block')) {
    const only = box.childNodes.length === 1 ? box.firstElementChild : null;
    if (only?.classList.contains('long')) box.classList.add('whole', only.classList.contains('cut') ? 'cut' : 'new');
  }
  drawTrace(row.lastElementChild, item, context);
  return row;
}
