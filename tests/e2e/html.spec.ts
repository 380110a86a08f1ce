// HTML in a stranger's page under the strict policy: read without running or loading anything, compared with its structure, and
// drawn as what it is.
import type { ReadDocument } from '../../www/html/read.js';
import { read } from '../../www/html/node.js';
import { htmls } from '../unit/htmls.js';
import { expect, test } from './fixtures.js';
import { type HostServer, serveHost } from './host-server.js';
import { shown } from './widget.js';

const FILES = {
  '/index.html': [
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title><link rel="icon" href="icon.svg">',
    '<h1>A host</h1><article-diff format="html"></article-diff>',
    '<main id="live"><p>The <b>old</b> ferry <a href="/soon">sails</a>.</p><p>Nobody waved.</p></main>',
    '<script type="module" src="host.js"></script>',
  ].join('\n'),
  '/host.js': "import './lib/define.js';\nimport './lib/html.js';\n",
};

/** What a page imports from the library. */
interface Library {
  read(html: string | Element): ReadDocument;
}

const BEFORE = `<h2>The ferry will sail again</h2>
<p>The <b>old</b> ferry to Holm will sail <a href="https://news.test/ferry">again</a> from Monday.</p>
<ul><li>Two boats in the morning<li>One boat at night</ul><blockquote><p>Nobody was hurt.</p></blockquote>
<figure><img src="/finch.jpg" alt="Ann Finch"><figcaption>The captain of the ferry</figcaption></figure>`;
const AFTER = BEFORE.replace('news.test', 'casino.test').replace('/finch.jpg', '/ambler.jpg').replace('h2', 'h3');

const requests: string[] = [];
let site: HostServer;
test.beforeAll(async () => {
  site = await serveHost({ files: FILES, onRequest: (path) => requests.push(path) });
});
test.afterAll(() => site.close());

test('a browser reads what Node reads', async ({ open }) => {
  const page = await open(site.url);
  const inPage = await page.evaluate(async (all) => {
    const library = (await import(new URL('lib/html.js', location.href).href)) as Library;
    return all.map((html) => {
      const { text, blocks, marks } = library.read(html);
      return { text, blocks, marks };
    });
  }, htmls);
  htmls.forEach((html, i) => {
    const { text, blocks, marks } = read(html);
    expect(inPage[i], html).toEqual({ text, blocks, marks });
  });
  expect(await page.title(), 'nothing of it ran').toBe('A host');
  expect(requests.filter((path) => /\.(jpg|png|webp|mp4)$|\/x$/.test(path))).toStrictEqual([]);
});

test('a span of the text is a range of the page', async ({ open }) => {
  const page = await open(site.url);
  const found = await page.evaluate(async () => {
    const library = (await import(new URL('lib/html.js', location.href).href)) as Library;
    const { text, rangeOf } = library.read(document.querySelector('#live')!);
    const words = (part: string) => rangeOf([text.indexOf(part), text.indexOf(part) + part.length])?.toString();
    return [text, words('old ferry'), words('sails.'), words('Nobody'), String(rangeOf([0, 999]))];
  });
  expect(found).toStrictEqual(['The old ferry sails.\n\nNobody waved.', 'old ferry', 'sails.', 'Nobody', 'null']);
});

test('links, pictures and formatting that differ are told and drawn as what they are', async ({ open }) => {
  requests.length = 0;
  const page = await open(site.url);
  await page.evaluate(
    ([before, after]) =>
      Object.assign(document.querySelector('article-diff')!, { textBefore: before, textAfter: after }),
    [BEFORE, AFTER],
  );
  await shown(page);
  const widget = page.locator('article-diff');
  await expect(widget.locator('.summary')).toContainText('One link now leads elsewhere');
  await expect(widget.locator('.summary')).toContainText('one picture was replaced');
  await expect(widget.locator('.summary')).not.toContainText('identical');
  // Formatting waits behind its chip.
  await expect(widget.locator('.chip[data-filter=links]')).toHaveAttribute('aria-pressed', 'true');
  await expect(widget.locator('.chip[data-filter=formatting]')).toHaveAttribute('aria-pressed', 'false');
  await expect(widget.locator('.cell.after .m.format')).toHaveCount(2);
  await widget.locator('.chip[data-filter=formatting]').click();
  await expect(widget.locator('.cell.after .m.format.formatting')).toHaveText('The ferry will sail again');
  // Drawn as what it is.
  await expect(widget.locator('.cell.before .block.h2')).toHaveText('The ferry will sail again');
  await expect(widget.locator('.cell.after .block.h3')).toHaveText('The ferry will sail again');
  await expect(widget.locator('.cell.after .m .link')).toHaveAttribute('title', 'https://casino.test/ferry');
  await expect(widget.locator('.cell.after strong')).toHaveText('old');
  await expect(widget.locator('.cell.after .object')).toHaveAttribute('aria-label', 'picture “Ann Finch”');
  await expect(widget.locator('.sheet a, img')).toHaveCount(0);
  await widget.getByRole('button', { name: 'List', exact: true }).click();
  await expect(widget.locator('.entry', { hasText: 'casino.test' })).toContainText(
    '“again” now leads to https://casino.test/ferry, not to https://news.test/ferry',
  );
  expect(requests.filter((path) => path.endsWith('.jpg'))).toStrictEqual([]);
  const given = await page.evaluate(() => document.querySelector('article-diff')!.textAfter);
  expect(given, 'what was given is given back').toBe(AFTER);
});

test('in the inline reading a picture that was replaced stands before the one in its place', async ({ open }) => {
  const page = await open(site.url);
  await page.evaluate(
    ([before, after]) =>
      Object.assign(document.querySelector('article-diff')!, { view: 'inline', textBefore: before, textAfter: after }),
    [BEFORE, AFTER],
  );
  await shown(page);
  await expect(page.locator('article-diff .flow .object')).toHaveCount(2);
  await expect(page.locator('article-diff .flow .m.gone .object')).toHaveAttribute('title', '/finch.jpg');
});
