// The desk at work: words of Before are taken over into After, changes are ticked as reviewed, and the result is copied.
import type { Page } from '@playwright/test';
import { violations } from './axe.js';
import { expect, test } from './fixtures.js';
import { give, story, textsOf } from './widget.js';

const action = (name: string) => `article-diff .change-action[data-action=${name}]`;
const position = (page: Page) => page.locator('article-diff .position');

test('Before is used for a change, the reader goes on to the next one, and all of it can be undone', async ({
  open,
}) => {
  const page = await open();
  await give(page, story);
  await expect(page.locator('article-diff .change-card'), 'nothing to do without a change').toBeHidden();
  await page.keyboard.press('n');
  await expect(page.locator('article-diff .change-what')).toHaveText('“2,000” became “3,000”');
  expect(await violations(page)).toStrictEqual([]);
  await page.click(action('useBefore'));
  await expect(position(page)).toHaveText('1 of 4');
  expect((await textsOf(page)).after).toBe(story.after.replace('3,000', '2,000'));
  await expect(page.locator('article-diff .change-what'), 'the next change').toHaveText(
    '“Olsen Kari” is now “Kari Olsen”',
  );
  await page.keyboard.press('b');
  await expect(position(page)).toHaveText('1 of 3');
  expect((await textsOf(page)).after).toBe(story.after.replace('3,000', '2,000').replace('Kari Olsen', 'Olsen Kari'));
  await page.keyboard.press('z');
  await expect(page.locator('article-diff .sheet .m.order').first()).toBeVisible();
  await page.click(action('undo'));
  await expect(page.locator('article-diff .sheet .m.number').first()).toBeVisible();
  expect(await textsOf(page)).toStrictEqual(story);
  await expect(page.locator(action('undo'))).toBeHidden();
});

test('all changes of a quotation, and a whole paragraph, are taken at once; the result is copied', async ({ open }) => {
  const page = await open();
  const before = 'It rained.\n\nThe red boat sailed at noon with 20 people.\n\n“We will build it,” she said.';
  const after =
    'It rained.\n\nThe blue boat sailed at dusk with 30 people.\n\n“We will surely build it soon,” she said.';
  await give(page, { before, after });
  await page.keyboard.press('n');
  await page.click(action('useParagraph'));
  await expect(position(page)).toHaveText('1 of 1');
  expect((await textsOf(page)).after).toBe(after.replace('blue', 'red').replace('dusk', 'noon').replace('30', '20'));
  await page.keyboard.press('b');
  await expect(position(page)).toHaveText('No changes');
  expect((await textsOf(page)).after).toBe(before);
  await page.click(action('copyResult'));
  await expect(page.locator('article-diff .change-left')).toHaveText('Copied');
  await page.click('article-diff .tool-edit');
  await page.fill('#text-before', '');
  await page.focus('#text-before');
  await page.keyboard.press('Control+v');
  expect((await textsOf(page)).before.replaceAll('\r\n', '\n')).toBe(before);
  await expect(page.locator(action('undo')), 'who writes undoes in the field').toBeHidden();
});

test('changes are ticked as reviewed, and what is left is told', async ({ open }) => {
  const page = await open();
  await give(page, story);
  const left = page.locator('article-diff .change-left');
  await page.keyboard.press('n');
  await expect(left).toHaveText('');
  await page.keyboard.press('a');
  await expect(left).toHaveText('4 of 5 left');
  await expect(position(page), 'it goes on').toHaveText('2 of 5');
  await page.click(action('review'));
  await expect(left).toHaveText('3 of 5 left');
  await expect(page.locator(action('review'))).toHaveAttribute('aria-pressed', 'true');
  expect(await page.locator('article-diff .sheet .m.reviewed').allTextContents()).toStrictEqual([
    '2,000',
    'Olsen Kari',
    '3,000',
    'Kari Olsen',
  ]);
  await page.keyboard.press('2');
  await expect(page.locator('article-diff .sheet .m.reviewed').first(), 'in every view').toBeVisible();
  await page.keyboard.press('x');
  await expect(left).toHaveText('4 of 5 left');
  expect(await textsOf(page), 'no text was changed').toStrictEqual(story);
});

test('a widget that is only read has ticks, and takes nothing over', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.evaluate(() => document.querySelector('article-diff')!.removeAttribute('editable'));
  await page.keyboard.press('n');
  await expect(page.locator(action('review'))).toBeVisible();
  await expect(page.locator(action('useBefore'))).toBeHidden();
  await page.keyboard.press('b');
  expect(await textsOf(page)).toStrictEqual(story);
});
