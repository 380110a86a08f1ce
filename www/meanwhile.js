// Turns two short texts into a report on the page itself: meanwhile its worker starts (an eighth of the time from
// a page's opening to its first marks was the worker's), and where that is so quick that a key's marks are in the key's own frame.
import load, { compare } from './pkg/article_diff.js';

/** UTF-16 units of both texts up to which the page compares by itself: two articles of 10 KB take it 50 to 90 ms the first time. */
const SHORT = 24_000;

/** Milliseconds that a comparison may take from the frame of a key: half of it. */
const HALF_FRAME = 8;
/** Comparisons in a row that took longer, after which the page leaves them to the worker; the first ones are slow by themselves. */
const SLOW_ONES = 3;

/** How many of the last comparisons in a row took longer than half a frame. */
let slow = 0;
/** False once the instance has trapped: its memory is in no known state, and it must not be asked again. */
let sound = true;
/** @type {Promise<void> | null} */
let loaded = null;

/** Whether two texts are short enough for the page. */
export const isShort = (before, after) => sound && before.length + after.length <= SHORT;

/** Whether the page compares so quickly that nobody who writes could tell. */
export const isQuick = () => slow < SLOW_ONES;

/** Makes the page's own instance, once; where that cannot be, a worker may still. @param {WebAssembly.Module} module */
export function prepare(module) {
  loaded ??= load({ module_or_path: module }).then(() => {}, () => { sound = false; });
  return loaded;
}

/**
 * The compact report, as a worker sends it; null when it fails, and a worker shall say how. Wants `prepare` first.
 * @param {string} before  @param {string} after  @param {object} options
 */
export function compareHere(before, after, options) {
  const start = performance.now();
  try {
    const report = compare(before, after, options);
    slow = performance.now() - start > HALF_FRAME ? slow + 1 : 0;
    return report;
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) sound = false;
    return null;
  }
}
