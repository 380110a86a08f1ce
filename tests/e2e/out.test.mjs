// Results go out: copied, saved as files that need nothing else, sent as a link, printed; all of it by the menu.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after } from 'node:test';
import { compare, ready } from '../../www/core.js';
import { Watch, inEachBrowser } from './harness.mjs';
import { give, story } from './widget.mjs';
import { LANGUAGES, wordsFor } from '../../www/words.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'article-diff-out-'));
after(() => rmSync(folder, { recursive: true }));
await ready;

const LONG = { before: 'one two three', after: 'one two four' };
for (let i = 0; i < 12_000; i++) for (const side of ['before', 'after']) LONG[side] += ` ${((i * 2654435761) >>> 0).toString(36)}`;

/** Chooses an item of the menu with the mouse. */
async function choose(page, name) {
  await page.click('#share');
  await page.getByRole('menuitem', { name, exact: true }).click();
}

/** What the clipboard holds, by pasting it with real keys. */
async function pasted(page) {
  const scratch = await page.context().newPage();
  await scratch.setContent('<textarea aria-label="scratch"></textarea>');
  await scratch.locator('textarea').focus();
  await scratch.keyboard.press('Control+v');
  const text = await scratch.locator('textarea').inputValue();
  await scratch.close();
  await page.bringToFront();
  return text;
}

/**
 * What a file of the menu holds, and what it is called. Over BiDi, Firefox tells nobody of downloads: there the page is
 * asked what it hands to the browser.
 */
