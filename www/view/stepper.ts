// The shown stops in the order of reading → the one that the reader is at.
import { filterFor, type Filter } from './model/filters.js';
import { homeItem, inReadingOrder } from './model/stops.js';
import type { Model, Stop } from './model/types.js';

export class Stepper {
  #stops: readonly Stop[] = [];
  #index = -1;

  get stops(): readonly Stop[] {
    return this.#stops;
  }

  /** The place of the current stop among the shown ones; −1 for none. */
  get index(): number {
    return this.#index;
  }

  get current(): Stop | null {
    return this.#stops[this.#index] ?? null;
  }

  /** Chooses the shown stops. `keepCurrent`: the current one stays current if it is still shown. */
  show(model: Model, hide: readonly Filter[], keepCurrent: boolean): void {
    const current = keepCurrent ? this.current : null;
    this.#stops = inReadingOrder(model.stops.filter(filterFor(hide)));
    this.#index = current ? this.#stops.indexOf(current) : -1;
  }

  /** Makes the first stop current that `isWanted`. Tells whether there is one. */
  goTo(isWanted: (stop: Stop) => boolean): boolean {
    const index = this.#stops.findIndex(isWanted);
    if (index >= 0) this.#index = index;
    return index >= 0;
  }

  /** Makes the next (1) or the previous (−1) stop current; `firstItem` is the first item in view, where one is. */
  step(by: 1 | -1, firstItem: number | undefined): void {
    const n = this.#stops.length;
    if (n) this.#index = this.#index < 0 ? this.#firstStep(by, firstItem) : (this.#index + by + n) % n;
  }

  /** The stop to step to where none is current: the first one in view or after it, or the one before that. */
  #firstStep(by: 1 | -1, firstItem: number | undefined): number {
    const n = this.#stops.length;
    const first = firstItem === undefined ? 0 : this.#stops.findIndex((stop) => homeItem(stop) >= firstItem);
    if (by > 0) return Math.max(first, 0);
    return first < 0 ? n - 1 : (first - 1 + n) % n;
  }
}
