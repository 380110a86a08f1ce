// What is each heuristic worth?   npm run passes [-- --seeds N] [-- --pairs DIR]
//
// Runs the scorer of ../shared/quality, where it is at hand, with one pass switched off at a time, and prints the figures as a table.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = path.dirname(fileURLToPath(import.meta.url));
const scorer = path.resolve(here, '..', '..', '..', 'shared', 'quality', 'score.mjs');
const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1' }, pairs: { type: 'string' } } });

/** The passes that may be switched off, by the name of their option; what an editor loses without each. */
export const PASSES = {
  moves: 'moved text is deleted here and inserted there',
  furniture: 'lines of the page are taken for the story',
  order: 'reordered words are a deletion and an insertion',
  groups: 'a sentence that was split keeps one half only',
  stems: 'inflected forms of a word are strangers',
  join: 'small words stand alone between two marks',
  whole: 'rewritten sentences are many small marks',
  slide: 'marks begin and end inside a phrase',
};

if (!fs.existsSync(scorer)) {
  console.log('skipped: the scorer and its texts are not at hand');
} else {
  const args = ['--json', '--seeds', values.seeds, ...(values.pairs ? ['--pairs', path.resolve(values.pairs)] : [])];
  const measure = (off) => {
    const options = off ? { [off]: false } : {};
    const run = spawnSync(process.execPath, [scorer, path.join(here, 'switched.mjs'), ...args], {
      encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, ARTICLE_DIFF_OPTIONS: JSON.stringify(options) },
    });
    if (run.status !== 0) throw new Error(run.stderr);
    const r = JSON.parse(run.stdout), three = (x) => x.toFixed(3), two = (x) => x.toFixed(2);
    return [
      r.pair.marks, three(r.words.syndicated.f1), three(r.words.rearranged.f1), three(r.words.rewritten.f1), two(r.marks.rewritten), two(r.marks.everything),
      three(r.rows.wikisplit.f1), three(r.rows.deplain.f1), three(r.spans.uagec.f1), three(r.furniture.f1),
    ];
  };
  const row = (cells) => console.log(`| ${cells.join(' | ')} |`);
  row(['without', 'marks on the pair', 'words: syndicated', 'rearranged', 'rewritten', 'marks per edit: rewritten', 'everything', 'rows: wikisplit', 'deplain', 'spans: uagec', 'furniture', 'what is lost']);
  row(new Array(12).fill('---'));
  row(['nothing', ...measure(null), '']);
  for (const [pass, loss] of Object.entries(PASSES)) row([`\`${pass}\``, ...measure(pass), loss]);
}
