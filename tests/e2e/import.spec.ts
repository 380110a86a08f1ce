// Texts come in: rich text from the clipboard, files chosen and dropped, links; and what cannot be read is told.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { column, pdf } from '../unit/pdf-documents.js';
import { WORD, WORD_READ, zip } from '../unit/word-documents.js';
import { type WatchedPage, expect, test } from './fixtures.js';
import { choose as chooseFiles, copyRich } from './files.js';
import { give, paste, shown, story, textsOf as texts } from './widget.js';

const folder = mkdtempSync(join(tmpdir(), 'article-diff-in-'));
test.afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);
const choose = (page: Page, ...names: string[]): Promise<void> => chooseFiles(page, ...names.map(at));

/** Real bytes of windows-1252, curly quotation marks and a dash among them. */
const CURLY = Buffer.from('\x93It\x92s open \x96 at last\x94, said the owner of the caf\xe9.', 'latin1');

const HOSTILE =
  '<!doctype html><html><head><title>Title</title><style>p { color: red }</style><script>globalThis.broken = 1</script></head>' +
  '<body style="color: red" onload="globalThis.broken = 1"><img src="/asked-for.png" onerror="globalThis.broken = 1"><h1>The  head</h1>' +
  '<p style="color:red">One <b>bold</b>&nbsp;word.<br>Next line.</p><p hidden>Hidden.</p><div style="color: red; display:none">Gone.</div>' +
  '<ul><li>first</li><li><p>second</p><ol><li>inner</li></ol></li></ul><table><tr><th>Day</th><th>Fare</th></tr><tr><td>Mon</td><td><p>2,000</p></td></tr></table>' +
  '<iframe src="/asked-for.html"></iframe><svg onload="globalThis.broken = 1"><text>drawn</text></svg><pre>kept\n  lines</pre>' +
  '<a href="javascript:globalThis.broken = 1">A link</a><noscript>No script.</noscript></body></html>';
const READ =
  'The head\n\nOne bold\u00a0word.\nNext line.\n\nfirst\nsecond\ninner\n\nDay\tFare\nMon\t2,000\n\nkept\n  lines\n\nA link';

const PRINTED = column(['The ferry sailed again on Mon-', 'day, the harbour office said.'], 72, 700);
const PRINTED_READ = 'The ferry sailed again on Monday, the harbour office said.';
const RTF = String.raw`{\rtf1\ansi\ansicpg1252 It\'92s {\b open} \u8211\'96 at last.{\*\nobody knows}\par caf\'e9}`;
const ODT = zip({
  'content.xml':
    '<office:document-content><office:body><office:text><text:h>The head</text:h><text:p>One <text:span>word</text:span>.</text:p></office:text></office:body></office:document-content>',
});

test.beforeAll(() => {
  writeFileSync(at('one.txt'), story.before);
  writeFileSync(at('two.md'), story.after);
  writeFileSync(at('page.html'), HOSTILE);
  writeFileSync(at('word.docx'), WORD);
  writeFileSync(at('curly.txt'), CURLY);
  writeFileSync(at('paper.pdf'), '%PDF-1.7\n');
  writeFileSync(at('scan.pdf'), pdf([[]], { content: '0.5 g 72 72 300 400 re f' }));
  writeFileSync(at('locked.pdf'), pdf([PRINTED], { locked: true }));
  writeFileSync(at('printed.pdf'), pdf([PRINTED]));
  writeFileSync(at('japanese.pdf'), pdf([column(['港は月曜日に', '再開した。'], 72, 700)], { japanese: true }));
  writeFileSync(at('rich.rtf'), RTF);
  writeFileSync(at('open.odt'), ODT);
  writeFileSync(at('cut.rtf'), RTF.slice(0, 40));
  writeFileSync(at('old.doc'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]));
  writeFileSync(at('cut.docx'), WORD.subarray(0, 300));
  writeFileSync(at('bad.docx'), zip({ 'word/document.xml': '<w:document><w:body>' }));
  writeFileSync(at('other.docx'), zip({ 'content.xml': '<x/>' }));
  writeFileSync(at('picture.txt'), Buffer.from([137, 80, 78, 71, 0, 1, 2, 3]));
  writeFileSync(at('empty.txt'), ' \n ');
  writeFileSync(at('large.txt'), 'The tide turned at noon. '.repeat(900_000));
});

