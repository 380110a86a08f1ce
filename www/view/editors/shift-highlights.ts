// Highlights of a text → highlights of the text after a keystroke, until those of the new comparison arrive.
import type { Highlight } from './highlight-layer.js';

/** Numbers of UTF-16 units that are compared at once: long stretches first, and only the last of them one by one. */
const STEPS = [4096, 256, 16, 1];

/** How many UTF-16 units two texts have in common at their starts, and then at their ends. */
function commonEnds(was: string, now: string): { head: number; tail: number } {
  const shortest = Math.min(was.length, now.length);
  let head = 0;
  let tail = 0;
  for (const n of STEPS)
    while (head + n <= shortest && was.slice(head, head + n) === now.slice(head, head + n)) head += n;
  const end = (text: string) => text.length - tail;
  for (const n of STEPS) {
    while (tail + n <= shortest - head && was.slice(end(was) - n, end(was)) === now.slice(end(now) - n, end(now)))
      tail += n;
  }
  return { head, tail };
}

/** What is before the changed stretch stays, what is after it moves along, and what is in it is cut off at its borders. */
export function shiftHighlights(highlights: readonly Highlight[], was: string, now: string): Highlight[] {
  const { head, tail } = commonEnds(was, now);
  const by = now.length - was.length;
  const move = (offset: number) => (offset <= head ? offset : offset >= was.length - tail ? offset + by : null);
  return highlights.flatMap(({ start, end, className }) => {
    const from = move(start) ?? head;
    const to = move(end) ?? Math.max(from, now.length - tail);
    return from < to ? [{ start: from, end: to, className }] : [];
  });
}
