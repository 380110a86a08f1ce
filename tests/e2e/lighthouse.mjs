// What Lighthouse says of the page, with nothing in it and with the example compared:   npm run lighthouse
//
// Lighthouse weighs 185 MB, so it is fetched for this command alone and is no dependency. It finds Chromium by itself, or
// by CHROME_PATH. Fails below 100.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { preview, runnerImport } from 'vite';

const LIGHTHOUSE = 'lighthouse@12.8.2';
const CATEGORIES = ['accessibility', 'best-practices'];
const FLAGS = [
  '--headless=new',
  '--disable-gpu',
  '--disable-background-networking',
  // A sandbox is not to be had by root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

const load = async (path) => (await runnerImport(new URL(`../../www/${path}`, import.meta.url).pathname)).module;
const { after, before } = await load('example.ts');
const { toFragment } = await load('export/link.ts');

/** Lighthouse's report on an address. */
async function look(url) {
  const { stdout } = await promisify(execFile)(
    'npx',
    [
      ...['--yes', LIGHTHOUSE, url, '--quiet', '--output=json', '--no-enable-error-reporting'],
      ...[`--only-categories=${CATEGORIES}`, `--chrome-flags=${FLAGS.join(' ')}`],
    ],
    { maxBuffer: 100_000_000 },
  );
  return JSON.parse(stdout);
}

const server = await preview({ preview: { port: 8329, host: '127.0.0.1', open: false } });
const [url] = server.resolvedUrls.local;
let lowest = 1;
console.log(`| | ${CATEGORIES.join(' | ')} |\n| --- | ---: | ---: |`);
for (const [name, address] of [
  ['nothing pasted', url],
  ['the example compared', url + (await toFragment(before, after))],
]) {
  const { categories, audits } = await look(address);
  const scores = CATEGORIES.map((category) => categories[category].score);
  lowest = Math.min(lowest, ...scores);
  console.log(`| ${name} | ${scores.map((score) => Math.round(score * 100)).join(' | ')} |`);
  for (const { id, score, title } of Object.values(audits)) {
    if (score !== null && score < 1) console.log(`  ${id}: ${title}`);
  }
}
await server.close();
if (lowest < 1) process.exitCode = 1;
