// What a host gives as a text -> its text, and its document where it is one or is HTML.
import { isDocument, type ArticleDocument } from '../engine/document.js';
import { read as readHtml } from '../html/index.js';
import type { Both, Side } from '../sides.js';
import type { Documents } from './controller.js';
import type { TextFormat } from './view-settings.js';

/** The HTML of which documents were read. */
const sources = new WeakMap<ArticleDocument, string>();

/** A text as it was given. */
export function sourceOf(side: Side, { texts, documents }: { texts: Both<string>; documents: Documents }): string {
  const document = documents[side];
  return (document && sources.get(document)) ?? texts[side];
}

/** @param current the document that is there: the same HTML given again is not read again */
export function read(
  given: unknown,
  format: TextFormat,
  current: ArticleDocument | undefined,
): { text: string; document?: ArticleDocument } {
  if (isDocument(given)) return { text: given.text, document: given };
  const text = given == null ? '' : String(given);
  if (format !== 'html' || !text) return { text };
  const isSame = current && sources.get(current) === text;
  const document = isSame ? current : readHtml(text);
  sources.set(document, text);
  return { text: document.text, document };
}
