#!/usr/bin/env node
// Are moves true, and are they found?   node tests/moves/score.mjs [--verbose] [--seeds N]
//
// precision  reported moves at least nine tenths of whose matched letters truly came from there, and which really
//            stand in another order than something else that was kept
// recall     moved units at least four fifths of whose kept letters are matched with where they went; when two
//            neighbours change places either may be called the moved one
import { pathToFileURL } from 'node:url';
import { compare, ready } from 'article-diff';
import { KINDS, simulate } from './simulate.mjs';
import { documents, readParagraphs } from './texts.mjs';

// What is left of a span without the changes in it, as [start, end] pieces.
function left([start, end], holes) {
  const out = [];
  let at = start;
  for (const [s, e] of holes) {
    if (e <= at || s >= end) continue;
    if (s > at) out.push([at, s]);
    at = Math.max(at, e);
  }
  if (at < end) out.push([at, end]);
  return out;
}

const solid = (spans) => spans.filter(([s, e]) => e > s).sort((x, y) => x[0] - y[0]);
const units = (pieces) => pieces.flatMap(([s, e]) => Array.from({ length: e - s }, (_, k) => s + k));

/** For each code unit of before the one of after that the report matches it with, or -1. */
export function matched(report, before, after) {
  const cut = { before: solid(report.changes.map((c) => c.before)), after: solid(report.changes.map((c) => c.after)) };
  const away = { before: solid([...cut.before, ...report.moves.map((m) => m.before)]), after: solid([...cut.after, ...report.moves.map((m) => m.after)]) };
  const link = new Int32Array(before.length).fill(-1);
  const pair = (x, y) => {
    if (x.length !== y.length) throw new Error('the rebuild law is broken');
    x.forEach((i, k) => { link[i] = y[k]; });
  };
  pair(units(left([0, before.length], away.before)), units(left([0, after.length], away.after)));
  for (const m of report.moves) pair(units(left(m.before, cut.before)), units(left(m.after, cut.after)));
  return link;
}

const LETTER = /[\p{L}\p{N}]/u;
const inside = (i, [s, e]) => i >= s && i < e;

export function judge(pair, report) {
  const link = matched(report, pair.before, pair.after);
  const letter = (i) => LETTER.test(pair.before[i]);
  const reported = report.moves.map((move) => {
    let all = 0, right = 0, crosses = false;
    for (let i = move.before[0]; i < move.before[1]; i++) if (link[i] >= 0 && letter(i)) { all++; if (link[i] === pair.links[i]) right++; }
    for (let i = 0; i < link.length && !crosses; i++) {
      if (link[i] < 0 || !letter(i) || inside(i, move.before)) continue;
      crosses = (i < move.before[0]) !== (link[i] < move.after[0]);
    }
    return { ...move, right: all > 0 && right / all >= 0.9 && crosses };
  });
  const wanted = pair.moved.map((unit) => {
    let all = 0, right = 0;
    for (let i = unit.before[0]; i < unit.before[1]; i++) if (pair.links[i] >= 0 && letter(i)) { all++; if (link[i] === pair.links[i]) right++; }
    return { ...unit, found: all === 0 || right / all >= 0.8 };
  });
  return { reported, wanted };
}

/** By kind and by language: `{ reported, right, wanted, found }`, and the pairs that went wrong. */
export async function scoreMoves(seeds = 4) {
  await ready;
  const byKind = {}, byLang = {}, wrong = [];
  const add = (table, key, r) => {
    const row = (table[key] ??= { reported: 0, right: 0, wanted: 0, found: 0 });
    row.reported += r.reported.length;
    row.right += r.reported.filter((m) => m.right).length;
    row.wanted += r.wanted.length;
    row.found += r.wanted.filter((m) => m.found).length;
  };
  for (const [lang, list] of Object.entries(readParagraphs())) {
    if (list.length < 6) continue;
    const size = Math.min(12, list.length - 2), docs = documents(list, size, lang === 'en' ? 12 : 3);
    docs.forEach(({ paragraphs, donors }, d) => {
      for (const kind of KINDS) for (let seed = 1; seed <= seeds; seed++) {
        const pair = simulate(paragraphs, donors, lang, seed * 131 + d * 17 + KINDS.indexOf(kind), kind);
        const result = judge(pair, compare(pair.before, pair.after));
        add(byKind, kind, result);
        add(byLang, lang, result);
        if (result.reported.some((m) => !m.right) || result.wanted.some((m) => !m.found)) wrong.push({ lang, kind, seed, d, pair, ...result });
      }
    });
  }
  const total = { reported: 0, right: 0, wanted: 0, found: 0 };
  for (const row of Object.values(byKind)) for (const key of Object.keys(total)) total[key] += row[key];
  return { byKind, byLang, total, wrong };
}

export const precision = (row) => (row.reported ? row.right / row.reported : 1);
export const recall = (row) => (row.wanted ? row.found / row.wanted : 1);

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const verbose = process.argv.includes('--verbose'), at = process.argv.indexOf('--seeds');
  const { byKind, byLang, total, wrong } = await scoreMoves(at < 0 ? 4 : Number(process.argv[at + 1]));
  const print = (name, row) => console.log(`${name.padEnd(10)} precision ${precision(row).toFixed(4)} (${row.right}/${row.reported})  recall ${recall(row).toFixed(4)} (${row.found}/${row.wanted})`);
  for (const [kind, row] of Object.entries(byKind)) print(kind, row);
  console.log();
  for (const [lang, row] of Object.entries(byLang)) print(lang, row);
  console.log();
  print('all', total);
  if (verbose) for (const x of wrong) {
    console.log(`\n${x.lang} ${x.kind} seed ${x.seed} document ${x.d}`);
    for (const m of x.reported.filter((r) => !r.right)) console.log(`  wrong   ${JSON.stringify(x.pair.before.slice(...m.before).slice(0, 120))} -> ${JSON.stringify(x.pair.after.slice(...m.after).slice(0, 120))}`);
    for (const m of x.wanted.filter((r) => !r.found)) console.log(`  missed  ${m.unit} ${JSON.stringify(x.pair.before.slice(...m.before).slice(0, 160))}`);
  }
}
