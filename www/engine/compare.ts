// Two texts -> the report, on this very thread, once the module is there.
import { ArticleDiffError } from './errors.js';
import { compareHere, needReady } from './instance.js';
import type { Options, Report } from './types.js';

/**
 * Compares two texts and tells where they differ, in which way, and what stands in both.
 *
 * It runs at once and to its end: for long texts call it in a worker, or use the element, which does.
 * Any two strings are accepted, lone surrogates included. The same two strings give the same report everywhere, unless
 * `report.segmenter` is `intl`: then the words of Thai, Lao, Khmer, Burmese, Chinese and Japanese are those of the engine's
 * dictionary, and another engine or version may have others. With the option `segmenter: 'grapheme'` there is no exception.
 *
 * @param before the earlier text, or the source
 * @param after the later text, or the copy
 * @throws {ArticleDiffError} with the code
 *   `not-ready` before `ready` has resolved,
 *   `load-failed` if the module could not be loaded,
 *   `not-a-string` if a text is no string,
 *   `unknown-option` or `invalid-option`, naming the option,
 *   `broken` if the module failed inside; it cannot be used again in this page, worker or process,
 *   `failed` for anything else.
 */
export function compare(before: string, after: string, options?: Options): Report {
  needReady();
  needString('before', before);
  needString('after', after);
  return compareHere(before, after, options);
}

function needString(name: string, value: unknown): void {
  if (typeof value === 'string') return;
  const is = value === null ? 'null' : Array.isArray(value) ? 'an array' : `of type ${typeof value}`;
  throw new ArticleDiffError('not-a-string', `\`${name}\` has to be a string, and is ${is}.`);
}
