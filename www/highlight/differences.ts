// A report and the pages that its texts were read from → what is painted on each side, and the differences to step through.
import type { ArticleDocument } from '../engine/document.js';
import type { FormatChange, Report, Span } from '../engine/types.js';
import { SIDES, bothSides, otherSide, type Both, type Side } from '../sides.js';
import { filterFor, isFact, kindOf, type Filter, type Kind } from '../view/model/filters.js';
import { roleOf } from '../view/model/marks.js';
import { stopsOf } from '../view/model/stops.js';
import type { Stop } from '../view/model/types.js';
import type { Paint } from './painter.js';

/** One difference that is shown. */
export interface DifferenceAt<Place> {
  /** What it is counted as: the names are those of `hide`. */
  kind: Kind;
  /** What stands in either text; '' where nothing does. */
  before: string;
  after: string;
  /** What differs where the words are the same: where a link leads, for one. Null for a difference of words. */
  format: FormatChange | null;
  /** Where it stands in the page. The ranges follow edits. */
  ranges: Both<Place[]>;
}

export type Difference = DifferenceAt<Range>;

/** What was read of a side. */
export interface ReadText<Place> {
  text: string;
  /** What its blocks and spans are, where that is known. */
  structure: Omit<ArticleDocument, 'text'> | null;
  /** The places that a span of the text has; null for a text that stands in no page. */
  rangesOf: ((span: Span) => Place[]) | null;
}

export type ReadTexts<Place> = Both<ReadText<Place>>;

export interface Painted<Place> {
  paints: Both<Map<Paint, Place[]>>;
  /** In the order of After, or of Before where After is in no page. */
  differences: DifferenceAt<Place>[];
}

/** White space at the ends of a span is not painted. */
function trimSpan([start, end]: Span, text: string): Span {
  const inside = text.slice(start, end);
  const lead = inside.length - inside.trimStart().length;
  return lead === inside.length ? [start, end] : [start + lead, start + inside.trimEnd().length];
}

/** The letters on both sides of a place at which the other text has more. */
function lettersAround(place: number, text: string): Span {
  const before = text.slice(0, place).trimEnd();
  const after = text.slice(place);
  const start = before.length - (/[\ud800-\udbff][\udc00-\udfff]$/.test(before) ? 2 : 1);
  const blank = after.length - after.trimStart().length;
  const first = place + blank;
  return [Math.max(0, start), Math.min(text.length, first + (text.codePointAt(first)! > 0xffff ? 2 : 1))];
}

/** Where a stop is painted on one side, or null where nothing stands there. */
function spanOn(side: Side, stop: Stop, texts: Both<string>): Span | null {
  const [start, end] = stop[side];
  return start < end ? trimSpan([start, end], texts[side]) : null;
}

export function differencesIn<Place>(report: Report, read: ReadTexts<Place>, hide: Iterable<Filter>): Painted<Place> {
  const texts = bothSides((side) => read[side].text);
  const shown = filterFor(hide);
  const { changes, moves, formats, differences } = stopsOf(report, texts);
  const paints: Painted<Place>['paints'] = { before: new Map(), after: new Map() };
  const add = (side: Side, paint: Paint, span: Span): void => {
    const places = paints[side].get(paint) ?? [];
    places.push(...(read[side].rangesOf?.(span) ?? []));
    if (places.length) paints[side].set(paint, places);
  };
  for (const stop of [...moves, ...changes, ...formats].filter(shown)) {
    for (const side of SIDES) {
      const span = spanOn(side, stop, texts);
      if (span) {
        add(side, roleOf(stop, side), span);
        if (isFact(kindOf(stop))) add(side, 'fact', span);
      } else if (hasMoreElsewhere(stop, otherSide(side), read)) {
        add(side, 'place', lettersAround(stop[side][0], texts[side]));
      }
    }
  }
  const order = read.after.rangesOf ? 'after' : 'before';
  const listed = differences.filter(shown).sort((one, other) => one[order][0] - other[order][0]);
  return { paints, differences: listed.map((stop) => differenceOf(stop, read, texts)) };
}

/** Whether what the other side has can be seen by a mark on this side alone: it takes no text, or it is in no page. */
function hasMoreElsewhere(stop: Stop, other: Side, read: ReadTexts<unknown>): boolean {
  if (stop.kind === 'format') return !read[other].rangesOf;
  return !read[other].rangesOf && Boolean(read[other].text.slice(...stop[other]).trim());
}

function differenceOf<Place>(stop: Stop, read: ReadTexts<Place>, texts: Both<string>): DifferenceAt<Place> {
  const rangesOn = (side: Side): Place[] =>
    read[side].rangesOf?.(spanOn(side, stop, texts) ?? lettersAround(stop[side][0], texts[side])) ?? [];
  return {
    kind: kindOf(stop),
    before: texts.before.slice(...stop.before).trim(),
    after: texts.after.slice(...stop.after).trim(),
    format: stop.kind === 'format' ? stop.format : null,
    ranges: bothSides(rangesOn),
  };
}
