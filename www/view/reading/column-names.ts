// Both sides → the line above the two columns: which side it is, its name, and how much of it is in the other one.
import type { Translator } from '../../i18n/format.js';
import type { Summary } from '../../report-types.js';
import { SIDES, bothSides, type Names, type Side } from '../../sides.js';
import { el, setText } from '../dom.js';
import { describeSide } from '../labels.js';
import { SideName } from '../side-name.js';

export class ColumnNames {
  readonly box: HTMLElement;
  readonly #i18n: Translator;
  readonly #names;
  readonly #notes = bothSides(() => el('small'));

  constructor(i18n: Translator, onName: (side: Side, name: string) => void) {
    this.#i18n = i18n;
    this.#names = bothSides((side) => new SideName(side, el('strong', {}, i18n.t(`side.${side}`)), i18n, onName));
    const [before, after] = SIDES.map((side) =>
      el(
        'div',
        { class: `column-name ${side}`, role: 'columnheader', part: `name name-${side}` },
        this.#names[side].box,
        ' ',
        this.#notes[side],
      ),
    );
    const gutter = el('div', { class: 'gutter', 'aria-hidden': 'true' });
    this.box = el('div', { class: 'names', role: 'row', part: 'names' }, before, gutter, after);
  }

  describe(summary: Summary): void {
    for (const side of SIDES) setText(this.#notes[side], describeSide(side, summary, this.#i18n));
  }

  name(names: Names, editable: boolean): void {
    for (const side of SIDES) this.#names[side].update(names[side], editable);
  }
}
