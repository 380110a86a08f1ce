// <article-diff> in a stranger's page: under that page's own strict policy, twice, taken away and brought back, given
// hostile texts, and stopped.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before } from 'node:test';
import { serve } from '../../.ci/serve.mjs';
import { root } from '../../.ci/steps.mjs';
import { inEachBrowser, openPage } from './harness.mjs';
import { give, marks, story } from './widget.mjs';

const folder = mkdtempSync(join(tmpdir(), 'article-diff-'));
/** @type {{ url: string, close: () => Promise<void> }} */
let site;

before(async () => {
  cpSync(join(root, 'www'), join(folder, 'lib'), { recursive: true });
  writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, 'host.js'), "import './lib/define.js';\nimport { ArticleDiffElement } from './lib/article-diff.js';\nArticleDiffElement.define();\n");
  writeFileSync(join(folder, 'index.html'), [
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>A stranger</title><link rel="icon" href="icon.svg">',
    '<meta name="color-scheme" content="light dark">',
    '<h1>A stranger</h1><article-diff id="one" before="The tide turned at noon." after="The tide turned at dusk."></article-diff>',
    '<article-diff id="two" view="inline"></article-diff><script type="module" src="host.js"></script>',
  ].join('\n'));
  site = await serve({ folder });
});
after(async () => {
  await site?.close();
  rmSync(folder, { recursive: true });
});

/** Registers a test on the stranger's page. */
function abroad(title, body) {
  inEachBrowser(title, async (stage) => {
    const page = await openPage(stage.browserName, site.url);
    try {
      await body(page, stage);
      page.watch.assertQuiet();
    } catch (error) {
      page.watch.tell(stage.t);
      throw error;
    } finally { await page.context().close(); }
  });
}

abroad('two widgets work side by side, from attributes and from properties', async (page) => {
  await page.locator('#one .m').first().waitFor();
  assert.deepEqual(await page.locator('#one .m').allTextContents(), ['noon', 'dusk']);
  await give(page, story, '#two');
  assert.ok((await page.locator('#two ins').allTextContents()).includes('3,000'));
  assert.equal(await page.locator('#one textarea:visible').count(), 0, 'nobody asked for fields');
  const report = await page.evaluate(() => document.querySelector('#two').report);
  assert.equal(report.version, 1);
});

abroad('the wasm is compiled once for all widgets', async (page) => {
  await page.locator('#one .m').first().waitFor();
  await give(page, story, '#two');
  const fetched = await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm')).length);
  assert.equal(fetched, 1);
});

abroad('a widget that is taken away and brought back goes on', async (page) => {
  await page.locator('#one .m').first().waitFor();
  await page.evaluate(() => {
    const one = document.querySelector('#one');
    one.remove();
    one.after = 'The tide turned at dawn.';
    document.body.append(one);
  });
  await page.locator('#one .m', { hasText: 'dawn' }).waitFor();
  assert.deepEqual(await page.locator('#one .m').allTextContents(), ['noon', 'dawn']);
});

abroad('a widget out of sight does no work until it is seen', async (page) => {
  await page.locator('#one .m').first().waitFor();
  await page.evaluate(() => {
    const far = document.createElement('article-diff');
    far.id = 'far';
    far.before = 'The tide turned at noon.';
    far.after = 'The tide turned at dusk.';
    const sea = document.createElement('div');
    sea.style.setProperty('height', '5000px');
    document.body.append(sea, far);
  });
  await page.waitForTimeout(400);
  assert.equal(await page.evaluate(() => document.querySelector('#far').report), null);
  await page.evaluate(() => document.querySelector('#far').scrollIntoView());
  await page.locator('#far .m').first().waitFor();
});

