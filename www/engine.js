// Turns two texts into a report, off the main thread. Knows nothing of the page: no DOM, no element.
//
// One compiled wasm module serves every engine of the page; each engine has a worker of its own, so that
// cancelling one widget's job (which ends its worker) never touches another's.

const WORKER_URL = new URL('./worker.js', import.meta.url).href;
const WASM_URL = new URL('./pkg/article_diff_bg.wasm', import.meta.url).href;

/** Milliseconds a running job may still take once a newer one waits; after that its worker is replaced. */
const PATIENCE = 300;
/** Milliseconds without a job after which the worker is let go. */
const IDLE = 60_000;
/** UTF-16 units of both texts above which the worker is let go right after the job: wasm memory never shrinks. */
const LARGE = 4_000_000;

/** What an engine rejects with. `name` says which kind: 'Cancelled', 'Panic', 'Unavailable', 'BadOptions', … */
export class EngineError extends Error {
  /** @param {string} name  @param {string} message */
  constructor(name, message) {
    super(message);
    this.name = name;
  }
}

/** Under Trusted Types an address becomes a worker only through a policy. Two copies of this file share one. */
function trustedWorkerUrl() {
  const factory = globalThis.trustedTypes;
  if (!factory) return WORKER_URL;
  const key = Symbol.for('article-diff.policy');
  globalThis[key] ??= factory.createPolicy('article-diff', {
    createScriptURL(url) {
      if (/\/worker\.js$/.test(new URL(url).pathname)) return url;
      throw new TypeError(`article-diff starts no worker from ${url}`);
    },
  });
  return globalThis[key].createScriptURL(WORKER_URL);
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

/** One widget's line to its worker. The newest job wins; a job that it overtakes is rejected as 'Cancelled'. */
export class Engine {
  #worker = null;      // the live worker, or null
  #ready = null;       // promise: that worker answers
  #running = null;     // the job in the worker
  #waiting = null;     // the newest job that has not been sent
  #number = 0;
  #patience = 0;
  #idle = 0;

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
      const job = { number: ++this.#number, before, after, options, onprogress, resolve, reject };
      this.#waiting?.reject(new EngineError('Cancelled', 'a newer comparison took its place'));
      this.#waiting = job;
      if (!this.#running) this.#next();
      else if (!this.#patience) this.#patience = setTimeout(() => this.#overtake(), PATIENCE);
    });
  }

  /** Ends what is running at once; a fresh worker is made ready for the next job. */
  cancel() {
    const ended = [this.#running, this.#waiting];
    this.#running = this.#waiting = null;
    if (ended[0]) {
      this.#dismiss();
      this.#start().catch(() => {});
    }
    for (const job of ended) job?.reject(new EngineError('Cancelled', 'the comparison was cancelled'));
  }

  /** Ends everything and gives the memory back. The engine may be used again. */
  close() {
    const ended = [this.#running, this.#waiting];
    this.#running = this.#waiting = null;
    this.#dismiss();
    for (const job of ended) job?.reject(new EngineError('Cancelled', 'the widget was taken away'));
  }

  /** Makes the worker ready before the first job; says why when it cannot. */
  warm() { return this.#start(); }

  #overtake() {
    this.#patience = 0;
    if (!this.#running || !this.#waiting) return;
    const slow = this.#running;
    this.#running = null;
    this.#dismiss();
    slow.reject(new EngineError('Cancelled', 'a newer comparison took its place'));
    this.#next();
  }

  #start() {
    if (this.#worker) return this.#ready;
    let worker;
    try {
      worker = new Worker(trustedWorkerUrl(), { type: 'module', name: 'article-diff' });
    } catch (error) {
      return Promise.reject(new EngineError('Unavailable', `the worker could not be started: ${error.message}`));
    }
    this.#worker = worker;
    this.#ready = new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => (data.ready ? resolve() : this.#receive(data));
      // A panic of the core traps in the worker and arrives here, as does a worker that cannot be loaded.
      worker.onerror = (event) => {
        event.preventDefault?.();
        const error = this.#running?.sent
          ? new EngineError('Panic', event.message || 'the comparison stopped')
          : new EngineError('Unavailable', event.message || `the worker ${WORKER_URL} could not be loaded`);
        reject(error);
        if (this.#worker === worker) this.#fail(error);
      };
      compileOnce().then((module) => worker.postMessage({ init: module }), (error) => {
        reject(new EngineError('Unavailable', error.message));
        if (this.#worker === worker) this.#dismiss();
      });
    });
    this.#ready.catch(() => {});
    return this.#ready;
  }

  async #next() {
    const job = this.#waiting;
    if (!job) return this.#rest();
    this.#waiting = null;
    this.#running = job;
    clearTimeout(this.#idle);
    try {
      await this.#start();
    } catch (error) {
      if (this.#running === job) this.#fail(error);
      return;
    }
    if (this.#running !== job) return;   // cancelled while the worker woke up
    job.sent = true;
    const { number, before, after, options } = job;
    try {
      this.#worker.postMessage({ job: number, before, after, options });
    } catch (error) {                    // options that cannot be cloned
      this.#running = null;
      job.reject(new EngineError('BadOptions', error.message));
      this.#next();
    }
  }

  #receive(data) {
    const job = this.#running;
    if (!job || data.job !== job.number) return;
    if (data.progress) return job.onprogress?.(data.progress);
    if (data.error?.name === 'Panic') return this.#fail(new EngineError('Panic', data.error.message));
    this.#running = null;
    clearTimeout(this.#patience);
    this.#patience = 0;
    if (job.before.length + job.after.length > LARGE) this.#dismiss();
    if (data.error) job.reject(new EngineError(data.error.name, data.error.message));
    else job.resolve(data.report);
    this.#next();
  }

  #fail(error) {
    const job = this.#running;
    this.#running = null;
    this.#dismiss();
    job?.reject(error);
    this.#next();
  }

  #rest() {
    clearTimeout(this.#idle);
    if (this.#worker) this.#idle = setTimeout(() => this.#dismiss(), IDLE);
  }

  #dismiss() {
    clearTimeout(this.#patience);
    clearTimeout(this.#idle);
    this.#patience = 0;
    this.#worker?.terminate();
    this.#worker = null;
    this.#ready = null;
  }
}
