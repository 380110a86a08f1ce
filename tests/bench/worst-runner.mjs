// Compares the worst inputs one after the other, and gives one up that takes too long.
import { Worker } from 'node:worker_threads';

let worker = null;

/** What `worst-worker.mjs` answers to a job; an error if it takes more than `patience` milliseconds. */
export function run(job, patience) {
  worker ??= new Worker(new URL('./worst-worker.mjs', import.meta.url));
  const at = worker;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(reject, new Error(`not done after ${patience / 1000} s`)), patience);
    const end = (settle, value) => {
      clearTimeout(timer);
      at.removeAllListeners();
      if (settle === reject) stop();
      settle(value);
    };
    at.on('message', (answer) => end(resolve, answer));
    at.on('error', (error) => end(reject, error));
    at.postMessage(job);
  });
}

/** Ends the thread. */
export async function stop() {
  const at = worker;
  worker = null;
  await at?.terminate();
}
