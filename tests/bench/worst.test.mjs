// The worst inputs end, both ways round, and their reports still rebuild one text from the other. A tenth of the bench's
// lengths: what grows with the square of the length would already take a hundred times as long as it may.
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { WORST } from './prose.mjs';

/** Share of the bench's length, and seconds for one comparison and its check, with ample room for a busy machine. */
const PART = 0.1,
  PATIENCE = 60;

for (const name of Object.keys(WORST)) {
  test(name, async () => {
    const worker = new Worker(new URL('./worst-worker.mjs', import.meta.url), { workerData: { name, part: PART } });
    let timer;
    try {
      const outcome = await new Promise((resolve, reject) => {
        worker.on('message', resolve);
        worker.on('error', reject);
        timer = setTimeout(() => reject(new Error(`not done after ${PATIENCE} s`)), PATIENCE * 1000);
      });
      expect(typeof outcome.precise).toBe('boolean');
      expect(outcome.changes > 0).toBeTruthy();
    } finally {
      clearTimeout(timer);
      await worker.terminate();
    }
  });
}
