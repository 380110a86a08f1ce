// How fast, beside the peers and beside the floor?   npm run bench -- [--quick] [--scripts] [--load] [--keys] [--worst] [--earlier FILE] [--firefox] [--only NAME]… [--json]
//
//   --quick       the short texts and one worst case, three rounds, no memory: under a minute
//   --scripts     instead: an article in other scripts, beside the same in ours
//   --load        instead: how soon after a page is opened its first comparison stands there (load.mjs)
//   --keys        instead: how soon after a key its marks follow (keys.mjs)
//   --worst       instead: every worst input that we know of, at 100 KB and at 1 MB, without peers (worst-times.mjs)
//   --earlier FILE  with --load or --keys: also the build of another clone, by its dist/lib/define.js
//   --firefox     in Firefox; otherwise in Chromium
//   --only NAME   only the contenders whose name holds NAME, in any case; may be given more than once
//   --json        one object for programs
//
// Everything runs in one browser, each contender in a worker of its own. A round takes one sample of each, so that what else the
// machine does falls on all alike; a sample is the mean of as many calls as fill 25 ms. Printed are medians over the rounds with
// the least and the most. Who takes longer than the limit is ended and "gave up"; who answers past its own deadline is "crude".
import os from 'node:os';
import { parseArgs } from 'node:util';
import { canMeasure, peakMemory } from './memory.mjs';
import { LIGHT, ORDINARY, SCRIPTS } from './prose.mjs';
import { bundleContenders, launch, median, serve, temporaryFolder } from './stage.mjs';
import { WORST } from './worst.mjs';

const { values: options } = parseArgs({ options: {
  quick: { type: 'boolean', default: false }, firefox: { type: 'boolean', default: false },
  only: { type: 'string', multiple: true, default: [] }, json: { type: 'boolean', default: false }, load: { type: 'boolean', default: false },
  earlier: { type: 'string' }, keys: { type: 'boolean', default: false }, worst: { type: 'boolean', default: false }, scripts: { type: 'boolean', default: false },
} });
if (options.load || options.keys || options.worst) {
  if (options.load) await (await import('./load.mjs')).measureLoad(options);
  if (options.keys) await (await import('./keys.mjs')).measureKeys(options);
  if (options.worst) await (await import('./worst-times.mjs')).measureWorst(options);
  process.exit();
}
const browserName = options.firefox ? 'firefox' : 'chromium';

const OWN = 'article-diff', ENGINE = 'article-diff, from the main thread', FLOOR = 'floor';
const CONTENDERS = [
  { name: OWN, file: 'own' },
  { name: FLOOR, file: 'floor' },
  { name: 'jsdiff', file: 'jsdiff' },
  { name: 'diff-match-patch', file: 'diff-match-patch' },
  { name: 'fast-myers-diff', file: 'fast-myers-diff' },
  { name: 'CodeMirror', file: 'codemirror' },
  { name: 'CodeMirror as its view limits it', file: 'codemirror-view' },
  { name: 'Monaco with moves', file: 'monaco' },
].filter(({ name }) => !options.only.length || options.only.some((part) => name.toLowerCase().includes(part.toLowerCase())));

/**
 * Rounds, and milliseconds: what one sample fills, what warms a contender up, and after how long one gives up. Browsers compile
 * what is often called a second time, in the background; before that is done everything takes twice as long.
 */
const ROUNDS = options.quick ? 3 : 7, SAMPLE = 25, WARM_UP = options.quick ? 400 : 1_500;
const LIMIT = options.quick ? { ordinary: 4_000, worst: 2_000, own: 30_000 } : { ordinary: 30_000, worst: 10_000, own: 120_000 };
/** A contender slower than this, in milliseconds a call, is sampled fewer times. */
const SLOW = 2_000;

/** Whether only the article is wanted. */
const short = options.quick || options.scripts;
const ordinary = options.scripts ? Object.entries({ '10 KB': ORDINARY['10 KB'], ...SCRIPTS }) : Object.entries(ORDINARY).slice(0, options.quick ? 3 : undefined);
/** The worst inputs that peers are measured on too, of 1 MB each. */
const WITH_PEERS = ['two unrelated books', 'one paragraph', 'sentences shuffled, four to a paragraph', 'words shuffled', 'one word, against two in turn',
  'one-letter paragraphs', 'one paragraph of Chinese', 'any characters', 'one word'];
const worst = options.scripts ? [] : WITH_PEERS.slice(0, options.quick ? 1 : undefined).map((name) => [`${name}, 1 MB`, () => WORST[name](1e6)]);
const inputs = new Map(), addresses = new Map();
const say = (line) => process.stderr.write(`${line}\n`);

function put(name, { before, after }) {
  const key = `input-${addresses.size}`;
  inputs.clear();
  inputs.set(key, { before: Buffer.from(before), after: Buffer.from(after) });
  addresses.set(name, key);
  return { key, bytes: inputs.get(key).before.length + inputs.get(key).after.length };
}

const folder = temporaryFolder();
await bundleContenders(CONTENDERS.map(({ file }) => file), folder);
const site = await serve({ folder, inputs, pages: { '/': '<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="/bundle/page.js"></script>' } });
const browser = await launch(browserName);
const page = await browser.newPage();
await page.goto(site.url);
await page.waitForFunction(() => globalThis.bench);

