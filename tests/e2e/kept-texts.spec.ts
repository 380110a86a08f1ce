// Texts that are kept: for as long as the person wants and no longer, each tab its own, and said so beside the promise.
import type { Page } from '@playwright/test';
import { toFragment } from '../../www/export/link.js';
import { type WatchedPage, expect, test } from './fixtures.js';
import { textsOf } from './widget.js';

const NOTHING = { before: '', after: '' };

/** What lies in the storage of the tab and of the site. */
const stored = (page: Page): Promise<{ tab: string | null; site: string | null }> =>
  page.evaluate(() => ({
    tab: sessionStorage.getItem('article-diff.texts'),
    site: localStorage.getItem('article-diff.texts'),
  }));

async function write(page: Page, text: string): Promise<void> {
  await page.locator('#text-before').fill(text);
  await expect.poll(async () => (await stored(page)).tab).toContain(text);
}

async function keep(page: Page, period: string): Promise<void> {
  await page.click('#settings summary');
  await page.selectOption('#keep', period);
  await page.keyboard.press('Escape');
}

async function reload(page: WatchedPage): Promise<void> {
  page.watch.loading();
  await page.reload();
  await page.watch.loaded();
}

/** Another tab of the same browser, as a person opens one. */
async function secondTab(first: WatchedPage): Promise<Page> {
  const second = await first.context().newPage();
  await second.goto(first.url());
  await second.locator('#text-before').waitFor();
  return second;
}

test('texts survive a reload and end with their tab, unless somebody wants it otherwise', async ({ open }) => {
  const first = await open();
  await write(first, 'Written in the first tab.');
  await expect(first.locator('#kept')).toHaveText('Your texts are remembered until this tab is closed.');
  expect((await stored(first)).site).toBe(null);
  await reload(first);
  expect((await textsOf(first)).before).toBe('Written in the first tab.');
  await expect(first.locator('#kept')).toHaveText('Your texts are remembered until this tab is closed.');
  const second = await secondTab(first);
  expect(await textsOf(second)).toStrictEqual(NOTHING);
  await expect(second.locator('#kept')).toHaveText('');
  await keep(first, 'no');
  await expect(first.locator('#kept')).toHaveText('');
  expect(await stored(first)).toStrictEqual({ tab: null, site: null });
  await reload(first);
  expect(await textsOf(first)).toStrictEqual(NOTHING);
});

test('texts that shall outlive their tab are found by the next one until they expire', async ({ open }) => {
  const first = await open();
  await keep(first, 'week');
  await write(first, 'Written for a week.');
  await expect(first.locator('#kept')).toHaveText('Your texts are remembered in this browser for a week.');
  const second = await secondTab(first);
  expect((await textsOf(second)).before).toBe('Written for a week.');
  await second.close();
  await first.evaluate(() => {
    const texts = JSON.parse(localStorage.getItem('article-diff.texts')!) as { until: number };
    localStorage.setItem('article-diff.texts', JSON.stringify({ ...texts, until: Date.now() - 1 }));
  });
  const third = await secondTab(first);
  expect(await textsOf(third)).toStrictEqual(NOTHING);
  expect((await stored(third)).site).toBe(null);
  first.watch.forgiveRequests();
});

test('two tabs keep a text each, and a third one gets what was written last', async ({ open }) => {
  const first = await open();
  await keep(first, 'day');
  await write(first, 'Written in the first tab.');
  const second = await secondTab(first);
  await write(second, 'Written in the second tab, later.');
  await reload(first);
  expect((await textsOf(first)).before).toBe('Written in the first tab.');
  await second.reload();
  expect((await textsOf(second)).before).toBe('Written in the second tab, later.');
  const third = await secondTab(first);
  expect((await textsOf(third)).before).toBe('Written in the second tab, later.');
  first.watch.forgiveRequests();
});

