// Workers, which belong to one engine while they work for it and are put back when it is done: a page with ten widgets
// needs one worker, and cancelling one widget's job (which ends its worker) never touches another's.
import { compileOnce } from './compiled.js';
import { EngineError } from './failure.js';
import { whenIdle } from './idle.js';
import { workerUrl } from './trusted.js';

const WORKER_URL = new URL('./pkg/worker.js', import.meta.url).href;

/** Workers kept for the next job. More than that are needed only while so many jobs run at once. */
const SPARE = 2;
/** Milliseconds that a worker nobody waits for is put off while the page is busy: its file still belongs to the page's loading. */
const PUT_OFF = 200;

/** All lanes that live, idle or at work. @type {Set<Lane>} */
const living = new Set();

/** A worker with the compiled wasm. `onanswer` and `onfail` belong to whoever works with it. */
class Lane {
  onanswer = null;
  onfail = null;
  #worker;
  /** Whether the worker has answered. */
  up = false;
  /** Whether nobody works with it. */
  idle = true;

  constructor() {
    try {
      this.#worker = new Worker(workerUrl(WORKER_URL), { type: 'module', name: 'article-diff' });
    } catch (error) {
      throw new EngineError('Unavailable', `the worker could not be started: ${error.message}`);
    }
    living.add(this);
    this.#worker.onmessage = ({ data }) => {
      if (data.ready) this.up = true;
      else this.onanswer?.(data);
    };
    // A panic of the core traps in the worker and arrives here, as does a worker that cannot be loaded.
    this.#worker.onerror = (event) => {
      event.preventDefault?.();
      this.#fail(this.up ? new EngineError('Panic', event.message || 'the comparison stopped')
        : new EngineError('Unavailable', event.message || `the worker ${WORKER_URL} could not be loaded`));
    };
    /** Resolves as soon as jobs may be posted: they wait behind the module, and the worker need not be up for that. */
    this.open = compileOnce().then((module) => this.post({ init: module }), (error) => {
      this.#fail(error);
      throw error;
    });
    this.open.catch(() => {});
  }

  post(message) { this.#worker.postMessage(message); }

  #fail(error) {
    this.end();
    this.onfail?.(error);
  }

  end() {
    living.delete(this);
    this.#worker.terminate();
  }
}

/** Lanes that wait for work. */
const idle = () => [...living].filter((lane) => lane.idle);

/** A lane that waits for work, one that answers at once before all others, or a new one. */
export function takeLane() {
  const waiting = idle();
  const lane = waiting.find((one) => one.up) ?? waiting[0] ?? new Lane();
  lane.idle = false;
  return lane;
}

export function giveBack(lane, worn) {
  lane.onanswer = lane.onfail = null;
  if (worn || idle().length >= SPARE) lane.end();
  else lane.idle = true;
}

/** Whether a worker that answers at once waits for work. */
export const isUp = () => idle().some((lane) => lane.up);

/** Starts a worker for the next job as soon as the page has nothing else to do, where there is none. */
export function startWhenIdle() {
  whenIdle(() => {
    // What stands in its way is told by the first job that wants one.
    if (!living.size) try { new Lane(); } catch { /* as said */ }
  }, { timeout: PUT_OFF });
}
