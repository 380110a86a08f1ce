// The worst inputs, compared in a thread of their own, which can be ended.
import { parentPort } from 'node:worker_threads';
import { compare, ready } from 'article-diff';
import { runsOf } from '../quality/runs.mjs';
import { WORST } from './worst.mjs';

await ready;
parentPort.on('message', ({ name, bytes, check }) => {
  const { before, after } = WORST[name](bytes),
    start = performance.now(),
    report = compare(before, after),
    ms = performance.now() - start;
  if (check) {
    runsOf(report, before, after);
    runsOf(compare(after, before), after, before);
  }
  parentPort.postMessage({ ms, precise: report.precise, changes: report.changes.length });
});
