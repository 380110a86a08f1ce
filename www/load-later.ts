// A part of the program that is not needed at once → the same part, loaded while the page is idle or when it is asked for.
import { PartError } from './engine/errors.js';
import { whenIdle } from './idle.js';

/** Milliseconds after which a page that is never idle loads its parts all the same. */
const LONGEST_WAIT = 2000;

/** Calls back once the page has loaded: what is asked for before that puts the event `load` off. */
function whenLoaded(then: () => void): void {
  if (globalThis.document && document.readyState !== 'complete') addEventListener('load', then, { once: true });
  else then();
}

let needed: Promise<unknown> = Promise.resolve();

/** From now on no part is loaded before it is asked for, until this is there: it would take its share of a slow line. */
export function loadBehind(promise: Promise<unknown>): void {
  needed = promise;
}

export class LaterPart<Module> {
  readonly #import: () => Promise<Module>;
  #loading: Promise<Module> | undefined;
  #module: Module | undefined;
  #isPlanned = false;

  /** @param load says `import('./name.js')` with the name written out, so that every bundler finds the file */
  constructor(load: () => Promise<Module>) {
    this.#import = load;
  }

  /** The part, if it is here already: for what has to be done within one event. */
  get loaded(): Module | undefined {
    return this.#module;
  }

  /**
   * A part that could not be loaded is asked for again the next time.
   * @throws {ArticleDiffError} 'load-failed'
   */
  load(): Promise<Module> {
    this.#loading ??= this.#import().then(
      (module) => (this.#module = module),
      (error: unknown) => {
        this.#loading = undefined;
        throw new PartError(error);
      },
    );
    return this.#loading;
  }

  /** Loads it while nothing else is to do: a page that has loaded makes no request, and works without a network. */
  loadWhenIdle(): void {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    // What cannot be had now may be there when it is needed; until then nobody misses it.
    const load = (): void => void this.load().catch(() => {});
    void needed.then(() => whenLoaded(() => whenIdle(load, { timeout: LONGEST_WAIT })));
  }
}
