// One of the worst inputs, compared both ways round in a thread of its own, which can be ended.
import { parentPort, workerData } from 'node:worker_threads';
import { compare, ready } from 'article-diff';
import { runsOf } from '../quality/runs.mjs';
import { WORST } from './prose.mjs';

await ready;
const { before, after } = WORST[workerData.name](workerData.part);
const report = compare(before, after),
  mirror = compare(after, before);
runsOf(report, before, after);
runsOf(mirror, after, before);
parentPort.postMessage({ precise: report.precise, changes: report.changes.length });