/** All contenders on one pair. `lost` are those that gave up on a shorter one of the same kind. */
async function measure(name, make, limit, lost = new Set()) {
  const { key, bytes } = put(name, make());
  const outcomes = new Map(), running = [];
  for (const { name: contender, file } of CONTENDERS) {
    if (lost.has(contender)) { outcomes.set(contender, { skipped: 'gave up before' }); continue; }
    const most = contender === OWN || contender === FLOOR ? LIMIT.own : limit;
    const loaded = await page.evaluate(([f, k]) => bench.load(f, k), [file, key]);
    if (!loaded.ready) { outcomes.set(contender, { skipped: loaded.failed ?? 'not loaded' }); await page.evaluate((f) => bench.drop(f), file); continue; }
    say(`  ${name}: ${contender}`);
    const first = await page.evaluate(([f, l]) => bench.sample(f, 0, l), [file, most]);
    if (first.gaveUp || first.failed) { outcomes.set(contender, first.gaveUp ? { gaveUp: most } : { failed: first.failed }); continue; }
    if (first.ms < WARM_UP) await page.evaluate(([f, w, l]) => bench.sample(f, w, l), [file, WARM_UP, most]);
    outcomes.set(contender, { first: first.ms, samples: first.ms < SLOW ? [] : [first.ms], crude: first.crude, memory: first.memory });
    running.push({ contender, file, most, rounds: first.ms < SLOW ? ROUNDS : first.ms < 4 * SLOW ? 2 : 0 });
  }
  const engine = CONTENDERS.some(({ name: n }) => n === OWN) && !outcomes.get(OWN).skipped && !outcomes.get(OWN).failed;
  if (engine) {
    const loaded = await page.evaluate((k) => throughEngine.load(k), key).catch((error) => ({ failed: error.message }));
    const own = running.find(({ contender }) => contender === OWN);
    if (loaded.ready && own) {
      outcomes.set(ENGINE, { samples: [] });
      running.push({ contender: ENGINE, rounds: Math.max(1, own.rounds) });
      if (outcomes.get(OWN).first < SLOW) for (let n = 0; n < 3; n++) await page.evaluate(() => throughEngine.sample());
    } else outcomes.set(ENGINE, { skipped: loaded.failed ?? 'no comparison to follow' });
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (let k = 0; k < running.length; k++) {
      const one = running[(k + round) % running.length];   // nobody always follows the same neighbour
      if (round >= one.rounds) continue;
      const outcome = outcomes.get(one.contender);
      const sample = one.contender === ENGINE ? await page.evaluate(() => throughEngine.sample())
        : await page.evaluate(([f, s, l]) => bench.sample(f, s, l), [one.file, SAMPLE, one.most]);
      if (sample.ms === undefined) { one.rounds = 0; Object.assign(outcome, sample.gaveUp ? { gaveUp: one.most } : { failed: sample.failed }); continue; }
      outcome.samples.push(sample.ms);
      outcome.crude ||= sample.crude;
      outcome.memory = sample.memory ?? outcome.memory;
    }
  }
  if (outcomes.get(OWN)?.samples) outcomes.get(OWN).laws = await page.evaluate((l) => bench.laws('own', l), LIMIT.own);
  for (const { file } of CONTENDERS) await page.evaluate((f) => bench.drop(f), file);
  await page.evaluate(() => throughEngine.close());
  for (const outcome of outcomes.values()) if (outcome.samples?.length) outcome.ms = median(outcome.samples);
  return { name, bytes, outcomes };
}

// what else the machine does while this begins; a figure near 0 means that it was left to itself
const busy = os.loadavg()[0];
const result = { browser: `${browserName} ${browser.version()}`, busy, machine: `${os.cpus()[0].model}, ${os.cpus().length} cores`, ordinary: [], light: [], worst: [], memory: [] };
say('ordinary edits');
const lost = new Set();
for (const [name, make] of ordinary) {
  const row = await measure(name, make, LIMIT.ordinary, lost);
  for (const [contender, outcome] of row.outcomes) if (outcome.gaveUp) lost.add(contender);
  result.ordinary.push(row);
}
if (!short) for (const [name, make] of Object.entries(LIGHT)) result.light.push(await measure(name, make, LIMIT.ordinary, lost));
say('worst cases');
for (const [name, make] of worst) result.worst.push(await measure(name, make, LIMIT.worst));

// Whether a hundred comparisons leave more behind than one.
let steady = null;
if (!options.scripts && CONTENDERS.some(({ name }) => name === OWN)) {
  const { key } = put('steady', ORDINARY['100 KB']());
  if ((await page.evaluate((k) => bench.load('own', k), key)).ready) {
    const memory = [];
    let failed = null;
    while (memory.length < 100 && !failed) {
      const sample = await page.evaluate(() => bench.sample('own', 0, 30_000));
      if (sample.ms === undefined) failed = sample.failed ?? 'gave up';
      else memory.push(sample.memory);
    }
    steady = failed ? { failed: `${failed}, after ${memory.length} comparisons` } : { first: memory[0], tenth: memory[9], last: memory[99] };
  }
}
await browser.close();

if (!short && canMeasure(browserName)) {
  say('memory');
  for (const [name, make] of ordinary.slice(2)) {
    const { key, bytes } = put(name, make()), row = { name, bytes, peaks: {} };
    const finished = result.ordinary.find((r) => r.name === name).outcomes;
    for (const { name: contender, file } of CONTENDERS) {
      if (finished.get(contender)?.ms === undefined) continue;
      row.peaks[contender] = await peakMemory(site.url, file, key, LIMIT.own);
    }
    result.memory.push(row);
  }
}
await site.close();

const { print } = await import('./print.mjs');
const plain = (rows) => rows.map((row) => ({ ...row, outcomes: Object.fromEntries(row.outcomes) }));
if (options.json) console.log(JSON.stringify({ ...result, steady, ordinary: plain(result.ordinary), light: plain(result.light), worst: plain(result.worst) }, null, 1));
else print({ ...result, steady, lengths: !options.scripts, names: { OWN, ENGINE, FLOOR }, contenders: CONTENDERS.map(({ name }) => name) });
