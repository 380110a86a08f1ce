// Work that can wait until nobody else wants the thread.

/** Runs `work` when nothing else is to be done; where a browser cannot tell, a little later. */
export const whenIdle = globalThis.requestIdleCallback?.bind(globalThis) ?? ((work) => setTimeout(work, 30));
export const dropIdle = globalThis.cancelIdleCallback?.bind(globalThis) ?? clearTimeout.bind(globalThis);
