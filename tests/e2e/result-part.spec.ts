// What draws a result is a part that the page loads beside the module: what a reader and a host find while it is on the way, and when it
// cannot be had.
import { type Page, type Request, expect, test } from '@playwright/test';
import { type HostServer, serveHost } from './host-server.js';
import { give, marks, story, textsOf } from './widget.js';

const PART = /\/result-view-[^/]*\.js$/;
const MODULE = /\/article_diff_bg[^/]*\.wasm$/;
const SENTENCE = 'A part of this page could not be loaded. Check the connection and try again';

interface Held {
  site: HostServer;
  release: () => void;
  /** The paths that were asked for. */
  asked: string[];
}

/** A server that keeps back what it is asked for by such a path, until it is released. */
async function holdBack(path: RegExp): Promise<Held> {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const asked: string[] = [];
  const site = await serveHost({
    files: {},
    waitFor: (wanted) => (path.test(wanted) ? released : undefined),
    onRequest: (wanted) => void asked.push(wanted),
  });
  return { site, release, asked };
}

/** Opens the page as far as its fields: Firefox has the event `load` wait for what is kept back. */
async function openFields(page: Page, site: HostServer): Promise<void> {
  await page.goto(`${site.url}site/`, { waitUntil: 'commit' });
  await page.locator('#text-before').waitFor();
}

/** Notes in the page which comparisons the element tells to be done, and how many marks are drawn by then. */
const noteDone = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const done: { after: string; marks: number }[] = [];
    Object.assign(globalThis, { done });
    const widget = document.querySelector('article-diff')!;
    widget.addEventListener('article-diff-done', () =>
      done.push({ after: widget.textAfter, marks: widget.shadowRoot!.querySelectorAll('.sheet .m').length }),
    );
  });

const doneSoFar = (page: Page): Promise<{ after: string; marks: number }[]> =>
  page.evaluate(() => (globalThis as unknown as { done: { after: string; marks: number }[] }).done);

const setTexts = (page: Page, texts: { before: string; after: string }): Promise<void> =>
  page.evaluate((given) => void Object.assign(document.querySelector('article-diff')!, given), texts);

test('the first view stands without it, and what is written meanwhile is compared once it is there', async ({
  page,
}) => {
  const { site, release } = await holdBack(PART);
  await openFields(page, site);
  await page.locator('#text-before').fill('The tide turned at noon.');
  await noteDone(page);
  await page.locator('#text-after').pressSequentially('The tide turned at dusk.');
  await expect(page.locator('article-diff .notice')).toContainText('Comparing');
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await expect(page.locator('article-diff .result')).toHaveCount(0);
  expect(await doneSoFar(page)).toStrictEqual([]);
  release();
  await expect.poll(() => marks(page)).toStrictEqual(['was: noon', 'now: dusk']);
  expect(await doneSoFar(page), 'of all that was written, the last is drawn').toStrictEqual([
    { after: 'The tide turned at dusk.', marks: 2 },
  ]);
  await expect(page.locator('article-diff .notice')).toBeHidden();
  expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.id)).toBe('text-after');
  await site.close();
});

test('it is asked for once, and neither waits for the module nor the module for it', async ({ page }) => {
  for (const [held, other] of [
    [PART, MODULE],
    [MODULE, PART],
  ] as const) {
    const { site, release, asked } = await holdBack(held);
    await openFields(page, site);
    await expect.poll(() => asked.filter((path) => other.test(path)).length).toBe(1);
    await setTexts(page, story);
    await page.waitForTimeout(300);
    await expect(page.locator('article-diff .m')).toHaveCount(0);
    release();
    await page.locator('article-diff .m').first().waitFor();
    await page.evaluate((texts) => {
      const another = document.createElement('article-diff');
      another.id = 'another';
      document.body.append(Object.assign(another, texts));
    }, story);
    await page.locator('#another').scrollIntoViewIfNeeded();
    await page.locator('#another .m').first().waitFor();
    expect(asked.filter((path) => PART.test(path))).toHaveLength(1);
    await site.close();
  }
});

test('it is asked for before the page has loaded, and before what is loaded while the page is idle', async ({
  page,
}) => {
  const site = await serveHost({ files: {} });
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  await page.goto(`${site.url}site/`);
  await page.waitForLoadState('networkidle');
  const paths = requests.map((request) => new URL(request.url()).pathname);
  const part = paths.findIndex((path) => PART.test(path));
  // What is loaded while the page idles comes behind it.
  expect(part).toBeGreaterThan(0);
  expect(part).toBeLessThan(paths.findIndex((path) => /\/(?:results|place-files)-/.test(path)));
  const loaded = await page.evaluate(
    () => performance.getEntriesByType('navigation')[0]!.toJSON() as { loadEventEnd: number },
  );
  const timing = await page.evaluate((name) => performance.getEntriesByName(name)[0]!.startTime, requests[part]!.url());
  expect(timing).toBeLessThanOrEqual(loaded.loadEventEnd);
  await site.close();
});

