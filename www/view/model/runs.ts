// A stretch of a paragraph → runs of text that have the same structure all along, and the pictures between them. Pure data: the
// readings draw it, and the exports write it.
import type { Format } from '../../report-types.js';
import { isObject } from './structure.js';
import type { FormatStop, IsShown, Mark, Paragraph } from './types.js';

/** Text with the same links, marks and differences all along. */
export interface TextRun {
  kind: 'text';
  start: number;
  end: number;
  /** What it is, outer ones first. */
  formats: readonly Format[];
  /** Where that differs. */
  stops: readonly FormatStop[];
}

/** A picture or the like. */
export interface ObjectName {
  kind: Format['kind'];
  value: string;
  alternative: string | null;
}

/** A picture or the like at a place. */
export interface ObjectRun {
  kind: 'object';
  /** Null for the place where the other side has one. */
  object: ObjectName | null;
  stop: FormatStop | null;
  /** Whether it stands in Before alone. */
  gone: boolean;
}

export type Run = TextRun | ObjectRun;

interface Context {
  shown: IsShown;
  /** Whether both texts are told as one. */
  isFlow?: boolean;
}

/** The runs from `start` to `end`. What stands at the end of a paragraph is told by `endRunsOf`. */
export function runsOf(paragraph: Paragraph, [start, end]: [start: number, end: number], context: Context): Run[] {
  const { shown } = context;
  const formats = paragraph.inside.filter((format) => !isObject(format) && overlaps(format.span, start, end));
  const marks = paragraph.formats.filter((mark) => mark.start < end && start < mark.end && shown(mark.stop));
  const places = placesOf(paragraph, shown).filter((at) => start <= at && at < end);
  const borders = new Set([start, end, ...places]);
  for (const at of [...formats.flatMap(({ span }) => span), ...marks.flatMap((mark) => [mark.start, mark.end])]) {
    if (at > start && at < end) borders.add(at);
  }
  const cuts = [...borders].sort((x, y) => x - y);
  return cuts.slice(0, -1).flatMap((from, i): Run[] => {
    const to = cuts[i + 1]!;
    return [
      ...(places.includes(from) ? objectsAt(paragraph, from, context) : []),
      {
        kind: 'text',
        start: from,
        end: to,
        formats: formats.filter(({ span }) => overlaps(span, from, to)),
        stops: marks.filter((mark) => mark.start < to && from < mark.end).map(({ stop }) => stop),
      },
    ];
  });
}

/** What stands at the end of a paragraph. */
export const endRunsOf = (paragraph: Paragraph, context: Context): ObjectRun[] =>
  placesOf(paragraph, context.shown).includes(paragraph.end) ? objectsAt(paragraph, paragraph.end, context) : [];

const overlaps = ([from, to]: readonly [number, number], start: number, end: number): boolean =>
  from < end && start < to;

/** Where pictures and the like stand, or stood. */
function placesOf({ inside, formats }: Paragraph, shown: IsShown): number[] {
  const objects = inside.filter(({ kind }) => kind === 'image' || kind === 'embed').map(({ span }) => span[0]);
  const gone = formats.filter((mark) => mark.start === mark.end && shown(mark.stop)).map(({ start }) => start);
  return [...new Set([...objects, ...gone])];
}

/** The pictures and the like at one place, each with its difference if it has one. */
function objectsAt(paragraph: Paragraph, at: number, { shown, isFlow }: Context): ObjectRun[] {
  const { side } = paragraph;
  const marks = paragraph.formats.filter((mark) => mark.start === at && mark.end === at && shown(mark.stop));
  const told = new Set<Mark<FormatStop>>();
  const runs: ObjectRun[] = [];
  paragraph.inside.forEach((format, i) => {
    if (format.span[0] !== at || (format.kind !== 'image' && format.kind !== 'embed')) return;
    const next = paragraph.inside[i + 1];
    const alternative = next?.kind === 'alt' && next.span[0] === at ? next.value : null;
    const object: ObjectName = { kind: format.kind, value: format.value, alternative };
    const mark = marks.find((one) => !told.has(one) && isOf(one.stop, object, side));
    if (!mark) {
      runs.push({ kind: 'object', object, stop: null, gone: false });
      return;
    }
    told.add(mark);
    const { stop } = mark;
    // Where both texts are one, what was replaced stands before what took its place.
    if (isFlow && side === 'after' && stop.format.kind === format.kind && stop.format.was !== null) {
      runs.push(goneRun(stop));
    }
    if (isFlow && side === 'before' && !isApart(stop)) return;
    runs.push({ kind: 'object', object, stop, gone: false });
  });
  for (const mark of marks) {
    const { stop } = mark;
    if (told.has(mark)) continue;
    const isGone = isFlow && side === 'after' && stop.format.now === null && !isApart(stop);
    runs.push(isGone ? goneRun(stop) : { kind: 'object', object: null, stop, gone: false });
  }
  return runs;
}

const goneRun = (stop: FormatStop): ObjectRun => ({
  kind: 'object',
  object: { kind: stop.format.kind, value: stop.format.was ?? '', alternative: stop.alt?.was ?? null },
  stop,
  gone: true,
});

/** Whether the two sides of a stop are in different parts of the reading. */
const isApart = ({ item }: FormatStop): boolean => item.before !== item.after;

/** Whether a difference is that of an object. */
function isOf({ format }: FormatStop, { kind, value, alternative }: ObjectName, side: Paragraph['side']): boolean {
  const told = side === 'before' ? format.was : format.now;
  return format.kind === 'alt' ? told === alternative : format.kind === kind && told === value;
}
