// How soon after a key do the marks follow?   npm run bench -- --keys [--earlier FILE] [--firefox] [--json]
//
// One article pair in four pages: <article-diff> with its fields open, CodeMirror's merge view, Monaco's diff editor, and two bare
// fields that nobody compares. Real keys are pressed in each page in turn with the others, and the time runs from the key to the
// end of the frame that shows its marks: medians with the quarter that was quickest and the one that was slowest.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ORDINARY } from './prose.mjs';
import { bundlePages, launch, median, serve, temporaryFolder } from './stage.mjs';
import { time } from './print.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
/** Keys for each page, and those before them that only warm it up. */
const KEYS = 24, WARM_UP = 6;
/** Milliseconds after each key in which a page does what it put off; after which a page is given up; and a key. */
const REST = 150, PATIENCE = 30_000, LIMIT = 5_000;
const OWN = ['article-diff', 'own'], EARLIER = ['article-diff, the earlier build', 'earlier'];
const PEERS = [['CodeMirror merge view', 'codemirror'], ['Monaco diff editor', 'monaco'], ['bare fields', 'bare']];
const LENGTHS = ['4 KB', '10 KB', '100 KB'];
const TYPED = [...'so the '].map((letter) => (letter === ' ' ? 'Space' : letter));

/** @param {{ firefox: boolean, json: boolean, earlier?: string }} options */
export async function measureKeys(options) {
  const contenders = [OWN, ...(options.earlier ? [EARLIER] : []), ...PEERS];
  const browserName = options.firefox ? 'firefox' : 'chromium';
  const folder = temporaryFolder();
  const html = await bundlePages(path.join(here, 'keys'), contenders.map(([, file]) => file), folder, options.earlier);
  const addressOf = (file, length) => `/${file}-${LENGTHS.indexOf(length)}`;
  const pages = Object.fromEntries(contenders.flatMap(([, file]) => LENGTHS.map((length) => [addressOf(file, length), html(file, ORDINARY[length]())])));
  const site = await serve({ folder, earlier: options.earlier, pages });
  const browser = await launch(browserName);

  const rows = contenders.map(([name, file]) => ({ name, file, of: {} }));
  for (const length of LENGTHS) {
    process.stderr.write(`${length}\n`);
    for (const row of rows) {
      row.took = [];
      row.page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
      try {
        const told = row.page.waitForRequest(/\/told$/, { timeout: PATIENCE });
        await row.page.goto(`${site.url}${addressOf(row.file, length)}`, { waitUntil: 'commit' });
        await told;
        await row.page.waitForTimeout(1000);
      } catch (error) { row.of[length] = { failed: error.message.split('\n')[0] }; }
    }
    for (let key = -WARM_UP; key < KEYS; key++) {
      for (const row of rows.filter(({ of }) => !of[length])) {
        await row.page.evaluate(() => { globalThis.marked = pressed(); });   // a key must not overtake the question
        await row.page.keyboard.press(TYPED.at(key % TYPED.length));
        const marked = row.page.evaluate(() => globalThis.marked).catch(() => {});   // who is given up is closed while asked
        const ms = await Promise.race([marked, new Promise((resolve) => { setTimeout(resolve, LIMIT); })]);
        if (ms === undefined) row.of[length] = { failed: `no marks within ${time(LIMIT)}` };
        else if (key >= 0) row.took.push(ms);
        await row.page.waitForTimeout(REST);
      }
    }
    for (const row of rows) {
      await row.page.context().close();
      const sorted = row.took.sort((p, q) => p - q);
      row.of[length] ??= { median: median(sorted), quick: sorted[KEYS >> 2], slow: sorted[KEYS - 1 - (KEYS >> 2)] };
    }
  }
  const version = browser.version();
  await browser.close();
  await site.close();

  if (options.json) return console.log(JSON.stringify({ browser: `${browserName} ${version}`, rows: rows.map(({ name, of }) => ({ name, of })) }, null, 1));
  console.log(`From a key to the frame that shows its marks, ${browserName} ${version}, ${KEYS} keys each, in turn.\n`);
  console.log(`| | ${LENGTHS.join(' | ')} |\n| --- |${' ---: |'.repeat(LENGTHS.length)}`);
  const show = ({ median: m, quick, slow, failed }) => (failed ? `failed: ${failed}` : `${time(m)} (${time(quick)}–${time(slow)})`);
  for (const { name, of } of rows) console.log(`| ${name} | ${LENGTHS.map((length) => show(of[length])).join(' | ')} |`);
}
