// Versions of one story → a bar with what each brought, in which any two are chosen to be compared.
import type { Translator } from '../i18n/format.js';
import { SIDES, bothSides, type Both } from '../sides.js';
import { el, setText } from './dom.js';
import { drawIcon } from './icons.js';

/** What a version brought: changes, as they are shown at first, and how many of them are of facts. */
export interface VersionFigure {
  changes: number;
  facts: number;
}

export interface VersionsState {
  list: readonly {
    name: string;
    date: Date | string | undefined;
    /** Undefined until it is counted; null where there is none. */
    figure: VersionFigure | null | undefined;
  }[];
  /** The indices of those that are compared; −1 for none. */
  chosen: Both<number>;
}

export class VersionsBar {
  readonly box: HTMLElement;
  readonly #i18n: Translator;
  readonly #onChoose: (chosen: Both<number>) => void;
  readonly #items = el('ol', { class: 'version-list' });
  readonly #selects: Both<HTMLSelectElement>;
  readonly #steps: { previous: HTMLButtonElement; next: HTMLButtonElement };
  #state: VersionsState | null = null;
  /** The names and dates that are drawn. */
  #drawn = '';
  #figures: HTMLElement[] = [];
  /** Which side a version is compared as. */
  #sides: HTMLElement[] = [];
  #buttons: (HTMLButtonElement | null)[] = [];

  constructor(i18n: Translator, onChoose: (chosen: Both<number>) => void) {
    this.#i18n = i18n;
    this.#onChoose = onChoose;
    this.#selects = bothSides((side) =>
      el('select', { 'aria-label': i18n.t(`versions.${side}`), onchange: () => this.#select() }),
    );
    const step = (way: 'previous' | 'next'): HTMLButtonElement => {
      const name = i18n.t(`versions.${way}`);
      const attributes = { class: `version-step ${way}`, title: name, 'aria-label': name };
      return el('button', { type: 'button', ...attributes, onclick: () => this.#step(way) }, drawIcon(way));
    };
    this.#steps = { previous: step('previous'), next: step('next') };
    this.box = el(
      'div',
      { class: 'versions', part: 'versions', role: 'group', 'aria-label': i18n.t('versions.label'), hidden: true },
      this.#items,
      el(
        'div',
        { class: 'version-choice' },
        this.#steps.previous,
        this.#selects.before,
        el('span', { 'aria-hidden': 'true', class: 'version-arrow' }, i18n.dir === 'rtl' ? '←' : '→'),
        this.#selects.after,
        this.#steps.next,
      ),
      el('div', { class: 'version-actions' }, el('slot', { name: 'version-actions' })),
    );
  }

  update(state: VersionsState | null): void {
    this.#state = state;
    this.box.hidden = !state;
    if (!state) return;
    const { list, chosen } = state;
    const names = JSON.stringify(list.map(({ name, date }) => [name, date]));
    if (names !== this.#drawn) this.#drawList(state);
    this.#drawn = names;
    for (const [at, { figure }] of list.entries()) {
      setText(this.#figures[at]!, this.#figureLabel(figure, at));
      const sides = SIDES.filter((side) => chosen[side] === at);
      setText(this.#sides[at]!, sides.map((side) => this.#i18n.t(`side.${side}`)).join(' · '));
      this.#buttons[at]?.setAttribute('aria-pressed', String(chosen.before === at - 1 && chosen.after === at));
    }
    for (const side of SIDES) this.#selects[side].selectedIndex = chosen[side];
    this.#steps.previous.disabled = chosen.before < 1;
    this.#steps.next.disabled = chosen.after < 0 || chosen.after + 1 >= list.length;
  }

  #drawList({ list }: VersionsState): void {
    const labels = list.map(({ name }, at) => name || this.#i18n.t('versions.name', { n: at + 1 }));
    this.#figures = list.map(() => el('small', { class: 'version-figure' }));
    this.#sides = list.map(() => el('small', { class: 'version-side' }));
    this.#buttons = list.map((_, at) =>
      at ? el('button', { type: 'button', onclick: () => this.#onChoose({ before: at - 1, after: at }) }) : null,
    );
    const items = list.map(({ date }, at) => {
      const when = date === undefined ? '' : dateLabel(date, this.#i18n);
      const inside = [
        el('span', { class: 'version-name' }, el('strong', { dir: 'auto' }, labels[at]), ' ', this.#sides[at]),
        when && el('small', {}, when),
        ' ',
        this.#figures[at],
      ].filter((node) => node !== '' && node !== undefined);
      const button = this.#buttons[at];
      button?.append(...inside);
      return el(
        'li',
        { class: 'version' },
        ...(button ? [button] : [el('span', { class: 'version-first' }, ...inside)]),
      );
    });
    this.#items.replaceChildren(...items);
    for (const side of SIDES) this.#selects[side].replaceChildren(...labels.map((label) => new Option(label)));
  }

  #figureLabel(figure: VersionFigure | null | undefined, at: number): string {
    const i18n = this.#i18n;
    if (at === 0) return i18n.t('versions.first');
    if (!figure) return figure === null ? '' : '…';
    if (!figure.changes) return i18n.t('nav.none');
    const changes = i18n.t('nav.count', { n: figure.changes });
    return figure.facts ? `${changes} · ${i18n.t('versions.facts', { n: figure.facts })}` : changes;
  }

  #select(): void {
    this.#onChoose(bothSides((side) => this.#selects[side].selectedIndex));
  }

  /** What the version before brought, or the one behind. */
  #step(way: 'previous' | 'next'): void {
    const { before, after } = this.#state?.chosen ?? { before: 0, after: 0 };
    this.#onChoose(way === 'next' ? { before: after, after: after + 1 } : { before: before - 1, after: before });
    // A button that is switched off loses the focus.
    if (this.#steps[way].disabled) this.#selects.after.focus();
  }
}

/** A date in words; whatever else is said in its place, as it is. */
function dateLabel(date: Date | string, i18n: Translator): string {
  const time = new Date(date);
  if (Number.isNaN(time.getTime())) return String(date);
  return new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}
