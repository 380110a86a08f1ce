// Turns two texts into a report, off the main thread. Knows nothing of the page: no DOM, no element.
//
// One compiled wasm module serves every engine of the page. A worker belongs to one engine while it works for it and
// is put back when it is done: a page with ten widgets needs one worker, and cancelling one widget's job (which ends
// its worker) never touches another's.
import { workerUrl } from './trusted.js';

import { decode } from './report.js';

const WORKER_URL = new URL('./pkg/worker.js', import.meta.url).href;
const WASM_URL = new URL('./pkg/article_diff_bg.wasm', import.meta.url).href;

/** Milliseconds a running job may still take once a newer one waits; after that its worker is replaced. */
const PATIENCE = 300;
/** UTF-16 units of both texts above which a worker is not used again: wasm memory never shrinks. */
const LARGE = 4_000_000;
/** Workers kept for the next job. More than that are needed only while so many jobs run at once. */
const SPARE = 2;

/** What an engine rejects with. `name` says which kind: 'Cancelled', 'Panic', 'Unavailable', 'BadOptions', … */
export class EngineError extends Error {
  /** @param {string} name  @param {string} message */
  constructor(name, message) {
    super(message);
    this.name = name;
  }
}

/** @type {Promise<WebAssembly.Module> | null} */
let compiled = null;

/** The wasm, fetched and compiled once per page; a failure is forgotten, so that the next job tries again. */
export function compileOnce() {
  compiled ??= (async () => {
    const response = await fetch(WASM_URL);
    if (!response.ok) throw new EngineError('Unavailable', `${response.status} for ${WASM_URL}`);
    // compileStreaming refuses any other type; many plain servers send one.
    if (/^application\/wasm\b/i.test(response.headers.get('content-type') ?? '')) {
      return WebAssembly.compileStreaming(response);
    }
    return WebAssembly.compile(await response.arrayBuffer());
  })();
  compiled.catch(() => { compiled = null; });
  return compiled;
}

/** A live worker, made ready with the compiled wasm. `onanswer` and `onfail` belong to whoever works with it. */
class Lane {
  onanswer = null;
  onfail = null;
  #worker;

  constructor() {
    try {
      this.#worker = new Worker(workerUrl(WORKER_URL), { type: 'module', name: 'article-diff' });
    } catch (error) {
      throw new EngineError('Unavailable', `the worker could not be started: ${error.message}`);
    }
    /** Resolves when the worker answers. */
    this.ready = new Promise((resolve, reject) => {
      let up = false;
      this.#worker.onmessage = ({ data }) => {
        if (data.ready) { up = true; resolve(); } else this.onanswer?.(data);
      };
      // A panic of the core traps in the worker and arrives here, as does a worker that cannot be loaded.
      this.#worker.onerror = (event) => {
        event.preventDefault?.();
        const error = up ? new EngineError('Panic', event.message || 'the comparison stopped')
          : new EngineError('Unavailable', event.message || `the worker ${WORKER_URL} could not be loaded`);
        this.end();
        reject(error);
        this.onfail?.(error);
      };
      compileOnce().then((module) => this.#worker.postMessage({ init: module }), (error) => {
        this.end();
        reject(error instanceof EngineError ? error : new EngineError('Unavailable', error.message));
      });
    });
    this.ready.catch(() => {});
  }

  post(message) { this.#worker.postMessage(message); }

  end() {
    this.ended = true;
    this.#worker.terminate();
  }
}

/** Lanes that wait for work. @type {Lane[]} */
const spare = [];

function takeLane() {
  let lane;
  do lane = spare.pop(); while (lane?.ended);
  return lane ?? new Lane();
}

function giveBack(lane, worn) {
  lane.onanswer = lane.onfail = null;
  if (lane.ended) return;
  if (worn || spare.length >= SPARE) lane.end();
  else spare.push(lane);
}

/** Makes a worker ready before the first job. Rejects with an EngineError that says why it cannot. */
export async function warmUp() {
  if (!spare.some((lane) => !lane.ended)) spare.push(new Lane());
  await spare.at(-1).ready;
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

  /** Ends what is running at once, and makes a fresh worker ready for the next job. */
  cancel() {
    if (!this.busy) return;
    this.#drop(new EngineError('Cancelled', 'the comparison was cancelled'));
    warmUp().catch(() => {});
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
    try {
      const lane = takeLane();
      job.lane = lane;
      lane.onfail = fail;
      await lane.ready;
      if (this.#running !== job) return;   // overtaken or cancelled while the worker woke up
      lane.onanswer = (answer) => this.#receive(job, answer);
      const { number, before, after, options } = job;
      lane.post({ job: number, before, after, options });
    } catch (error) {
      // Options that cannot be cloned arrive here, too.
      fail(error instanceof EngineError ? error : new EngineError('BadOptions', error.message));
    }
  }

  #receive(job, { job: number, progress, error, numbers }) {
    if (job !== this.#running || number !== job.number) return;
    if (progress) return job.onprogress?.(progress);
    this.#finish(() => {
      if (error?.name === 'Panic') job.lane.end();   // a broken instance answers nothing right again
      if (error) job.reject(new EngineError(error.name, error.message));
      else job.resolve(decode(numbers));
    });
    this.#next();
  }
}

const overtaken = () => new EngineError('Cancelled', 'a newer comparison took its place');
