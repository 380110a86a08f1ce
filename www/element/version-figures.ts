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

/** Milliseconds of rest before a version that somebody writes in is counted again. */
const REST = 500;

function figureOf({ stops }: Model): VersionFigure {
  const shown = stops.filter(filterFor(HIDDEN_BY_DEFAULT));
  return { changes: shown.length, facts: shown.filter(({ facts }) => facts.length).length };
}

export class VersionFigures {
  readonly #engine = new Engine();
  readonly #changed: () => void;
  /** What is to be compared for each version; null for the first one. */
  #jobs: (Job | null)[] = [];
  /** Null where there is none, and where it could not be counted; undefined until it is counted for the first time. */
  #figures: (VersionFigure | null | undefined)[] = [];
  /** The versions that are to be counted. */
  #due = new Set<number>();
  #resting: ReturnType<typeof setTimeout> | undefined;
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
    this.#jobs = [...jobs];
    this.#figures = jobs.map((job) => (job ? undefined : null));
    this.#due = new Set(jobs.flatMap((job, at) => (job ? [at] : [])));
    if (goesOn) this.start();
  }

  /** Some versions are other ones: they are counted again once nobody writes any more. Until then the earlier figures stay. */
  recount(jobs: ReadonlyMap<number, Job | null>): void {
    for (const [at, job] of jobs) {
      this.#jobs[at] = job;
      if (job) this.#due.add(at);
    }
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      if (this.#isRunning) this.start();
    }, REST);
  }

  start(): void {
    this.#isRunning = true;
    if (this.#idle === null && this.#due.size) {
      this.#idle = whenIdle(() => {
        this.#idle = null;
        void this.#countNext();
      });
    }
  }

  /** Ends what is being counted; what is counted stays. */
  stop(): void {
    this.#isRunning = false;
    clearTimeout(this.#resting);
    if (this.#idle !== null) dropIdle(this.#idle);
    this.#idle = null;
    this.#engine.close();
  }

  async #countNext(): Promise<void> {
    const [at] = this.#due;
    const job = at === undefined ? null : this.#jobs[at];
    if (at === undefined || !job || this.#engine.isBusy) return;
    let figure: VersionFigure | null = null;
    try {
      figure = figureOf((await compare(this.#engine, job)).model);
    } catch (error) {
      if (isCancelled(error)) return;
    }
    // Other versions may have come meanwhile, and this one may be another.
    if (this.#jobs[at] === job) {
      this.#figures[at] = figure;
      this.#due.delete(at);
      this.#changed();
    }
    if (this.#isRunning) this.start();
  }
}
