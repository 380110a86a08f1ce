// Runs in the worker: turns the compiled module that comes as the first message into the message loop that
// www/wasm keeps. From then on Rust answers the messages, those that came meanwhile first, and this file is done.
import { compare, initSync, serve } from './glue.js';

/** Milliseconds without a job after which the worker makes itself warm. */
const IDLE = 30;
/** A pair that leads through most of the core, so that the browser has compiled it when the first job comes. */
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
    const warmUp = setTimeout(() => compare(...PAIR), IDLE);
    self.addEventListener('message', () => clearTimeout(warmUp), { once: true });
  },
  { once: true },
);
