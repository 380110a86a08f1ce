// The card at a mark: it opens for the pointer, for the keys and for a finger, and never lies over the mark that it is about.
import type { Page } from '@playwright/test';
import { fromFragment, readingOf } from '../../www/export/link.js';
import { violations } from './axe.js';
import { expect, test } from './fixtures.js';
import { strayControls } from './stray-controls.js';
import { give, said, shown, story, textsOf } from './widget.js';

const card = (page: Page) => page.locator('article-diff .change-card');
const mark = (page: Page, text: string) => page.locator('article-diff .sheet .m', { hasText: text }).first();

/** Whether the card lies in the window and beside the mark. */
async function expectBeside(page: Page, text: string): Promise<void> {
  const { width, height } = page.viewportSize()!;
  await expect
    .poll(async () => {
      const [box, own] = [await card(page).boundingBox(), await mark(page, text).boundingBox()];
      if (!box || !own) return 'one is not there';
      const isInside = box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
      const isBeside = box.y >= own.y + own.height || box.y + box.height <= own.y;
      return isInside && isBeside ? 'beside' : JSON.stringify({ box, own });
    })
    .toBe('beside');
}

test('the card opens under the pointer, can be pointed at itself, and goes with the pointer or on Escape', async ({
  open,
}) => {
  const page = await open();
  await give(page, story);
  const heights = () => page.evaluate(() => document.documentElement.scrollHeight);
  const height = await heights();
  const words = () => page.locator('article-diff .body').textContent();
  const text = await words();
  await mark(page, '3,000').hover();
  await expect(card(page)).toBeVisible();
  await expect(card(page).locator('p')).toHaveText('Number “2,000” became “3,000”');
  await expectBeside(page, '3,000');
  expect(await heights(), 'nothing moves').toBe(height);
  expect(await words(), 'no text is changed').toBe(text);
  expect(await violations(page)).toStrictEqual([]);
  await card(page).locator('.change-kind').hover();
  await page.waitForTimeout(600);
  await expect(card(page), 'it stays under the pointer').toBeVisible();
  await page.mouse.move(2, 2);
  await expect(card(page)).toBeHidden();
  await mark(page, '3,000').hover();
  await expect(card(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
  await expect(page.locator('article-diff .m.current'), 'nobody went to a change').toHaveCount(0);
});

test('what is done in the card is done with its change', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.keyboard.press('n');
  await page.keyboard.press('Escape');
  await mark(page, 'Kari Olsen').hover();
  await expect(card(page).locator('.change-what')).toHaveText('“Olsen Kari” is now “Kari Olsen”');
  await card(page).locator('[data-action=useBefore]').click();
  await expect.poll(async () => (await textsOf(page)).after).toBe(story.after.replace('Kari Olsen', 'Olsen Kari'));
  await mark(page, '3,000').click();
  await card(page).locator('[data-action=copy]').click();
  await expect(card(page).locator('[data-action=copy]')).toHaveText('Copied');
  await expect(page.locator('article-diff .m.current').first()).toHaveText('2,000');
  await card(page).locator('[data-action=review]').click();
  await expect(page.locator('article-diff .change-left')).toHaveText('3 of 4 left');
});

test('the card has a link to its change', async ({ open, browserName }) => {
  const page = await open();
  await give(page, story);
  if (browserName === 'chromium') await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await mark(page, '3,000').hover();
  await page.getByRole('button', { name: 'Link to this change' }).click();
  await expect(page.locator('#said')).toContainText('Link copied');
  const change = await page.evaluate(() => document.querySelector('article-diff')!.change);
  await mark(page, '3,000').click();
  expect(change).toBe(await page.locator('article-diff .m.current').first().getAttribute('data-stop'));
  if (browserName !== 'chromium') return;
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(await fromFragment(link.hash)).toStrictEqual(story);
  expect(readingOf(link.hash).change).toBe(change);
});

test('the keys open the card, go into it and close it for good', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.keyboard.press('n');
  await expect(card(page)).toBeVisible();
  expect(await said(page)).toContain('1 of 5: Number.');
  await page.keyboard.press('c');
  await expect(card(page).locator('[data-action=useBefore]')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
  await page.keyboard.press('n');
  await expect(page.locator('article-diff .position')).toHaveText('2 of 5');
  await expect(card(page), 'whoever closed it reads on without it').toBeHidden();
  await page.keyboard.press('c');
  await expect(card(page).locator('[data-action=useBefore]')).toBeFocused();
  await page.keyboard.press('n');
  await expect(card(page)).toBeVisible();
  await page.locator('h1').click();
  await expect(card(page)).toBeHidden();
});

for (const language of ['en', 'de', 'ar']) {
  test(`a finger opens the card, and it fits into a narrow window (${language})`, async ({ open, browserName }) => {
    const page = await open('./', { viewport: { width: 320, height: 640 }, touch: true, locale: language });
    await page.click('#example');
    await shown(page);
    for (const at of [0, 5, 9]) {
      const target = page.locator('article-diff .sheet .m').nth(at);
      // Over BiDi, Firefox takes no taps.
      if (browserName === 'firefox') await target.click();
      else await target.tap();
      await expect(card(page)).toBeVisible();
      expect(await strayControls(page, 44)).toStrictEqual([]);
      const [box, own] = [(await card(page).boundingBox())!, (await target.boundingBox())!];
      expect(box.x >= 0 && box.x + box.width <= 320, JSON.stringify(box)).toBe(true);
      expect(box.y >= own.y + own.height || box.y + box.height <= own.y, JSON.stringify({ box, own })).toBe(true);
      await page.keyboard.press('Escape');
      await expect(card(page)).toBeHidden();
    }
  });
}
