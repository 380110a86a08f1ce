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
import type { Item, MoveStop, Paragraph, Stop } from '../model/types.js';
import { withVisibleControls } from './direction-controls.js';

/** Length, in UTF-16 units, above which only the ends of an unmarked text are shown at first: a browser takes long to lay out a line of a book's length. */
const MAX_TEXT_LENGTH = 12_000;
/** Length of the part shown at either end of such a text. */
const END_LENGTH = 400;
/** How far a word border is searched for. */
const WORD_SEARCH_LENGTH = 80;

/** Puts text into `box`; of a very long one the ends, and between them a button that shows the rest. */
export function appendText(box: Element, text: string, i18n: Translator): void {
  if (text.length <= MAX_TEXT_LENGTH) {
    if (text) box.append(...withVisibleControls(text));
    return;
  }
  const from = wordBorder(text, END_LENGTH);
  const to = wordBorder(text, text.length - END_LENGTH);
  const button = el(
    'button',
    {
      type: 'button',
      class: 'elided',
      onclick: (event) => {
        event.stopPropagation();
        button.replaceWith(...withVisibleControls(text.slice(from, to)));
      },
    },
    i18n.t('elided', { n: to - from }),
  );
  box.append(...withVisibleControls(text.slice(0, from)), button, ...withVisibleControls(text.slice(to)));
}

/** The next border between words after an offset; where there is none, an offset that cuts no surrogate pair. */
function wordBorder(text: string, at: number): number {
  const space = text.slice(at, at + WORD_SEARCH_LENGTH).search(/\s/);
  if (space >= 0) return at + space;
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at;
}

/** A mark over `text`. */
export function drawMark(stop: Stop, side: Side, text: string, i18n: Translator): HTMLElement {
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
  appendText(node, text, i18n);
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
export function appendMark(box: Element, stop: Stop, side: Side, text: string, i18n: Translator): void {
  const { lead, inner, trail } = trimMark(text);
  const blank = (space: string): (string | HTMLElement)[] => {
    const pieces = withVisibleControls(space);
    return side === 'before' ? [el('span', { class: 'gone' }, ...pieces)] : pieces;
  };
  if (lead) box.append(...blank(lead));
  box.append(drawMark(stop, side, inner, i18n));
  if (trail) box.append(...blank(trail));
}

/** The place on this side where the other side's words would be: nothing is seen until its partner is highlighted. */
export function drawPlace(stop: Stop, i18n: Translator): HTMLElement {
  if (stop.class === 'break')
    return el('mark', { class: 'm surface break', data: { stop: stop.id, label: i18n.t('mark.surface') } }, '¶');
  return el('span', { class: 'place', data: { stop: stop.id } });
}

/** An empty paragraph. Its text is in a language that nobody named: it must not be read out as that of the interface. */
export const drawBlock = (kind: Paragraph['kind']): HTMLElement =>
  el('p', { class: `block ${kind}`, dir: 'auto', lang: '', part: `block ${kind}` });

/** A paragraph of one side. */
export function drawParagraph(paragraph: Paragraph, { model, shown, i18n }: RenderContext): HTMLElement {
  const { side } = paragraph;
  const text = model.texts[side];
  const box = drawBlock(paragraph.kind);
  if (paragraph.number !== null) box.dataset.number = String(paragraph.number);
  const { groups, whole } = markParagraph(paragraph, shown);
  for (const { move, pieces } of groups) {
    const target = move ? drawMoveFrame(move, side, i18n) : box;
    for (const { start, end, change } of pieces) {
      if (!change) appendText(target, text.slice(start, end), i18n);
      else if (start === end) target.append(drawPlace(change.stop, i18n));
      else appendMark(target, change.stop, side, text.slice(start, end), i18n);
    }
    if (target !== box) box.append(target);
  }
  if (whole) box.classList.add('whole', roleOf(whole, side));
  return box;
}

/** Says at the end of a paragraph how many differences of its item are hidden. Generated content is spoken, but not copied. */
export function drawTrace(box: Element | null | undefined, item: Item, { shown, i18n }: RenderContext): void {
  const hidden = hiddenStops([item], shown);
  if (!(box instanceof HTMLElement) || !hidden.length) return;
  box.dataset.trace = i18n.t('trace', { n: hidden.length });
}
