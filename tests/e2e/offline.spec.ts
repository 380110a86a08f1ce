// From the second visit on the page opens without a network, a newer version of it is told, and hosts of the element get no
// service worker.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Page, expect, test } from '@playwright/test';
import { type HostServer, serveHost } from './host-server.js';
import { give, story } from './widget.js';

const WORKER = join(import.meta.dirname, '../../dist/site/service-worker.js');

/** The page is visited, and its service worker has taken in all files. */
async function visit(page: Page, site: HostServer): Promise<void> {
  await page.goto(`${site.url}site/`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

test('from the second visit on the page works without a network', async ({ page }) => {
  const site = await serveHost({ files: {} });
  await visit(page, site);
  await site.close();
  await page.goto(`${site.url}site/`);
  await give(page, story);
  await expect(page.locator('article-diff .m').first()).toBeVisible();
  // The worker, which compares long texts, comes from the same place; and so do other languages.
  const long = 'The tide turned at noon, and the boats went out.\n\n'.repeat(400);
  await give(page, { before: `${long}Nobody waved.`, after: `${long}Everybody waved.` });
  await page.click('#settings summary');
  await page.selectOption('#language', 'de');
  await expect(page.locator('#open')).toHaveText(/^Dateien öffnen/);
  // Under a fresh page, and by the name that a link may have.
  await page.goto(`${site.url}site/index.html`);
  await give(page, story);
});

test('a newer version of the page is told, and taken once no page of the earlier one is open', async ({
  page,
  context,
}) => {
  const earlier = await readFile(WORKER, 'utf8');
  let script = earlier;
  const site = await serveHost({
    files: {
      get '/site/service-worker.js'() {
        return script;
      },
    },
  });
  await visit(page, site);
  await page.reload();
  await give(page, story);
  await expect(page.locator('#said')).toHaveText('');
  script = `${earlier}\n// Another version.`;
  await page.reload();
  await expect(page.locator('#said')).toHaveText(/new version of this page is ready/);
  await give(page, story);
  const isWaiting = (where: Page): Promise<boolean> =>
    where.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting));
  expect(await isWaiting(page)).toBe(true);
  const next = await context.newPage();
  await page.close();
  // A browser takes its time to see that the last page is gone.
  const open = async (): Promise<boolean> => {
    await next.goto('about:blank');
    await next.waitForTimeout(500);
    await next.goto(`${site.url}site/`);
    return isWaiting(next);
  };
  await expect.poll(open, { timeout: 30_000 }).toBe(false);
  await site.close();
});

test('where the service worker is out of reach, the page works with a network', async ({ page }) => {
  const site = await serveHost({ files: {}, missing: /service-worker\.js$/ });
  await page.goto(`${site.url}site/`);
  await give(page, story);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await site.close();
});

test('an element in the page of a host registers no service worker', async ({ page }) => {
  const host =
    '<!doctype html><title>A host</title><article-diff></article-diff><script type="module" src="host.js"></script>';
  const site = await serveHost({ files: { '/index.html': host, '/host.js': "import './lib/define.js';\n" } });
  await page.goto(site.url);
  await give(page, story);
  await page.waitForTimeout(500);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await site.close();
});
