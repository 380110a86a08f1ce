// Compares the worst inputs one after the other, and gives one up that takes too long.
import { Worker } from 'node:worker_threads';

let worker = null;

/** What `worst-worker.mjs` answers to a job; an error if it takes more than `patience` milliseconds. */
export function run(job, patience) {
  worker ??= new Worker(new URL('./worst-worker.mjs', import.meta.url));
  const at = worker;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fails(new Error(`not done after ${patience / 1000} s`)), patience);
    const end = () => {
      clearTimeout(timer);
      at.off('message', answers).off('error', fails);
    };
    const answers = (answer) => {
      end();
      resolve(answer);
    };
    const fails = (error) => {
      end();
      stop();
      reject(error);
    };
    at.on('message', answers).on('error', fails);
    at.postMessage(job);
  });
}

/** Ends the thread. */
export async function stop() {
  const at = worker;
  worker = null;
  await at?.terminate();
}
