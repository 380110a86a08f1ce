// A title, what stands below it and some answers → a dialogue of the platform's own: it holds the focus and gives it back, and
// Escape closes it without an answer.
import { el } from '../view/dom.js';

/** An answer: its name for the program, and its words for a person. */
export type Answer<Name extends string> = readonly [name: Name, words: string];

export class Dialog<Name extends string> {
  /** The name of the answer; null where it was closed without one. */
  readonly answered: Promise<Name | null>;
  readonly #node: HTMLDialogElement;

  /** @param answers the first is what Enter means, and the only one that asks whether the fields are filled in */
  constructor(title: string, answers: readonly Answer<Name>[], content: readonly HTMLElement[] = []) {
    const buttons = answers.map(([name, words], i) =>
      el(
        'button',
        { value: name, class: i ? '' : 'first', formnovalidate: i > 0, autofocus: !i && !content.length },
        words,
      ),
    );
    this.#node = el(
      'dialog',
      { class: 'ask', 'aria-labelledby': 'ask-title' },
      el(
        'form',
        { method: 'dialog' },
        el('h2', { id: 'ask-title', dir: 'auto' }, title),
        ...content,
        el('div', { class: 'answers' }, ...buttons),
      ),
    );
    this.answered = new Promise((resolve) => {
      this.#node.addEventListener('close', () => {
        this.#node.remove();
        resolve(answers.find(([name]) => name === this.#node.returnValue)?.[0] ?? null);
      });
    });
  }

  open(): void {
    document.body.append(this.#node);
    this.#node.showModal();
  }

  /** Closes it without an answer. */
  close(): void {
    this.#node.close();
  }
}

/**
 * Asks a question.
 * @param answers the first is what Enter means; Escape means "cancel"
 * @param content what is filled in, if anything is
 * @returns the name of the answer
 */
export async function askChoice<Name extends string>(
  question: string,
  answers: readonly Answer<Name>[],
  content: readonly HTMLElement[] = [],
): Promise<Name | 'cancel'> {
  const dialog = new Dialog(question, answers, content);
  dialog.open();
  return (await dialog.answered) ?? 'cancel';
}
