// What a reader chose to be shown, and the pair for which it was chosen → whether the choice is in force for another pair,
// which is then told.
import { SIDES, type Both } from '../sides.js';
import { HIDDEN_BY_DEFAULT, cleanHide, type Filter } from './model/filters.js';

export class KeptFilter {
  #chosenFor: Both<string> | null = null;
  #isKept = false;

  get isKept(): boolean {
    return this.#isKept;
  }

  /** The reader chose what is shown of a pair. */
  choose(pair: Both<string> | null): void {
    this.#chosenFor = pair;
    this.#isKept = false;
  }

  /** A comparison is there. While one of its texts is that of the pair chosen for, it is an edit of that pair. */
  compare(pair: Both<string>, hide: readonly Filter[]): void {
    const chosenFor = this.#chosenFor;
    const isOwn = cleanHide(hide).join() !== cleanHide(HIDDEN_BY_DEFAULT).join();
    this.#isKept = isOwn && !(chosenFor && SIDES.some((side) => chosenFor[side] === pair[side]));
  }
}
