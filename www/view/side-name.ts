// A side with its name → the head above its text, in which the name is written where the texts may be changed.
import type { Translator } from '../i18n/format.js';
import type { Side } from '../sides.js';
import { el, setText } from './dom.js';

/** Length, in UTF-16 units, up to which a name is written. */
export const MAX_NAME_LENGTH = 80;

export class SideName {
  readonly box: HTMLElement;
  readonly #shown = el('bdi', { class: 'side-name-shown' });
  readonly #field: HTMLInputElement;
  #drawn = '';

  /** @param label what tells which side it is */
  constructor(side: Side, label: HTMLElement, i18n: Translator, onName: (side: Side, name: string) => void) {
    const field = el('input', {
      class: 'side-name-field',
      dir: 'auto',
      lang: '',
      maxlength: MAX_NAME_LENGTH,
      autocomplete: 'off',
      spellcheck: 'false',
      placeholder: i18n.t('side.name.hint'),
      'aria-label': i18n.t(`side.name.${side}`),
      oninput: () => onName(side, field.value),
    });
    field.addEventListener('keydown', (event) => {
      if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
      event.preventDefault();
      event.stopPropagation();
      field.blur();
    });
    this.#field = field;
    this.box = el('span', { class: 'side-head' }, label, ' ', this.#shown, field);
  }

  update(name: string, editable: boolean): void {
    const drawn = `${editable} ${name}`;
    if (drawn === this.#drawn && this.#field.value === name) return;
    this.#drawn = drawn;
    this.#field.hidden = !editable;
    this.#shown.hidden = editable || !name;
    setText(this.#shown, name);
    if (this.#field.value !== name) this.#field.value = name;
    // Where the browser does not size a field by what is in it.
    this.#field.size = Math.max(MIN_SIZE, Math.min(name.length, MAX_SIZE));
  }
}

const MIN_SIZE = 8;
const MAX_SIZE = 24;