const broken = (page: Page) => page.evaluate(() => globalThis.broken);

/** Drops files where a selector says. Browsers let no test move real files, so the event carries real File objects. */
async function drop(page: Page, selector: string, files: readonly { name: string; text: string }[]): Promise<void> {
  await page
    .locator(selector)
    .first()
    .evaluate((target, given) => {
      const carried = new DataTransfer();
      for (const { name, text } of given) carried.items.add(new File([text], name));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        const event = new DragEvent(type, { dataTransfer: carried, bubbles: true, composed: true, cancelable: true });
        target.dispatchEvent(event);
        if (type === 'dragover') globalThis.seenDropping = document.documentElement.classList.contains('dropping');
        if (!event.defaultPrevented) throw new Error(`${type} was left to the browser`);
      }
    }, files);
}

test('rich text is pasted as the text that a reader sees, and can be undone', async ({ open }) => {
  const page = await open();
  await copyRich(
    page,
    '<h1>The head</h1><p>One <b>bold</b> word.</p><p>Two.</p><table><tr><td>Mon</td><td>7.50</td></tr><tr><td>Tue</td><td>8</td></tr></table><ul><li>first</li><li>second</li></ul>',
  );
  await page.click('#text-before');
  await page.keyboard.press('Control+v');
  await page.waitForFunction(() => document.querySelector('article-diff')!.before);
  // Chromium copies the blanks beside a mark as no-break spaces up to a version, and as plain ones from it on.
  const before = (await texts(page)).before.replaceAll('\u00a0', ' ');
  expect(before).toBe('The head\n\nOne bold word.\n\nTwo.\n\nMon\t7.50\nTue\t8\n\nfirst\nsecond');
  await page.keyboard.press('Control+z');
  expect((await texts(page)).before).toBe('');
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' third');
  expect((await texts(page)).before.endsWith('second third')).toBeTruthy();
  // Both pasted: the fields make room for the reading, as with plain text.
  await page.click('#text-after');
  await page.keyboard.press('Control+v');
  await shown(page);
  expect(await page.locator('article-diff .editors').isVisible()).toBe(false);
});

test('hostile markup on the clipboard runs nothing, asks for nothing and breaks no policy', async ({ open }) => {
  const page = await open();
  await copyRich(page, '<p>Harmless.</p>', HOSTILE);
  await page.click('#text-before');
  await page.keyboard.press('Control+v');
  await page.waitForFunction(() => document.querySelector('article-diff')!.before);
  expect((await texts(page)).before).toBe(READ);
  await page.waitForTimeout(300);
  expect(await broken(page)).toBe(undefined);
});

test('plain text is pasted as it is', async ({ open }) => {
  const page = await open();
  const text = 'Two  gaps.\n\n\n<b>Not bold.</b>\n\tA tab.';
  await paste(page, '#text-before', text);
  expect((await texts(page)).before).toBe(text);
});

test('two files chosen are Before and After, kept over a reload, and replaced only when asked', async ({ open }) => {
  const page = await open();
  await choose(page, 'one.txt', 'two.md');
  await shown(page);
  expect(await texts(page)).toStrictEqual(story);
  expect(await page.locator('#said').textContent()).toBe('Opened one.txt as Before, two.md as After.');
  page.watch.loading();
  await page.reload();
  await page.watch.loaded();
  expect(await texts(page)).toStrictEqual(story);
  await choose(page, 'curly.txt', 'two.md');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await texts(page)).toStrictEqual(story);
  await choose(page, 'curly.txt', 'two.md');
  await page.getByRole('button', { name: 'Replace' }).click();
  await page.waitForFunction(() => document.querySelector('article-diff')!.before.startsWith('“It’s open – at last”'));
  expect((await texts(page)).before).toBe('“It’s open – at last”, said the owner of the café.');
});

