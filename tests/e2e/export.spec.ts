// Results go out: copied, saved as files that need nothing else, sent as a link, printed; all of it by the menu.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { compare, ready } from 'article-diff';
import { read } from '../../www/html/node.js';
import { LANGUAGES, translatorFor } from '../../www/i18n/languages.js';
import { SIDES } from '../../www/sides.js';
import { violations } from './axe.js';
import { expect, test } from './fixtures.js';
import { Watch } from './watch.js';
import { give, story, textsOf } from './widget.js';

const folder = mkdtempSync(join(tmpdir(), 'article-diff-out-'));
test.beforeAll(() => ready);
test.afterAll(() => rmSync(folder, { recursive: true }));

const LONG = { before: 'one two three', after: 'one two four' };
for (let i = 0; i < 12_000; i++) for (const side of SIDES) LONG[side] += ` ${((i * 2654435761) >>> 0).toString(36)}`;

/** Chooses an item of the menu with the mouse. */
async function choose(page: Page, name: string): Promise<void> {
  await page.click('#share');
  await page.getByRole('menuitem', { name, exact: true }).click();
}

/** What the clipboard holds, by pasting it with real keys. */
async function pasted(page: Page): Promise<string> {
  const scratch = await page.context().newPage();
  await scratch.setContent('<textarea aria-label="scratch"></textarea>');
  await scratch.locator('textarea').focus();
  await scratch.keyboard.press('Control+v');
  const text = await scratch.locator('textarea').inputValue();
  await scratch.close();
  await page.bringToFront();
  return text;
}

/**
 * What a file of the menu holds, and what it is called. Over BiDi, Firefox tells nobody of downloads: there the page is
 * asked what it hands to the browser.
 */
async function saved(page: Page, name: string, browserName: string): Promise<{ name: string; text: string }> {
  if (browserName === 'firefox') {
    await page.evaluate(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob: Blob) => {
        globalThis.handed = { blob, name: '' };
        return make.call(URL, blob);
      };
      HTMLAnchorElement.prototype.click = function click() {
        globalThis.handed.name = this.download;
      };
    });
    await choose(page, name);
    return page.evaluate(async () => ({ name: globalThis.handed.name, text: await globalThis.handed.blob.text() }));
  }
  const [download] = await Promise.all([page.waitForEvent('download'), choose(page, name)]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

test('the summary, a change and Markdown are copied', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await choose(page, 'Copy the summary');
  await page.getByText('Copied', { exact: true }).waitFor();
  const summary = await pasted(page);
  expect(summary).toMatch(/one quote was changed, .*\n.*Quotes: 1 · Numbers: 1/i);
  await choose(page, 'Copy as Markdown');
  await page.waitForTimeout(100);
  const markdown = await pasted(page);
  expect(markdown).toMatch(/after ~~2,000~~\*\*3,000\*\* days/);
  expect(markdown).toMatch(/nets<del>,<\/del> and/);
  await page.click('article-diff .views button[data-name=changes]');
  await page.locator('article-diff [data-copy]').first().click();
  await page.waitForTimeout(100);
  expect(await pasted(page)).toMatch(/: “.+” became “.+”/);
});

/** The markup on the clipboard, as a program for formatted text takes it. */
async function pastedMarkup(page: Page): Promise<string> {
  const scratch = await page.context().newPage();
  await scratch.setContent('<div contenteditable aria-label="scratch"></div>');
  await scratch.locator('div').focus();
  await scratch.evaluate(() =>
    document.addEventListener('paste', (event) => {
      event.preventDefault();
      document.title = event.clipboardData!.getData('text/html');
    }),
  );
  await scratch.keyboard.press('Control+v');
  await expect(scratch).toHaveTitle(/./);
  const markup = await scratch.title();
  await scratch.close();
  await page.bringToFront();
  return markup;
}

