// How soon after a page is opened does its first comparison stand there?   npm run bench -- --load [--earlier FILE] [--firefox] [--json]
//
// One article pair of 4 KB in three pages: <article-diff>, CodeMirror's merge view, Monaco's diff editor. Each page is opened
// once to fill the cache and then ten times, in turn with the others. Three times are told, as medians with least and most, each
// to the frame after the first marks are there: from the start of the navigation; from the end of the page's load event; and, once
// the page has come to rest, from the making of another view of the pair, in the place of the first.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { ORDINARY } from './prose.mjs';
import { bundlePages, launch, median, serve, temporaryFolder } from './stage.mjs';
import { time } from './print.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const TIMES = 10, PATIENCE = 30_000;
/** Milliseconds in which a page comes to rest. */
const REST = 500;
const OWN = ['article-diff', 'own'], EARLIER = ['article-diff, the earlier build', 'earlier'];
const PEERS = [['CodeMirror merge view', 'codemirror'], ['Monaco diff editor', 'monaco']];

/** @param {{ firefox: boolean, json: boolean, earlier?: string }} options */
export async function measureLoad(options) {
  const pages = [OWN, ...(options.earlier ? [EARLIER] : []), ...PEERS];
  const browserName = options.firefox ? 'firefox' : 'chromium';
  const folder = temporaryFolder();
  const html = await bundlePages(path.join(here, 'load'), pages.map(([, file]) => file), folder, options.earlier);
  const pair = ORDINARY['4 KB']();
  const site = await serve({ folder, earlier: options.earlier, pages: Object.fromEntries(pages.map(([, file]) => [`/${file}`, html(file, pair)])) });

  const browser = await launch(browserName);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const sent = new Map();   // brotli bytes of what each page fetched from nowhere but here

  async function open(file, weigh) {
    const page = await context.newPage();
    const bytes = new Map();
    if (weigh) page.on('response', async (response) => { try { bytes.set(response.url(), brotliCompressSync(await response.body()).length); } catch { /* a page that is gone has no body */ } });
    try {
      // The page says by itself that it is done: to be asked would take it some 50 ms, in the midst of what is measured.
      const told = page.waitForRequest(/\/told$/, { timeout: PATIENCE });
      await page.goto(`${site.url}/${file}`, { waitUntil: 'commit' });
      await told;
      await page.waitForLoadState('load');
      await page.waitForTimeout(REST);
      if (weigh) sent.set(file, [...bytes.values()].reduce((p, q) => p + q, 0));
      return await page.evaluate(async () => ({
        shown: shownAt, loaded: performance.getEntriesByType('navigation')[0].loadEventEnd, another: await another(),
      }));
    } finally {
      await page.close();
    }
  }

  const found = new Map(pages.map(([, file]) => [file, []])), failed = new Map();
  for (let round = -1; round < TIMES; round++) {
    for (const [, file] of pages) {
      if (failed.has(file)) continue;
      try {
        const marks = await open(file, round < 0);
        if (round >= 0) found.get(file).push(marks);
        else found.get(file).cold = marks;
      } catch (error) { failed.set(file, error.message.split('\n')[0]); }
    }
  }
  const version = browser.version();
  await browser.close();
  await site.close();

  const rows = pages.map(([name, file]) => {
    const list = found.get(file);
    if (failed.has(file) || !list.length) return { name, failed: failed.get(file) ?? 'no marks' };
    const of = (pick) => { const all = list.map(pick); return { median: median(all), least: Math.min(...all), most: Math.max(...all) }; };
    return { name, cold: list.cold.shown, start: of((m) => m.shown), load: of((m) => Math.max(0, m.shown - m.loaded)), another: of((m) => m.another), bytes: sent.get(file) };
  });
  if (options.json) console.log(JSON.stringify({ browser: `${browserName} ${version}`, rows }, null, 1));
  else {
    const show = ({ median: m, least, most }) => `${time(m)} (${time(least)}–${time(most)})`;
    console.log(`First comparison of a 4 KB article pair after the page is opened, ${browserName} ${version}, warm cache, ${TIMES} times each.\n`);
    console.log('| | from the start of the navigation | from the end of the load event | another on the same page | the very first time | fetched, brotli |\n| --- | ---: | ---: | ---: | ---: | ---: |');
    for (const row of rows) console.log(`| ${row.name} | ${row.failed ? `failed: ${row.failed} | – | – | – | –` : `${show(row.start)} | ${show(row.load)} | ${show(row.another)} | ${time(row.cold)} | ${(row.bytes / 1000).toFixed(0)} KB`} |`);
  }
}
