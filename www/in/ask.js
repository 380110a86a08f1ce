// A question with a few answers, as a dialogue of the platform's own: it holds the focus, and Escape means no.
import { el } from '../view/dom.js';

/**
 * @param {string} question
 * @param {[name: string, words: string][]} answers the first is what Enter means; 'cancel' is what Escape means
 * @returns {Promise<string>} the name of the answer
 */
export function ask(question, answers) {
  return new Promise((resolve) => {
    const form = el('form', { method: 'dialog' }, el('p', { id: 'question', dir: 'auto' }, question),
      el('div', { class: 'answers' }, ...answers.map(([name, words], i) => el('button', { value: name, class: i ? '' : 'first', autofocus: !i }, words))));
    const dialog = el('dialog', { class: 'ask', 'aria-labelledby': 'question' }, form);
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue || 'cancel');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