test('the list of changes is copied as text and as markup, and a correction is drafted', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await choose(page, 'Copy the list of changes');
  await page.getByText('Copied', { exact: true }).waitFor();
  expect((await pasted(page)).split('\n')).toEqual(
    expect.arrayContaining([
      'Harbour opens again',
      '¶ 2 · Number: 2,000 → 3,000',
      '¶ 3 (Before) · Cut: A sentence was cut: “The band played until the rain came.”',
      '¶ 4 · Quote: never → always',
    ]),
  );
  expect(await pastedMarkup(page)).toContain('<del>2,000</del> → <ins>3,000</ins>');
  await choose(page, 'Draft a correction');
  await page.getByText('The draft of a correction is copied.').waitFor();
  expect((await pasted(page)).split('\n')[0]).toBe('An earlier version of this article said 2,000; it is 3,000.');
  await give(page, { before: 'It rained.', after: 'It poured.' });
  await choose(page, 'Draft a correction');
  await page.getByText('there is nothing to correct').waitFor();
});

test('a Word file with tracked changes reads back as After', async ({ open, browserName }) => {
  const page = await open();
  await give(page, story);
  let bytes: number[];
  if (browserName === 'firefox') {
    // Over BiDi nobody is told of a download: the page is asked what it hands to the browser.
    await saved(page, 'Save as Word with tracked changes', browserName);
    bytes = await page.evaluate(async () => [...new Uint8Array(await globalThis.handed.blob.arrayBuffer())]);
  } else {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      choose(page, 'Save as Word with tracked changes'),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.docx$/);
    bytes = [...readFileSync(await download.path())];
  }
  const path = join(folder, 'tracked.docx');
  writeFileSync(path, Uint8Array.from(bytes));
  await page.click('article-diff .tool-clear');
  await page.setInputFiles('#files', path);
  await expect(page.locator('#text-before')).toHaveValue(story.after);
});

test('a link leads to the view, the filter and the change', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.keyboard.press('2');
  await page.click('article-diff .chip[data-filter=punctuation]');
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  const position = await page.locator('article-diff .position').textContent();
  const current = await page.locator('article-diff .m.current').allTextContents();
  await choose(page, 'Copy a link with the texts');
  await page.getByText(/Link copied/).waitFor();
  const link = await pasted(page);
  const reader = await open(link);
  await expect(reader.locator('article-diff .position')).toHaveText(position!);
  expect(await reader.locator('article-diff .m.current').allTextContents()).toStrictEqual(current);
  expect(await reader.locator('article-diff .sheet').getAttribute('data-view')).toBe('inline');
  expect(await reader.locator('article-diff .chip[data-filter=punctuation]').getAttribute('aria-pressed')).toBe(
    'false',
  );
  expect(
    await reader.evaluate(() => localStorage.getItem('article-diff.hide')),
    'it is no choice of the reader',
  ).toBeNull();
});

test('a saved page opens anywhere, without a script, a request or a complaint', async ({ open, browserName }) => {
  const page = await open();
  await give(page, {
    before: `${story.before}\n\n<img src=x onerror=alert(1)>`,
    after: `${story.after}\n\n<script>alert(1)</script>`,
  });
  const file = await saved(page, 'Save as a web page', browserName);
  expect(file.name).toMatch(/^\d{4}-\d\d-\d\d-harbour-opens-again\.html$/);
  expect(await page.locator('#said').textContent()).toBe(`Saved as ${file.name}`);
  const path = join(folder, `${Math.random()}.html`);
  writeFileSync(path, file.text);
  for (const width of [1280, 390]) {
    const reader = await page.context().newPage();
    const watch = new Watch(reader);
    await reader.setViewportSize({ width, height: 900 });
    await reader.goto(pathToFileURL(path).href);
    expect(await reader.title()).toBe('Harbour opens again – article-diff');
    expect(await reader.locator('script, img').count()).toBe(0);
    expect(await reader.locator('tbody del.number').first().textContent()).toBe('2,000');
    expect(await reader.locator('tbody ins.number').first().textContent()).toBe('3,000');
    expect(await reader.getByText('<script>alert(1)</script>').isVisible()).toBeTruthy();
    expect(
      await reader.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
      `it fits at ${width}`,
    ).toBeTruthy();
    watch.expectQuiet();
    expect(await violations(reader, {})).toStrictEqual([]);
    await reader.close();
  }
});

