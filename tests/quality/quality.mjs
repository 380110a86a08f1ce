// How true are the comparisons, ours and the peers'?   npm run quality -- [--only NAME]… [--seeds N] [--pairs DIR] [--fresh] [--json]
//
//   --only NAME   only the contenders whose name holds NAME, in any case; may be given more than once
//   --seeds N     another row of simulated pairs (default 1)
//   --pairs DIR   other real texts than ../shared/corpora
//   --fresh       measure the peers again; otherwise what was measured of the same versions and texts is taken from node_modules/.cache
//   --json        one object for programs
//
// Two scorers: that of ../shared/quality, where it is at hand, run once for each contender as a process of its own; and ours
// for moves (simulate-moves.mjs), on our own articles.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { scoreMoves, simulateMoves } from './simulate-moves.mjs';
import { TEXTS } from './texts.mjs';

const here = path.dirname(fileURLToPath(import.meta.url)), root = path.resolve(here, '..', '..');
const scorer = path.resolve(root, '..', 'shared', 'quality', 'score.mjs');
const cache = path.join(root, 'node_modules', '.cache', 'article-diff-quality');

const { values: options } = parseArgs({ options: {
  only: { type: 'string', multiple: true, default: [] }, seeds: { type: 'string', default: '1' }, pairs: { type: 'string' },
  fresh: { type: 'boolean', default: false }, json: { type: 'boolean', default: false },
} });

/** Pairs per article in the simulation of moves. */
const MOVE_SEEDS = 40;

const CONTENDERS = [
  { name: 'article-diff', file: 'own.mjs', moves: true },
  { name: 'jsdiff', file: 'peers/jsdiff.mjs', package: 'diff' },
  { name: 'diff-match-patch', file: 'peers/diff-match-patch.mjs', package: 'diff-match-patch' },
  { name: 'fast-myers-diff', file: 'peers/fast-myers-diff.mjs', package: 'fast-myers-diff' },
  { name: 'CodeMirror', file: 'peers/codemirror.mjs', package: '@codemirror/merge' },
  { name: 'Monaco', file: 'peers/monaco.mjs', package: 'monaco-editor', moves: true },
].filter(({ name }) => !options.only.length || options.only.some((part) => name.toLowerCase().includes(part.toLowerCase())));

const say = (line) => process.stderr.write(`${line}\n`);

function versionOf(contender) {
  const file = contender.package ? path.join(root, 'node_modules', contender.package, 'package.json') : path.join(root, 'package.json');
  return JSON.parse(fs.readFileSync(file, 'utf8')).version;
}

/** Runs the shared scorer; resolves with its result, or with { skipped: why }. */
function runScorer(file) {
  const args = [scorer, path.join(here, file), '--json', '--seeds', options.seeds, ...(options.pairs ? ['--pairs', path.resolve(options.pairs)] : [])];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '', errors = '';
    child.stdout.on('data', (data) => { out += data; });
    child.stderr.on('data', (data) => { errors += data; });
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(out));
      else resolve({ skipped: errors.trim().split('\n').find((line) => /error/i.test(line)) ?? `the scorer ended with ${code}` });
    });
  });
}

/** Moves, found and true, summed over our own articles. */
async function measureMoves(file) {
  const { compare, ready } = await import(pathToFileURL(path.join(here, file)));
  await ready;
  const sum = { found: 0, right: 0, truth: 0, recalled: 0, wrong: [], missed: [] };
  for (const text of TEXTS) {
    for (let k = 0; k < MOVE_SEEDS; k++) {
      const pair = simulateMoves(text, Number(options.seeds) * 1000 + k);
      const score = scoreMoves(pair, compare(pair.before.text, pair.after.text));
      for (const key of ['found', 'right', 'truth', 'recalled']) sum[key] += score[key];
      for (const key of ['wrong', 'missed']) sum[key].push(...score[key].map((item) => ({ text: text.name, seed: pair.seed, ...item })));
    }
  }
  return { ...sum, precision: sum.found ? sum.right / sum.found : 1, recall: sum.truth ? sum.recalled / sum.truth : 1 };
}

const MOVE_FILES = ['simulate-moves.mjs', 'random.mjs', 'runs.mjs', ...fs.readdirSync(path.join(here, 'texts')).sort().map((file) => `texts/${file}`)].map((file) => path.join(here, file));
const SCORE_FILES = fs.existsSync(scorer) ? ['score.mjs', 'simulate.mjs', 'laws.mjs'].map((file) => path.join(path.dirname(scorer), file)) : [];

