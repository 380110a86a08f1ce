// What works without a server: the page as one file, and the classic script, both opened from disk; and the entries that load
// nothing beside the script.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Page, expect, test } from '@playwright/test';
import { column, pdf } from '../unit/pdf-documents.js';
import { serveHost } from './host-server.js';

const dist = join(import.meta.dirname, '../../dist');
const story = 'The tide turned at noon, and the boats went out.\n\n'.repeat(400);

/** Compares texts so long that a worker takes them; tells how many changes there are, or what failed. */
const compared = (page: Page): Promise<string> =>
  page.evaluate(
    (text) =>
      new Promise<string>((resolve) => {
        const widget = document.querySelector('article-diff')!;
        widget.addEventListener('article-diff-done', ({ detail }) => resolve(`${detail.report.changes.length}`));
        widget.addEventListener('article-diff-error', ({ detail }) => resolve(detail.error.message));
        Object.assign(widget, { before: `${text}Nobody waved.`, after: `${text}Everybody waved.` });
      }),
    story,
  );

/** What a page asks for, and what it complains about. */
function listen(page: Page): string[] {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('request', (request) => {
    if (!/^(file|blob|data):/.test(request.url())) heard.push(request.url());
  });
  return heard;
}

test('the page in one file works from disk, under its own policy, and asks for nothing', async ({ page }) => {
  const heard = listen(page);
  const worker = page.waitForEvent('worker');
  await page.goto(pathToFileURL(join(dist, 'article-diff.html')).href);
  await worker;
  expect(await compared(page)).toBe('1');
  await expect(page.locator('article-diff .m').first()).toBeVisible();
  await page.locator('article-diff .tool-clear').click();
  await page.locator('#example').click();
  await expect(page.locator('article-diff .summary')).not.toBeEmpty();
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('.masthead')!).display)).toBe('flex');
  await page.locator('article-diff .tool-clear').click();
  const buffer = Buffer.from(pdf([column(['The ferry sailed again.'], 72, 700)]));
  await page.setInputFiles('#files', { name: 'paper.pdf', mimeType: 'application/pdf', buffer });
  await expect(page.locator('#text-before')).toHaveValue('The ferry sailed again.', { timeout: 60_000 });
  expect(heard).toStrictEqual([]);
});

test('the classic script works from disk', async ({ page }, testInfo) => {
  const script = pathToFileURL(join(dist, 'article-diff.classic.js')).href;
  const file = testInfo.outputPath('host.html');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(
    file,
    `<!doctype html><meta charset="utf-8"><article-diff></article-diff><script src="${script}"></script>`,
  );
  const heard = listen(page);
  const worker = page.waitForEvent('worker');
  await page.goto(pathToFileURL(file).href);
  await worker;
  expect(await compared(page)).toBe('1');
  const changes = await page.evaluate(async () => {
    const { articleDiff } = globalThis as unknown as { articleDiff: typeof import('../../www/engine/index.js') };
    await articleDiff.ready;
    return articleDiff.compare('It was noon.', 'It was dusk.').changes.length;
  });
  expect(changes).toBe(1);
  expect(heard).toStrictEqual([]);
});

test('the entry with both files inside loads one script', async ({ page }) => {
  const site = await serveHost({
    strict: false,
    files: {
      '/index.html':
        '<!doctype html><meta charset="utf-8"><link rel="icon" href="icon.svg"><article-diff></article-diff><script type="module" src="lib/inline-define.js"></script>',
    },
  });
  const requested: string[] = [];
  page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  await page.goto(site.url);
  await page.waitForFunction(() => Boolean(customElements.get('article-diff')));
  expect(await compared(page)).toBe('1');
  expect(requested.filter((path) => /\.(js|wasm)$/.test(path))).toStrictEqual(['/lib/inline-define.js']);
  await site.close();
});
