// Turns two texts into a report: off the main thread, but for short ones that are quick or come before a worker is there, and
// where no worker can be had. Knows nothing of the page: no DOM, no element.
import { inputOf, type ArticleDocument, type Input } from './document.js';
import { ArticleDiffError, asArticleDiffError } from './errors.js';
import { compareHere } from './instance.js';
import { compileOnce } from './load.js';
import { compareOnPage, isQuick, isShort, noteTime, prepare } from './main-thread.js';
import { decode } from './report.js';
import type { Options, Progress, Report } from './types.js';
import { giveBack, hasWorkerUp, startWhenIdle, takeWorker, type Answer, type PooledWorker } from './worker-pool.js';

/** Milliseconds a running job may still take once a newer one waits; after that its worker is replaced. */
const PATIENCE = 300;
/** UTF-16 units of both texts above which a worker is not used again: wasm memory never shrinks. */
const LARGE = 4_000_000;
/** Workers that a job is given to before it counts as failed: one may have died unseen, or have been stopped by the browser. */
const ATTEMPTS = 2;

interface Job {
  number: number;
  input: Input;
  options: Options;
  onprogress?: (progress: Progress) => void;
  resolve: (report: Report) => void;
  reject: (error: ArticleDiffError) => void;
  worker: PooledWorker | null;
  attempts: number;
  /** When its worker was asked, in milliseconds. */
  sent: number;
}

/**
 * Makes the page ready for its first job, and a worker for those that follow. Rejects with an ArticleDiffError.
 * @param meanwhile work that fits into the time that this takes
 */
export async function warmUp(meanwhile?: () => void): Promise<void> {
  await prepare(await compileOnce(meanwhile));
  startWhenIdle();
}

/** One widget's line to the comparison. The newest job wins; a job that it overtakes is rejected as `cancelled`. */
export class Engine {
  /** The job that is at work. */
  #running: Job | null = null;
  /** The newest job that is not yet at work. */
  #waiting: Job | null = null;
  #number = 0;
  #patience: ReturnType<typeof setTimeout> | undefined;

  /** True while a job is running or waiting. */
  get isBusy(): boolean {
    return Boolean(this.#running || this.#waiting);
  }

  /** Compares two texts or documents. Rejects with an ArticleDiffError. */
  compare(
    before: string | ArticleDocument,
    after: string | ArticleDocument,
    { options = {}, onprogress }: { options?: Options; onprogress?: (progress: Progress) => void } = {},
  ): Promise<Report> {
    return new Promise((resolve, reject) => {
      const input = inputOf(before, after);
      this.#waiting?.reject(overtaken());
      const number = ++this.#number;
      this.#waiting = { number, input, options, onprogress, resolve, reject, worker: null, attempts: 0, sent: 0 };
      if (!this.#running) void this.#next();
      else this.#patience ??= setTimeout(() => this.#overtake(), PATIENCE);
    });
  }

  /** Ends what is running at once; a fresh worker is made ready for the next job. */
  cancel(): void {
    if (!this.isBusy) return;
    this.#drop(new ArticleDiffError('cancelled', 'the comparison was cancelled'));
    startWhenIdle();
  }

  /** Ends what is running; the engine may be used again. */
  close(): void {
    this.#drop(new ArticleDiffError('cancelled', 'the widget was taken away'));
  }

  #drop(reason: ArticleDiffError): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    const job = this.#takeOff();
    job?.worker?.end();
    job?.reject(reason);
    waiting?.reject(reason);
  }

  #overtake(): void {
    this.#patience = undefined;
    if (!this.#waiting) return;
    const job = this.#takeOff();
    job?.worker?.end();
    job?.reject(overtaken());
    void this.#next();
  }

  /** Takes the running job off; its worker waits for the next. */
  #takeOff(): Job | null {
    clearTimeout(this.#patience);
    this.#patience = undefined;
    const job = this.#running;
    this.#running = null;
    if (job?.worker) giveBack(job.worker, job.input.before.length + job.input.after.length > LARGE);
    return job;
  }

  async #next(): Promise<void> {
    const job = this.#waiting;
    if (!job || this.#running) return;
    this.#waiting = null;
    this.#running = job;
    try {
      if (isShort(job.input) && (isQuick() || !hasWorkerUp())) {
        await prepare(await compileOnce());
        // It may have been overtaken or cancelled while the module was on its way.
        if (this.#running !== job) return;
        const report = compareOnPage(job.input, job.options);
        if (report) return this.#finish(job, report);
      }
      await this.#giveToWorker(job);
    } catch (error) {
      // Options that cannot be sent arrive here, too.
      this.#fail(job, asArticleDiffError(error, 'invalid-option'));
    }
  }

  async #giveToWorker(job: Job): Promise<void> {
    job.attempts += 1;
    let worker: PooledWorker;
    try {
      worker = takeWorker();
    } catch {
      return this.#compareWithoutWorker(job);
    }
    job.worker = worker;
    worker.onfailure = (failure) => this.#afterFailure(job, failure);
    await worker.open;
    if (this.#running !== job || job.worker !== worker) return;
    worker.onanswer = (answer) => this.#receive(job, answer);
    const { number, input, options } = job;
    const { before, after, formats } = input;
    job.sent = performance.now();
    worker.work({ job: number, before, after, formats, options });
  }

  /** The worker of a job has ended: another one takes the job once; then the page, where none could be started at all. */
  #afterFailure(job: Job, failure: ArticleDiffError): void {
    if (this.#running !== job) return;
    job.worker = null;
    const mayHelp = failure.code === 'no-worker' || failure.code === 'no-answer';
    let next: Promise<void> | null = null;
    if (mayHelp && job.attempts < ATTEMPTS) next = this.#giveToWorker(job);
    else if (failure.code === 'no-worker') next = this.#compareWithoutWorker(job);
    if (!next) return this.#fail(job, failure);
    next.catch((error: unknown) => this.#fail(job, asArticleDiffError(error)));
  }

  /** Where a policy or another origin refuses every worker, the page compares texts of any length, and stands still meanwhile. */
  async #compareWithoutWorker(job: Job): Promise<void> {
    await prepare(await compileOnce());
    // Whoever waits is told so first.
    job.onprogress?.({ stage: 'start', done: 0 });
    await new Promise((resolve) => setTimeout(resolve, FRAMES));
    if (this.#running !== job) return;
    this.#finish(job, compareHere(job.input, job.options));
  }

  #receive(job: Job, { job: number, progress, error, report }: Answer): void {
    if (job !== this.#running || number !== job.number) return;
    if (progress) return job.onprogress?.(progress);
    if (error) return this.#fail(job, asArticleDiffError(error));
    if (!report) return;
    if (isShort(job.input)) noteTime(performance.now() - job.sent);
    this.#finish(job, decode(report, job.input.values));
  }

  #finish(job: Job, report: Report): void {
    if (this.#running !== job) return;
    this.#takeOff();
    job.resolve(report);
    void this.#next();
  }

  #fail(job: Job, error: ArticleDiffError): void {
    if (this.#running !== job) return;
    // A broken instance answers nothing right again.
    if (error.code === 'broken') job.worker?.end();
    this.#takeOff();
    job.reject(error);
    void this.#next();
  }
}

/** Milliseconds in which a browser paints what it was told: two frames. */
const FRAMES = 34;

const overtaken = (): ArticleDiffError => new ArticleDiffError('cancelled', 'a newer comparison took its place');
