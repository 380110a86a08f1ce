// A place in the model → the same place in the window, and back: it scrolls, and knows what is in view.
import { homeItem } from '../model/stops.js';
import { itemsOfLine, type Line } from '../model/folding.js';
import type { Stop } from '../model/types.js';
import type { Side } from '../../sides.js';
import { scrollAround } from '../dom.js';
import { hasMarks, openElisions } from './elision.js';
import { foldOf } from './folds.js';
import type { LazyList } from './lazy-list.js';
import { ScrollAnchor } from './scroll-anchor.js';

/** Indices of the first and the last item in view. */
export interface ItemRange {
  first: number;
  last: number;
}

/** A line at the upper edge of the window, to be put back there after the view was drawn anew. */
interface ScrollPlace {
  item: number;
  top: number;
}

export class Navigator {
  readonly #anchor = new ScrollAnchor();

  constructor(
    /** The box of the whole view. */
    private readonly box: HTMLElement,
    /** The box of the lines. */
    private readonly body: HTMLElement,
    private readonly lines: LazyList<Line>,
  ) {}

  /** Releases the element that the reader was taken to. */
  release(): void {
    this.#anchor.release();
  }

  /** The items in view, or null if there are none. */
  inView(): ItemRange | null {
    const rows = this.#rowsInView();
    const first = rows[0];
    const last = rows.at(-1);
    if (!first || !last) return null;
    return { first: firstItemOf(first), last: Number(last.dataset.item ?? last.dataset.last) };
  }

  /** The place of the reader; null above the text. */
  place(): ScrollPlace | null {
    if (this.box.getBoundingClientRect().top > this.#textTop()) return null;
    const row = this.#rowsInView()[0];
    return row ? { item: firstItemOf(row), top: row.getBoundingClientRect().top } : null;
  }

  restore({ item, top }: ScrollPlace): void {
    const row = this.#lineOf(item);
    if (row) scrollAround(this.box, row.getBoundingClientRect().top - top);
  }

  /** The same for the list of changes: the first change from the place on is shown. */
  restoreInList({ item }: ScrollPlace, stops: readonly Stop[]): void {
    const near = stops.find((stop) => homeItem(stop) >= item);
    if (near) this.#entryOf(near)?.scrollIntoView({ block: 'center' });
  }

  goToItem(item: number): void {
    const line = this.#lineOf(item);
    if (line) this.#anchor.hold(line);
  }

  /** Brings the entry of a stop in the list of changes into view. */
  goToEntry(stop: Stop): void {
    const entry = this.#entryOf(stop);
    if (entry) this.#anchor.hold(entry);
  }

  /** Opens the fold that hides an item, and returns the element of the item. */
  reveal(item: number): HTMLElement | null {
    const line = this.#lineOf(item);
    if (line) foldOf(line)?.open();
    return this.#rowOf(item) ?? line;
  }

  /** Brings the mark of a stop into view, on one side of it if possible. `beforeScroll` runs once the mark is built. */
  goToStop(stop: Stop, side: Side, beforeScroll: () => void): void {
    const item = stop.item[side] >= 0 ? stop.item[side] : homeItem(stop);
    const row = this.reveal(item);
    if (!row) return;
    const find = (inside: string) => row.querySelector(`${inside}[data-stop="${stop.id}"]`);
    const ofSide = `.cell.${side} `;
    openElisions(row, (button) => hasMarks(button) && !find(button.closest(ofSide) ? ofSide : ''));
    const mark = find(ofSide) ?? find('') ?? row;
    beforeScroll();
    this.#anchor.hold(mark);
  }

  /** Brings a range into view, or the row that it should be in. What is in sight already stays where it is. */
  goToRange(range: Range | null, row: Element): void {
    const box = (range ?? row).getBoundingClientRect();
    if (box.top >= this.#textTop() && box.bottom <= innerHeight) return;
    this.#anchor.hold(range?.startContainer.parentElement?.closest('.block') ?? row);
    // A long paragraph in the middle of the window may still have the range outside of it.
    const now = (range ?? row).getBoundingClientRect();
    if (now.top >= this.#textTop() && now.bottom <= innerHeight) return;
    this.#anchor.release();
    scrollAround(this.box, now.top - (this.#textTop() + innerHeight) / 2);
  }

  #entryOf(stop: Stop): Element | null {
    return this.box.querySelector(`[data-entry="${stop.id}"]`);
  }

  #rowOf(item: number): HTMLElement | null {
    return this.body.querySelector<HTMLElement>(`[data-item="${item}"]`);
  }

  /** The line that shows an item, or the fold that hides it. It is built if need be. */
  #lineOf(item: number): HTMLElement | null {
    this.lines.reach((line) => itemsOfLine(line).some(({ index }) => index === item));
    const row = this.#rowOf(item);
    if (row) return row.checkVisibility() ? row : row.closest<HTMLElement>('.fold-box');
    const folds = [...this.body.querySelectorAll<HTMLElement>('.fold-box')];
    return folds.find(({ dataset }) => item >= Number(dataset.first) && item <= Number(dataset.last)) ?? null;
  }

  /** Built lines in the window. Only the chunks are measured first: a book has thousands of lines. */
  #rowsInView(): HTMLElement[] {
    const top = this.#textTop();
    const isInView = (element: Element) => {
      const box = element.getBoundingClientRect();
      return box.bottom > top + 1 && box.top < innerHeight - 1;
    };
    return [...this.body.querySelectorAll(':scope > .chunk')]
      .filter(isInView)
      .flatMap((chunk) => [...chunk.children])
      .filter((row): row is HTMLElement => row instanceof HTMLElement && isInView(row));
  }

  /** The upper edge of what can be seen of the text: below the toolbar, which stays at the top of the window. */
  #textTop(): number {
    const root = this.box.getRootNode();
    const toolbar = root instanceof ShadowRoot ? root.querySelector('.bar') : null;
    return toolbar ? Math.max(0, toolbar.getBoundingClientRect().bottom) : 0;
  }
}

const firstItemOf = ({ dataset }: HTMLElement): number => Number(dataset.item ?? dataset.first);