test('the report is saved as JSON, and Markdown as a file', async ({ open, browserName }) => {
  const page = await open();
  await give(page, story);
  const { name, text } = await saved(page, 'Save the report (JSON)', browserName);
  expect(name).toMatch(/^\d{4}-\d\d-\d\d-harbour-opens-again\.json$/);
  const { texts, ...report } = JSON.parse(text);
  expect(texts).toStrictEqual(story);
  expect(report.changes).toStrictEqual(JSON.parse(JSON.stringify(compare(story.before, story.after).changes)));
  const markdown = await saved(page, 'Save as Markdown', browserName);
  expect(markdown.name).toMatch(/-harbour-opens-again\.md$/);
  expect(markdown.text).toMatch(/~~2,000~~\*\*3,000\*\*/);
});

test('texts that came as documents are saved with their headings, lists and links', async ({ open, browserName }) => {
  const before =
    '<h2>Ferry</h2><ul><li>Two <b>boats</b><li>A <a href="https://news.test/map">map</a></ul><p>It is cold.</p>';
  const documentOf = (html: string) => {
    const { text, blocks, marks } = read(html);
    return { text, blocks, marks };
  };
  const page = await open();
  await give(page, {
    before: documentOf(before),
    after: documentOf(before.replace('news.test', 'casino.test').replace('cold', '<em>very</em> cold')),
  });
  const { text: markdown } = await saved(page, 'Save as Markdown', browserName);
  expect(markdown).toContain('## Ferry\n\n- Two **boats**\n- A [map](<https://casino.test/map>) *(“map” now leads to');
  expect(markdown).toContain('It is <em><ins>very</ins></em> cold.');
  const file = await saved(page, 'Save as a web page', browserName);
  const path = join(folder, `documents-${browserName}.html`);
  writeFileSync(path, file.text);
  const reader = await page.context().newPage();
  await reader.goto(pathToFileURL(path).href);
  await expect(reader.getByRole('heading', { level: 2, name: 'Ferry' })).toHaveCount(2);
  await expect(reader.locator('td.after').getByRole('listitem')).toHaveText(['Two boats', 'A map']);
  await expect(reader.locator('td.after strong')).toHaveText('boats');
  await expect(reader.locator('td.after .link')).toHaveAttribute('title', 'https://casino.test/map');
  await expect(reader.locator('td.before mark.links')).toHaveAttribute(
    'title',
    /now leads to https:\/\/casino\.test\/map/,
  );
  await expect(reader.locator('a')).toHaveCount(0);
  expect(await violations(reader)).toStrictEqual([]);
  await reader.close();
});

