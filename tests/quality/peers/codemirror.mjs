// CodeMirror's presentableDiff, which its merge view draws its changed text from.
import { presentableDiff } from '@codemirror/merge';
import { buildReport } from './report.mjs';

export const name = 'CodeMirror';
export const ready = Promise.resolve();

/** Its merge view asks for this, which bounds the work and makes long edits crude. */
export const VIEW_LIMIT = { scanLimit: 500 };
export const diff = (before, after, config) => presentableDiff(before, after, config);

export function compare(before, after) {
  const runs = [];
  let b = 0, a = 0;
  for (const { fromA, toA, fromB, toB } of diff(before, after)) {
    runs.push([b, fromA, a, fromB]);
    b = toA; a = toB;
  }
  runs.push([b, before.length, a, after.length]);
  return buildReport(before, after, runs);
}
