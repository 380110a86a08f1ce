#!/usr/bin/env node
// How true are the classes?   node tests/classes/score.mjs [--verbose] [--only FILE]
//
// Every labelled line is compared both ways round. It is right when each change lies in a bracket, carries the label,
// has the right `quoted`, keeps numbers whole, and nothing else is reported.
import { pathToFileURL } from 'node:url';
import { compare, ready } from 'article-diff';
import { CLASSES, mirror, readCases } from './cases.mjs';
import { faults } from './judge.mjs';

/** All cases with what is wrong in each, both ways round. */
export async function judgeAll() {
  await ready;
  return readCases().flatMap((c) => [c, mirror(c)]).map((c) => {
    const report = compare(c.before, c.after);
    return { ...c, faults: faults(c, report), classes: new Set(report.changes.map((x) => x.class)) };
  });
}

/** `{ key: { right, total, precision } }` by the file a case stands in (a class, or `quoted`). */
export function tally(judged, key = (c) => c.file) {
  const table = {};
  for (const c of judged) {
    const row = (table[key(c)] ??= { right: 0, total: 0, precision: null });
    row.total++;
    if (!c.faults.length) row.right++;
  }
  return table;
}

/** Of the texts in which a class was reported at all, how many are labelled so. */
export function precision(judged, label) {
  const reported = judged.filter((c) => c.classes.has(label));
  return reported.length ? reported.filter((c) => c.label === label).length / reported.length : 1;
}

function print(judged, verbose) {
  const line = (name, { right, total }, more = '') =>
    console.log(`${name.padEnd(12)} ${String(right).padStart(5)} / ${String(total).padEnd(5)} ${(right / total).toFixed(3)}${more}`);
  const byFile = tally(judged);
  console.log('class        right / lines × 2   share   precision');
  for (const name of [...CLASSES, 'quoted']) {
    line(name, byFile[name], name === 'quoted' ? '' : `   ${precision(judged, name).toFixed(3)}`);
  }
  console.log('\nlanguage');
  const byLang = tally(judged, (c) => c.lang);
  for (const name of Object.keys(byLang).sort()) line(name, byLang[name]);
  const wrong = judged.filter((c) => c.faults.length);
  console.log(`\n${judged.length - wrong.length} of ${judged.length} right`);
  const seen = new Map();
  for (const c of wrong) seen.set(c.where, [...(seen.get(c.where) ?? []), c]);
  for (const [where, list] of seen) {
    console.log(`${where}  ${list[0].lang} ${list[0].label} ${list[0].notation}`);
    for (const c of verbose ? list : list.slice(0, 1)) console.log(`    ${c.faults.join('; ')}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : null;
  const judged = (await judgeAll()).filter((c) => !only || c.file === only);
  if (only) for (const c of judged.filter((x) => x.faults.length)) console.log(`${c.where} ${c.notation}\n    ${c.faults.join('; ')}`);
  else print(judged, process.argv.includes('--verbose'));
}
