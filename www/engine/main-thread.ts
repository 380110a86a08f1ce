// Turns two short texts into a report on the page itself: meanwhile its worker starts (an eighth of the time from a page's
// opening to its first marks was the worker's), and where that is so quick that a key's marks are in the key's own frame.
import type { Input } from './document.js';
import { compareHere, instantiate, isUsable } from './instance.js';
import type { Options, Report } from './types.js';

/** UTF-16 units of both texts up to which the page compares by itself: two articles of 10 KB take it 50 to 90 ms the first time. */
const SHORT = 24_000;

/** Milliseconds that a comparison may take from the frame of a key: half of it. */
const HALF_FRAME = 8;
/** Comparisons in a row that took longer, after which the page leaves them to the worker; the first ones are slow by themselves. */
const SLOW_ONES = 3;

/** How many of the last comparisons of short texts in a row took longer than half a frame. */
let slow = 0;

/** Whether two texts are short enough for the page. */
export const isShort = ({ before, after }: Input): boolean => isUsable() && before.length + after.length <= SHORT;

/** Whether the page compares so quickly that nobody who writes could tell. */
export const isQuick = (): boolean => slow < SLOW_ONES;

/** Notes how many milliseconds a comparison of two short texts took, on the page or in the worker: code that was slow while it was compiled gets quick. */
export const noteTime = (ms: number): void => {
  slow = ms > HALF_FRAME ? slow + 1 : 0;
};

/** Makes the page's own instance; where that cannot be, a worker may still. */
export const prepare = (module: WebAssembly.Module): Promise<void> => instantiate(module).catch(() => {});

/** The report of two short texts; null where the page fails, and a worker shall say how. Wants `prepare` first. */
export function compareOnPage(input: Input, options: Options): Report | null {
  const start = performance.now();
  try {
    const report = compareHere(input, options);
    noteTime(performance.now() - start);
    return report;
  } catch {
    return null;
  }
}
