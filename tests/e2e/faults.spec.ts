// What can go wrong around a comparison: each fault ends in a sentence that says what happened and what to do, both texts stay,
// and the next comparison works. Faults of workers are in worker-faults.spec.ts, of storage in kept-texts.spec.ts.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Page, expect, test } from '@playwright/test';
import { policy } from '../../www/policy.js';
import { type HostOptions, serveHost } from './host-server.js';
import { give, story, textsOf } from './widget.js';

const MODULE = join(import.meta.dirname, '../../dist/pkg/article_diff_bg.wasm');
const INDEX =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title><link rel="icon" href="icon.svg">' +
  '<article-diff></article-diff><script type="module" src="host.js"></script>';
const FILES = { '/index.html': INDEX, '/host.js': "import './lib/define.js';\n" };
const PATH = '/pkg/article_diff_bg.wasm';

/** Gives texts, and waits until they are compared or it is said why they are not. */
const told = (page: Page, texts: { before: string; after: string }): Promise<string> =>
  page.evaluate(
    (given) =>
      new Promise<string>((resolve) => {
        const widget = document.querySelector('article-diff')!;
        const listener = { once: true };
        widget.addEventListener('article-diff-done', () => resolve('done'), listener);
        widget.addEventListener('article-diff-error', ({ detail }) => resolve(detail.error.code), listener);
        Object.assign(widget, given);
      }),
    texts,
  );

/** What spoils the module, and how: what the server sends until it is mended. */
const SPOILT: Readonly<Record<string, (whole: Buffer) => Partial<HostOptions>>> = {
  'is missing': () => ({ missing: /\.wasm$/ }),
  'is cut short': (whole) => ({ files: { ...FILES, [PATH]: whole.subarray(0, 5000) } }),
  'is a page of the server': () => ({ files: { ...FILES, [PATH]: '<!doctype html><title>Please log in</title>' } }),
  'is a page that is called a module by another name': () => ({
    files: { ...FILES, [PATH]: '<!doctype html>' },
    wasmType: 'text/html',
  }),
  'is empty': () => ({ files: { ...FILES, [PATH]: '' } }),
  'is refused by the policy': () => ({
    headers: { 'Content-Security-Policy': policy.replace(" 'wasm-unsafe-eval'", '') },
  }),
};

for (const [name, spoil] of Object.entries(SPOILT)) {
  test(`where the module ${name}, it is told, and the texts are compared once it is there`, async ({ page }) => {
    const spoilt = spoil(await readFile(MODULE));
    const options: { -readonly [Key in keyof HostOptions]: HostOptions[Key] } = { files: FILES, ...spoilt };
    const site = await serveHost(options);
    await page.goto(site.url);
    await page.waitForFunction(() => Boolean(customElements.get('article-diff')));
    expect(await told(page, story)).toBe('load-failed');
    const notice = page.locator('article-diff [role=alert]');
    await expect(notice).toContainText('The comparison could not be started');
    await expect(notice).toContainText('Both texts are still here');
    await expect(notice.getByRole('button', { name: 'Compare again' })).toBeVisible();
    await expect(page.locator('article-diff .m')).toHaveCount(0);
    expect(await textsOf(page)).toStrictEqual(story);
    await site.close();
    if (name === 'is refused by the policy') return;
    // The server is mended, at the same address.
    const mended = await serveHost({ files: FILES, port: Number(new URL(site.url).port) });
    await notice.getByRole('button', { name: 'Compare again' }).click();
    await expect(page.locator('article-diff .m').first()).toBeVisible();
    await expect(notice).toHaveCount(0);
    await mended.close();
  });
}

/** The id of the section of a module that declares its memory. */
const MEMORY = 5;

/** A number in the form that modules have (LEB128), and how many bytes it takes. */
function readNumber(bytes: Buffer, at: number): { value: number; size: number } {
  let value = 0;
  let size = 0;
  for (let byte = 0x80; byte & 0x80; size++) {
    byte = bytes[at + size] ?? 0;
    value |= (byte & 0x7f) << (7 * size);
  }
  return { value, size };
}

