// Runs in the worker: turns the compiled module that comes as the first message into the message loop that
// www/wasm keeps. From then on Rust answers the messages, those that came meanwhile first, and this file is done.
import { compare, initSync, serve } from './glue.js';

/** Milliseconds without a job after which the worker makes itself warm, and between two rounds of that. */
const IDLE = 30;
/**
 * Rounds, and how often the pair is compared in one. A browser compiles a function well once it has run often, and for the page's own
 * instance at the same time. Measured in Chromium, at the first 40 keys in a pair of 4 KB and one of 10 KB, beside other work: a
 * comparison took 3 and 5 ms after these rounds, 8 and 24 ms without them (medians). A job waits for one round at most.
 */
const ROUNDS = 30;
const PER_ROUND = 20;
/** A pair that leads through most of the core. */
const PAIR = [
  'On 3 May, “the harbour” lay still.\n\nShe sailed for Naples at ten. Nobody waved.',
  'Nobody waved.\n\nOn 4 May, "the Harbor" lay very still, and she had sailed for Genoa at 11:30.',
] as const;

// A failure inside a promise would pass unheard; thrown again it reaches the page as the worker's error.
self.addEventListener('unhandledrejection', ({ reason }) =>
  setTimeout(() => {
    throw reason;
  }),
);

self.addEventListener(
  'message',
  ({ data }: MessageEvent<{ init: WebAssembly.Module }>) => {
    // Within this one turn: no message finds the loop not yet there.
    initSync({ module: data.init });
    serve();
    let rounds = 0;
    const warmUp = setInterval(() => {
      for (let times = 0; times < PER_ROUND; times++) compare(...PAIR);
      if (++rounds === ROUNDS) clearInterval(warmUp);
    }, IDLE);
    // What is compared for somebody makes it as warm.
    self.addEventListener('message', () => clearInterval(warmUp), { once: true });
  },
  { once: true },
);
