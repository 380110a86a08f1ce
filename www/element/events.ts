// The events by which the element tells its page what happens.
import type { ArticleDiffError } from '../engine/errors.js';
import type { Progress, Report } from '../engine/types.js';
import type { Filter } from '../view/model/filters.js';
import type { ViewMode } from '../view/state.js';

export interface ArticleDiffEventMap {
  /** A comparison of the texts as they are now is done. */
  'article-diff-done': CustomEvent<{ report: Report }>;
  /** A comparison failed; both texts stay. */
  'article-diff-error': CustomEvent<{ error: ComparisonError }>;
  /** A comparison of more than some 20 milliseconds goes on; `done` runs from 0 to 1. */
  'article-diff-progress': CustomEvent<Progress>;
  /** A person changed a text. */
  'article-diff-input': CustomEvent<{ before: string; after: string }>;
  /** A person named a text. */
  'article-diff-names': CustomEvent<{ before: string; after: string }>;
  /** A person chose two of the versions, told by their indices. */
  'article-diff-versions': CustomEvent<{ before: number; after: number }>;
  /** A person ticked a change as reviewed, or took a tick away: these are ticked. */
  'article-diff-reviewed': CustomEvent<{ reviewed: string[] }>;
  /** A person chose a reading, or what is shown. */
  'article-diff-view': CustomEvent<{ view: ViewMode; hide: Filter[] }>;
}

/**
 * What a comparison in the element can fail with. `code` says what it is. `name` is the word for it from before there were
 * codes, and stays until version 0.3: `Panic`, `Unavailable`, `UnknownOption`, `InvalidOption`.
 */
export type ComparisonError = ArticleDiffError;

/** Tells an event: it bubbles, and crosses shadow roots. */
export function tell<K extends keyof ArticleDiffEventMap>(
  element: EventTarget,
  type: K,
  detail: ArticleDiffEventMap[K]['detail'],
): void {
  element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}
