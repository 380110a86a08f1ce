// Counts by filter → the chips that show and hide a kind of difference, and the presets before them.
import type { Translator } from '../../i18n/format.js';
import { el, setText } from '../dom.js';
import { FILTERS, PRESET_NAMES, presetOf, type Filter, type FilterCounts, type Preset } from '../model/filters.js';

/** A group of buttons of which one at most is pressed. */
export class ButtonGroup<Name extends string> {
  readonly box: HTMLElement;
  readonly #buttons: Map<Name, HTMLButtonElement>;

  constructor(
    className: string,
    label: string,
    buttons: readonly { name: Name; text: string }[],
    onPick: (name: Name) => void,
  ) {
    this.#buttons = new Map(
      buttons.map(({ name, text }) => [
        name,
        el('button', { type: 'button', 'aria-pressed': 'false', data: { name }, onclick: () => onPick(name) }, text),
      ]),
    );
    this.box = el(
      'div',
      { class: `segments ${className}`, role: 'group', 'aria-label': label },
      ...this.#buttons.values(),
    );
  }

  press(pressed: Name | null): void {
    for (const [name, button] of this.#buttons) button.setAttribute('aria-pressed', String(name === pressed));
  }
}

export class FilterChips {
  readonly box: HTMLElement;
  readonly #chips: { filter: Filter; chip: HTMLButtonElement; count: HTMLElement }[];
  readonly #i18n: Translator;

  /** `onToggle` is called with the filter that the reader wants shown or hidden. */
  constructor(i18n: Translator, onToggle: (filter: Filter) => void) {
    this.#i18n = i18n;
    this.#chips = FILTERS.map((filter) => {
      const count = el('b');
      const chip = el(
        'button',
        {
          type: 'button',
          class: `chip ${filter}`,
          part: 'chip',
          data: { filter },
          onclick: () => onToggle(filter),
        },
        el('i', { 'aria-hidden': 'true' }),
        el('span', {}, i18n.t(`filter.${filter}`)),
        ' ',
        count,
      );
      return { filter, chip, count };
    });
    this.box = el(
      'div',
      { class: 'chips', role: 'group', 'aria-label': i18n.t('chips.label'), part: 'chips' },
      ...this.#chips.map(({ chip }) => chip),
    );
  }

  /** Kinds that do not occur have no chip; a kind that is hidden keeps its count. */
  update(counts: FilterCounts, hide: readonly Filter[]): void {
    for (const { filter, chip, count } of this.#chips) {
      const n = counts[filter];
      const isShown = !hide.includes(filter);
      chip.hidden = n === 0;
      chip.setAttribute('aria-pressed', String(isShown));
      chip.title = this.#i18n.t(isShown ? 'chip.shown' : 'chip.hidden', { name: this.#i18n.t(`filter.${filter}`), n });
      setText(count, this.#i18n.number(n));
    }
  }
}

/** The presets. */
export class PresetButtons {
  readonly box: HTMLElement;
  readonly #group: ButtonGroup<Preset>;

  constructor(i18n: Translator, onPick: (preset: Preset) => void) {
    const buttons = PRESET_NAMES.map((name) => ({ name, text: i18n.t(`preset.${name}`) }));
    this.#group = new ButtonGroup('presets', i18n.t('preset.label'), buttons, onPick);
    this.box = this.#group.box;
  }

  update(hide: readonly Filter[]): void {
    this.#group.press(presetOf(hide));
  }
}
