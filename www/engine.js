// Turns two texts into a report: off the main thread, but for short ones that are quick or come before a worker is there.
// Knows nothing of the page: no DOM, no element.
import { compileOnce } from './compiled.js';
import { EngineError } from './failure.js';
import { giveBack, isUp, startWhenIdle, takeLane } from './lanes.js';
import { compareHere, isQuick, isShort, prepare } from './meanwhile.js';
import { decode } from './report.js';

export { EngineError };

/** Milliseconds a running job may still take once a newer one waits; after that its worker is replaced. */
const PATIENCE = 300;
/** UTF-16 units of both texts above which a worker is not used again: wasm memory never shrinks. */
const LARGE = 4_000_000;

/**
 * Makes the page ready for its first job, and a worker for those that follow. Rejects with an EngineError.
 * @param {() => void} [meanwhile] work that fits into the time that this takes
 */
export async function warmUp(meanwhile) {
  await prepare(await compileOnce(meanwhile));
  startWhenIdle();
}

/** One widget's line to the comparison. The newest job wins; a job that it overtakes is rejected as 'Cancelled'. */
export class Engine {
  #running = null;     // the job that has a lane
  #waiting = null;     // the newest job that has none yet
  #number = 0;
  #patience = 0;

  /** True while a job is running or waiting. */
  get busy() { return Boolean(this.#running || this.#waiting); }

  /**
   * Compares two texts. Rejects with an EngineError.
   * @param {string} before  @param {string} after
   * @param {{ options?: object, onprogress?: (progress: { stage: string, done: number }) => void }} [how]
   * @returns {Promise<import('./core.js').Report>}
   */
  compare(before, after, { options = {}, onprogress } = {}) {
    return new Promise((resolve, reject) => {
      this.#waiting?.reject(overtaken());
      this.#waiting = { number: ++this.#number, before, after, options, onprogress, resolve, reject };
      if (!this.#running) this.#next();
      else this.#patience ||= setTimeout(() => this.#overtake(), PATIENCE);
    });
  }

  /** Ends what is running at once; a fresh worker is made ready for the next job. */
  cancel() {
    if (!this.busy) return;
    this.#drop(new EngineError('Cancelled', 'the comparison was cancelled'));
    startWhenIdle();
  }

  /** Ends what is running; the engine may be used again. */
  close() {
    this.#drop(new EngineError('Cancelled', 'the widget was taken away'));
  }

  #drop(reason) {
    const waiting = this.#waiting;
    this.#waiting = null;
    this.#finish((job) => { job.lane?.end(); job.reject(reason); });
    waiting?.reject(reason);
  }

  #overtake() {
    this.#patience = 0;
    if (!this.#waiting) return;
    this.#finish((slow) => { slow.lane?.end(); slow.reject(overtaken()); });
    this.#next();
  }

  /** Takes the running job off, and does with it what is to be done. */
  #finish(settle) {
    clearTimeout(this.#patience);
    this.#patience = 0;
    const job = this.#running;
    this.#running = null;
    if (!job) return;
    settle(job);
    if (job.lane) giveBack(job.lane, job.before.length + job.after.length > LARGE);
  }

  async #next() {
    const job = this.#waiting;
    if (!job || this.#running) return;
    this.#waiting = null;
    this.#running = job;
    const fail = (error) => {
      if (this.#running !== job) return;
      this.#finish(() => job.reject(error));
      this.#next();
    };
    const { number, before, after, options } = job;
    try {
      if (isShort(before, after) && (isQuick() || !isUp())) {
        await prepare(await compileOnce());
        if (this.#running !== job) return;   // overtaken or cancelled while the module was on its way
        const report = compareHere(before, after, options);
        if (report) return this.#receive(job, { job: number, report });
      }
      const lane = takeLane();
      job.lane = lane;
      lane.onfail = fail;
      await lane.open;
      if (this.#running !== job) return;
      lane.onanswer = (answer) => this.#receive(job, answer);
      lane.post({ job: number, before, after, options });
    } catch (error) {
      // Options that cannot be cloned arrive here, too.
      fail(error instanceof EngineError ? error : new EngineError('BadOptions', error.message));
    }
  }

  #receive(job, { job: number, progress, error, report }) {
    if (job !== this.#running || number !== job.number) return;
    if (progress) return job.onprogress?.(progress);
    this.#finish(() => {
      if (error?.name === 'Panic') job.lane.end();   // a broken instance answers nothing right again
      if (error) job.reject(new EngineError(error.name, error.message));
      else job.resolve(decode(report));
    });
    this.#next();
  }
}

const overtaken = () => new EngineError('Cancelled', 'a newer comparison took its place');
