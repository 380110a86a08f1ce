// A fold line → a button that says how much is folded, and the folded lines behind it. The browser's own search finds
// what is folded too, and finding it opens the fold.
import { SLICE, whenIdle } from '../../idle.js';
import { SIDES, type Both } from '../../sides.js';
import type { RenderContext } from '../context.js';
import { el } from '../dom.js';
import { hiddenStops, type FoldLine } from '../model/folding.js';
import type { Item } from '../model/types.js';

/** Length of the folded text, in UTF-16 units, and number of its items, above which it is built only once it is wanted. */
const MAX_HIDDEN_LENGTH = 60_000;
const MAX_HIDDEN_ITEMS = 2000;
/** Length of the first words of a fold, by which it is recognised after a keystroke. */
const KEY_LENGTH = 60;

export interface FoldContext extends RenderContext {
  /** Keys of the folds that the reader opened. */
  opened: Set<string>;
  /** Whether lines are rows of a table. */
  asTable: boolean;
  onOpen: () => void;
}

/** The element of a fold, and what others may ask of it. */
export interface Fold {
  element: HTMLElement;
  open: () => void;
  /** Builds what is folded, and leaves it folded. */
  fill: () => void;
  /** The same lines at other places: what is built stays, and what is not yet built is drawn from `items`. */
  renew: (items: readonly Item[], draw: (item: Item) => HTMLElement) => void;
}

const folds = new WeakMap<Element, Fold>();

/** The fold that an element belongs to, if there is one. */
export const foldOf = (element: Element): Fold | undefined => folds.get(element);

const lengthOf = ({ before, after }: Item): number =>
  [...before, ...after].reduce((sum, { start, end }) => sum + end - start, 0);

function labelsOf({ fold, items }: FoldLine, { shown, i18n }: RenderContext): [main: string, details: string] {
  if (fold === 'furniture') {
    const before = items.reduce((sum, item) => sum + item.before.length, 0);
    const after = items.reduce((sum, item) => sum + item.after.length, 0);
    const n = before + after;
    if (!before || !after)
      return [i18n.t('fold.furniture.side', { n, side: i18n.t(before ? 'side.before' : 'side.after') }), ''];
    return [i18n.t('fold.furniture', { n }), i18n.t('fold.furniture.sides', { before, after })];
  }
  const n = items.reduce((sum, item) => sum + Math.max(item.before.length, item.after.length), 0);
  const hidden = hiddenStops(items, shown).length;
  if (!hidden) return [i18n.t('fold.same', { n }), ''];
  return [i18n.t('fold.hidden', { n }), i18n.t('fold.hidden.count', { n: hidden })];
}

/** A fold is recognised by its first words. */
function keyOf({ fold, items }: FoldLine, texts: Both<string>): string {
  const [item] = items;
  const paragraph = item?.before[0] ?? item?.after[0];
  if (!paragraph) return fold;
  const { side, start, end } = paragraph;
  return `${fold}:${texts[side].slice(start, Math.min(end, start + KEY_LENGTH))}`;
}

export function drawFold(line: FoldLine, context: FoldContext, draw: (item: Item) => HTMLElement): HTMLElement {
  const { opened, asTable, onOpen } = context;
  const key = keyOf(line, context.model.texts);
  const [label, details] = labelsOf(line, context);
  const button = el(
    'button',
    {
      type: 'button',
      class: 'fold-button',
      part: 'fold',
      'aria-expanded': 'false',
      data: { unprinted: context.i18n.t('fold.unprinted', { what: details ? `${label} · ${details}` : label }) },
    },
    el('span', {}, label),
    details && el('small', {}, details),
  );
  const inside = el('div', { class: 'fold-inside' });
  let items: readonly Item[] = line.items;
  let drawItem = draw;
  let drawn: HTMLElement[] = [];
  // Whole or not at all, so that nobody finds a part of what is folded.
  const fill = (end = Infinity) => {
    if (inside.childElementCount) return true;
    while (drawn.length < items.length && performance.now() < end) drawn.push(drawItem(items[drawn.length]!));
    if (drawn.length < items.length) return false;
    for (const row of drawn) inside.append(row);
    drawn = [];
    return true;
  };
  const fillInIdleTime = (): void => {
    whenIdle(() => {
      if (inside.isConnected && !fill(performance.now() + SLICE)) fillInIdleTime();
    });
  };
  const set = (open: boolean) => {
    if (open) {
      fill();
      inside.removeAttribute('hidden');
      opened.add(key);
    } else {
      inside.setAttribute('hidden', 'until-found');
      opened.delete(key);
    }
    button.setAttribute('aria-expanded', String(open));
  };
  set(opened.has(key));
  // Built when the page is idle, so that the browser's own search finds it.
  const length = items.reduce((sum, item) => sum + lengthOf(item), 0);
  if (!opened.has(key) && length <= MAX_HIDDEN_LENGTH && items.length <= MAX_HIDDEN_ITEMS) fillInIdleTime();
  button.addEventListener('click', () => {
    set(!opened.has(key));
    onOpen();
  });
  inside.addEventListener('beforematch', () => {
    set(true);
    onOpen();
  });
  const head = asTable
    ? el('div', { class: `fold ${line.fold}`, role: 'row' }, el('div', { role: 'cell', 'aria-colspan': '2' }, button))
    : el('div', { class: `fold ${line.fold}` }, button);
  const element = el('div', { class: 'fold-box' }, head, inside);
  const number = () => {
    Object.assign(element.dataset, { first: items[0]?.index, last: items.at(-1)?.index });
  };
  number();
  folds.set(element, {
    element,
    open: () => {
      if (opened.has(key)) return;
      set(true);
      onOpen();
    },
    fill: () => void fill(),
    renew: (anew, redraw) => {
      items = anew;
      drawItem = redraw;
      drawn = [];
      number();
      for (const [i, row] of [...inside.children].entries()) {
        const item = items[i];
        if (item && row instanceof HTMLElement) renewPlaces(row, item);
      }
    },
  });
  return element;
}

/** The places that lines were told last: after most keys they are the same. */
const placesOf = new WeakMap<HTMLElement, string>();

/** Tells a built line which item it shows, and its paragraphs which numbers they have now. */
export function renewPlaces(line: HTMLElement, item: Item): void {
  const numbers = SIDES.flatMap((side) => item[side].map(({ number }) => number));
  const places = [item.index, ...numbers].join();
  if (placesOf.get(line) === places) return;
  placesOf.set(line, places);
  setDatum(line, 'item', item.index);
  for (const side of SIDES) {
    const blocks = line.querySelectorAll<HTMLElement>(`.cell.${side} > .block`);
    for (const [i, { number }] of item[side].entries()) {
      const block = blocks[i];
      if (block && number !== null) setDatum(block, 'number', number);
    }
  }
}

/** Writing the same value again would make the browser check its styles. */
function setDatum({ dataset }: HTMLElement, name: string, value: number): void {
  if (dataset[name] !== String(value)) dataset[name] = String(value);
}
