// What a reader selects and copies never runs two versions together.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { give, shown, story } from './widget.js';

/** Selects an element of the reading, or all of it, and copies it with real keys: what is on the clipboard then. */
async function copied(page: Page, selector: string, last = selector): Promise<{ text: string; html: string }> {
  await page.evaluate(
    ([from, to]) => {
      const root = document.querySelector('article-diff')!.shadowRoot!;
      const [first] = root.querySelectorAll(from!);
      const end = [...root.querySelectorAll(to!)].at(-1);
      getSelection()!.setBaseAndExtent(first!, 0, end!, end!.childNodes.length);
      globalThis.got = new Promise((resolve) => {
        document.addEventListener(
          'copy',
          (event) => {
            const { clipboardData } = event;
            queueMicrotask(() =>
              resolve({ text: clipboardData!.getData('text/plain'), html: clipboardData!.getData('text/html') }),
            );
          },
          { once: true },
        );
      });
    },
    [selector, last],
  );
  await page.keyboard.press('Control+c');
  return page.evaluate(() => globalThis.got);
}

/** A text without its furniture, as one copies it: paragraphs with an empty line between them. */
const plain = (text: string): string => text.replace(/[\t ]+/g, ' ').trim();

test('of the inline view, After alone is copied as plain text, and both versions as HTML', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.click('article-diff .views button[data-name=inline]');
  await shown(page);
  const all = await copied(page, '.sheet');
  expect(all.text).toBe(plain(story.after));
  expect(all.html).toContain('after <del>2,000</del><ins>3,000</ins> days');
  expect(all.html).toContain('Mayor <del>Olsen Kari</del><ins>Kari Olsen</ins> cut');
  const one = await copied(page, '.flow .block:has(.number)');
  expect(one.text).toBe(story.after.split('\n\n')[1]);
  const struck = await copied(page, '.flow del.number');
  expect(struck.text, 'a struck word by itself is what somebody wants to have').toBe('2,000');
});

test('nothing that is folded is missing from what is copied', async ({ open }) => {
  const page = await open();
  const same = Array.from({ length: 9 }, (_, i) => `On day ${i} the weather on the coast was the same as ever.`);
  const after = [...same, 'It cost 6 crowns to enter the hall.', ...same].join('\n\n');
  await give(page, { before: after.replace('6 crowns', '5 crowns'), after });
  for (const view of ['side-by-side', 'inline'] as const) {
    await page.click(`article-diff .views button[data-name=${view}]`);
    await shown(page);
    expect((await copied(page, '.sheet')).text, view).toBe(after);
    expect((await copied(page, '.sheet')).text, view).toBe(after);
  }
});

test('side by side, each column is copied by itself', async ({ open }) => {
  const page = await open();
  await give(page, story);
  for (const side of ['before', 'after'] as const) {
    await page.locator(`article-diff .cell.${side} .block`).first().click();
    const { text, html } = await copied(page, `.cell.${side}`);
    expect(text, side).toBe(story[side]);
    expect(html, 'a column is clean text').not.toMatch(/<(del|ins)/);
  }
  await page.locator('article-diff .names').click();
  expect((await copied(page, '.sheet')).text, 'of both columns, After').toBe(story.after);
});

test('the list of changes is copied without its buttons, and never glues two figures', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.click('article-diff .views button[data-name=changes]');
  const { text } = await copied(page, '.sheet');
  expect(text).toContain('after 3,000 days');
  expect(text).not.toMatch(/2,0003,000|Show in the text/);
});

test('a selection of the whole page leaves out what was cut', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.click('article-diff .views button[data-name=inline]');
  await page.evaluate(() => getSelection()!.selectAllChildren(document.body));
  await page.keyboard.press('Control+c');
  const scratch = await page.context().newPage();
  await scratch.setContent('<textarea aria-label="scratch"></textarea>');
  await scratch.locator('textarea').focus();
  await scratch.keyboard.press('Control+v');
  const text = await scratch.locator('textarea').inputValue();
  expect(text).not.toContain('2,0003,000');
  expect(await page.locator('article-diff .sheet.copying').count()).toBe(0);
});

test('what a long paragraph does not show yet is not missing from what is copied', async ({ open }) => {
  const page = await open();
  const sentences = (later: number) =>
    Array.from({ length: 1200 }, (_, i) => `In week ${i} the harbour had ${i * 3 + later} visitors.`).join(' ');
  const unmarked = Array.from({ length: 500 }, (_, i) => `Nothing was heard of ship ${i} for weeks.`).join(' ');
  const after = `${sentences(1)} ${unmarked}`;
  await give(page, { before: `${sentences(0)} ${unmarked}`, after });
  for (const view of ['side-by-side', 'inline'] as const) {
    await page.click(`article-diff .views button[data-name=${view}]`);
    await shown(page);
    expect(await page.locator('article-diff .elided').count(), view).toBeGreaterThan(0);
    expect((await copied(page, '.sheet')).text, view).toBe(after);
  }
});
