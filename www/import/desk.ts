// What the page lends to what brings texts in and gives results away.
import type { ArticleDiffElement } from '../element/article-diff.js';
import type { Translator } from '../i18n/format.js';
import type { Both } from '../sides.js';
import type { KeptVersion } from '../version-chain.js';

export interface Desk {
  readonly diff: ArticleDiffElement;
  /** The language of the moment. */
  i18n(): Translator;
  /** Tells in a sentence what was done, or what was not. */
  say(sentence: string, how?: 'done' | 'failure'): void;
  /** Puts texts into the widget and keeps them. The names are of these texts; whatever was there as a whole is put aside. */
  take(texts: Partial<Both<string> & { nameBefore: string; nameAfter: string }>): void;
  /** Puts versions of one story into the widget and keeps them. If a text that was there is none of them, all that was there is put aside. */
  takeVersions(versions: readonly KeptVersion[], compared?: Both<number>): void;
}
