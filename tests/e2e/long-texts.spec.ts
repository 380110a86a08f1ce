// Long texts: what is in view is built, the rest when somebody comes near, and no task of the page takes long.
import type { Page } from '@playwright/test';
import type { Both } from '../../www/sides.js';
import { type WatchedPage, expect, test } from './fixtures.js';
import { STALL, TRIES, longTasks } from './long-tasks.js';

// Traces copy the whole page after each step, and that would be measured, too.
test.use({ trace: 'off' });

/** Prose of about `size` letters, every twelfth paragraph with another number in After. */
function book(size: number): Both<string> {
  const nouns = ['harbour', 'council', 'lighthouse', 'orchard', 'railway', 'theatre', 'river', 'school'];
  const before = [];
  const after = [];
  let length = 0;
  for (let i = 0; length < size; i++) {
    const say = (n: number): string =>
      Array.from(
        { length: 4 },
        (_, k) =>
          `In week ${i * 4 + k} the ${nouns[(i * 7 + k * 3) % 8]} of district ${(i * 31 + k) % 97} ` +
          `counted ${n + k} visitors, more than the ${nouns[(i + k) % 8]} had seen since year ${1500 + ((i * 13 + k) % 500)}.`,
      ).join(' ');
    const one = say(i * 3);
    before.push(one);
    after.push(i % 12 ? one : say(i * 3 + 5));
    length += one.length + 2;
  }
  return { before: before.join('\n\n'), after: after.join('\n\n') };
}

/** Gives the widget of a fresh page a pair of texts. */
async function show(page: Page, texts: Both<string>): Promise<{ took: number; rows: number; stops: string | null }> {
  return page.evaluate(async (given) => {
    const widget = document.querySelector('article-diff')!;
    const start = performance.now();
    const done = new Promise((resolve) => {
      widget.addEventListener('article-diff-done', resolve, { once: true });
    });
    Object.assign(widget, given);
    await done;
    const took = Math.round(performance.now() - start);
    await new Promise((resolve) => {
      setTimeout(resolve, 1500);
    });
    return {
      took,
      rows: widget.shadowRoot!.querySelectorAll('.row').length,
      stops: widget.shadowRoot!.querySelector('.position')!.textContent,
    };
  }, texts);
}

test('a pair of 1 MB is shown without a stall', async ({ open, browserName }) => {
  test.setTimeout(240_000);
  const texts = book(1_000_000);
  let page!: WatchedPage;
  let worst = Infinity;
  for (let tries = 0; worst > STALL && tries < TRIES; tries++) {
    page = await open();
    const { told, tasks } = await longTasks(page, browserName, () => show(page, texts));
    test.info().annotations.push({
      type: 'measured',
      description: `${browserName}: ${told.took} ms to the report, long tasks ${JSON.stringify(tasks)}, ${told.rows} rows built, ${told.stops}`,
    });
    worst = Math.max(0, ...tasks);
  }
  expect(worst <= STALL, `a task of ${worst} ms`).toBeTruthy();
  expect(await page.locator('article-diff textarea:visible').count()).toBe(0);
  await page.locator('article-diff .sheet').focus();
  await page.keyboard.press('k');
  const mark = page.locator('article-diff .m.current').last();
  let top = NaN;
  for (let tries = 0; tries < 40 && !(top > 0 && top < 900); tries++) {
    await page.waitForTimeout(50);
    top = (await mark.boundingBox())?.y ?? NaN;
  }
  expect(top > 0 && top < 900, `the last change of a book is one key away, not at ${top} pixels`).toBeTruthy();
});

test('a text too long for a field is shown, and edited only on demand', async ({ open }) => {
  const page = await open();
  const { before, after } = book(260_000);
  await page.evaluate((given) => Object.assign(document.querySelector('article-diff')!, given), { before, after });
  await page.locator('article-diff .m').first().waitFor();
  await page.click('article-diff .tool-edit');
  expect(await page.locator('article-diff textarea:visible').count()).toBe(0);
  await page.locator('article-diff .editor.before .editor-long button').click();
  expect((await page.locator('#text-before').inputValue()).length).toBe(before.length);
});

test('who writes beside a library is asked before it is compared', async ({ open }) => {
  const page = await open();
  await page.evaluate(() => {
    globalThis.events = [];
    for (const what of ['done', 'progress'])
      addEventListener(`article-diff-${what}`, () => globalThis.events.push(what));
    document.querySelector('article-diff')!.before = 'The same short line again and again. '.repeat(550_000);
  });
  await page.locator('#text-after').fill('One short line.');
  await page.locator('article-diff .notice[data-kind=long]').waitFor();
  expect(await page.locator('article-diff .notice p').textContent()).toMatch(/20,350,015 characters/);
  expect(await page.evaluate(() => globalThis.events)).toStrictEqual([]);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: 'Compare again' }).waitFor();
  // Who said yes is not asked again with every letter.
  await page.locator('#text-after').pressSequentially('!');
  await page.getByRole('button', { name: 'Stop' }).click();
  // The stopped worker is gone; its successor is fetched from where it came from.
  page.watch.forgiveRequests();
});
