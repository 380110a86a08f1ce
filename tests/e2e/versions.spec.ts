// Versions of one story: any two are compared, and what each brought is told.
import type { Page } from '@playwright/test';
import { violations } from './axe.js';
import { expect, test } from './fixtures.js';
import { strayControls } from './stray-controls.js';
import { shown, textsOf } from './widget.js';

/** Four versions: a number is corrected, a word is changed, nothing but typography. */
const VERSIONS = [
  { name: 'v1', date: '2026-05-05T09:40:00Z', text: 'The ferry sails.\n\nRepairs took 12 weeks, “at last”.' },
  { name: 'v2', date: '2026-05-05T11:15:00Z', text: 'The ferry sails.\n\nRepairs took 14 weeks, “at last”.' },
  { name: 'v3', date: 'on the next day', text: 'The ferry leaves.\n\nRepairs took 14 weeks, “at last”.' },
  { name: '', text: 'The ferry leaves.\n\nRepairs took 14 weeks, "at last".' },
];

const bar = (page: Page) => page.locator('article-diff .versions');

async function giveVersions(page: Page): Promise<void> {
  await page.evaluate((versions) => {
    const diff = document.querySelector('article-diff')!;
    diff.addEventListener(
      'article-diff-versions',
      ({ detail }) => (globalThis.chosenVersions = JSON.stringify(detail)),
    );
    diff.versions = versions;
  }, VERSIONS);
  await shown(page);
}

test('the last two are compared at first, and what each brought is counted', async ({ open }) => {
  const page = await open();
  await expect(bar(page)).toBeHidden();
  await giveVersions(page);
  expect(await textsOf(page)).toStrictEqual({ before: VERSIONS[2]!.text, after: VERSIONS[3]!.text });
  await expect(bar(page).locator('.version-figure')).toHaveText([
    'First version',
    '1 change · 1 fact',
    '1 change',
    'No changes',
  ]);
  await expect(bar(page).locator('.version strong')).toHaveText(['v1', 'v2', 'v3', 'Version 4']);
  await expect(bar(page).locator('.version').nth(2), 'what is no date is said as it is').toContainText(
    'on the next day',
  );
  await expect(bar(page).locator('.version').nth(1)).toContainText('May 5, 2026');
  expect(await violations(page)).toStrictEqual([]);
});

test('any two are chosen: what one brought, step by step, and by their names', async ({ open }) => {
  const page = await open();
  await giveVersions(page);
  const chosen = () =>
    page.evaluate(() => {
      const { versionBefore, versionAfter, nameBefore, nameAfter } = document.querySelector('article-diff')!;
      return [versionBefore, versionAfter, nameBefore, nameAfter];
    });
  expect(await chosen()).toStrictEqual([2, 3, 'v3', '']);
  await bar(page).getByRole('button', { name: /^v2/ }).click();
  expect(await chosen()).toStrictEqual([0, 1, 'v1', 'v2']);
  expect(await page.evaluate(() => globalThis.chosenVersions)).toBe('{"before":0,"after":1}');
  await expect(bar(page).getByRole('button', { name: /^v2/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('article-diff .sheet ins')).toHaveText('14');
  await expect(page.locator('article-diff .column-name.after input'), 'the name stands at the head').toHaveValue('v2');
  const [previous, next] = ['Previous version', 'Next version'].map((name) => bar(page).getByRole('button', { name }));
  await expect(previous!).toBeDisabled();
  await next!.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('article-diff .sheet ins')).toHaveText('leaves');
  await page.keyboard.press('Enter');
  expect(await chosen()).toStrictEqual([2, 3, 'v3', '']);
  await expect(
    bar(page).getByLabel('Version to compare to'),
    'the button that is off gives the focus on',
  ).toBeFocused();
  await bar(page).getByLabel('Version to compare from').selectOption('v1');
  await expect(page.locator('article-diff .sheet ins')).toHaveText(['leaves', '14']);
  expect(await chosen()).toStrictEqual([0, 3, 'v1', '']);
  await page.evaluate(() => Object.assign(document.querySelector('article-diff')!, { versionBefore: 9 }));
  expect(await chosen(), 'there is no such version').toStrictEqual([0, 3, 'v1', '']);
});

test('other versions take the place of those that were being counted, and none takes the bar away', async ({
  open,
}) => {
  const page = await open();
  await giveVersions(page);
  await page.evaluate(() => {
    const diff = document.querySelector('article-diff')!;
    const long = (word: string) => `The ${word} sails. `.repeat(3000);
    diff.versions = ['ferry', 'boat', 'ship'].map((word) => ({ name: word, text: long(word) }));
    diff.remove();
    diff.versions = [
      { name: 'a', text: 'One ship.' },
      { name: 'b', text: 'Two ships.' },
    ];
    document.querySelector('main')!.append(diff);
  });
  await expect(bar(page).locator('.version-figure')).toHaveText(['First version', /^\d+ changes? · 1 fact$/]);
  await page.evaluate(() => (document.querySelector('article-diff')!.versions = []));
  await expect(bar(page)).toBeHidden();
});

for (const language of ['de', 'ar']) {
  test(`versions fit into a narrow window, for a finger (${language})`, async ({ open }) => {
    const page = await open('./', { viewport: { width: 320, height: 640 }, touch: true, locale: language });
    await giveVersions(page);
    await expect(bar(page).locator('.version-figure', { hasText: '…' })).toHaveCount(0);
    expect(await strayControls(page, 44)).toStrictEqual([]);
  });
}

test('the bar says which two are compared: after a swap, of texts that are of no version, and when none is left', async ({
  open,
}) => {
  const page = await open();
  await giveVersions(page);
  const sides = bar(page).locator('.version-side');
  await expect(sides).toHaveText(['', '', 'Before', 'After']);
  await page.evaluate(() => document.querySelector('article-diff')!.swap());
  await expect(sides).toHaveText(['', '', 'After', 'Before']);
  await expect(bar(page).locator('[aria-pressed=true]')).toHaveCount(0);
  await page.evaluate(() => (document.querySelector('article-diff')!.textAfter = 'Another text.'));
  await expect(sides).toHaveText(['', '', '', 'Before']);
  expect(await page.evaluate(() => document.querySelector('article-diff')!.versionAfter)).toBe(-1);
  await page.evaluate(() => document.querySelector('article-diff')!.clear());
  await expect(sides).toHaveText(['', '', '', '']);
  await expect(bar(page).getByRole('button', { name: 'Next version' })).toBeDisabled();
  await bar(page).getByRole('button', { name: /^v2/ }).click();
  await expect(sides).toHaveText(['Before', 'After', '', '']);
});