test('that nothing is to be kept is heard by other tabs', async ({ open }) => {
  const first = await open();
  await keep(first, 'day');
  await write(first, 'Written in the first tab.');
  const second = await secondTab(first);
  await keep(second, 'no');
  await expect.poll(() => stored(first)).toStrictEqual({ tab: null, site: null });
  await expect(first.locator('#kept')).toHaveText('');
  await first.locator('#text-before').fill('Written in the first tab again.');
  await first.waitForTimeout(1000);
  expect(await stored(first)).toStrictEqual({ tab: null, site: null });
  await reload(first);
  expect(await textsOf(first)).toStrictEqual(NOTHING);
});

/** Ways in which a browser refuses to keep texts. */
const REFUSALS: Readonly<Record<string, () => void>> = {
  'storage is full': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  },
  'storage is denied': () => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  },
};

for (const [name, refuse] of Object.entries(REFUSALS)) {
  test(`where ${name}, it is told, and the texts stay`, async ({ open }) => {
    const page = await open();
    await page.evaluate(refuse);
    await page.locator('#text-before').fill('Too much for this browser.');
    await page.getByText('This browser could not keep the texts').waitFor();
    await expect(page.locator('#kept')).toHaveText('');
    expect((await textsOf(page)).before).toBe('Too much for this browser.');
    await page.locator('#text-after').fill('Too little for this browser.');
    await page.locator('article-diff .m').first().waitFor();
  });
}

test('the example is offered where there is nothing to lose, and nowhere else', async ({ open }) => {
  const page = await open();
  const example = page.locator('#example');
  await expect(example).toBeVisible();
  await write(page, 'My own words.');
  await expect(example).toBeHidden();
  await page.locator('#text-before').fill('');
  await expect(example).toBeVisible();
  await example.click();
  await expect(page.locator('article-diff .m').first()).toBeVisible();
  await expect(example).toBeHidden();
  await reload(page);
  await expect(example).toBeHidden();
});

const LINKED = { before: 'The ferry left at noon.', after: 'The ferry left at dusk.' };
const OWN = 'A draft that took all day.';

test('a link never writes over a draft: what was there can be brought back, before and after an edit', async ({
  open,
}) => {
  const page = await open();
  await write(page, OWN);
  page.watch.loading();
  await page.goto(`./${await toFragment(LINKED.before, LINKED.after)}`);
  await expect.poll(() => textsOf(page)).toStrictEqual(LINKED);
  const back = page.getByRole('button', { name: 'Show them' });
  await expect(back).toBeVisible();
  expect((await stored(page)).tab, 'the draft is where it was').toContain(OWN);
  await back.click();
  expect((await textsOf(page)).before).toBe(OWN);
  await expect(back).toBeHidden();
  expect(new URL(page.url()).hash).toBe('');

  await page.goto(`./${await toFragment(LINKED.before, LINKED.after)}`);
  await expect.poll(() => textsOf(page)).toStrictEqual(LINKED);
  await page.click('article-diff .tool-edit');
  await page.locator('#text-after').fill('The ferry left at dawn.');
  await expect.poll(async () => (await stored(page)).tab).toContain('dawn');
  await reload(page);
  expect((await textsOf(page)).after).toBe('The ferry left at dawn.');
  await back.click();
  expect((await textsOf(page)).before, 'after an edit of what the link brought, and a reload').toBe(OWN);
  await back.click();
  expect((await textsOf(page)).after, 'both change places').toBe('The ferry left at dawn.');
});

test('a damaged link leaves the draft on the page', async ({ open }) => {
  const page = await open();
  await write(page, OWN);
  await page.goto('./#texts=2.damaged');
  await expect(page.locator('#warned')).toHaveText('This link is incomplete or damaged.');
  expect((await textsOf(page)).before).toBe(OWN);
  await reload(page);
  await expect(page.locator('#warned')).toHaveText('This link is incomplete or damaged.');
  expect((await textsOf(page)).before).toBe(OWN);
});

test('who wants no texts kept finds none that a link put aside', async ({ open }) => {
  const page = await open();
  await write(page, OWN);
  await page.goto(`./${await toFragment(LINKED.before, LINKED.after)}`);
  await expect.poll(() => textsOf(page)).toStrictEqual(LINKED);
  await page.click('article-diff .tool-swap');
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('article-diff.aside'))).toContain(OWN);
  await keep(page, 'no');
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain(OWN);
});