async function saved(page, name, browserName) {
  if (browserName === 'firefox') {
    await page.evaluate(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => { globalThis.handed = { blob }; return make.call(URL, blob); };
      HTMLAnchorElement.prototype.click = function click() { globalThis.handed.name = this.download; };
    });
    await choose(page, name);
    return page.evaluate(async () => ({ name: globalThis.handed.name, text: await globalThis.handed.blob.text() }));
  }
  const [download] = await Promise.all([page.waitForEvent('download'), choose(page, name)]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

inEachBrowser('the summary, a change and Markdown are copied', async ({ open }) => {
  const page = await open('/');
  await give(page, story);
  await choose(page, 'Copy the summary');
  await page.getByText('Copied', { exact: true }).waitFor();
  const summary = await pasted(page);
  assert.match(summary, /one quotation was altered, .*\n.*Quotations: 1 · Numbers: 1/i);
  await choose(page, 'Copy as Markdown');
  await page.waitForTimeout(100);
  const markdown = await pasted(page);
  assert.match(markdown, /after ~~2,000~~\*\*3,000\*\* days/);
  assert.match(markdown, /nets<del>,<\/del> and/);
  await page.click('article-diff .views button[data-name=changes]');
  await page.locator('article-diff [data-copy]').first().click();
  await page.waitForTimeout(100);
  assert.match(await pasted(page), /: “.+” became “.+”/);
});

inEachBrowser('a saved page opens anywhere, without a script, a request or a complaint', async ({ open, browserName, t }) => {
  const page = await open('/');
  await give(page, { before: `${story.before}\n\n<img src=x onerror=alert(1)>`, after: `${story.after}\n\n<script>alert(1)</script>` });
  const file = await saved(page, 'Save as a web page', browserName);
  assert.equal(file.name, 'article-diff.html');
  assert.equal(await page.locator('#said').textContent(), 'Saved as article-diff.html');
  const path = join(folder, `${Math.random()}.html`);
  writeFileSync(path, file.text);
  for (const width of [1280, 390]) {
    const reader = await page.context().newPage();
    const watch = new Watch(reader);
    await reader.setViewportSize({ width, height: 900 });
    await reader.goto(pathToFileURL(path).href);
    assert.equal(await reader.title(), 'Harbour opens again – article-diff');
    assert.equal(await reader.locator('script, img').count(), 0);
    assert.equal(await reader.locator('tbody del.number').first().textContent(), '2,000');
    assert.equal(await reader.locator('tbody ins.number').first().textContent(), '3,000');
    assert.ok(await reader.getByText('<script>alert(1)</script>').isVisible());
    assert.ok(await reader.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `it fits at ${width}`);
    watch.assertQuiet();
    // axe is put in from outside; a policy that lets no script run would stop nothing else.
    const violations = await reader.evaluate(`${axe}; axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`);
    assert.deepEqual(violations, []);
    await reader.close();
  }
  t.diagnostic(`${file.text.length} letters`);
});

inEachBrowser('the report is saved as JSON, and Markdown as a file', async ({ open, browserName }) => {
  const page = await open('/');
  await give(page, story);
  const { name, text } = await saved(page, 'Save the report (JSON)', browserName);
  assert.equal(name, 'article-diff.json');
  const { texts, ...report } = JSON.parse(text);
  assert.deepEqual(texts, story);
  assert.deepEqual(report.changes, JSON.parse(JSON.stringify(compare(story.before, story.after).changes)));
  const markdown = await saved(page, 'Save as Markdown', browserName);
  assert.equal(markdown.name, 'article-diff.md');
  assert.match(markdown.text, /~~2,000~~\*\*3,000\*\*/);
});

inEachBrowser('a link carries both texts, tells no server, and lets go of them when somebody writes', async ({ open, url }) => {
  const page = await open('/');
  const texts = { before: `${story.before} 😀`, after: `${story.after} é` };
  await give(page, texts);
  await choose(page, 'Copy a link with both texts');
  await page.getByText(/A link of [\d,]+ letters is copied/).waitFor();
  const link = await pasted(page);
  assert.ok(link.startsWith(`${url}#texts=1.`), link);
  const asked = [];
  const other = await page.context().browser().newContext();
  const reader = await other.newPage();
  try {
    reader.on('request', (request) => asked.push(request.url()));
    await reader.goto(link);
    await reader.locator('article-diff .row:visible').first().waitFor();
    const held = () => reader.evaluate(() => ({ before: document.querySelector('article-diff').before, after: document.querySelector('article-diff').after }));
    assert.deepEqual(await held(), texts);
    assert.ok(await reader.getByText('Both texts came with the link').isVisible());
    // Playwright tells an address with its fragment; what goes over the wire has none, and nothing else may carry it.
    assert.deepEqual(asked.filter((address) => address.replace(/#.*/, '').length > url.length + 60), []);
    await reader.reload();
    await reader.locator('article-diff .row:visible').first().waitFor();
    assert.deepEqual(await held(), texts);
    await reader.locator('article-diff .tool-edit').click();
    await reader.locator('#text-after').focus();
    await reader.keyboard.press('Control+End');
    await reader.keyboard.type(' More.');
    await reader.waitForFunction(() => location.hash === '');
    await reader.reload();
    await reader.locator('article-diff .row:visible').first().waitFor();
    assert.equal((await held()).after, `${texts.after} More.`);
    await reader.evaluate(() => { location.hash = '#texts=1.broken'; });
    await reader.getByText('cut short or damaged').waitFor();
    assert.equal((await held()).after, `${texts.after} More.`);
  } finally { await other.close(); }
});

inEachBrowser('texts too long for a link are told so', async ({ open }) => {
  const page = await open('/');
  await give(page, LONG);
  await choose(page, 'Copy a link with both texts');
  await page.getByText('too long for a link of at most 32,000 letters').waitFor();
});

inEachBrowser('print prints the page', async ({ open }) => {
  const page = await open('/');
  await give(page, story);
  await page.evaluate(() => { globalThis.print = () => { globalThis.printed = true; }; });
  await choose(page, 'Print…');
  assert.equal(await page.evaluate(() => globalThis.printed), true);
});

inEachBrowser('the menu works with keys alone, and says when there is nothing to share', async ({ open }) => {
  const page = await open('/');
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  await page.focus('#share');
  await page.keyboard.press('Enter');
  assert.equal(await focused(), 'Copy the summary');
  assert.equal(await page.getAttribute('#share', 'aria-expanded'), 'true');
  await page.keyboard.press('Enter');
  await page.getByText('There is nothing to share yet').waitFor();
  assert.equal(await page.locator('#share-menu').isVisible(), false);
  assert.equal(await focused(), 'Save / Share');
  await page.keyboard.press('ArrowUp');
  assert.equal(await focused(), 'Print…');
  for (const [key, item] of [['ArrowDown', 'Copy the summary'], ['ArrowUp', 'Print…'], ['Home', 'Copy the summary'], ['End', 'Print…'], ['s', 'Save as a web page'], ['s', 'Save as Markdown']]) {
    await page.keyboard.press(key);
    assert.equal(await focused(), item, key);
  }
  await page.keyboard.press('Escape');
  assert.equal(await focused(), 'Save / Share');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await page.locator('#share-menu').isVisible(), false);
  await page.click('#share');
  await page.mouse.click(640, 600);
  assert.equal(await page.locator('#share-menu').isVisible(), false);
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  for (const width of [1280, 390]) {
    inEachBrowser(`axe finds nothing in the menu and the question, and both fit, ${colorScheme} at ${width}`, async ({ open }) => {
      const page = await open('/', { colorScheme, viewport: { width, height: 800 } });
      await give(page, story);
      const look = async (what) => {
        await page.evaluate(axe);
        const violations = await page.evaluate(() => globalThis.axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }).then(({ violations: found }) => found.map(({ id, nodes }) => `${id} ${nodes[0].html}`)));
        assert.deepEqual(violations, [], what);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${what} fits`);
        if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, `${what}-${colorScheme}-${width}.png`) });
      };
      await page.click('#share');
      const { x, width: wide } = await page.locator('#share-menu').boundingBox();
      assert.ok(x >= 0 && x + wide <= width, 'the menu lies inside the window');
      await look('menu');
      await page.keyboard.press('Escape');
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click('#open')]);
      await chooser.setFiles([{ name: 'draft.txt', mimeType: 'text/plain', buffer: Buffer.from('A draft.') }]);
      await page.getByRole('dialog').waitFor();
      await look('question');
      await page.keyboard.press('Escape');
    });
  }
}

inEachBrowser('the menu fits on a phone in every language', async ({ open }) => {
  const page = await open('/', { viewport: { width: 390, height: 800 } });
  await give(page, story);
  for (const language of LANGUAGES) {
    const words = await wordsFor(language);
    await page.click('#settings summary');
    await page.selectOption('#language', language);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: words.t('page.share'), exact: true }).click();
    const { x, width } = await page.locator('#share-menu').boundingBox();
    assert.ok(x >= 0 && x + width <= 390, `${language}: from ${x}, ${width} wide`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), language);
    if (process.env.PICTURES) await page.screenshot({ path: join(process.env.PICTURES, `menu-${language}-390.png`) });
    await page.keyboard.press('Escape');
  }
});
