// Counts by kind → the chips that show and hide a kind of difference, and the presets before them.
import type { Translator } from '../../i18n/format.js';
import { el, setText } from '../dom.js';
import { drawIcon, type IconName } from '../icons.js';
import { drawChipSample } from '../legend.js';
import {
  KINDS,
  PRESET_NAMES,
  presetOf,
  type Filter,
  type Kind,
  type KindCounts,
  type Preset,
} from '../model/filters.js';
import { RovingFocus } from './roving-focus.js';

/** A group of buttons of which one at most is pressed. Where there is little room, those with an icon show only that. */
export class ButtonGroup<Name extends string> {
  readonly box: HTMLElement;
  readonly #buttons: Map<Name, HTMLButtonElement>;

  constructor(
    className: string,
    label: string,
    buttons: readonly { name: Name; text: string; icon?: IconName }[],
    onPick: (name: Name) => void,
  ) {
    this.#buttons = new Map(
      buttons.map(({ name, text, icon }) => [
        name,
        el(
          'button',
          { type: 'button', title: icon && text, 'aria-pressed': 'false', data: { name }, onclick: () => onPick(name) },
          icon && drawIcon(icon),
          el('span', {}, text),
        ),
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
  readonly #chips: { kind: Kind; chip: HTMLButtonElement; count: HTMLElement }[];
  readonly #i18n: Translator;
  readonly #focus: RovingFocus;

  /** `onToggle` is called with the kind that the reader wants shown or hidden. */
  constructor(i18n: Translator, onToggle: (kind: Kind) => void) {
    this.#i18n = i18n;
    this.#chips = KINDS.map((kind) => {
      const count = el('b');
      const chip = el(
        'button',
        {
          type: 'button',
          class: `chip ${kind}`,
          part: 'chip',
          data: { filter: kind },
          onclick: () => onToggle(kind),
        },
        drawChipSample(kind),
        el('span', { class: 'chip-name' }, i18n.t(`filter.${kind}`)),
        ' ',
        count,
      );
      return { kind, chip, count };
    });
    this.box = el(
      'div',
      { class: 'chips', role: 'toolbar', 'aria-label': i18n.t('chips.label'), part: 'chips' },
      ...this.#chips.map(({ chip }) => chip),
    );
    this.#focus = new RovingFocus(
      this.box,
      this.#chips.map(({ chip }) => chip),
    );
  }

  /** Kinds that do not occur have no chip; a kind that is hidden keeps its count. Of a kind that is partly hidden both counts are told. */
  update(counts: KindCounts): void {
    const i18n = this.#i18n;
    for (const { kind, chip, count } of this.#chips) {
      const { all, shown } = counts[kind];
      const isPartly = shown > 0 && shown < all;
      chip.hidden = all === 0;
      chip.setAttribute('aria-pressed', String(shown > 0));
      const key = isPartly ? 'chip.partly' : shown ? 'chip.shown' : 'chip.hidden';
      chip.title = i18n.t(key, { name: i18n.t(`filter.${kind}`), n: all, shown });
      setText(count, isPartly ? `${i18n.number(shown)}/${i18n.number(all)}` : i18n.number(all));
    }
    this.#focus.update();
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