test('pages and Word documents are read as a reader sees them', async ({ open }) => {
  const page = await open();
  await choose(page, 'page.html', 'word.docx');
  await shown(page);
  expect(await texts(page)).toStrictEqual({ before: READ, after: WORD_READ });
  expect(await broken(page)).toBe(undefined);
});

/** What reads PDF is a large script: on a machine that has much else to do, it takes its time. */
const PATIENCE = { timeout: 60_000 };

test('a PDF in Japanese is read with the table that its font names', async ({ open }) => {
  const page = await open();
  await choose(page, 'japanese.pdf');
  await expect.poll(async () => (await texts(page)).before, PATIENCE).toBe('港は月曜日に再開した。');
  const tables = page.watch.lateRequests.filter((request) => /\/cmaps\/[\w-]+\.bcmap$/.test(request));
  expect(tables.length).toBeGreaterThan(0);
  page.watch.forgiveRequests();
});

/** What reads PDF is loaded with the first one: nothing else may be asked for. */
function forgiveReaderOfPdf(page: WatchedPage): void {
  const { lateRequests } = page.watch;
  expect(lateRequests.length).toBeGreaterThan(0);
  expect(lateRequests.filter((request) => !/\/assets\/pdf[.-][^/]*\.js$/.test(request))).toStrictEqual([]);
  page.watch.forgiveRequests();
}

test('RTF and OpenDocument are read as a reader sees them', async ({ open }) => {
  const page = await open();
  await choose(page, 'rich.rtf', 'open.odt');
  await shown(page);
  expect(await texts(page)).toStrictEqual({ before: 'It’s open – at last.\n\ncafé', after: 'The head\n\nOne word.' });
});

test('a PDF is read, chosen and dropped, under the strict policy', async ({ open }) => {
  const page = await open();
  await choose(page, 'printed.pdf');
  await expect.poll(async () => (await texts(page)).before, PATIENCE).toBe(PRINTED_READ);
  const dropped = Buffer.from(pdf([column(['Nobody was hurt.'], 72, 700)])).toString('latin1');
  await drop(page, 'article-diff .editor.after textarea', [{ name: 'other.pdf', text: dropped }]);
  await expect.poll(async () => (await texts(page)).after, PATIENCE).toBe('Nobody was hurt.');
  forgiveReaderOfPdf(page);
});

test('files are dropped anywhere, or on the side where they belong', async ({ open }) => {
  const page = await open();
  await drop(page, 'article-diff .editor.after textarea', [{ name: 'two.txt', text: story.after }]);
  await page.waitForFunction(() => document.querySelector('article-diff')!.after);
  expect(await texts(page)).toStrictEqual({ before: '', after: story.after });
  expect(await page.evaluate(() => globalThis.seenDropping), 'the page says that it takes files').toBe(true);
  expect(await page.locator('.drop').isVisible()).toBe(false);
  await drop(page, 'body', [{ name: 'one.txt', text: story.before }]);
  await shown(page);
  expect(await texts(page)).toStrictEqual(story);
  await drop(page, 'article-diff', [{ name: 'three.txt', text: 'Three.' }]);
  const dialog = page.getByRole('dialog', { name: 'Use “three.txt” as…' });
  await dialog.waitFor();
  await dialog.getByRole('button', { name: 'After' }).click();
  await page.waitForFunction(() => document.querySelector('article-diff')!.after === 'Three.');
});

