// Long paragraphs: a browser lays out a paragraph as a whole, so what is too much at once is drawn when somebody wants it.
import type { Locator, Page } from '@playwright/test';
import type { Both } from '../../www/sides.js';
import { type WatchedPage, expect, test } from './fixtures.js';
import { STALL, TRIES, longTasks } from './long-tasks.js';
import { give } from './widget.js';

// Traces copy the whole page after each step, and that would be measured, too.
test.use({ trace: 'off' });

/** Sentences in one paragraph. */
const SENTENCES = 1200;
const sentences = (later: boolean): string =>
  Array.from({ length: SENTENCES }, (_, i) => `In week ${i} the harbour had ${i * 3 + Number(later)} visitors.`).join(
    ' ',
  );
/** One paragraph in which each sentence has another number. */
const numbers: Both<string> = { before: sentences(false), after: sentences(true) };

const marks = (page: Page): Locator => page.locator('article-diff .cell.after .m');

test('a paragraph with a thousand changes is drawn in parts, on demand', async ({ open }) => {
  const page = await open();
  await give(page, numbers);
  const first = await marks(page).count();
  expect(first > 100 && first < 600, `${first} marks are drawn at first`).toBeTruthy();
  await page.locator('article-diff .cell.after .elided').click();
  expect((await marks(page).count()) > first).toBeTruthy();
  const before = page.locator('article-diff .cell.before .m');
  expect(await before.count(), 'both sides are level').toBe(await marks(page).count());
  await page.locator('article-diff .cell.after .elided').click();
  await expect(marks(page)).toHaveCount(SENTENCES);
  await expect(page.locator('article-diff .cell.after .elided')).toHaveCount(0);
  await expect(page.locator('article-diff .cell.after .block')).toHaveText(numbers.after);
  await page.click('article-diff .views button[data-name=inline]');
  const woven = page.locator('article-diff .flow .elided');
  for (let parts = 0; parts < 20 && (await woven.count()); parts++) await woven.click();
  await expect(page.locator('article-diff .flow ins')).toHaveCount(SENTENCES);
});

test('the last of a thousand changes is one key away', async ({ open }) => {
  const page = await open();
  await give(page, numbers);
  await page.locator('article-diff .sheet').focus();
  await page.keyboard.press('k');
  const current = page.locator('article-diff .cell.after .m.current');
  await expect(current).toHaveText(String((SENTENCES - 1) * 3 + 1));
  await expect(current).toBeInViewport();
});

test('the button of the next part keeps the focus of the keyboard in the text', async ({ open }) => {
  const page = await open();
  await give(page, numbers);
  const focused = () =>
    page.evaluate(() => document.querySelector('article-diff')!.shadowRoot!.activeElement!.className);
  await page.locator('article-diff .cell.after .elided').focus();
  await page.keyboard.press('Enter');
  expect(await focused()).toContain('elided');
  await page.keyboard.press('Enter');
  await expect(marks(page)).toHaveCount(SENTENCES);
  expect(await focused()).toBe('sheet');
});

test('a printed paragraph has all its changes', async ({ open }) => {
  const page = await open();
  await give(page, numbers);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(marks(page)).toHaveCount(SENTENCES);
});

test('a search finds a word at the end of a long paragraph', async ({ open }) => {
  const page = await open();
  await give(page, { before: numbers.before, after: `${numbers.after} The lighthouse was dark.` });
  await page.locator('article-diff .sheet').focus();
  await page.keyboard.press('/');
  await page.keyboard.type('lighthouse');
  await expect(page.locator('article-diff .cell.after .block')).toContainText('The lighthouse was dark.');
});

/** Punctuation marks at random, which have no letter to tell a direction by. */
function punctuation(length: number, seed: number): string {
  let state = seed;
  const next = (): string => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return '.,;:!?—()*#'[(state >>> 16) % 11]!;
  };
  return Array.from({ length }, next).join(' ');
}

/** Does something on a fresh page, again if a slow minute made a task of it long. */
async function expectNoStall(
  open: () => Promise<WatchedPage>,
  browserName: string,
  act: (page: WatchedPage) => Promise<void>,
): Promise<void> {
  let worst = Infinity;
  for (let tries = 0; worst > STALL && tries < TRIES; tries++) {
    const page = await open();
    const { tasks } = await longTasks(page, browserName, () => act(page));
    worst = Math.max(0, ...tasks);
    await page.context().close();
  }
  expect(worst <= STALL, `a task of ${worst} ms`).toBeTruthy();
}

test('a paragraph without a letter is drawn without a stall', async ({ open, browserName }) => {
  const texts = { before: punctuation(20_000, 1), after: punctuation(20_000, 2) };
  await expectNoStall(open, browserName, async (page) => {
    await give(page, texts);
    await expect(page.locator('article-diff .cell.after .block')).toHaveAttribute('dir', 'auto');
  });
});

test('ten thousand folded lines are built without a stall', async ({ open, browserName }) => {
  const same = Array.from({ length: 10_000 }, (_, i) => `${i}`).join('\n');
  await expectNoStall(open, browserName, async (page) => {
    await give(page, { before: `One boat.\n${same}`, after: `Two boats.\n${same}` });
    await page.waitForTimeout(1000);
  });
});

test('a book in one paragraph shows its changes, and the rest of it on demand', async ({ open }) => {
  const page = await open();
  const same = numbers.after.repeat(16);
  await page.evaluate((given) => Object.assign(document.querySelector('article-diff')!, given), {
    before: same,
    after: same.replace('had 1 visitors', 'had no visitors'),
  });
  await page.locator('article-diff .m', { hasText: 'no' }).first().waitFor();
  const shown = () => page.locator('article-diff .cell.after .block').evaluate((block) => block.textContent.length);
  expect((await shown()) < 20_000).toBeTruthy();
  await page.locator('article-diff .cell.after .elided').last().click();
  expect((await shown()) > 500_000).toBeTruthy();
});
