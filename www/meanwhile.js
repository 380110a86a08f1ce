// Turns two short texts into the numbers of a report on the page itself, meanwhile its worker starts: an eighth of the time
// from a page's opening to its first marks was the worker's.
import load, { compare } from './pkg/article_diff.js';

/** UTF-16 units of both texts up to which the page compares by itself: two articles of 10 KB take it 50 to 90 ms the first time. */
const SHORT = 24_000;

/** False once the instance has trapped: its memory is in no known state, and it must not be asked again. */
let sound = true;
/** @type {Promise<void> | null} */
let loaded = null;

/** Whether two texts are short enough for the page. */
export const isShort = (before, after) => sound && before.length + after.length <= SHORT;

/** Makes the page's own instance, once; where that cannot be, a worker may still. @param {WebAssembly.Module} module */
export function prepare(module) {
  loaded ??= load({ module_or_path: module }).then(() => {}, () => { sound = false; });
  return loaded;
}

/**
 * The numbers of a report, as a worker sends them; null when it fails, and a worker shall say how. Wants `prepare` first.
 * @param {string} before  @param {string} after  @param {object} options
 */
export function compareHere(before, after, options) {
  try {
    return compare(before, after, options);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) sound = false;
    return null;
  }
}
