// Nothing leaves the page: every feature is used while all requests are recorded, by the browser and by the server.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, expect, test } from '@playwright/test';
import { toFragment } from '../../www/export/link.js';
import { PERIODS } from '../../www/kept-texts.js';
import { LANGUAGES } from '../../www/i18n/languages.js';
import { column, pdf } from '../unit/pdf-documents.js';
import { WORD } from '../unit/word-documents.js';
import { serveHost } from './host-server.js';
import { give, story, textsOf } from './widget.js';

const folder = mkdtempSync(join(tmpdir(), 'article-diff-privacy-'));
test.afterAll(() => rmSync(folder, { recursive: true }));

const MARKUP =
  '<p onclick="asked()">A line with <img src="/asked-for.png"> a picture.</p><link rel="stylesheet" href="/asked-for.css">' +
  '<style>@import url(/asked-for.css); p { background: url(/asked-for.png) }</style><iframe src="/asked-for.html"></iframe>';
const LONG = 'The tide turned at noon, and the boats went out.\n\n'.repeat(400);

/** Puts files into the field behind the button. */
async function openFiles(page: Page): Promise<void> {
  writeFileSync(join(folder, 'page.html'), `<!doctype html>${MARKUP}`);
  writeFileSync(join(folder, 'word.docx'), WORD);
  await page.setInputFiles('#files', [join(folder, 'page.html'), join(folder, 'word.docx')]);
  const replace = page.getByRole('button', { name: 'Replace' });
  await replace.click();
  await expect.poll(async () => (await textsOf(page)).after).toContain('2,000 people');
}

async function pasteRich(page: Page): Promise<void> {
  const edit = page.locator('article-diff .tool-edit');
  if (!(await page.locator('#text-after').isVisible())) await edit.click();
  await page.locator('#text-after').focus();
  await page.locator('#text-after').evaluate((field, markup) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', markup);
    clipboardData.setData('text/plain', 'plain');
    const event = new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true });
    Object.defineProperty(event, 'clipboardData', { value: clipboardData });
    field.dispatchEvent(event);
  }, MARKUP);
  await expect.poll(async () => (await textsOf(page)).after).toContain('a picture');
}

/** Uses all that is in the menu; where the browser would save a file or print, it is asked for that and no more. */
async function share(page: Page): Promise<void> {
  await page.evaluate(() => {
    globalThis.print = () => {};
  });
  const names = await page.locator('#share-menu [role=menuitem]').count();
  expect(names).toBeGreaterThan(5);
  for (let i = 0; i < names; i++) {
    await page.click('#share');
    await page.locator('#share-menu [role=menuitem]').nth(i).click();
    await page.waitForTimeout(100);
  }
}

async function useEverything(page: Page): Promise<void> {
  await page.click('#example');
  await page.locator('article-diff .m').first().waitFor();
  for (const view of ['inline', 'changes', 'side-by-side']) {
    await page.click(`article-diff .views button[data-name=${view}]`);
  }
  const chips = page.locator('article-diff .chip:visible');
  for (let i = 0; i < (await chips.count()); i++) await chips.nth(i).click();
  await page.locator('article-diff .sheet').focus();
  for (const key of ['j', 'k', '?', 'Escape']) await page.keyboard.press(key);
  await openFiles(page);
  await pasteRich(page);
  await give(page, story);
  await share(page);
  await page.evaluate(() => document.querySelector('article-diff')!.swap());
  await page.evaluate(() => document.querySelector('article-diff')!.clear());
  await page.evaluate(() => document.querySelector('article-diff')!.undoClear());
  // The worker compares what is long.
  await give(page, { before: `${LONG}Nobody waved.`, after: `${LONG}Everybody waved.` });
  const fragment = await toFragment(story.before, story.after);
  await page.evaluate((hash) => (location.hash = hash), fragment);
  await expect.poll(async () => (await textsOf(page)).before).toBe(story.before);
  await page.click('#settings summary');
  for (const theme of ['dark', 'light', 'auto']) await page.selectOption('#theme', theme);
  for (const period of PERIODS) await page.selectOption('#keep', period);
  for (const language of LANGUAGES.toReversed()) {
    await page.selectOption('#language', language);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
  }
}

test('a page that has loaded asks for nothing more, whatever is done in it', async ({ page, context }) => {
  test.setTimeout(240_000);
  const byServer: string[] = [];
  const byBrowser: string[] = [];
  const site = await serveHost({ files: {}, onRequest: (path) => byServer.push(path) });
  context.on('request', (request) => {
    // Chromium looks for the icon of the page again when the part of the address behind `#` changes, and has it already.
    if (!/^(blob|data|about):|\/icon-[^/]*\.svg$/.test(request.url())) byBrowser.push(request.url());
  });
  await page.goto(`${site.url}site/`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => byServer.filter((path) => /\/worker[^/]*\.js$/.test(path)).length).toBeGreaterThan(0);
  // Both records tell what the page asks for while it loads, so they would tell what it asks for later.
  expect(byBrowser.length).toBeGreaterThan(10);
  expect(byServer.length).toBeGreaterThan(10);
  await page.waitForTimeout(1000);
  byServer.length = byBrowser.length = 0;
  await useEverything(page);
  await page.waitForTimeout(500);
  expect({ byServer, byBrowser }).toStrictEqual({ byServer: [], byBrowser: [] });
  await site.close();
});

test('from the second visit on all of it works where there is no server any more', async ({ page }) => {
  test.setTimeout(240_000);
  const site = await serveHost({ files: {} });
  await page.goto(`${site.url}site/`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await site.close();
  await page.reload();
  await useEverything(page);
  // What reads PDF is kept with the page, too.
  const buffer = Buffer.from(pdf([column(['The ferry sailed again.'], 72, 700)]));
  await page.setInputFiles('#files', { name: 'paper.pdf', mimeType: 'application/pdf', buffer });
  await page.getByRole('dialog').getByRole('button', { name: 'After' }).click();
  await expect.poll(async () => (await textsOf(page)).after, { timeout: 60_000 }).toBe('The ferry sailed again.');
});
