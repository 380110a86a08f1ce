// The worst inputs end, both ways round, and their reports still rebuild one text from the other. A tenth of the bench's
// lengths: what grows with the square of the length would already take a hundred times as long as it may.
import assert from 'node:assert/strict';
import test from 'node:test';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { WORST } from './prose.mjs';

/** Share of the bench's length, and seconds for one comparison and its check, with ample room for a busy machine. */
const PART = 0.1, PATIENCE = 60;

if (isMainThread) {
  for (const name of Object.keys(WORST)) {
    test(name, async () => {
      const worker = new Worker(new URL(import.meta.url), { workerData: name });
      let timer;
      try {
        const outcome = await new Promise((resolve, reject) => {
          worker.on('message', resolve);
          worker.on('error', reject);
          timer = setTimeout(() => reject(new Error(`not done after ${PATIENCE} s`)), PATIENCE * 1000);
        });
        assert.equal(typeof outcome.precise, 'boolean');
        assert.ok(outcome.changes > 0);
      } finally {
        clearTimeout(timer);
        await worker.terminate();
      }
    });
  }
} else {
  const { compare, ready } = await import('article-diff');
  const { runsOf } = await import('../quality/runs.mjs');
  await ready;
  const { before, after } = WORST[workerData](PART);
  const report = compare(before, after), mirror = compare(after, before);
  runsOf(report, before, after);
  runsOf(mirror, after, before);
  parentPort.postMessage({ precise: report.precise, changes: report.changes.length });
}
