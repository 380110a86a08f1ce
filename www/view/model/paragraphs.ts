// Blocks of one side and stops → paragraphs, each with the marks that touch it.
import type { Side } from '../../sides.js';
import type { Block } from '../../report-types.js';
import type { Mark, Model, Paragraph, Stop } from './types.js';
import type { Stops } from './stops.js';

/** The paragraphs of one side. Both lists of stops are sorted and walked once. */
export function paragraphsOf(
  blocks: readonly Block[],
  stops: Pick<Stops, 'changes' | 'moves' | 'formats'>,
  side: Side,
): Paragraph[] {
  let counted = 0;
  const paragraphs = blocks.map(({ span: [start, end], kind }, index): Paragraph => ({
    side,
    index,
    number: kind === 'furniture' ? null : ++counted,
    start,
    end,
    kind,
    changes: [],
    moves: [],
    formats: [],
    look: null,
    inside: [],
  }));
  addMarks(paragraphs, stops.changes, side, (paragraph) => paragraph.changes);
  addMarks(paragraphs, stops.moves, side, (paragraph) => paragraph.moves);
  addMarks(paragraphs, stops.formats, side, (paragraph) => paragraph.formats);
  return paragraphs;
}

function addMarks<S extends Stop>(
  paragraphs: readonly Paragraph[],
  stops: readonly S[],
  side: Side,
  marksOf: (paragraph: Paragraph) => Mark<S>[],
): void {
  const sorted = [...stops].sort((x, y) => x[side][0] - y[side][0] || x[side][1] - y[side][1]);
  let first = 0;
  for (const stop of sorted) {
    const [start, end] = stop[side];
    while (first < paragraphs.length - 1 && (paragraphs[first]?.end ?? 0) < start) first++;
    for (let i = first; i < paragraphs.length; i++) {
      const paragraph = paragraphs[i];
      if (!paragraph) break;
      const marks = marksOf(paragraph);
      // An empty span is in one paragraph only: the one that it lies in or ends, else the next one.
      if (start === end) {
        const at = Math.min(Math.max(start, paragraph.start), paragraph.end);
        marks.push({ start: at, end: at, stop });
        break;
      }
      if (paragraph.start >= end && i > first) break;
      const from = Math.max(start, paragraph.start);
      const to = Math.min(end, paragraph.end);
      if (from < to) marks.push({ start: from, end: to, stop });
      // White space between two paragraphs is in neither: it is marked at the end of the paragraph before it.
      else if (i === first && start >= paragraph.end && end <= (paragraphs[i + 1]?.start ?? Infinity)) {
        marks.push({ start: paragraph.end, end: paragraph.end, stop, gap: true });
        break;
      } else if (paragraph.start >= end) {
        marks.push({ start: paragraph.start, end: paragraph.start, stop, gap: true });
        break;
      }
    }
  }
}

/** The span from the first to the last of some neighbouring paragraphs, or null if there are none. */
export function spanOf(paragraphs: readonly Paragraph[]): [start: number, end: number] | null {
  const first = paragraphs[0];
  const last = paragraphs.at(-1);
  return first && last ? [first.start, last.end] : null;
}

/** The number of the paragraph that an offset is in, counted from 1; page furniture is not counted. */
export function paragraphNumber(model: Model, side: Side, offset: number): number {
  let n = 0;
  for (const paragraph of model.paragraphs[side]) {
    if (paragraph.kind !== 'furniture') n++;
    if (paragraph.end >= offset) break;
  }
  return Math.max(n, 1);
}
