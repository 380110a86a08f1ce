// Two texts or documents -> the report, on this very thread, once the module is there.
import { inputOf, isDocument, type ArticleDocument } from './document.js';
import { ArticleDiffError } from './errors.js';
import { compareHere, needReady } from './instance.js';
import type { Options, Report } from './types.js';

/**
 * Compares two texts and tells where they differ, in which way, and what stands in both.
 *
 * It runs at once and to its end: for long texts call it in a worker, or use the element, which does.
 * A text is a string, or a document: a text with its structure, as `read()` of `article-diff/html` makes it. What differs in
 * structure is then in `report.formats`.
 *
 * Any two strings are accepted, lone surrogates included. The same two strings give the same report everywhere, unless
 * `report.segmenter` is `intl`: then the words of Thai, Lao, Khmer, Burmese, Chinese and Japanese are those of the engine's
 * dictionary, and another engine or version may have others. With the option `segmenter: 'grapheme'` there is no exception.
 *
 * @param before the earlier text, or the source
 * @param after the later text, or the copy
 * @throws {ArticleDiffError} with the code
 *   `not-ready` before `ready` has resolved,
 *   `load-failed` if the module could not be loaded,
 *   `not-a-string` if a text is neither a string nor a document,
 *   `invalid-document` if a document has not the shape of one,
 *   `unknown-option` or `invalid-option`, naming the option,
 *   `broken` if the module failed inside; it cannot be used again in this page, worker or process,
 *   `failed` for anything else.
 */
export function compare(before: string | ArticleDocument, after: string | ArticleDocument, options?: Options): Report {
  needReady();
  needText('before', before);
  needText('after', after);
  return compareHere(inputOf(before, after), options);
}

function needText(name: string, value: unknown): void {
  if (typeof value === 'string' || isDocument(value)) return;
  const is = value === null ? 'null' : Array.isArray(value) ? 'an array' : `of type ${typeof value}`;
  throw new ArticleDiffError('not-a-string', `\`${name}\` has to be a string or a document, and is ${is}.`);
}
