// A question with a few answers, as a dialogue of the platform's own: it holds the focus, and Escape means no.
import { el } from '../view/dom.js';

/** An answer: its name for the program, and its words for a person. */
export type Answer<Name extends string> = readonly [name: Name, words: string];

/**
 * @param answers the first is what Enter means; Escape means "cancel"
 * @returns the name of the answer
 */
export function askChoice<Name extends string>(
  question: string,
  answers: readonly Answer<Name>[],
): Promise<Name | 'cancel'> {
  return new Promise((resolve) => {
    const form = el(
      'form',
      { method: 'dialog' },
      el('p', { id: 'question', dir: 'auto' }, question),
      el(
        'div',
        { class: 'answers' },
        ...answers.map(([name, words], i) =>
          el('button', { value: name, class: i ? '' : 'first', autofocus: !i }, words),
        ),
      ),
    );
    const dialog = el('dialog', { class: 'ask', 'aria-labelledby': 'question' }, form);
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answers.find(([name]) => name === dialog.returnValue)?.[0] ?? 'cancel');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
