// Workers that are refused, that lie elsewhere, that never start and that die: the comparison is made all the same, or a
// sentence says what happened.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Page, expect, test } from '@playwright/test';
import { policy } from '../../www/policy.js';
import { type HostOptions, serveHost } from './host-server.js';

const INDEX = [
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title><link rel="icon" href="icon.svg">',
  '<h1>A host</h1><article-diff id="one"></article-diff><script type="module" src="host.js"></script>',
].join('\n');
const FILES = { '/index.html': INDEX, '/host.js': "import './lib/define.js';\n" };
const WORKER = join(import.meta.dirname, '../../dist/pkg/worker.js');

/** Texts so long that the page leaves them to its worker. */
const long = (last: string): { before: string; after: string } => {
  const story = 'The tide turned at noon, and the boats went out.\n\n'.repeat(300);
  return { before: `${story}Nobody waved.`, after: `${story}${last}` };
};

/** Gives texts to the widget, and tells what it tells: how many changes there are, or what failed. */
const told = (page: Page, texts: { before: string; after: string }): Promise<string> =>
  page.evaluate(
    (given) =>
      new Promise<string>((resolve) => {
        const widget = document.querySelector<HTMLElementTagNameMap['article-diff']>('#one')!;
        const listener = { once: true };
        widget.addEventListener(
          'article-diff-done',
          ({ detail }) => resolve(`${detail.report.changes.length}`),
          listener,
        );
        widget.addEventListener(
          'article-diff-error',
          ({ detail }) => resolve(`${detail.error.name} ${detail.error.code}`),
          listener,
        );
        Object.assign(widget, given);
      }),
    texts,
  );

/** Serves a host page and visits it. */
async function visit(page: Page, options: Partial<HostOptions>): Promise<() => Promise<void>> {
  const site = await serveHost({ files: FILES, ...options });
  await page.goto(site.url);
  await page.waitForFunction(() => Boolean(customElements.get('article-diff')));
  return () => site.close();
}

test('where a policy allows no worker, the page compares', async ({ page }) => {
  const headers = { 'Content-Security-Policy': policy.replace("worker-src 'self'", "worker-src 'none'") };
  const close = await visit(page, { headers });
  expect(await told(page, long('Everybody waved.'))).toBe('1');
  expect(await told(page, long('Somebody waved.'))).toBe('1');
  await close();
});

test('where a policy does not know our name, the page compares', async ({ page }) => {
  const headers = { 'Content-Security-Policy': policy.replace('trusted-types article-diff', 'trusted-types other') };
  const close = await visit(page, { headers });
  expect(await told(page, long('Everybody waved.'))).toBe('1');
  await close();
});

test('a library of another origin has a worker all the same', async ({ page }) => {
  const library = await serveHost({ files: {}, strict: false, headers: { 'Access-Control-Allow-Origin': '*' } });
  const elsewhere = library.url.slice(0, -1);
  const allowed = policy
    .replace("script-src 'self'", `script-src 'self' ${elsewhere}`)
    .replace("connect-src 'self'", `connect-src ${elsewhere}`)
    .replace("worker-src 'self'", 'worker-src blob:');
  const close = await visit(page, {
    files: { ...FILES, '/host.js': `import '${library.url}lib/define.js';\n` },
    headers: { 'Content-Security-Policy': allowed },
  });
  const started = page.waitForEvent('worker', { predicate: (worker) => worker.url().startsWith('blob:') });
  await page.evaluate(() => document.querySelector('#one')!.scrollIntoView());
  expect(await told(page, long('Everybody waved.'))).toBe('1');
  await started;
  await close();
  await library.close();
});

test('a worker that never starts is given up, and the page compares', async ({ page }) => {
  const close = await visit(page, { files: { ...FILES, '/pkg/worker.js': '' } });
  expect(await told(page, long('Everybody waved.'))).toBe('1');
  await close();
});

test('a worker that dies unseen is replaced', async ({ page }) => {
  const worker = await readFile(WORKER, 'utf8');
  let started = 0;
  const files = {
    ...FILES,
    get '/pkg/worker.js'() {
      started += 1;
      return started === 1
        ? `${worker}\nself.addEventListener('message', () => setTimeout(() => self.close(), 100));`
        : worker;
    },
  };
  const close = await visit(page, { files });
  await expect.poll(() => started).toBe(1);
  await page.waitForTimeout(1000);
  expect(await told(page, long('Everybody waved.'))).toBe('1');
  expect(started).toBe(2);
  await close();
});

test('a comparison that never ends is told, without the marks of other texts, and the next one works', async ({
  page,
}) => {
  const worker = await readFile(WORKER, 'utf8');
  const dying = `self.addEventListener('message', (event) => {
    if (!event.data.after?.endsWith('dies.')) return;
    event.stopImmediatePropagation();
    self.close();
  });
  ${worker}`;
  const close = await visit(page, { files: { ...FILES, '/pkg/worker.js': dying } });
  expect(await told(page, long('Everybody waved.'))).toBe('1');
  await page.locator('#one .m').first().waitFor();
  expect(await told(page, long('The worker dies.'))).toBe('Unavailable no-answer');
  await expect(page.locator('#one [role=alert]')).toBeVisible();
  await expect(page.locator('#one .m').first()).toBeHidden();
  expect(await told(page, long('Somebody waved.'))).toBe('1');
  await close();
});
