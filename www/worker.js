// Runs in the worker: turns the compiled module (or its address) that comes as the first message into the
// message loop that src/worker.rs keeps. From then on Rust answers the messages and this file is done.
import init, { serve } from './pkg/article_diff.js';

// A failure inside a promise would pass unheard; thrown again it reaches the page as the worker's error.
self.addEventListener('unhandledrejection', ({ reason }) => setTimeout(() => { throw reason; }));

self.addEventListener('message', async ({ data }) => {
  await init({ module_or_path: data.init });
  serve();
}, { once: true });