abroad('properties set before the class is known are kept, and bad attributes break nothing', async (page) => {
  const told = await page.evaluate(async () => {
    const early = document.createElement('late-diff');
    early.before = 'One.';
    early.after = 'Two.';
    early.setAttribute('view', 'sideways');
    early.setAttribute('hide', 'nonsense, name');
    document.body.prepend(early);
    const { ArticleDiffElement } = await import('./lib/article-diff.js');
    class Late extends ArticleDiffElement {}
    Late.define('late-diff');
    Late.define('late-diff');
    await new Promise((resolve) => early.addEventListener('article-diff-done', resolve, { once: true }));
    return { view: early.view, hide: early.hide, before: early.before, counted: early.report.summary.words.before };
  }).catch((error) => error.message);
  page.watch.lateRequests.length = 0;
  assert.deepEqual(told, { view: 'side-by-side', hide: ['name'], before: 'One.', counted: 1 });
});

abroad('hostile text stays text', async (page) => {
  const hostile = [
    '<img src=x onerror="globalThis.hacked = true"> <script>globalThis.hacked = true</script> stood here.',
    'Lone \ud800 surrogate and \udc00 another, a NUL \0 and a bell \u0007.',
    'مرحبا بالعالم 2,000 and שלום עולם together.',
    '*stars* \u0001stress\u0001 {n} {before}',
  ];
  await give(page, { before: hostile.join('\n\n'), after: [...hostile].reverse().join('\n').replace('2,000', '3,000') }, '#two');
  for (const view of ['side-by-side', 'inline', 'changes']) {
    await page.evaluate((name) => { document.querySelector('#two').view = name; document.querySelector('#two').preset = 'everything'; }, view);
    await page.waitForTimeout(50);
    assert.equal(await page.locator('#two img, #two script').count(), 0);
    if (view !== 'changes') assert.match(await page.locator('#two .sheet').textContent(), /<img src=x onerror/);
  }
  assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
  await page.evaluate(() => { document.querySelector('#two').view = 'side-by-side'; });
  const direction = await page.locator('#two .block', { hasText: 'مرحبا' }).first().evaluate((node) => getComputedStyle(node).direction);
  assert.equal(direction, 'rtl', 'each paragraph runs its own way');
});

abroad('unknown options fail by name, and the next comparison works', async (page) => {
  await page.locator('#one .m').first().waitFor();
  const message = await page.evaluate(() => new Promise((resolve) => {
    const one = document.querySelector('#one');
    one.addEventListener('article-diff-error', ({ detail }) => resolve(detail.error.message), { once: true });
    one.options = { colour: 'blue' };
  }));
  assert.match(message, /colour/);
  assert.match(await page.locator('#one .notice').textContent(), /colour/);
  await page.evaluate(() => { document.querySelector('#one').options = {}; });
  await page.locator('#one .notice').waitFor({ state: 'hidden' });
});

abroad('cancel answers at once, and the newest job wins', async (page) => {
  const told = await page.evaluate(async () => {
    const widget = document.querySelector('#two');
    const words = (seed) => Array.from({ length: 120_000 }, (_, i) => ((i * seed) % 7919).toString(36)).join(' ');
    widget.before = words(31);
    widget.after = words(37);
    await new Promise((resolve) => { setTimeout(resolve, 60); });
    const start = performance.now();
    widget.cancel();
    const took = performance.now() - start;
    const reports = [];
    widget.addEventListener('article-diff-done', ({ detail }) => reports.push(detail.report.summary.words.after));
    widget.before = words(41);
    widget.after = words(43);
    await new Promise((resolve) => { setTimeout(resolve, 30); });
    widget.before = 'The tide turned at noon.';
    widget.after = 'The tide turned.';
    await new Promise((resolve) => { widget.addEventListener('article-diff-done', resolve, { once: true }); });
    await new Promise((resolve) => { setTimeout(resolve, 300); });
    return { took, reports };
  });
  // A cancelled worker is gone; the fresh one is fetched from where the first came from.
  page.watch.lateRequests.length = 0;
  assert.ok(told.took < 50, `${told.took} ms`);
  assert.deepEqual(told.reports, [3]);
});