/** What `work` found before with the same peer, texts and files; else what it finds now. Our own figures are never kept. */
async function kept(contender, what, files, work) {
  if (!contender.package) return work();
  const hash = createHash('sha256').update(JSON.stringify([versionOf(contender), options.seeds, options.pairs ?? '', MOVE_SEEDS]));
  for (const file of [path.join(here, contender.file), path.join(here, 'peers/report.mjs'), ...files]) hash.update(fs.readFileSync(file));
  const store = path.join(cache, `${contender.name}-${what}-${hash.digest('hex').slice(0, 16)}.json`);
  if (!options.fresh && fs.existsSync(store)) return JSON.parse(fs.readFileSync(store, 'utf8'));
  const found = await work();
  if (!found.skipped) {
    fs.mkdirSync(cache, { recursive: true });
    fs.writeFileSync(store, JSON.stringify(found));
  }
  return found;
}

async function measure(contender) {
  say(`${contender.name} …`);
  const score = SCORE_FILES.length ? await kept(contender, 'score', SCORE_FILES, () => runScorer(contender.file)) : { skipped: 'the scorer and its texts are not beside this folder' };
  const moves = contender.moves ? await kept(contender, 'moves', MOVE_FILES, () => measureMoves(contender.file).catch((error) => ({ skipped: error.message }))) : null;
  return { version: versionOf(contender), score, moves };
}

const results = [];
for (const contender of CONTENDERS) results.push({ name: contender.name, ...(await measure(contender)) });

if (options.json) console.log(JSON.stringify(results, null, 1));
else print(results);

function print(all) {
  const head = ['', ...all.map((r) => `${r.name} ${r.version}`)];
  const table = (title, rows) => {
    console.log(`\n### ${title}\n\n| ${head.join(' | ')} |\n| --- |${' ---: |'.repeat(all.length)}`);
    for (const [label, pick, best] of rows) {
      const values = all.map((r) => { try { return pick(r); } catch { return undefined; } });
      const numbers = values.map((v) => (typeof v === 'number' ? (best === 'one' ? -Math.abs(v - 1) : v) : -Infinity)), top = Math.max(...numbers);
      console.log(`| ${label} | ${values.map((v, i) => (v === undefined || v === null ? '–' : typeof v !== 'number' ? v : best && numbers[i] === top ? `**${show(v, best)}**` : show(v, best))).join(' | ')} |`);
    }
  };
  const show = (v, best) => (Number.isInteger(v) && best !== 'high' ? String(v) : v.toFixed(best === 'one' ? 2 : 4));
  const keys = (part) => [...new Set(all.flatMap((r) => Object.keys(r.score[part] ?? {})))];
  const skipped = all.filter((r) => r.score.skipped);
  for (const r of skipped) console.log(`skipped: ${r.name}: ${r.score.skipped}`);
  if (skipped.length < all.length) {
    table('Words matched truly: mean F1, by profile', keys('words').map((p) => [p, (r) => r.score.words[p].f1, 'high']));
    table('Marks drawn per true edit (1 is ideal)', keys('marks').map((p) => [p, (r) => r.score.marks[p], 'one']));
    table('Rows against people’s own alignment: mean F1', keys('rows').map((g) => [`${g} (${all.find((r) => r.score.rows?.[g]).score.rows[g].texts})`, (r) => r.score.rows[g].f1, 'high']));
    table('Changed words against people’s own marks: mean F1', keys('spans').map((g) => [`${g} (${all.find((r) => r.score.spans?.[g]).score.spans[g].texts})`, (r) => r.score.spans[g].f1, 'high']));
    table('Page furniture', [
      ['lines, F1', (r) => r.score.furniture.f1, 'high'],
      ['precision', (r) => (r.score.furniture.recall ? r.score.furniture.precision : null)],
      ['recall', (r) => r.score.furniture.recall],
      ['story kept', (r) => (r.score.furniture.recall ? r.score.furniture.storyKept : null)],
    ]);
    const yes = (key) => (r) => (r.score.pair[key] ? 'yes' : 'no');
    table('The real pair (6 to 9 marks are right)', [
      ['editorial marks', (r) => r.score.pair.marks],
      ...['names', 'comma', 'countries', 'sentence', 'ending', 'standfirst', 'typography'].map((key) => [key, yes(key)]),
      ['lines of the story called furniture', (r) => r.score.pair.falseFurniture],
    ]);
    table('Laws', [['real pairs and gold texts that break one', (r) => r.score.laws.broken.length]]);
    for (const r of all) for (const broken of r.score.laws?.broken ?? []) console.log(`- ${r.name}: ${broken}`);
  }
  if (all.some((r) => r.moves)) {
    const truth = all.find((r) => r.moves?.truth)?.moves.truth;
    table(`Moves: ${TEXTS.length * MOVE_SEEDS} simulated pairs with ${truth ?? 0} true moves of whole sentences and paragraphs`, [
      ['precision', (r) => (r.moves.found ? r.moves.precision : null), 'high'],
      ['recall', (r) => r.moves.recall, 'high'],
      ['found', (r) => r.moves.found],
      ['of these wrong', (r) => r.moves.found - r.moves.right],
    ]);
    for (const r of all) if (r.moves?.skipped) console.log(`skipped: moves of ${r.name}: ${r.moves.skipped}`);
  }
}
