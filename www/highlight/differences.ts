// A report and the pages that its texts were read from → what is painted on each side, and the differences to step through.
import type { Report, Span } from '../engine/types.js';
import { SIDES, otherSide, type Both, type Side } from '../sides.js';
import { filterFor, isFact, kindOf, type Filter, type Kind } from '../view/model/filters.js';
import { roleOf } from '../view/model/marks.js';
import { stopsOf } from '../view/model/stops.js';
import type { Stop } from '../view/model/types.js';
import type { PageText } from './page-text.js';
import type { Paint } from './painter.js';

/** One difference that is shown. */
export interface Difference {
  /** What it is counted as: the names are those of `hide`. */
  kind: Kind;
  /** What stands in either text; '' where nothing does. */
  before: string;
  after: string;
  /** Where it stands in the page. The ranges follow edits. */
  ranges: Both<Range[]>;
}

/** The pages of both sides; null for a side that was given as a string. */
export type Pages = Both<PageText | null>;

export interface Painted {
  paints: Both<Map<Paint, Range[]>>;
  /** In the order of After, or of Before where After is no page. */
  differences: Difference[];
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

export function differencesIn(report: Report, texts: Both<string>, pages: Pages, hide: Iterable<Filter>): Painted {
  const shown = filterFor(hide);
  const { changes, moves, differences } = stopsOf(report, texts);
  const paints: Painted['paints'] = { before: new Map(), after: new Map() };
  const add = (side: Side, paint: Paint, span: Span): void => {
    const page = pages[side];
    if (!page) return;
    const ranges = paints[side].get(paint);
    if (ranges) ranges.push(...page.rangesOf(span));
    else paints[side].set(paint, page.rangesOf(span));
  };
  for (const stop of [...moves, ...changes].filter(shown)) {
    for (const side of SIDES) {
      const span = spanOn(side, stop, texts);
      const other = otherSide(side);
      if (span) {
        const role = roleOf(stop, side);
        if (role !== 'format') add(side, role, span);
        if (isFact(kindOf(stop))) add(side, 'fact', span);
      } else if (!pages[other] && texts[other].slice(...stop[other]).trim()) {
        // The other text is not in the page: only here can be seen that it has more.
        add(side, 'place', lettersAround(stop[side][0], texts[side]));
      }
    }
  }
  const order = pages.after ? 'after' : 'before';
  const listed = differences.filter(shown).sort((one, other) => one[order][0] - other[order][0]);
  return { paints, differences: listed.map((stop) => differenceOf(stop, texts, pages)) };
}

function differenceOf(stop: Stop, texts: Both<string>, pages: Pages): Difference {
  const rangesOn = (side: Side): Range[] => {
    const page = pages[side];
    if (!page) return [];
    const span = spanOn(side, stop, texts) ?? lettersAround(stop[side][0], texts[side]);
    return page.rangesOf(span);
  };
  return {
    kind: kindOf(stop),
    before: texts.before.slice(...stop.before).trim(),
    after: texts.after.slice(...stop.after).trim(),
    ranges: { before: rangesOn('before'), after: rangesOn('after') },
  };
}
