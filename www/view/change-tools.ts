// What a reader does with the change that they are at, or that they point at: it takes words of Before over into After, ticks the
// change as reviewed, copies it, and goes on to the next one.
import type { Translator } from '../i18n/format.js';
import { CardAtMark } from './card-at-mark.js';
import { ChangeCard } from './change-card.js';
import { copyText } from './dom.js';
import { kindOf } from './model/filters.js';
import { paragraphsAround, withBefore, withParagraphsOfBefore } from './model/take-over.js';
import type { Model, Stop } from './model/types.js';
import { describeStop, tellStop } from './reading/describe-stop.js';
import type { Reading } from './reading/reading.js';
import type { Stepper } from './stepper.js';
import { ChangeBar } from './toolbar/change-bar.js';

export interface ChangeToolsActions {
  /** Writes another After. */
  takeOver: (after: string) => void;
  undo: () => void;
  announce: (text: string) => void;
  /** Goes to the current stop of the stepper. */
  arrive: () => void;
  /** Makes a stop current that the reader points at. */
  pick: (id: string) => void;
  /** Other changes are reviewed by now: these. */
  review: (ids: ReadonlySet<string>) => void;
}

export interface ChangeToolsState {
  /** Whether After may be changed, and the model is of the texts as they are now. */
  canWrite: boolean;
  taken: number;
  reviewed: ReadonlySet<string>;
}

export class ChangeTools {
  readonly bar: ChangeBar;
  readonly card: ChangeCard;
  /** What the keys do. */
  readonly commands = {
    card: () => this.focusCard(),
    useBefore: () => this.useBefore(),
    useAfter: () => this.useAfter(),
    review: () => this.review(),
  };
  readonly #i18n: Translator;
  readonly #stepper: Stepper;
  readonly #reading: Reading;
  readonly #actions: ChangeToolsActions;
  readonly #place: CardAtMark;
  #model: Model | null = null;
  #canWrite = false;
  #taken = 0;
  /** The ids of the changes that are reviewed. They are the same after an edit elsewhere. */
  #reviewed: ReadonlySet<string> = new Set();
  /** The id of the change to go on to when the texts without the current one are compared. */
  #nextId: string | null = null;

  constructor(i18n: Translator, stepper: Stepper, reading: Reading, actions: ChangeToolsActions) {
    this.#i18n = i18n;
    this.#stepper = stepper;
    this.#reading = reading;
    this.#actions = actions;
    this.bar = new ChangeBar(i18n, { undo: actions.undo, copyResult: () => void this.#copyResult() });
    this.card = new ChangeCard(i18n, {
      useBefore: () => this.useBefore(),
      useAfter: () => this.useAfter(),
      useParagraph: () => this.useParagraph(),
      review: () => this.review(),
      copy: () => void this.#copyChange(),
    });
    // Whatever is done in the card, a host's own buttons included, is done with the change that the card is about.
    this.card.box.addEventListener('click', () => this.#pickPointed(), { capture: true });
    this.#place = new CardAtMark(
      this.card.box,
      reading.box,
      (id, mark) => this.#point(id, mark),
      () => this.draw(),
    );
  }

  /** The change that can be dealt with: the one that the card is about, or the one that the reader is at. */
  get #subject(): Stop | null {
    const { id } = this.#place;
    return (id === null ? null : this.#stepper.stops.find((stop) => stop.id === id)) ?? this.#stepper.current;
  }

  #point(id: string, mark: HTMLElement): void {
    if (!this.#stepper.stops.some((stop) => stop.id === id)) return;
    this.#place.open(id, mark, false);
    this.draw();
  }

  #pickPointed(): void {
    const { id } = this.#place;
    if (id !== null && id !== this.#stepper.current?.id) this.#actions.pick(id);
  }

  /** Opens the card at the change that the reader went to, unless they closed the last one and `isWanted` is false. */
  showCard(isWanted: boolean): void {
    const { current } = this.#stepper;
    const mark = current && this.#reading.markOf(current);
    if (!mark) this.#place.close();
    else if (isWanted || !this.#place.wasEscaped) this.#place.open(current.id, mark, true);
    this.draw();
  }

  /** The text was drawn anew: an open card goes to the new mark of its change. */
  redrawn(): void {
    const { id } = this.#place;
    if (id === null) return;
    if (id === this.#stepper.current?.id) this.showCard(true);
    else this.#place.close();
  }

  /** Opens the card and gives the focus to its first button. */
  focusCard(): void {
    if (this.#place.id === null) this.showCard(true);
    if (this.#place.id !== null) this.card.focus();
  }

  closeCard(): void {
    this.#place.close();
  }

  update(model: Model, { canWrite, taken, reviewed }: ChangeToolsState): void {
    this.#model = model;
    this.#canWrite = canWrite;
    this.#taken = taken;
    this.#reviewed = reviewed;
    this.draw();
  }

  /** A comparison is there: the reader goes on to the change that follows the one whose words were taken. */
  goOn(): void {
    const id = this.#nextId;
    this.#nextId = null;
    if (id !== null && this.#stepper.goTo((stop) => stop.id === id)) this.#actions.arrive();
  }

  draw(): void {
    const { stops } = this.#stepper;
    const model = this.#model;
    if (!model) return;
    const left = stops.filter(({ id }) => !this.#reviewed.has(id)).length;
    this.bar.update({ count: stops.length, left, taken: this.#taken });
    const subject = this.#subject;
    if (!subject) return;
    const i18n = this.#i18n;
    this.card.update({
      kind: i18n.t(`filter.one.${kindOf(subject)}`),
      what: describeStop(subject, { model, i18n }),
      isReviewed: this.#reviewed.has(subject.id),
      canTake: this.#canWrite && subject.kind === 'change',
      canTakeParagraph: this.#canWrite && paragraphsAround(subject, model) !== null,
    });
  }

  /** Takes Before's words for the current change. */
  useBefore(): void {
    this.#pickPointed();
    const { current } = this.#stepper;
    if (current && this.#model) this.#take(withBefore(current, this.#model), [current]);
  }

  /** Takes Before's paragraph for the one that the current change is in. */
  useParagraph(): void {
    this.#pickPointed();
    const { current } = this.#stepper;
    const item = current && this.#model && paragraphsAround(current, this.#model);
    if (item && this.#model) this.#take(withParagraphsOfBefore(item, this.#model), item.stops);
  }

  /** After stays as it is: the change is reviewed. */
  useAfter(): void {
    this.#pickPointed();
    const { current } = this.#stepper;
    if (!current) return;
    this.#actions.review(new Set([...this.#reviewed, current.id]));
    this.#stepper.step(1, undefined);
    this.#actions.arrive();
  }

  /** Ticks the current change as reviewed, or takes the tick away. */
  review(): void {
    this.#pickPointed();
    const { current } = this.#stepper;
    if (!current) return;
    const ids = new Set(this.#reviewed);
    if (!ids.delete(current.id)) ids.add(current.id);
    this.#actions.review(ids);
  }

  async #copyChange(): Promise<void> {
    const { current } = this.#stepper;
    const model = this.#model;
    if (current && model) this.card.tellCopied(await this.#copy(tellStop(current, { model, i18n: this.#i18n })));
  }

  async #copyResult(): Promise<void> {
    this.bar.tell(await this.#copy(this.#model?.texts.after ?? ''));
  }

  /** Copies a text, and returns what came of it, in words. */
  async #copy(text: string): Promise<string> {
    const told = this.#i18n.t((await copyText(text)) ? 'entry.copied' : 'entry.uncopied');
    this.#actions.announce(told);
    return told;
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
