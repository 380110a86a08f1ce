// The entry `article-diff/highlight`: marks what differs between two elements of a host's page in the page itself, by the CSS Custom
// Highlight API. No node is touched, so editors and frameworks notice nothing; the marks follow every edit.
import { ArticleDiffError } from '../engine/errors.js';
import { SIDES, type Both } from '../sides.js';
import type { Difference } from './differences.js';
import { Marking, type MarkOptions, type Marked, type Marks } from './marking.js';
import { PageSurface } from './page-surface.js';
import { readPage } from './page-text.js';
import { canHighlight, canHighlightIn } from './painter.js';

export type { Difference, DifferenceAt } from './differences.js';
export type { MarkOptions, Marks } from './marking.js';
export type { Filter, Kind } from '../view/model/filters.js';
export type * from '../engine/types.js';
export { setAssets, type Assets } from '../engine/assets.js';
export { ArticleDiffError, type ErrorCode } from '../engine/errors.js';

/** How two elements are compared and marked. */
export type HighlightOptions = MarkOptions<Difference>;

/** The marks in a page, for as long as they are wanted. */
export interface Highlighting extends Marks<Difference> {
  /** Takes everything away: marks, styles, observers. */
  stop(): void;
}

/** Whether this browser can mark text without touching it: Chromium from 105, Safari from 17.2, Firefox from 140. */
export const supported: boolean = canHighlight();

/**
 * Marks what differs between two elements, which may be editable. A side that is not in the page is given as a string: its cuts are
 * then shown by a line under the letters between which they stood.
 *
 * Throws an ArticleDiffError with the code `unsupported` where the browser cannot do it.
 */
export function highlight(
  before: Element | string,
  after: Element | string,
  options: HighlightOptions = {},
): Highlighting {
  const sides: Both<Element | string> = { before, after };
  check(sides);
  return new Marking({ before: sideOf(before), after: sideOf(after) }, options);
}

const sideOf = (side: Element | string): Marked<Range> =>
  typeof side === 'string' ? side : new PageSurface(side, readPage);

function check(sides: Both<Element | string>): void {
  for (const side of SIDES) {
    const given: unknown = sides[side];
    const isElement = (given as Partial<Element> | null)?.nodeType === 1;
    if (!isElement && typeof given !== 'string') {
      throw new ArticleDiffError('not-a-string', `${side} must be an element or a string`);
    }
  }
  const elements = SIDES.map((side) => sides[side]).filter((side) => typeof side !== 'string');
  if (!elements.length) throw new ArticleDiffError('invalid-option', 'one side at least must be an element');
  if (!elements.every(canHighlightIn)) {
    throw new ArticleDiffError(
      'unsupported',
      'this browser has no CSS Custom Highlight API; <article-diff> does without',
    );
  }
  if (elements.some(({ localName }) => localName === 'textarea' || localName === 'input')) {
    throw new ArticleDiffError('invalid-option', 'the text of a field cannot be highlighted; give it as a string');
  }
}
