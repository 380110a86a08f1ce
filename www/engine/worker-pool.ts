// Workers, which belong to one engine while they work for it and are put back when it is done: a page with ten widgets
// needs one worker, and cancelling one widget's job (which ends its worker) never touches another's.
import { whenIdle } from '../idle.js';
import { inlinedAssets, workerAddress } from './assets.js';
import { ArticleDiffError, messageOf } from './errors.js';
import { compileOnce } from './load.js';
import type { CompactReport } from './report.js';
import { workerUrl } from './trusted-types.js';

/** What the worker says of a job; which one, `job` tells. */
export interface Answer {
  job: number;
  progress?: { stage: string; done: number };
  error?: { name: string; message: string };
  report?: CompactReport;
}

/** Workers kept for the next job. More than that are needed only while so many jobs run at once. */
const SPARE = 2;
/** Milliseconds that a worker nobody waits for is put off while the page is busy: its file still belongs to the page's loading. */
const PUT_OFF = 200;

/** Milliseconds between two looks at a worker that is at work. Looks are counted, not time: a page that sleeps takes none. */
const LOOK = 1000;
/** Looks that a worker may stay silent while it loads, and while it compares. Its messages are its heartbeat. */
const SILENT_WHILE_LOADING = 15;
const SILENT_AT_WORK = 6;
/** UTF-16 units of both texts for which a worker may be silent for one look more: the stages of large texts take longer. */
const UNITS_PER_LOOK = 100_000;

/** All workers that live, idle or at work. */
const living = new Set<PooledWorker>();

/** A worker with the compiled module. `onanswer` and `onfailure` belong to whoever works with it. */
export class PooledWorker {
  onanswer: ((answer: Answer) => void) | null = null;
  onfailure: ((failure: ArticleDiffError) => void) | null = null;
  /** Whether the worker has answered. */
  isUp = false;
  /** Whether nobody works with it. */
  isIdle = true;
  /** Resolves as soon as jobs may be posted: they wait behind the module, and the worker need not be up for that. */
  readonly open: Promise<void>;
  #worker: Worker;
  #looks: ReturnType<typeof setInterval> | undefined;
  #silent = 0;

  constructor() {
    try {
      this.#worker = new Worker(workerUrl(), { type: inlinedAssets() ? 'classic' : 'module', name: 'article-diff' });
    } catch (error) {
      throw new ArticleDiffError('no-worker', `the worker could not be started: ${messageOf(error)}`, { cause: error });
    }
    living.add(this);
    this.#worker.onmessage = ({ data }: MessageEvent<Answer | { ready: true }>) => {
      this.#silent = 0;
      if ('ready' in data) this.isUp = true;
      else this.onanswer?.(data);
    };
    // A panic of the core traps in the worker and arrives here, as does a worker that cannot be loaded.
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#fail(
        this.isUp
          ? new ArticleDiffError('broken', event.message || 'the comparison stopped')
          : new ArticleDiffError('no-worker', event.message || `the worker ${nameOfWorker()} could not be loaded`),
      );
    };
    this.#worker.onmessageerror = () => this.#fail(new ArticleDiffError('failed', 'the answer could not be read'));
    this.open = compileOnce().then(
      (module) => this.#worker.postMessage({ init: module }),
      (error: ArticleDiffError) => {
        this.#fail(error);
        throw error;
      },
    );
    this.open.catch(() => {});
  }

  /** Sends a job, and watches over the worker until it is given back or ends. */
  work(job: { job: number; before: string; after: string; formats?: Uint32Array; options: object }): void {
    this.#worker.postMessage(job);
    const more = Math.floor((job.before.length + job.after.length) / UNITS_PER_LOOK);
    this.#silent = 0;
    this.#looks = setInterval(() => {
      this.#silent += 1;
      if (this.#silent > (this.isUp ? SILENT_AT_WORK : SILENT_WHILE_LOADING) + more) {
        this.#fail(
          this.isUp
            ? new ArticleDiffError('no-answer', 'the worker gave no sign of life')
            : new ArticleDiffError('no-worker', `the worker ${nameOfWorker()} did not start`),
        );
      }
    }, LOOK);
  }

  /** Nobody waits for it any more. */
  rest(): void {
    clearInterval(this.#looks);
    this.onanswer = this.onfailure = null;
  }

  end(): void {
    clearInterval(this.#looks);
    living.delete(this);
    this.#worker.terminate();
  }

  #fail(failure: ArticleDiffError): void {
    this.end();
    this.onfailure?.(failure);
  }
}

/** Where the worker is, for messages. */
const nameOfWorker = (): string => (inlinedAssets() ? 'in the script' : workerAddress());

/** Workers that wait for work. */
const idle = (): PooledWorker[] => [...living].filter((worker) => worker.isIdle);

/** A worker that waits for work, one that answers at once before all others, or a new one. Throws with the code `no-worker`. */
export function takeWorker(): PooledWorker {
  const waiting = idle();
  const worker = waiting.find(({ isUp }) => isUp) ?? waiting[0] ?? new PooledWorker();
  worker.isIdle = false;
  return worker;
}

/** @param isWorn whether it shall not be used again */
export function giveBack(worker: PooledWorker, isWorn: boolean): void {
  worker.rest();
  if (isWorn || idle().length >= SPARE) worker.end();
  else worker.isIdle = true;
}

/** Whether a worker that answers at once waits for work. */
export const hasWorkerUp = (): boolean => idle().some(({ isUp }) => isUp);

/** Starts a worker for the next job as soon as the page has nothing else to do, where there is none. */
export function startWhenIdle(): void {
  whenIdle(
    () => {
      // What stands in its way is told by the first job that wants one.
      if (!living.size) {
        try {
          new PooledWorker();
        } catch {
          // The first job will say what is wrong.
        }
      }
    },
    { timeout: PUT_OFF },
  );
}
