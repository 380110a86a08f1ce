// Counts by lens → the row of chips that show and hide a kind of difference, and the three presets before them.
import { el, setText } from './dom.js';
import { LENSES, PRESETS, presetOf } from './lens.js';

/** A group of buttons of which one is pressed: presets, readings. */
export function drawSegments(label, names, wordFor, onpick) {
  const group = el('div', { class: 'segments', role: 'group', 'aria-label': label });
  const buttons = new Map(names.map((name) => {
    const button = el('button', { type: 'button', 'aria-pressed': 'false', data: { name }, onclick: () => onpick(name) }, wordFor(name));
    group.append(button);
    return [name, button];
  }));
  return {
    group,
    set(current) {
      for (const [name, button] of buttons) button.setAttribute('aria-pressed', String(name === current));
    },
  };
}

/** The chips. `ontoggle(lens)` is called with the lens that a person wants shown or hidden. */
export class Chips {
  #chips = new Map();

  constructor(words, ontoggle) {
    this.words = words;
    this.box = el('div', { class: 'chips', role: 'group', 'aria-label': words.t('chips.label'), part: 'chips' });
    for (const lens of LENSES) {
      const count = el('b', {});
      const chip = el('button', { type: 'button', class: `chip ${lens}`, part: 'chip', data: { lens }, onclick: () => ontoggle(lens) },
        el('i', { 'aria-hidden': 'true' }), el('span', {}, words.t(`lens.${lens}`)), ' ', count);
      this.#chips.set(lens, { chip, count });
      this.box.append(chip);
    }
  }

  /** Chips of kinds that do not occur are left out; one that is hidden keeps its count and says so. */
  update(counts, hide) {
    const hidden = new Set(hide);
    for (const [lens, { chip, count }] of this.#chips) {
      const n = counts[lens] ?? 0;
      const shown = !hidden.has(lens);
      chip.hidden = n === 0;
      chip.setAttribute('aria-pressed', String(shown));
      chip.title = this.words.t(shown ? 'chip.shown' : 'chip.hidden', { name: this.words.t(`lens.${lens}`), n });
      setText(count, this.words.number(n));
    }
  }
}

/** The presets as one group of buttons. */
export function drawPresets(words, onpick) {
  const { group, set } = drawSegments(words.t('preset.label'), Object.keys(PRESETS), (name) => words.t(`preset.${name}`), onpick);
  group.classList.add('presets');
  return { group, update: (hide) => set(presetOf(hide)) };
}
