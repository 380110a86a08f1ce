// Runs work that can wait until nothing else needs the thread.

type IdleWork = (deadline?: IdleDeadline) => void;

/** Runs `work` when the page is idle; in a browser that cannot tell, a little later. Returns a handle for `dropIdle`. */
export const whenIdle: (work: IdleWork, options?: IdleRequestOptions) => number =
  globalThis.requestIdleCallback?.bind(globalThis) ?? ((work: IdleWork) => Number(setTimeout(work, 30)));

export const dropIdle: (handle: number) => void =
  globalThis.cancelIdleCallback?.bind(globalThis) ?? ((handle: number) => clearTimeout(handle));

/** Milliseconds of one slice of work in idle time: half a frame. */
export const SLICE = 8;
