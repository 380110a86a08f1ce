// Paragraph → element with marked text. Each mark carries the id of its stop, so that its partner on the other side can
// be highlighted with it, and says what it is to a screen reader through generated content, which is spoken but neither
// copied nor found.
import type { Translator } from '../../i18n/format.js';
import type { Side } from '../../sides.js';
import type { RenderContext } from '../context.js';
import { el } from '../dom.js';
import { markLabel } from '../labels.js';
import { hiddenStops } from '../model/folding.js';
import { describeMark, colourOf, markParagraph, roleOf, trimMark } from '../model/marks.js';
import type { Item, Look, MoveStop, Paragraph, Stop } from '../model/types.js';
import { withVisibleControls } from './direction-controls.js';
import { appendEnd, appendStretch } from './draw-structure.js';
import { appendText } from './draw-text.js';
import { drawParts, type Part } from './elision.js';

/** Puts a part of a marked text into its mark: that from `from` to `to`. */
type Fill = (node: Element, from: number, to: number) => void;

/** A mark over `text`, which is put in by `fill` where there is one. */
export function drawMark(stop: Stop, side: Side, text: string, i18n: Translator, fill?: Fill): HTMLElement {
  const { role, tag, flags } = describeMark(stop, side, text);
  const classes = [
    'm',
    role,
    colourOf(stop),
    flags.tiny && 'tiny',
    flags.blank && 'blank',
    flags.long && 'long',
    flags.quoted && 'quoted',
  ];
  const node = el(tag, {
    class: classes.filter(Boolean).join(' '),
    part: `mark mark-${role}`,
    data: { stop: stop.id },
  });
  if (fill) fill(node, 0, text.length);
  else appendText(node, text, i18n);
  node.dataset.label = markLabel(stop, side, i18n);
  if (flags.long) node.dataset.end = i18n.t('mark.end');
  return node;
}

/** The frame around a moved sentence or phrase; its text is put in by the caller. */
export function drawMoveFrame(stop: MoveStop, side: Side, i18n: Translator): HTMLElement {
  const frame = drawMark(stop, side, '', i18n);
  frame.classList.remove('blank', 'long');
  return frame;
}

/** Puts a mark into `box`. White space at its ends stays outside; that of Before is told apart from that of After. */
export function appendMark(
  box: Element,
  stop: Stop,
  { side, text, fill }: { side: Side; text: string; fill?: Fill },
  i18n: Translator,
): void {
  const { lead, inner, trail } = trimMark(text);
  const blank = (space: string): (string | HTMLElement)[] => {
    const pieces = withVisibleControls(space);
    return side === 'before' ? [el('span', { class: 'gone' }, ...pieces)] : pieces;
  };
  if (lead) box.append(...blank(lead));
  const inside: Fill | undefined = fill && ((node, from, to) => fill(node, lead.length + from, lead.length + to));
  box.append(drawMark(stop, side, inner, i18n, inside));
  if (trail) box.append(...blank(trail));
}

/** The place on this side where the other side's words would be: nothing is seen until its partner is highlighted. */
export function drawPlace(stop: Stop, i18n: Translator): HTMLElement {
  if (stop.class === 'break')
    return el('mark', { class: 'm surface break', data: { stop: stop.id, label: i18n.t('filter.one.break') } }, '¶');
  return el('span', { class: 'place', data: { stop: stop.id } });
}

/** An empty paragraph without a direction. Its text is in a language that nobody named: it must not be read out as that of the interface. */
export function drawBlock(kind: Paragraph['kind'], look: Look | null = null): HTMLElement {
  const box = el('p', { class: `block ${kind}`, lang: '', part: `block ${kind}` });
  if (!look) return box;
  const { heading, list, kinds } = look;
  box.classList.add('structured', ...kinds);
  if (heading) box.classList.add(`h${heading}`);
  if (list) {
    box.classList.add('list-item', `depth-${Math.min(list.depth, MAX_DEPTH)}`);
    if (list.number !== null) box.dataset.marker = list.ordered ? `${list.number}.` : '•';
  }
  return box;
}

/** The deepest list that is set in further than those around it. */
const MAX_DEPTH = 4;

/** A paragraph of one side. */
export function drawParagraph(paragraph: Paragraph, context: RenderContext): HTMLElement {
  const { model, shown, i18n } = context;
  const { side } = paragraph;
  const text = model.texts[side];
  const box = drawBlock(paragraph.kind, paragraph.look);
  if (paragraph.number !== null) box.dataset.number = String(paragraph.number);
  const { groups, whole } = markParagraph(paragraph, shown);
  const parts = groups.flatMap(({ move, pieces }): Part[] => {
    const target = move ? drawMoveFrame(move, side, i18n) : box;
    return pieces.map(({ start, end, change }, i) => ({
      text: text.slice(start, end),
      draw: () => {
        if (move && i === 0) box.append(target);
        const fill: Fill = (node, from, to) => appendStretch(node, paragraph, [start + from, start + to], context);
        if (!change) fill(target, 0, end - start);
        else if (start === end) target.append(drawPlace(change.stop, i18n));
        else appendMark(target, change.stop, { side, text: text.slice(start, end), fill }, i18n);
      },
    }));
  });
  parts.push({ text: '', draw: () => appendEnd(box, paragraph, context) });
  drawParts(parts, () => box, i18n);
  if (whole) box.classList.add('whole', roleOf(whole, side));
  return box;
}

/** Says at the end of a paragraph how many differences of its item are hidden. Generated content is spoken, but not copied. */
export function drawTrace(box: Element | null | undefined, item: Item, { shown, i18n }: RenderContext): void {
  const hidden = hiddenStops([item], shown);
  if (!(box instanceof HTMLElement) || !hidden.length) return;
  box.dataset.trace = i18n.t('trace', { n: hidden.length });
}
