// The change that the reader is at → what can be done with it: take the words of either text, tick it as reviewed; and how
// many are left.
import type { Translator } from '../../i18n/format.js';
import type { MessageKey } from '../../i18n/messages.js';
import { el, setText } from '../dom.js';

export interface ChangeBarState {
  /** What the change is, in words; null where the reader is at none. */
  change: string | null;
  isReviewed: boolean;
  /** Whether the words of Before can be taken for the change, and for its whole paragraph. */
  canTake: boolean;
  canTakeParagraph: boolean;
  /** How many changes are shown, and how many of them are not reviewed. */
  count: number;
  left: number;
  /** How many times words were taken, which can be undone. */
  taken: number;
}

export interface ChangeBarActions {
  useBefore: () => void;
  useAfter: () => void;
  useParagraph: () => void;
  review: () => void;
  undo: () => void;
  copyResult: () => void;
}

export class ChangeBar {
  readonly box: HTMLElement;
  readonly #i18n: Translator;
  readonly #what = el('span', { class: 'change-what', dir: 'auto' });
  readonly #left = el('span', { class: 'change-left', role: 'status' });
  readonly #buttons: Record<keyof ChangeBarActions, HTMLButtonElement>;

  constructor(i18n: Translator, actions: ChangeBarActions) {
    this.#i18n = i18n;
    const button = (name: keyof ChangeBarActions, key: MessageKey, hint?: MessageKey) =>
      el(
        'button',
        {
          type: 'button',
          class: 'change-action',
          part: 'change-action',
          title: hint && i18n.t(hint),
          data: { action: name },
          onclick: actions[name],
        },
        i18n.t(key),
      );
    this.#buttons = {
      useBefore: button('useBefore', 'change.before', 'change.before.hint'),
      useAfter: button('useAfter', 'change.after', 'change.after.hint'),
      useParagraph: button('useParagraph', 'change.paragraph', 'change.paragraph.hint'),
      review: button('review', 'change.reviewed'),
      undo: button('undo', 'change.undo'),
      copyResult: button('copyResult', 'out.copy.result'),
    };
    this.box = el(
      'div',
      { class: 'change-bar', role: 'group', 'aria-label': i18n.t('change.label'), part: 'change-bar', hidden: true },
      this.#what,
      ...Object.values(this.#buttons),
      this.#left,
    );
  }

  /** Says something in the place of how many are left. */
  tell(text: string): void {
    setText(this.#left, text);
  }

  update(state: ChangeBarState): void {
    const { change, isReviewed, canTake, canTakeParagraph, count, left, taken } = state;
    const buttons = this.#buttons;
    this.box.hidden = change === null && !taken;
    setText(this.#what, change ?? '');
    buttons.useBefore.hidden = !canTake;
    buttons.useAfter.hidden = !canTake;
    buttons.useParagraph.hidden = !canTakeParagraph;
    buttons.review.hidden = change === null;
    buttons.review.setAttribute('aria-pressed', String(isReviewed));
    buttons.undo.hidden = buttons.copyResult.hidden = !taken;
    setText(this.#left, left < count ? this.#i18n.t('change.left', { n: count, left }) : '');
  }
}
