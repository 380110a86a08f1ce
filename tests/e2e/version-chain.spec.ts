// Versions of one story come into the page: from three files or more, from a third text, and put in order by hand.
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { violations } from './axe.js';
import { choose as chooseFiles, copyRich } from './files.js';
import { type WatchedPage, expect, test } from './fixtures.js';
import { strayControls } from './stray-controls.js';
import { give, paste, shown, story, textsOf } from './widget.js';

const folder = mkdtempSync(join(tmpdir(), 'article-diff-versions-'));
test.afterAll(() => rmSync(folder, { recursive: true }));

const TEXTS = ['12 weeks', '14 weeks', '14 months', '15 months'].map(
  (time) => `The ferry sails again.\n\nRepairs took ${time}, the harbour office said.`,
);

test.beforeAll(() => {
  for (const [i, text] of TEXTS.entries()) writeFileSync(join(folder, `ferry v${i + 8}.txt`), text);
  for (const [i, name] of ['draft', 'edited', 'approved'].entries()) {
    writeFileSync(join(folder, `${name}.txt`), TEXTS[i]!);
    utimesSync(join(folder, `${name}.txt`), 1_777_000_000, 1_777_000_000 + i * 86_400);
  }
});

const choose = (page: Page, ...names: string[]): Promise<void> =>
  chooseFiles(page, ...names.map((name) => join(folder, name)));
const bar = (page: Page) => page.locator('article-diff .versions');
const names = (page: Page) => bar(page).locator('.version strong');
const sides = (page: Page) => bar(page).locator('.version-side');
const said = (page: Page) => page.locator('#said');

async function reload(page: WatchedPage): Promise<void> {
  page.watch.loading();
  await page.reload();
  await page.watch.loaded();
  await shown(page);
}

/** Four versions, from files that are named out of order. */
async function openFour(page: Page): Promise<void> {
  await choose(page, 'ferry v10.txt', 'ferry v8.txt', 'ferry v11.txt', 'ferry v9.txt');
  await shown(page);
  await expect(names(page)).toHaveText(['ferry v8', 'ferry v9', 'ferry v10', 'ferry v11']);
}

test('three files or more are versions, in the order of their numbers, and survive a reload', async ({ open }) => {
  const page = await open();
  await openFour(page);
  await expect(said(page)).toHaveText(
    'Opened as versions, in the order of their names: ferry v8.txt, ferry v9.txt, ferry v10.txt, and ferry v11.txt.',
  );
  expect(await textsOf(page)).toStrictEqual({ before: TEXTS[2], after: TEXTS[3] });
  await expect(sides(page), 'the bar says which two are compared').toHaveText(['', '', 'Before', 'After']);
  await expect(bar(page).locator('.version-figure')).toHaveText([
    'First version',
    '1 change · 1 fact',
    /1 change/,
    '1 change · 1 fact',
  ]);
  await expect(bar(page).locator('.version').first(), 'the date of a download tells nothing').toHaveText(
    'ferry v8 First version',
  );
  await bar(page)
    .getByRole('button', { name: /^ferry v9/ })
    .click();
  await expect(page.locator('article-diff .sheet ins')).toHaveText('14');
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('article-diff.texts'))).toContain('ferry v9');
  await page.waitForTimeout(600);
  await reload(page);
  await expect(names(page)).toHaveText(['ferry v8', 'ferry v9', 'ferry v10', 'ferry v11']);
  await expect(sides(page), 'the two of before the reload').toHaveText(['Before', 'After', '', '']);
  expect(await violations(page)).toStrictEqual([]);
});

test('files with other names stand in the order of their dates, which are told', async ({ open }) => {
  const page = await open();
  await choose(page, 'approved.txt', 'draft.txt', 'edited.txt');
  await shown(page);
  await expect(names(page)).toHaveText(['draft', 'edited', 'approved']);
  await expect(said(page)).toContainText('in the order of their dates');
  await expect(bar(page).locator('.version').first()).toContainText('2026');
});

test('more files than find room are refused, and those that would replace texts are asked about', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await choose(page, 'draft.txt', 'edited.txt', 'approved.txt');
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await textsOf(page)).toStrictEqual(story);
  await choose(page, 'draft.txt', 'edited.txt', 'approved.txt');
  await page.getByRole('button', { name: 'Add as versions' }).click();
  await expect(names(page)).toHaveText(['Version 1', 'Version 2', 'draft', 'edited', 'approved']);
  await choose(page, 'ferry v8.txt', 'ferry v9.txt');
  await page.getByRole('button', { name: 'Replace' }).click();
  await expect(bar(page)).toBeHidden();
  expect(await textsOf(page)).toStrictEqual({ before: TEXTS[0], after: TEXTS[1] });
  await page.click('#recent summary');
  await expect(page.locator('#recent li').first(), 'the chain is put aside').toContainText('5 versions');
  await page.locator('.recent-open').first().click();
  await expect(names(page)).toHaveText(['Version 1', 'Version 2', 'draft', 'edited', 'approved']);
  await choose(page, 'ferry v8.txt');
  await page.getByRole('dialog').getByRole('button', { name: 'Next version' }).click();
  await expect(names(page)).toHaveCount(6);
  await expect(said(page)).toHaveText('Opened ferry v8.txt as the next version.');
  expect((await textsOf(page)).after).toBe(TEXTS[0]);
});