function toNumber(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...toNumber(value >>> 7)];
}

/** The same module, whose memory may grow by so many pages of 64 KB and no further. */
function withLittleMemory(module: Buffer, pages: number): Buffer {
  for (let at = 8; at < module.length;) {
    const { value: length, size } = readNumber(module, at + 1);
    const start = at + 1 + size;
    if (module[at] === MEMORY) {
      // One memory; a flag that says whether it has a limit; what it begins with.
      const { value: least } = readNumber(module, start + 2);
      const section = [1, 1, ...toNumber(least), ...toNumber(least + pages)];
      const changed = Buffer.from([MEMORY, ...toNumber(section.length), ...section]);
      return Buffer.concat([module.subarray(0, at), changed, module.subarray(start + length)]);
    }
    at = start + length;
  }
  throw new Error('a module without a memory');
}

test('where memory runs out, it is told, and the next comparison works', async ({ page }) => {
  const module = withLittleMemory(await readFile(MODULE), 100);
  const site = await serveHost({ files: { ...FILES, [PATH]: module } });
  await page.goto(site.url);
  await page.waitForFunction(() => Boolean(customElements.get('article-diff')));
  const long = 'The tide turned at noon, and the boats went out.\n\n'.repeat(400);
  await give(page, { before: `${long}Nobody waved.`, after: `${long}Everybody waved.` });
  // Two texts of 4 MB do not fit into 6.5 MB.
  const texts = { before: long.repeat(200), after: `${long.repeat(200)}Somebody waved.` };
  expect(await told(page, texts)).toBe('broken');
  await expect(page.locator('article-diff [role=alert]')).toContainText('Both texts are still here');
  await expect(page.locator('article-diff .m').first()).toBeHidden();
  expect(await textsOf(page)).toStrictEqual(texts);
  await give(page, { before: `${long}Nobody waved.`, after: `${long}Somebody waved.` });
  await expect(page.locator('article-diff .m').first()).toBeVisible();
  await site.close();
});

test('where the clipboard is denied, it is told, and the texts stay', async ({ page }) => {
  await page.goto('./');
  await give(page, story);
  await page.evaluate(() => {
    const deny = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
    Object.assign(navigator.clipboard, { write: deny, writeText: deny });
  });
  for (const name of ['Copy the summary', 'Copy as Markdown', 'Copy a link with the texts']) {
    await page.evaluate(() => {
      document.querySelector('#warned')!.textContent = '';
    });
    await page.click('#share');
    await page.getByRole('menuitem', { name, exact: true }).click();
    await expect(page.locator('#warned')).toHaveText('Your browser blocked copying');
  }
  expect(await textsOf(page)).toStrictEqual(story);
  await give(page, { ...story, after: `${story.after}\n\nAnd nobody waved.` });
});

test('a tab that was frozen and thawed goes on', async ({ page, browserName }) => {
  test.skip(browserName !== 'chromium', 'only Chromium can be told to freeze a tab');
  await page.goto('./');
  await give(page, story);
  await page.locator('article-diff .tool-edit').click();
  await page.locator('#text-after').fill(`${story.after} More.`);
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  expect((await textsOf(page)).after).toBe(`${story.after} More.`);
  const long = 'The tide turned at noon, and the boats went out.\n\n'.repeat(400);
  await give(page, { before: `${long}Nobody waved.`, after: `${long}Everybody waved.` });
  await expect(page.locator('article-diff .m').first()).toBeVisible();
});

test('a page that comes back by the back button has its texts, and compares', async ({ page, browserName }) => {
  test.skip(browserName === 'firefox', 'over BiDi, Playwright loses a page that Firefox takes out of its cache');
  await page.goto('./');
  await page.locator('#text-before').fill(story.before);
  await page.locator('#text-after').fill(story.after);
  await expect(page.locator('article-diff .m, article-diff .ink').first()).toBeAttached();
  await page.goto('about:blank');
  await page.evaluate(() => history.back());
  await expect.poll(() => textsOf(page).catch(() => null)).toStrictEqual(story);
  await give(page, { ...story, after: `${story.after}\n\nAnd nobody waved.` });
});
