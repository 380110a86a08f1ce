// What a reader chose to be shown, and the pair for which it was chosen → whether the choice is in force for another pair,
// which is then told; and the way back from the differences that a link of the sentence on top shows alone.
import { SIDES, type Both } from '../sides.js';
import { HIDDEN_BY_DEFAULT, KINDS, cleanHide, type Filter } from './model/filters.js';
import { kindsOf, type Counted } from './model/tally.js';

export class KeptFilter {
  #chosenFor: Both<string> | null = null;
  #isKept = false;
  #alone: { counted: Counted; before: readonly Filter[] } | null = null;

  get isKept(): boolean {
    return this.#isKept;
  }

  /** What is shown alone, because the reader followed its link; null for none. */
  get alone(): Counted | null {
    return this.#alone?.counted ?? null;
  }

  /** The reader chose what is shown of a pair. */
  choose(pair: Both<string> | null): void {
    this.#chosenFor = pair;
    this.#isKept = false;
    this.#alone = null;
  }

  /** The reader followed a link, and sees what it counts alone. Returns what to hide now. */
  showAlone(counted: Counted, hide: readonly Filter[], pair: Both<string> | null): Filter[] {
    const before = this.#alone?.before ?? hide;
    this.choose(pair);
    this.#alone = { counted, before };
    const kinds = kindsOf(counted);
    return KINDS.filter((kind) => !kinds.includes(kind));
  }

  /** What was hidden before the reader followed a link. */
  leaveAlone(): readonly Filter[] {
    const before = this.#alone?.before ?? HIDDEN_BY_DEFAULT;
    this.#alone = null;
    return before;
  }

  /**
   * A comparison is there. While one of its texts is that of the pair chosen for, it is an edit of that pair. Returns what
   * to hide from now on: what a link showed alone was meant for its own pair.
   */
  compare(pair: Both<string>, hide: readonly Filter[]): readonly Filter[] {
    const chosenFor = this.#chosenFor;
    const isSamePair = chosenFor !== null && SIDES.some((side) => chosenFor[side] === pair[side]);
    const wanted = this.#alone && !isSamePair ? this.leaveAlone() : hide;
    const isOwn = cleanHide(wanted).join() !== cleanHide(HIDDEN_BY_DEFAULT).join();
    this.#isKept = isOwn && !isSamePair;
    return wanted;
  }
}