test('what cannot be read is told in a sentence, and nothing is lost', async ({ open }) => {
  const page = await open();
  await give(page, story);
  for (const [name, sentence] of [
    ['paper.pdf', /damaged/],
    ['scan.pdf', /pictures of pages and no text/],
    ['locked.pdf', /password/],
    ['cut.rtf', /damaged/],
    ['old.doc', /old Word file/],
    ['cut.docx', /damaged/],
    ['bad.docx', /damaged/],
    ['other.docx', /another kind of document.*\.odt.*RTF, PDF/],
    ['picture.txt', /no text that can be read here.*\.docx/],
    ['empty.txt', /no text/],
  ] as const) {
    await choose(page, name);
    await page.waitForFunction((wanted) => document.querySelector('#warned')!.textContent.includes(wanted), name);
    expect(await page.locator('#warned').textContent()).toMatch(sentence);
  }
  await choose(page, ...Array.from({ length: 21 }, () => 'one.txt'));
  await page.getByText('20 files at most').waitFor();
  expect(await texts(page)).toStrictEqual(story);
  forgiveReaderOfPdf(page);
});

test('a very large file is a choice, not a freeze', async ({ open }) => {
  const page = await open();
  await choose(page, 'large.txt');
  const dialog = page.getByRole('dialog', { name: /large\.txt.*23.MB/ });
  await dialog.waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await texts(page)).toStrictEqual({ before: '', after: '' });
  await choose(page, 'large.txt');
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await page.waitForFunction(() => document.querySelector('article-diff')!.before.length > 20_000_000);
});

test('a text is pasted anywhere on the page, into the side that is empty', async ({ open }) => {
  const page = await open();
  await expect(page.locator('.anywhere')).toBeVisible();
  for (const [side, other] of [
    ['before', 'The ferry left at noon.'],
    ['after', 'The ferry left at dusk.'],
  ] as const) {
    await copyRich(page, `<p>${other}</p>`);
    await page.locator('h1').click();
    await page.keyboard.press('Control+v');
    await expect.poll(async () => (await texts(page))[side]).toBe(other);
  }
  await expect(page.locator('article-diff .sheet .m').first()).toBeVisible();
  await expect(page.locator('.anywhere')).toBeHidden();
});

test('a text that is dragged from elsewhere is dropped anywhere on the page, a link is not', async ({ open }) => {
  const page = await open();
  /** No browser lets a test drag from another window, so the event carries a real DataTransfer. */
  const dropText = (data: Record<string, string>): Promise<boolean> =>
    page.locator('h1').evaluate((target, given) => {
      const carried = new DataTransfer();
      for (const [type, text] of Object.entries(given)) carried.setData(type, text);
      return ['dragenter', 'dragover', 'drop'].map((type) => {
        const event = new DragEvent(type, { dataTransfer: carried, bubbles: true, composed: true, cancelable: true });
        return !target.dispatchEvent(event);
      })[2]!;
    }, data);
  expect(await dropText({ 'text/plain': 'https://example.org/', 'text/uri-list': 'https://example.org/' })).toBe(false);
  expect(await dropText({ 'text/plain': 'plain', 'text/html': '<h1>Ferry</h1><p>It left at noon.</p>' })).toBe(true);
  await expect.poll(() => texts(page)).toEqual({ before: 'Ferry\n\nIt left at noon.', after: '' });
  expect(await dropText({ 'text/plain': 'Ferry\n\nIt left at dusk.' })).toBe(true);
  await expect.poll(async () => (await texts(page)).after).toBe('Ferry\n\nIt left at dusk.');
  // Both texts are there: nothing is replaced, and a third one may be the next version.
  expect(await dropText({ 'text/plain': 'A third one.' })).toBe(true);
  await expect(page.getByRole('dialog').getByLabel('Text')).toHaveValue('A third one.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect((await texts(page)).after).toBe('Ferry\n\nIt left at dusk.');
  await expect(page.locator('article-diff .sheet .m').first()).toBeVisible();
});