test('a third text is added by hand, with the keyboard alone', async ({ open }) => {
  const page = await open();
  await paste(page, '#text-before', TEXTS[0]!);
  await paste(page, '#text-after', TEXTS[1]!);
  await shown(page);
  await expect(bar(page)).toBeHidden();
  await page.locator('#add-version').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add a version' });
  await expect(dialog.getByLabel('Text')).toBeFocused();
  expect(await violations(page)).toStrictEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.locator('#add-version')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(TEXTS[2]!);
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('Corrected');
  await page.keyboard.press('Enter');
  await expect(names(page)).toHaveText(['Version 1', 'Version 2', 'Corrected']);
  expect(await textsOf(page)).toStrictEqual({ before: TEXTS[1], after: TEXTS[2] });
});

test('a third text that is pasted anywhere is offered as the next version', async ({ open }) => {
  const page = await open();
  await give(page, story);
  // Real keys: an event that a script makes carries no text in Firefox.
  await copyRich(page, `<p>${TEXTS[3]!.replace('\n\n', '</p><p>')}</p>`);
  await page.locator('h1').click();
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('dialog').getByLabel('Text')).toHaveValue(TEXTS[3]!);
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await expect(names(page)).toHaveCount(3);
});

test('versions are named, moved and taken out, and what is taken out is put aside', async ({ open }) => {
  const page = await open();
  await openFour(page);
  await page.click('#arrange');
  const dialog = page.getByRole('dialog', { name: 'Versions, earliest first' });
  expect(await violations(page)).toStrictEqual([]);
  await dialog.getByLabel('Name of version 1').fill('Agency');
  await dialog.getByRole('button', { name: 'Move “ferry v11” earlier' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('“ferry v11” is now number 3.');
  await expect(dialog.getByRole('button', { name: 'Move “ferry v11” earlier' }), 'to go on').toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Move “ferry v11” later' }), 'it is the first').toBeFocused();
  await dialog.getByRole('button', { name: 'Remove “ferry v9”' }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(names(page)).toHaveText(['ferry v11', 'Agency', 'ferry v10']);
  await expect(sides(page), 'the two that are compared stay').toHaveText(['After', '', 'Before']);
  await page.click('#recent summary');
  await expect(page.locator('#recent li')).toContainText('4 versions');
  await page.click('#arrange');
  await dialog.getByRole('button', { name: 'Remove “Agency”' }).click();
  await expect(dialog.getByRole('button', { name: /^Remove/ }).first(), 'two stay').toBeDisabled();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(bar(page), 'two need no bar').toBeHidden();
  await expect(page.locator('#add-version')).toBeVisible();
});

test('what is written in a version is in it when it is chosen again, and counted', async ({ open }) => {
  const page = await open();
  await openFour(page);
  await page.click('article-diff .tool-edit');
  const written = `${TEXTS[3]!} The band played.`;
  await page.locator('#text-after').fill(written);
  await expect(sides(page)).toHaveText(['', '', 'Before', 'After']);
  await expect(bar(page).locator('.version-figure').last()).toHaveText('2 changes · 1 fact');
  await page.locator('article-diff .names').getByRole('textbox', { name: 'Name of the After text' }).fill('Final');
  await expect(names(page).last()).toHaveText('Final');
  await bar(page)
    .getByRole('button', { name: /^ferry v9/ })
    .click();
  await bar(page)
    .getByRole('button', { name: /^Final/ })
    .click();
  expect((await textsOf(page)).after).toBe(written);
});

test('the bar follows a swap, goes with both texts, and comes back with them', async ({ open }) => {
  const page = await open();
  await openFour(page);
  await page.click('article-diff .tool-swap');
  await expect(sides(page)).toHaveText(['', '', 'After', 'Before']);
  await expect(bar(page).getByLabel('Version to compare from')).toHaveValue('ferry v11');
  await expect(bar(page).locator('[aria-pressed=true]')).toHaveCount(0);
  await page.click('article-diff .tool-swap');
  await page.click('article-diff .tool-clear');
  await expect(bar(page)).toBeHidden();
  await page.getByRole('button', { name: 'Undo clear' }).click();
  await expect(sides(page)).toHaveText(['', '', 'Before', 'After']);
  await expect(names(page)).toHaveText(['ferry v8', 'ferry v9', 'ferry v10', 'ferry v11']);
  await page.click('article-diff .tool-clear');
  await expect(bar(page)).toBeHidden();
  await page.click('#recent summary');
  await page.locator('.recent-open').first().click();
  await expect(names(page)).toHaveText(['ferry v8', 'ferry v9', 'ferry v10', 'ferry v11']);
});

for (const language of ['en', 'de', 'fr', 'es', 'pt', 'pt-BR', 'ar', 'ja', 'zh']) {
  test(`versions and their dialogues fit into a narrow window, for a finger (${language})`, async ({ open }) => {
    const page = await open('./', { viewport: { width: 320, height: 640 }, touch: true, locale: language });
    await choose(page, 'draft.txt', 'edited.txt', 'approved.txt');
    await shown(page);
    await expect(bar(page).locator('.version-figure', { hasText: '…' })).toHaveCount(0);
    expect(await strayControls(page, 44)).toStrictEqual([]);
    await page.click('#arrange');
    expect(await strayControls(page, 44)).toStrictEqual([]);
    await page.keyboard.press('Escape');
    await page.click('article-diff .opener-more');
    await page.click('#add-version');
    expect(await strayControls(page, 44)).toStrictEqual([]);
  });
}