test('what a host sets before it is there holds', async ({ page }) => {
  const { site, release } = await holdBack(PART);
  // The id of a change is the same whenever the same texts are compared.
  const plain = await serveHost({ files: {} });
  await page.goto(`${plain.url}site/`);
  await give(page, story);
  const id = await page.evaluate(() => {
    const widget = document.querySelector('article-diff')!;
    widget.next();
    widget.next();
    return widget.change!;
  });
  await plain.close();
  await openFields(page, site);
  await noteDone(page);
  await setTexts(page, story);
  await page.evaluate((change) => {
    const widget = document.querySelector('article-diff')!;
    Object.assign(widget, { view: 'inline', preset: 'everything', change, reviewed: [change] });
    Object.assign(widget, { nameBefore: 'Agency', nameAfter: 'Ours' });
    widget.next();
    widget.previous();
    widget.focus();
  }, id);
  expect(await page.evaluate(() => document.querySelector('article-diff')!.report)).toBeNull();
  release();
  await page.locator('article-diff .m').first().waitFor();
  expect(await doneSoFar(page)).toHaveLength(1);
  const found = await page.evaluate(() => {
    const { view, preset, change, reviewed, report } = document.querySelector('article-diff')!;
    return { view, preset, change, reviewed, isThere: report !== null };
  });
  expect(found).toStrictEqual({ view: 'inline', preset: 'everything', change: id, reviewed: [id], isThere: true });
  await expect(page.locator('article-diff .sheet[data-view=inline] .m.current.reviewed').first()).toBeVisible();
  await page.getByRole('button', { name: 'Side by side' }).click();
  await expect(page.locator('article-diff .row').first()).toBeVisible();
  await site.close();
});

test('who stops the comparison while it is on the way gets no result, until they ask for one', async ({ page }) => {
  const { site, release } = await holdBack(PART);
  await openFields(page, site);
  await noteDone(page);
  await setTexts(page, story);
  await page.getByRole('button', { name: 'Stop' }).click();
  release();
  await page.waitForTimeout(500);
  expect(await doneSoFar(page)).toStrictEqual([]);
  await expect(page.locator('article-diff .m')).toHaveCount(0);
  await page.getByRole('button', { name: 'Compare again' }).click();
  await page.locator('article-diff .m').first().waitFor();
  expect(await textsOf(page)).toStrictEqual(story);
  await site.close();
});

test('where it cannot be had, the sentence of other parts tells it, both texts stay, and it is asked for again', async ({
  page,
  browserName,
}) => {
  let isGone = true;
  const site = await serveHost({ files: {}, missing: { test: (path) => isGone && PART.test(path) } });
  await openFields(page, site);
  const code = page.evaluate(
    () =>
      new Promise((resolve) => {
        const widget = document.querySelector('article-diff')!;
        widget.addEventListener('article-diff-error', ({ detail }) => resolve(detail.error.code), { once: true });
      }),
  );
  await setTexts(page, story);
  expect(await code).toBe('load-failed');
  const notice = page.locator('article-diff [role=alert]');
  await expect(notice).toContainText(SENTENCE);
  expect(await textsOf(page)).toStrictEqual(story);
  expect(await page.evaluate(() => document.querySelector('article-diff')!.report)).toBeNull();
  // The next comparison asks for it again, and cannot have it yet.
  await page.evaluate(() => void (document.querySelector('article-diff')!.textAfter += ' More.'));
  await expect(notice).toContainText(SENTENCE);
  isGone = false;
  // Firefox remembers until the page is loaded anew that a script could not be had.
  if (browserName === 'firefox') await page.reload();
  await give(page, story);
  await page.locator('article-diff .m').first().waitFor();
  await expect(notice).toHaveCount(0);
  expect(await textsOf(page)).toStrictEqual(story);
  await site.close();
});

test('in the scripts for hosts it is inside', async ({ page }) => {
  const asked: string[] = [];
  const host =
    '<!doctype html><title>A host</title><article-diff></article-diff><script type="module" src="host.js"></script>';
  const site = await serveHost({
    files: { '/index.html': host, '/host.js': "import './lib/define.js';\n" },
    onRequest: (path) => void asked.push(path),
  });
  await page.goto(site.url);
  await give(page, story);
  await expect(page.locator('article-diff .m').first()).toBeVisible();
  expect(asked.filter((path) => PART.test(path))).toStrictEqual([]);
  await site.close();
});
