// Long work → short tasks of the page, with progress, that can be stopped. Work is a generator that yields wherever it
// may rest; the same generator runs in one go where the work is short.

/** Work that yields the share of it that is done, from 0 to 1, wherever it may rest. */
export type Work<T> = Generator<number, T, void>;

export interface SliceOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** Milliseconds of work in one task: with what the page does besides, a frame of 60 a second is kept. */
const SLICE_MS = 10;

export function runAtOnce<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** @throws the signal's reason, where it is aborted meanwhile */
export async function runInSlices<T>(work: Work<T>, { signal, onProgress }: SliceOptions = {}): Promise<T> {
  let end = performance.now() + SLICE_MS;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < end) continue;
    onProgress?.(step.value);
    await nextTask();
    signal?.throwIfAborted();
    end = performance.now() + SLICE_MS;
  }
}

/** Lets the page answer keys and draw first. A timer would wait 4 ms each time. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
