// Files that do not say how their characters are encoded: it is said what was guessed, and another can be chosen.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { encodeOneByte, encodeTwoBytes } from '../unit/encodings.js';
import { violations } from './axe.js';
import { choose } from './files.js';
import { expect, test } from './fixtures.js';
import { textsOf } from './widget.js';

const folder = mkdtempSync(join(tmpdir(), 'article-diff-encodings-'));
test.afterAll(() => rmSync(folder, { recursive: true }));

/** A file of a name and bytes. */
function file(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const CHINESE = '市长在星期一宣布新桥开通，他说这是大家等了很久的一天。';
const RUSSIAN = 'Мэр открыл новый мост в понедельник утром, и все были рады.';

const notice = (page: Page): Promise<string | null> => page.locator('#encodings').textContent();

test('a guess is told, and another encoding can be chosen', async ({ open }) => {
  const page = await open();
  await choose(page, file('russian.txt', encodeOneByte(RUSSIAN, 'koi8-r')));
  await page.waitForFunction(() => document.querySelector('article-diff')!.before);
  expect(await textsOf(page)).toStrictEqual({ before: RUSSIAN, after: '' });
  expect(await notice(page)).toMatch(/“russian\.txt” doesn’t say .* Opened as KOI8-R \(Russian\)/);
  const select = page.getByLabel('Open as');
  expect(await select.inputValue()).toBe('koi8-r');
  expect(await select.locator('option').count()).toBeGreaterThan(15);
  expect(await violations(page)).toStrictEqual([]);
  await select.selectOption('windows-1251');
  await expect.poll(async () => (await textsOf(page)).before.startsWith('нЬТ')).toBeTruthy();
  await select.selectOption('koi8-r');
  await expect.poll(async () => (await textsOf(page)).before).toBe(RUSSIAN);
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('select');
});

test('real bytes of every platform are read as what they are', async ({ open }) => {
  const page = await open();
  const curly = Buffer.from('\x93It\x92s open \x96 at last\x94, said the owner of the caf\xe9.', 'latin1');
  await choose(page, file('chinese.txt', encodeTwoBytes(CHINESE, 'gb18030')), file('curly.txt', curly));
  await page.waitForFunction(() => document.querySelector('article-diff')!.after);
  expect(await textsOf(page)).toStrictEqual({
    before: CHINESE,
    after: '“It’s open – at last”, said the owner of the café.',
  });
  expect(
    await page.getByLabel('Open as').evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value)),
  ).toStrictEqual(['gb18030', 'windows-1252']);
});

test('damage is told, and the rest of the text is read', async ({ open }) => {
  const page = await open();
  const spoilt = Buffer.concat([Buffer.from('Новое здание'), Buffer.from([0xff]), Buffer.from(' школы.')]);
  await choose(page, file('spoilt.txt', spoilt));
  await page.waitForFunction(() => document.querySelector('article-diff')!.before);
  expect((await textsOf(page)).before).toBe('Новое здание\ufffd школы.');
  expect(await notice(page)).toMatch(/One character in “spoilt\.txt” is damaged\. Opened as UTF-8/);
});

test('a file that says its encoding is read without a word, and the notice goes when somebody writes', async ({
  open,
}) => {
  const page = await open();
  await choose(page, file('utf8.txt', Buffer.from(RUSSIAN)));
  await page.waitForFunction(() => document.querySelector('article-diff')!.before);
  expect(await notice(page)).toBe('');
  await choose(page, file('koi8.txt', encodeOneByte(RUSSIAN, 'koi8-r')));
  await page.waitForFunction(() => document.querySelector('article-diff')!.after);
  expect(await notice(page)).toMatch(/KOI8-R/);
  await page.locator('article-diff .tool-edit').click();
  await page.locator('#text-after').pressSequentially('!');
  await expect.poll(() => notice(page)).toBe('');
});
