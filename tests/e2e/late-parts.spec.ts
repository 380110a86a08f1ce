// What reads files and markup, and what saves and copies, is loaded after the page: what it does while that is on the way, and
// when it cannot be had.
import { type Page, expect, test } from '@playwright/test';
import { type HostServer, serveHost } from './host-server.js';
import { copyRich } from './files.js';
import { give, story, textsOf } from './widget.js';

const PARTS = /\/(?:place-files|results|html)-[^/]*\.js$/;
const RICH = '<p>One <b>bold</b> word.</p><ul><li>first</li><li>second</li></ul>';
const READ = 'One bold word.\n\nfirst\nsecond';

async function open(page: Page, site: HostServer): Promise<void> {
  await page.goto(`${site.url}site/`);
  await page.locator('#text-before').waitFor();
}

/** Opens the page, whose parts that are loaded later come once they are released. */
async function openWithPartsOnTheWay(page: Page): Promise<{ site: HostServer; release: () => void }> {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const site = await serveHost({ files: {}, waitFor: (path) => (PARTS.test(path) ? released : undefined) });
  await open(page, site);
  return { site, release };
}

const openFile = (page: Page): Promise<void> =>
  page.setInputFiles('#files', { name: 'draft.txt', mimeType: 'text/plain', buffer: Buffer.from('A draft.') });

async function choose(page: Page, name: string): Promise<void> {
  await page.click('#share');
  await page.getByRole('menuitem', { name, exact: true }).click();
}

async function pasteRich(page: Page): Promise<void> {
  await copyRich(page, RICH);
  await page.click('#text-before');
  await page.keyboard.press('Control+v');
}

/** Chromium copies the blanks beside a mark as no-break spaces up to a version. */
const before = async (page: Page): Promise<string> => (await textsOf(page)).before.replaceAll('\u00a0', ' ');

test('what cannot be loaded is told in a sentence, and loaded once it can be', async ({ page, browserName }) => {
  let isGone = true;
  const site = await serveHost({ files: {}, missing: { test: (path) => isGone && PARTS.test(path) } });
  await open(page, site);
  const failed = page.getByText('A part of this page could not be loaded. Check the connection and try again');
  await openFile(page);
  await failed.waitFor();
  await pasteRich(page);
  // The clipboard's own plain text is there in any case.
  await expect.poll(() => before(page)).toContain('One bold word.');
  await give(page, story);
  for (const name of ['Copy the summary', 'Save as a web page']) {
    await page.evaluate(() => (document.querySelector('#warned')!.textContent = ''));
    await choose(page, name);
    await failed.waitFor();
  }
  isGone = false;
  // Firefox remembers until the page is loaded anew that a script could not be had.
  if (browserName === 'firefox') {
    await page.reload();
    await give(page, story);
  }
  await choose(page, 'Copy the summary');
  await page.getByText('Copied', { exact: true }).waitFor();
  await page.click('article-diff .tool-clear');
  await openFile(page);
  await expect.poll(() => before(page)).toBe('A draft.');
  await site.close();
});

test('what is asked for while its part is on the way is done when that is there', async ({ page }) => {
  const { site, release } = await openWithPartsOnTheWay(page);
  await pasteRich(page);
  await page.waitForTimeout(300);
  expect(await before(page), 'the browser does not paste by itself').toBe('');
  await give(page, story);
  await choose(page, 'Copy the list of changes');
  await page.waitForTimeout(1500);
  await expect(page.locator('#said')).toBeEmpty();
  release();
  await page.getByText('Copied', { exact: true }).waitFor();
  await page.click('article-diff .tool-clear');
  await page.click('#text-after');
  await page.keyboard.press('Control+v');
  await expect.poll(async () => (await textsOf(page)).after).toContain('¶ 4 · Quote:');
  await site.close();
});

test('markup that was pasted before its reader was there becomes its text', async ({ page }) => {
  const { site, release } = await openWithPartsOnTheWay(page);
  await pasteRich(page);
  release();
  await expect.poll(() => before(page)).toBe(READ);
  await page.keyboard.press('Control+z');
  await expect.poll(() => before(page)).toBe('');
  await site.close();
});
