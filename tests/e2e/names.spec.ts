// What both texts are called: written at their heads, kept with the texts, and in links; and what else is kept with them.
import type { Page } from '@playwright/test';
import { fromFragment, readingOf, toFragment } from '../../www/export/link.js';
import { violations } from './axe.js';
import { expect, test, type WatchedPage } from './fixtures.js';
import { strayControls } from './stray-controls.js';
import { give, paste, shown, story, textsOf } from './widget.js';

const NAME = 'Name of the Before text';
const field = (page: Page) => page.locator('article-diff .names').getByRole('textbox', { name: NAME });

async function reload(page: WatchedPage): Promise<void> {
  page.watch.loading();
  await page.reload();
  await page.watch.loaded();
  await shown(page);
}

/** A pair that a person pasted: it is kept. */
async function pastePair(page: Page, { before, after } = story): Promise<void> {
  await paste(page, '#text-before', before);
  await paste(page, '#text-after', after);
  await shown(page);
}

test('names are written at the heads, stay in sight, and are kept over a reload', async ({ open }) => {
  const page = await open('./', { viewport: { width: 1280, height: 400 } });
  await pastePair(page);
  await field(page).fill('Agency, 14:05');
  await page.keyboard.press('j');
  expect(await page.locator('article-diff .m.current').count(), 'letters are letters in a name').toBe(0);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(field(page)).not.toBeFocused();
  expect(await page.evaluate(() => document.querySelector('article-diff')!.nameBefore)).toBe('Agency, 14:05');
  expect(await violations(page)).toStrictEqual([]);
  await page.locator('article-diff .sheet .block').last().scrollIntoViewIfNeeded();
  await expect(field(page), 'below the toolbar').toBeInViewport();
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('article-diff.texts'))).toContain('Agency');
  await reload(page);
  await expect(field(page)).toHaveValue('Agency, 14:05');
  await page.click('article-diff .tool-swap');
  await expect(field(page), 'a name goes with its text').toHaveValue('');
  await expect(page.getByRole('textbox', { name: 'Name of the After text' }).last()).toHaveValue('Agency, 14:05');
  await page.click('article-diff .tool-clear');
  expect(await page.evaluate(() => document.querySelector('article-diff')!.nameAfter)).toBe('');
  await page.getByRole('button', { name: 'Undo clear' }).click();
  expect(await page.evaluate(() => document.querySelector('article-diff')!.nameAfter)).toBe('Agency, 14:05');
});

test('names come with a link, and stand above each paragraph in a narrow window', async ({ open }) => {
  const reading = { view: 'side-by-side', hide: ['spacing'], change: null, nameBefore: 'Agency', nameAfter: 'Ours' };
  const fragment = await toFragment(story.before, story.after, reading);
  const page = await open(`./${fragment}`, { viewport: { width: 320, height: 640 } });
  await shown(page);
  await expect(page.locator('article-diff .cell.before .side-name:visible').first()).toHaveText('Before: Agency');
  await expect(page.locator('article-diff .cell.after .side-name:visible').first()).toHaveText('After: Ours');
  expect(await strayControls(page)).toStrictEqual([]);
  await page.click('article-diff .opener-more');
  await page.click('article-diff .tool-edit');
  await page.locator('article-diff .editors').getByRole('textbox', { name: NAME }).fill('Agency, 15:10');
  expect(await strayControls(page)).toStrictEqual([]);
  await expect(page.locator('article-diff .cell.before .side-name').first()).toHaveText('Before: Agency, 15:10');
  expect(readingOf(fragment)).toMatchObject({ nameBefore: 'Agency', nameAfter: 'Ours' });
  expect(await fromFragment(fragment)).toStrictEqual(story);
});

test('a host names the texts, and a reader of it cannot write there', async ({ open }) => {
  const page = await open();
  await page.evaluate(() => document.querySelector('article-diff')!.removeAttribute('editable'));
  await page.evaluate(() => document.querySelector('article-diff')!.setAttribute('name-after', '5 May, final'));
  await give(page, story);
  await expect(field(page)).toBeHidden();
  await expect(page.locator('article-diff .column-name.after')).toContainText('After 5 May, final');
});

test('ticks are kept over a reload, and in another language', async ({ open }) => {
  const page = await open();
  await pastePair(page);
  await page.keyboard.press('n');
  await page.keyboard.press('x');
  await page.keyboard.press('n');
  await page.keyboard.press('x');
  const left = page.locator('article-diff .change-left');
  await expect(left).toHaveText('3 of 5 left');
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('article-diff.texts'))).toContain('"reviewed":["');
  await reload(page);
  await expect(left).toHaveText('3 of 5 left');
  expect(await page.locator('article-diff .cell.after .m.reviewed').allTextContents()).toStrictEqual([
    '3,000',
    'Kari Olsen',
  ]);
  await page.click('#settings summary');
  await page.selectOption('#language', 'de');
  await expect(left).toHaveText('3 von 5 offen');
  await page.evaluate(() => (document.querySelector('article-diff')!.reviewed = []));
  await expect(left).toHaveText('');
});

test('each comparison that others take the place of is in a list, with its names, and can be deleted', async ({
  open,
}) => {
  const page = await open();
  const recent = page.locator('#recent');
  await expect(recent).toBeHidden();
  const pairs = ['noon', 'dusk', 'dawn'].map((when) => ({
    before: `The ferry left at ${when}.`,
    after: `The ferry will leave at ${when}.`,
  }));
  for (const pair of pairs) {
    await pastePair(page, pair);
    if (pair === pairs[0]) await field(page).fill('Agency');
    await expect
      .poll(() => page.evaluate(() => sessionStorage.getItem('article-diff.texts')))
      .toContain(pair === pairs[0] ? 'Agency' : pair.after);
    await page.click('article-diff .tool-clear');
    await expect.poll(() => page.evaluate(() => sessionStorage.getItem('article-diff.aside'))).toContain(pair.after);
  }
  await recent.locator('summary').click();
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await strayControls(page)).toStrictEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
  const titles = recent.locator('.recent-open');
  await expect(titles).toHaveText([...pairs].reverse().map(({ after }) => after));
  await expect(recent.locator('li').last()).toContainText('Before: Agency · After');
  expect(await violations(page)).toStrictEqual([]);
  await titles.last().click();
  expect(await textsOf(page)).toStrictEqual(pairs[0]);
  await expect(field(page)).toHaveValue('Agency');
  await expect(titles).toHaveText([pairs[2]!.after, pairs[1]!.after]);
  await recent.getByRole('button', { name: `Delete “${pairs[1]!.after}”` }).click();
  await expect(titles).toHaveText([pairs[2]!.after]);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain('dusk');
  await reload(page);
  await recent.locator('summary').click();
  await expect(titles, 'over a reload').toHaveText([pairs[2]!.after]);
  await recent.getByRole('button', { name: 'Delete' }).click();
  await expect(recent).toBeHidden();
});