test('a link carries both texts, tells no server, and lets go of them when somebody writes', async ({
  open,
  baseURL,
}) => {
  const url = baseURL!;
  const page = await open();
  const texts = { before: `${story.before} 😀`, after: `${story.after} é` };
  await give(page, texts);
  await choose(page, 'Copy a link with the texts');
  await page.getByText(/Link copied \([\d,]+ characters\)/).waitFor();
  const link = await pasted(page);
  expect(link.startsWith(`${url}#texts=2.`), link).toBeTruthy();
  const asked: string[] = [];
  const other = await page.context().browser()!.newContext();
  const reader = await other.newPage();
  try {
    reader.on('request', (request) => asked.push(request.url()));
    await reader.goto(link);
    await reader.locator('article-diff .row:visible').first().waitFor();
    const held = () => textsOf(reader);
    expect(await held()).toStrictEqual(texts);
    expect(await reader.getByText('The texts were inside the link').isVisible()).toBeTruthy();
    // Playwright tells an address with its fragment; what goes over the wire has none, and nothing else may carry it.
    expect(asked.filter((address) => address.replace(/#.*/, '').length > url.length + 60)).toStrictEqual([]);
    await reader.reload();
    await reader.locator('article-diff .row:visible').first().waitFor();
    expect(await held()).toStrictEqual(texts);
    await reader.locator('article-diff .tool-edit').click();
    await reader.locator('#text-after').focus();
    await reader.keyboard.press('Control+End');
    await reader.keyboard.type(' More.');
    expect(await reader.evaluate(() => location.hash), 'the first key lets go of the link').toBe('');
    // The texts are kept once the keys rest.
    await reader.waitForTimeout(600);
    await reader.reload();
    await reader.locator('article-diff .row:visible').first().waitFor();
    expect((await held()).after).toBe(`${texts.after} More.`);
    await reader.evaluate(() => {
      location.hash = '#texts=1.broken';
    });
    await reader.getByText('incomplete or damaged').waitFor();
    expect((await held()).after).toBe(`${texts.after} More.`);
  } finally {
    await other.close();
  }
});

test('texts too long for a link are told so', async ({ open }) => {
  const page = await open();
  await give(page, LONG);
  await choose(page, 'Copy a link with the texts');
  await page.getByText('too long for a link').waitFor();
});

test('print prints the page', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.evaluate(() => {
    globalThis.print = () => {
      globalThis.printed = true;
    };
  });
  await choose(page, 'Print…');
  expect(await page.evaluate(() => globalThis.printed)).toBe(true);
});

test('the menu works with keys alone, and says when there is nothing to share', async ({ open }) => {
  const page = await open();
  const focused = () => page.evaluate(() => document.activeElement!.textContent);
  await page.focus('#share');
  await page.keyboard.press('Enter');
  expect(await focused()).toBe('Copy the summary');
  expect(await page.getAttribute('#share', 'aria-expanded')).toBe('true');
  await page.keyboard.press('Enter');
  await page.getByText('Add both texts first').waitFor();
  expect(await page.locator('#share-menu').isVisible()).toBe(false);
  expect(await focused()).toBe('Save / Share');
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toBe('Print…');
  for (const [key, item] of [
    ['ArrowDown', 'Copy the summary'],
    ['ArrowUp', 'Print…'],
    ['Home', 'Copy the summary'],
    ['End', 'Print…'],
    ['s', 'Save as a web page'],
    ['s', 'Save as Word with tracked changes'],
    ['s', 'Save as Markdown'],
  ]) {
    await page.keyboard.press(key);
    expect(await focused(), key).toBe(item);
  }
  await page.keyboard.press('Escape');
  expect(await focused()).toBe('Save / Share');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.locator('#share-menu').isVisible()).toBe(false);
  await page.click('#share');
  await page.mouse.click(640, 600);
  expect(await page.locator('#share-menu').isVisible()).toBe(false);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390]) {
    test(`axe finds nothing in the menu and the question, and both fit, ${colorScheme} at ${width}`, async ({
      open,
    }) => {
      const page = await open('./', { colorScheme, viewport: { width, height: 800 } });
      await give(page, story);
      const look = async (what: string): Promise<void> => {
        expect(await violations(page), what).toStrictEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
          `${what} fits`,
        ).toBeTruthy();
      };
      await page.click('#share');
      const { x, width: wide } = await page
        .locator('#share-menu')
        .boundingBox()
        .then((box) => box!);
      expect(x >= 0 && x + wide <= width, 'the menu lies inside the window').toBeTruthy();
      await look('menu');
      await page.keyboard.press('Escape');
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click('#open')]);
      await chooser.setFiles([{ name: 'draft.txt', mimeType: 'text/plain', buffer: Buffer.from('A draft.') }]);
      await page.getByRole('dialog').waitFor();
      await look('question');
      await page.keyboard.press('Escape');
    });
  }
}

test('the menu fits on a phone in every language', async ({ open }) => {
  const page = await open('./', { viewport: { width: 390, height: 800 } });
  await give(page, story);
  for (const language of LANGUAGES) {
    const words = await translatorFor(language);
    await page.click('#settings summary');
    await page.selectOption('#language', language);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: words.t('page.share'), exact: true }).click();
    const { x, width } = await page
      .locator('#share-menu')
      .boundingBox()
      .then((box) => box!);
    expect(x >= 0 && x + width <= 390, `${language}: from ${x}, ${width} wide`).toBeTruthy();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), language).toBeTruthy();
    await page.keyboard.press('Escape');
  }
});
