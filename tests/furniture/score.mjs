#!/usr/bin/env node
// How well is page furniture told from the story?   node tests/furniture/score.mjs [--verbose]
//
// F1 over lines of furniture, and the share of the story's lines that are kept. A story line that the page prints
// more than once counts as kept when one of its copies is; its other copies count neither way.
import { pathToFileURL } from 'node:url';
import { compare, ready } from 'article-diff';
import { readPages } from './pages.mjs';

function judge(page, blocks) {
  const furniture = blocks.filter((block) => block.kind === 'furniture').map((block) => block.span);
  const found = page.lines.map((line) =>
    ({ ...line, furniture: furniture.some(([s, e]) => s <= line.span[0] && e >= line.span[1]) }));
  const own = found.filter((line) => !line.repeated);
  const copies = new Map();
  for (const line of found.filter((x) => x.repeated)) copies.set(line.text, (copies.get(line.text) ?? false) || !line.furniture);
  const lost = [...own.filter((line) => line.story && line.furniture).map((line) => line.text),
    ...[...copies].filter(([, kept]) => !kept).map(([text]) => text)];
  return {
    hit: own.filter((line) => !line.story && line.furniture).length,
    missed: own.filter((line) => !line.story && !line.furniture).map((line) => line.text),
    wrong: own.filter((line) => line.story && line.furniture).length,
    story: own.filter((line) => line.story).length + copies.size,
    lost,
  };
}

/** Every page on both sides of the comparison: `{ pages, f1, precision, recall, kept }`. */
export async function scorePages() {
  await ready;
  const pages = readPages().flatMap((page) => [
    { ...page, side: 'before', ...judge(page, compare(page.page, page.other).blocks.before) },
    { ...page, side: 'after', ...judge(page, compare(page.other, page.page).blocks.after) },
  ]);
  const sum = (key) => pages.reduce((n, page) => n + (Array.isArray(page[key]) ? page[key].length : page[key]), 0);
  const hit = sum('hit'), precision = hit / (hit + sum('wrong') || 1), recall = hit / (hit + sum('missed') || 1);
  return { pages, precision, recall, f1: 2 * hit / (2 * hit + sum('wrong') + sum('missed')), kept: 1 - sum('lost') / sum('story') };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const verbose = process.argv.includes('--verbose'), { pages, f1, precision, recall, kept } = await scorePages();
  for (const page of pages.filter((p) => p.side === 'before' || verbose)) {
    const f = 2 * page.hit / (2 * page.hit + page.wrong + page.missed.length || 1);
    console.log(`${page.name.padEnd(34)} ${page.side.padEnd(6)} F1 ${f.toFixed(3)}  missed ${page.missed.length}  lost ${page.lost.length}`);
    for (const text of page.lost) console.log(`    lost    ${text.slice(0, 100)}`);
    if (verbose) for (const text of page.missed) console.log(`    missed  ${text.slice(0, 100)}`);
  }
  console.log(`\nF1 ${f1.toFixed(4)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}), story kept ${kept.toFixed(4)}`);
}
