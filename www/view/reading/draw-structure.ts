// A stretch of a paragraph → its text with the links, pictures and marks that the document has in it. Links are inert, and pictures
// are placeholders: nothing is loaded, and nobody is led away.
import type { Format } from '../../report-types.js';
import type { RenderContext } from '../context.js';
import { el } from '../dom.js';
import { markLabel } from '../labels.js';
import { shorten } from '../model/excerpts.js';
import { isObject } from '../model/structure.js';
import type { FormatStop, Mark, Paragraph } from '../model/types.js';
import { describeStopShort } from './describe-stop.js';
import { appendText } from './draw-text.js';

type Tag = 'strong' | 'em' | 'u' | 's' | 'code' | 'sub' | 'sup';

const TAGS: Partial<Record<Format['kind'], Tag>> = {
  strong: 'strong',
  emphasis: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  sub: 'sub',
  sup: 'sup',
};

/** Puts the text from `start` to `end` of a paragraph into `box`. */
export function appendStretch(
  box: Element,
  paragraph: Paragraph,
  [start, end]: [start: number, end: number],
  context: RenderContext,
): void {
  const { model, shown, i18n } = context;
  const text = model.texts[paragraph.side];
  const spans = paragraph.inside.filter((format) => !isObject(format) && overlaps(format.span, start, end));
  const stops = paragraph.formats.filter((mark) => mark.start < end && start < mark.end && shown(mark.stop));
  const places = placesOf(paragraph, context).filter((at) => start <= at && at < end);
  if (!spans.length && !stops.length && !places.length) return appendText(box, text.slice(start, end), i18n);
  const borders = new Set([start, end, ...places]);
  for (const [from, to] of [
    ...spans.map(({ span }) => span),
    ...stops.map((mark) => [mark.start, mark.end] as const),
  ]) {
    if (from > start && from < end) borders.add(from);
    if (to > start && to < end) borders.add(to);
  }
  const cuts = [...borders].sort((x, y) => x - y);
  cuts.slice(0, -1).forEach((from, i) => {
    const to = cuts[i + 1]!;
    if (places.includes(from)) appendObjects(box, paragraph, from, context);
    let target = box;
    const into = (wrapper: HTMLElement): void => {
      target.append(wrapper);
      target = wrapper;
    };
    for (const mark of stops)
      if (mark.start < to && from < mark.end) into(drawFormatMark(mark.stop, paragraph, context));
    for (const { kind, span, value } of spans) {
      if (!overlaps(span, from, to)) continue;
      const tag = TAGS[kind];
      if (tag) into(el(tag));
      else if (kind === 'link') into(el('span', { class: 'link', title: value }));
    }
    appendText(target, text.slice(from, to), i18n);
  });
}

/** Puts what stands at the end of a paragraph into `box`. */
export function appendEnd(box: Element, paragraph: Paragraph, context: RenderContext): void {
  if (placesOf(paragraph, context).includes(paragraph.end)) appendObjects(box, paragraph, paragraph.end, context);
}

const overlaps = ([from, to]: readonly [number, number], start: number, end: number): boolean =>
  from < end && start < to;

/** Where pictures and the like stand, or stood. */
function placesOf({ inside, formats }: Paragraph, { shown }: RenderContext): number[] {
  const objects = inside.filter(({ kind }) => kind === 'image' || kind === 'embed').map(({ span }) => span[0]);
  const gone = formats.filter((mark) => mark.start === mark.end && shown(mark.stop)).map(({ start }) => start);
  return [...new Set([...objects, ...gone])];
}

/** The pictures and the like at one place, each with its mark if it differs. */
function appendObjects(box: Element, paragraph: Paragraph, at: number, context: RenderContext): void {
  const { side } = paragraph;
  const marks = paragraph.formats.filter((mark) => mark.start === at && mark.end === at && context.shown(mark.stop));
  const drawn = new Set<Mark<FormatStop>>();
  paragraph.inside.forEach((format, i) => {
    if (format.span[0] !== at || (format.kind !== 'image' && format.kind !== 'embed')) return;
    const next = paragraph.inside[i + 1];
    const alternative = next?.kind === 'alt' && next.span[0] === at ? next.value : null;
    const object = drawObject(format, alternative, context);
    const mark = marks.find((one) => !drawn.has(one) && isOf(one.stop, format, alternative, side));
    if (!mark) return box.append(object);
    drawn.add(mark);
    const { format: change } = mark.stop;
    // Where both texts are one, what was replaced stands before what took its place.
    if (context.isFlow && side === 'after' && change.kind === format.kind && change.was !== null) {
      box.append(drawGone(mark.stop, paragraph, context));
    }
    if (context.isFlow && side === 'before' && !isApart(mark.stop)) return;
    const node = drawFormatMark(mark.stop, paragraph, context);
    node.append(object);
    box.append(node);
  });
  for (const mark of marks) {
    if (drawn.has(mark)) continue;
    const isGone = context.isFlow && side === 'after' && mark.stop.format.now === null && !isApart(mark.stop);
    box.append(
      isGone ? drawGone(mark.stop, paragraph, context) : el('span', { class: 'place', data: { stop: mark.stop.id } }),
    );
  }
}

/** Whether the two sides of a stop are in different parts of the reading. */
const isApart = ({ item }: FormatStop): boolean => item.before !== item.after;

/** Whether a difference is that of an object. */
function isOf({ format }: FormatStop, object: Format, alternative: string | null, side: Paragraph['side']): boolean {
  const value = side === 'before' ? format.was : format.now;
  return format.kind === 'alt' ? value === alternative : format.kind === object.kind && value === object.value;
}

function drawGone(stop: FormatStop, paragraph: Paragraph, context: RenderContext): HTMLElement {
  const { kind, was } = stop.format;
  const node = drawFormatMark(stop, paragraph, context);
  node.classList.add('gone');
  node.append(drawObject({ kind, value: was ?? '' }, stop.alt?.was ?? null, context));
  return node;
}

/** A picture as a box with its alternative text, or else the name of its file. It is spoken, and neither copied nor found. */
function drawObject(
  { kind, value }: Pick<Format, 'kind' | 'value'>,
  alternative: string | null,
  { i18n }: RenderContext,
): HTMLElement {
  const name = alternative ? i18n.t('quote', { text: shorten(alternative) }) : shorten(fileName(value));
  const label = i18n.t(kind === 'embed' ? 'format.embed' : 'format.image', { value: name });
  return el('span', { class: `object ${kind}`, role: 'img', 'aria-label': label, title: value, data: { name: label } });
}

const fileName = (address: string): string =>
  address
    .replace(/[?#].*$/s, '')
    .split('/')
    .at(-1) || address;

/** The mark around what differs in structure. */
function drawFormatMark(stop: FormatStop, { side }: Paragraph, context: RenderContext): HTMLElement {
  const { i18n } = context;
  return el('mark', {
    class: `m format ${stop.class}`,
    part: 'mark mark-format',
    title: describeStopShort(stop, context),
    data: { stop: stop.id, label: markLabel(stop, side, i18n) },
  });
}
