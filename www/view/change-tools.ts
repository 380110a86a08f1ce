// What a reader does with the change that they are at: it takes words of Before over into After, ticks the change as
// reviewed, and goes on to the next one.
import type { Translator } from '../i18n/format.js';
import { MAX_LABEL_LENGTH } from './labels.js';
import { shorten } from './model/excerpts.js';
import { paragraphsAround, withBefore, withParagraphsOfBefore } from './model/take-over.js';
import type { Model, Stop } from './model/types.js';
import { describeStop } from './reading/describe-stop.js';
import type { Stepper } from './stepper.js';
import { ChangeBar } from './toolbar/change-bar.js';

export interface ChangeToolsActions {
  /** Writes another After. */
  takeOver: (after: string) => void;
  undo: () => void;
  announce: (text: string) => void;
  /** Goes to the current stop of the stepper. */
  arrive: () => void;
  /** Other changes are reviewed by now. */
  reviewed: () => void;
}

export class ChangeTools {
  readonly bar: ChangeBar;
  /** The ids of the changes that are reviewed. They are the same after an edit elsewhere. */
  readonly reviewed = new Set<string>();
  readonly #i18n: Translator;
  readonly #stepper: Stepper;
  readonly #actions: ChangeToolsActions;
  #model: Model | null = null;
  #canWrite = false;
  #taken = 0;
  /** The id of the change to go on to when the texts without the current one are compared. */
  #nextId: string | null = null;

  constructor(i18n: Translator, stepper: Stepper, actions: ChangeToolsActions) {
    this.#i18n = i18n;
    this.#stepper = stepper;
    this.#actions = actions;
    this.bar = new ChangeBar(i18n, {
      useBefore: () => this.useBefore(),
      useAfter: () => this.useAfter(),
      useParagraph: () => this.useParagraph(),
      review: () => this.review(),
      undo: actions.undo,
      copyResult: () => void this.#copyResult(),
    });
  }

  /** `canWrite`: whether After may be changed, and the model is of the texts as they are now. */
  update(model: Model, { canWrite, taken }: { canWrite: boolean; taken: number }): void {
    this.#model = model;
    this.#canWrite = canWrite;
    this.#taken = taken;
    this.draw();
  }

  /** A comparison is there: the reader goes on to the change that follows the one whose words were taken. */
  goOn(): void {
    const id = this.#nextId;
    this.#nextId = null;
    if (id !== null && this.#stepper.goTo((stop) => stop.id === id)) this.#actions.arrive();
  }

  draw(): void {
    const { current, stops } = this.#stepper;
    const model = this.#model;
    if (!model) return;
    const canTake = this.#canWrite && current !== null;
    this.bar.update({
      change: current && shorten(describeStop(current, { model, i18n: this.#i18n }), MAX_LABEL_LENGTH),
      isReviewed: current !== null && this.reviewed.has(current.id),
      canTake: canTake && current.kind === 'change',
      canTakeParagraph: canTake && paragraphsAround(current, model) !== null,
      count: stops.length,
      left: stops.filter(({ id }) => !this.reviewed.has(id)).length,
      taken: this.#taken,
    });
  }

  /** Takes Before's words for the current change. */
  useBefore(): void {
    const { current } = this.#stepper;
    if (current && this.#model) this.#take(withBefore(current, this.#model), [current]);
  }

  /** Takes Before's paragraph for the one that the current change is in. */
  useParagraph(): void {
    const { current } = this.#stepper;
    const item = current && this.#model && paragraphsAround(current, this.#model);
    if (item && this.#model) this.#take(withParagraphsOfBefore(item, this.#model), item.stops);
  }

  /** After stays as it is: the change is reviewed. */
  useAfter(): void {
    const { current } = this.#stepper;
    if (!current) return;
    this.reviewed.add(current.id);
    this.#stepper.step(1, undefined);
    this.#actions.reviewed();
    this.#actions.arrive();
  }

  /** Ticks the current change as reviewed, or takes the tick away. */
  review(): void {
    const { current } = this.#stepper;
    if (!current) return;
    if (!this.reviewed.delete(current.id)) this.reviewed.add(current.id);
    this.#actions.reviewed();
    this.draw();
  }

  async #copyResult(): Promise<void> {
    const copied = await navigator.clipboard.writeText(this.#model?.texts.after ?? '').then(
      () => true,
      () => false,
    );
    const text = this.#i18n.t(copied ? 'entry.copied' : 'entry.uncopied');
    this.bar.tell(text);
    this.#actions.announce(text);
  }

  /** `gone`: the changes that are none any more. */
  #take(after: string | null, gone: readonly Stop[]): void {
    if (!this.#canWrite || after === null) return;
    const { stops, index } = this.#stepper;
    const following = [...stops.slice(index), ...stops.slice(0, index)];
    this.#nextId = following.find((stop) => !gone.includes(stop))?.id ?? null;
    this.#actions.takeOver(after);
  }
}
