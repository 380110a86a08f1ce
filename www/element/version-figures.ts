// Versions of one story → what each brought: how many changes, and how many of them are of facts. They are counted one after the other
// while the page has nothing else to do.
import { Engine } from '../engine/engine.js';
import { isCancelled } from '../engine/errors.js';
import { dropIdle, whenIdle } from '../idle.js';
import { HIDDEN_BY_DEFAULT, filterFor } from '../view/model/filters.js';
import type { Model } from '../view/model/types.js';
import type { VersionFigure } from '../view/versions-bar.js';
import { compare } from './comparison.js';
import type { Job } from './controller.js';

export type { VersionFigure } from '../view/versions-bar.js';

function figureOf({ stops }: Model): VersionFigure {
  const shown = stops.filter(filterFor(HIDDEN_BY_DEFAULT));
  return { changes: shown.length, facts: shown.filter(({ facts }) => facts.length).length };
}

export class VersionFigures {
  readonly #engine = new Engine();
  readonly #changed: () => void;
  /** What is to be compared for each version; null for the first one. */
  #jobs: readonly (Job | null)[] = [];
  /** Null where there is none, and where it could not be counted; undefined until it is counted. */
  #figures: (VersionFigure | null | undefined)[] = [];
  #idle: number | null = null;
  #isRunning = false;

  /** `changed` is called with each figure that is there. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get figures(): readonly (VersionFigure | null | undefined)[] {
    return this.#figures;
  }

  /** Other versions are to be counted. */
  reset(jobs: readonly (Job | null)[]): void {
    const goesOn = this.#isRunning;
    this.stop();
    this.#jobs = jobs;
    this.#figures = jobs.map((job) => (job ? undefined : null));
    if (goesOn) this.start();
  }

  start(): void {
    this.#isRunning = true;
    if (this.#idle === null && this.#figures.includes(undefined)) {
      this.#idle = whenIdle(() => {
        this.#idle = null;
        void this.#countNext();
      });
    }
  }

  /** Ends what is being counted; what is counted stays. */
  stop(): void {
    this.#isRunning = false;
    if (this.#idle !== null) dropIdle(this.#idle);
    this.#idle = null;
    this.#engine.close();
  }

  async #countNext(): Promise<void> {
    const figures = this.#figures;
    const at = figures.indexOf(undefined);
    const job = this.#jobs[at];
    if (!job || this.#engine.isBusy) return;
    try {
      const { model } = await compare(this.#engine, job, () => undefined);
      figures[at] = figureOf(model);
    } catch (error) {
      if (isCancelled(error)) return;
      figures[at] = null;
    }
    // Other versions may have come meanwhile.
    if (figures !== this.#figures) return;
    this.#changed();
    if (this.#isRunning) this.start();
  }
}
