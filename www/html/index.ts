// The entry `article-diff/html` in a page: the platform parses, into a document without a window, in which nothing runs and
// nothing is loaded.
import { inertParser } from '../engine/trusted-types.js';
import { stripActiveMarkup } from '../import/strip-active-markup.js';
import { runAtOnce } from '../import/time-slices.js';
import { readerWith } from './read.js';
import { strippedDom, type DomNode } from './tree.js';

export type * from './types.js';

function parse(html: string): DomNode {
  const parser = inertParser();
  parser.write(runAtOnce(stripActiveMarkup(html, 1, true)));
  return parser.end().body;
}

/**
 * Reads HTML into a document that `compare()` and `<article-diff>` take in the place of a string: its text, what its blocks are,
 * and its links, pictures and marks.
 *
 * Nothing in the HTML runs, and nothing is loaded. Scripts, styles and what is hidden are left out.
 *
 * @param html HTML as a string, an element of the page, or the named parts of a story: `{ title, standfirst, body, captions }`
 */
export const read = readerWith<DomNode>({ parse, tree: strippedDom });
