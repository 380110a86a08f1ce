// A change → a card that says what it is, with all that can be done with it: take the words of either text, tick it as
// reviewed, copy it, and whatever the host adds.
import type { Translator } from '../i18n/format.js';
import type { MessageKey } from '../i18n/messages.js';
import { el, setText } from './dom.js';

export interface ChangeCardState {
  /** What kind of change it is, and what changed, in words. */
  kind: string;
  what: string;
  isReviewed: boolean;
  /** Whether the words of Before can be taken for the change, and for its whole paragraph. */
  canTake: boolean;
  canTakeParagraph: boolean;
}

const ACTIONS = {
  useBefore: ['change.before', 'change.before.hint'],
  useAfter: ['change.after', 'change.after.hint'],
  review: ['change.reviewed'],
  copy: ['entry.copy'],
  useParagraph: ['change.paragraph', 'change.paragraph.hint'],
} as const satisfies Record<string, readonly [MessageKey, MessageKey?]>;

export type ChangeAction = keyof typeof ACTIONS;

const NAMES = Object.keys(ACTIONS) as ChangeAction[];

/** A button that does something with a change. */
export const drawAction = (name: string, text: string, onclick: () => void, hint?: string): HTMLButtonElement =>
  el(
    'button',
    { type: 'button', class: 'change-action', part: 'change-action', title: hint, data: { action: name }, onclick },
    text,
  );

export class ChangeCard {
  readonly box: HTMLElement;
  readonly #i18n: Translator;
  readonly #kind = el('strong', { class: 'change-kind' });
  readonly #what = el('span', { class: 'change-what', dir: 'auto' });
  readonly #buttons: Record<ChangeAction, HTMLButtonElement>;

  constructor(i18n: Translator, actions: Record<ChangeAction, () => void>) {
    this.#i18n = i18n;
    const button = (name: ChangeAction) => {
      const [key, hint] = ACTIONS[name] as readonly [MessageKey, MessageKey?];
      return drawAction(name, i18n.t(key), actions[name], hint && i18n.t(hint));
    };
    this.#buttons = Object.fromEntries(NAMES.map((name) => [name, button(name)])) as Record<
      ChangeAction,
      HTMLButtonElement
    >;
    this.box = el(
      'div',
      {
        class: 'change-card',
        part: 'change-card',
        role: 'group',
        'aria-label': i18n.t('change.label'),
        'aria-describedby': 'change-told',
        popover: 'auto',
      },
      el('p', { id: 'change-told' }, this.#kind, ' ', this.#what),
      el(
        'div',
        { class: 'change-actions' },
        ...NAMES.map((name) => this.#buttons[name]),
        el('slot', { name: 'change-actions' }),
      ),
    );
  }

  /** Says on the button what came of copying. */
  tellCopied(text: string): void {
    setText(this.#buttons.copy, text);
  }

  update({ kind, what, isReviewed, canTake, canTakeParagraph }: ChangeCardState): void {
    const buttons = this.#buttons;
    setText(this.#kind, kind);
    setText(this.#what, what);
    setText(buttons.copy, this.#i18n.t('entry.copy'));
    buttons.useBefore.hidden = buttons.useAfter.hidden = !canTake;
    buttons.useParagraph.hidden = !canTakeParagraph;
    buttons.review.setAttribute('aria-pressed', String(isReviewed));
  }

  /** Gives the focus to the first thing that can be done. */
  focus(): void {
    NAMES.map((name) => this.#buttons[name])
      .find((button) => !button.hidden)
      ?.focus();
  }
}