abroad('after a fault of the core the worker is replaced and both texts stay', async (page) => {
  await page.locator('#one .m').first().waitFor();
  page.watch.expect(/made to fail/);
  const told = await page.evaluate(async () => {
    // A worker that dies of an uncaught error, as a wasm trap does.
    const { Worker: Real } = globalThis;
    const { postMessage } = Real.prototype;
    const two = document.querySelector('#two');
    two.scrollIntoView();
    // Longer than what the page compares by itself while its worker starts.
    const long = 'The water rose, and fell again.\n\n'.repeat(400);
    two.before = `${long}The tide turned at noon.`;
    two.after = `${long}The tide turned at dusk.`;
    await new Promise((resolve) => { two.addEventListener('article-diff-done', resolve, { once: true }); });
    const failed = new Promise((resolve) => { two.addEventListener('article-diff-error', ({ detail }) => resolve(detail.error.name), { once: true }); });
    Real.prototype.postMessage = function fail() {
      Real.prototype.postMessage = postMessage;
      this.dispatchEvent(new ErrorEvent('error', { message: 'made to fail', cancelable: true }));
    };
    two.after = `${long}The tide turned at dawn.`;
    const name = await failed;
    const notice = two.shadowRoot.querySelector('.notice').textContent;
    two.after = `${long}The tide turned at dawn, twice.`;
    await new Promise((resolve) => { two.addEventListener('article-diff-done', resolve, { once: true }); });
    return { name, notice, kept: two.before === `${long}The tide turned at noon.` };
  });
  page.watch.lateRequests.length = 0;
  assert.equal(told.name, 'Panic');
  assert.match(told.notice, /fault of ours/);
  assert.ok(told.kept);
});

/** Opens the front page of a server that sends no policy and knows no type for wasm. @param {(path: string) => Promise<Buffer>} read */
async function onPlainServer(browserName, read, body) {
  const types = { '.js': 'text/javascript', '.html': 'text/html; charset=utf-8', '.svg': 'image/svg+xml' };
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://x').pathname;
    const bytes = await read(path === '/' ? '/index.html' : path).catch(() => null);
    response.writeHead(bytes ? 200 : 404, { 'Content-Type': types[extname(path) || '.html'] ?? 'application/octet-stream' }).end(bytes);
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  try {
    const page = await openPage(browserName, `http://127.0.0.1:${server.address().port}/`);
    await body(page);
    page.watch.assertQuiet();
    await page.context().close();
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

inEachBrowser('a server that sends the wasm as something else is put up with', async ({ browserName }) => {
  await onPlainServer(browserName, (path) => readFile(join(folder, path)), async (page) => {
    await page.locator('#one .m').first().waitFor();
    assert.deepEqual(await page.locator('#one .m').allTextContents(), ['noon', 'dusk']);
  });
});

inEachBrowser('where no worker can be had, short texts are compared and long ones say why not', async ({ browserName }) => {
  const read = (path) => (path.endsWith('/worker.js') ? Promise.reject(new Error('not here')) : readFile(join(folder, path)));
  await onPlainServer(browserName, read, async (page) => {
    page.watch.expect(/worker/);
    await page.locator('#one .m').first().waitFor();
    assert.deepEqual(await page.locator('#one .m').allTextContents(), ['noon', 'dusk']);
    const told = await page.evaluate(() => {
      const one = document.querySelector('#one');
      const failed = new Promise((resolve) => { one.addEventListener('article-diff-error', ({ detail }) => resolve(detail.error.name), { once: true }); });
      one.after = 'The water rose, and fell again. '.repeat(1000);
      return failed;
    });
    assert.equal(told, 'Unavailable');
    assert.ok((await page.locator('#one .notice').textContent()).length > 20);
    page.watch.lateRequests.length = 0;
  });
});

inEachBrowser('the lines that the README shows for a page do what they say', async ({ browserName }) => {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const [, lines] = /^```html\n(.*?)^```/ms.exec(readme);
  const front = Buffer.from(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Five lines</title><link rel="icon" href="lib/icon.svg">${lines}`);
  const read = async (path) => (path === '/index.html' ? front : readFile(join(folder, path.replace(/^\/article-diff\/www\//, '/lib/'))));
  await onPlainServer(browserName, read, async (page) => {
    await page.locator('article-diff .m').first().waitFor();
    assert.deepEqual(await page.locator('article-diff .m').allTextContents(), ['12', '15']);
  });
});
