// The keys of the page: shortcuts wherever no field has the focus, Escape out of the fields, few stops of the Tab key, and
// the search.
import type { Page } from '@playwright/test';
import { expect, test, type WatchedPage } from './fixtures.js';
import { give, said, shown, story } from './widget.js';

/** What has the focus, through the shadow root. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.id || at?.getAttribute('data-filter') || at?.className || at?.tagName;
  });

async function reload(page: WatchedPage): Promise<void> {
  page.watch.loading();
  await page.reload();
  await page.watch.loaded();
}

test('shortcuts work right away, whatever has the focus but a field', async ({ open }) => {
  const page = await open();
  await page.click('#example');
  await shown(page);
  await page.keyboard.press('n');
  expect(await said(page)).toMatch(/^1 of \d+/);
  await page.keyboard.press('2');
  expect(await page.locator('article-diff .sheet').getAttribute('data-view')).toBe('inline');
  await reload(page);
  await shown(page);
  expect(await focused(page)).toBe('BODY');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('p');
  expect(await said(page)).toMatch(/^1 of \d+/);
  await page.keyboard.press('Alt+ArrowDown');
  expect(await said(page)).toMatch(/^2 of \d+/);
  await page.keyboard.press('/');
  expect(await focused(page)).toBe('find-field');
  await page.keyboard.press('Escape');
  await page.click('#share');
  await page.keyboard.press('n');
  expect(await said(page), 'a letter in the menu is of the menu').toMatch(/^2 of \d+/);
  await page.keyboard.press('Escape');
  await page.click('#settings summary');
  await page.focus('#keep');
  await page.keyboard.press('n');
  expect(await said(page), 'and in a list of the list').toMatch(/^2 of \d+/);
});

test('a widget in the page of a host leaves the keys of that page alone', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.evaluate(() => document.querySelector('article-diff')!.removeAttribute('shortcuts'));
  const before = await said(page);
  await page.keyboard.press('n');
  expect(await said(page)).toBe(before);
  await page.locator('article-diff .sheet').focus();
  await page.keyboard.press('n');
  expect(await said(page)).toMatch(/^1 of/);
});

test('Escape closes the fields, and leaves the field where a text is missing', async ({ open }) => {
  const page = await open();
  await page.click('#text-before');
  await page.keyboard.type('The ferry left at noon.');
  await page.keyboard.press('Escape');
  expect(await focused(page)).toBe('BODY');
  await give(page, story);
  await page.keyboard.press('e');
  expect(await focused(page)).toBe('text-after');
  await page.keyboard.press('Escape');
  expect(await page.locator('article-diff .editors').isVisible()).toBe(false);
  expect(await focused(page)).toBe('sheet');
  await page.keyboard.press('n');
  expect(await said(page)).toMatch(/^1 of/);
});

test('all chips are one stop of the Tab key, with the arrows from chip to chip', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.focus('article-diff .tool-clear');
  const stops: (string | undefined)[] = [];
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('Tab');
    stops.push(await focused(page));
  }
  expect(stops.filter((stop) => stop === 'quotation' || stop === 'number')).toStrictEqual(['quotation']);
  await page.focus('article-diff .chip[data-filter=quotation]');
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toBe('number');
  await page.keyboard.press('End');
  expect(await focused(page)).toBe('typography');
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toBe('quotation');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press(' ');
  expect(await page.locator('article-diff .chip[data-filter=typography]').getAttribute('aria-pressed')).toBe('true');
  expect(await page.locator('article-diff .chip[tabindex="0"]').count()).toBe(1);
});

test('the first stop of the Tab key leads past the head of the page', async ({ open }) => {
  const page = await open();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('skip');
  await expect(page.locator('#skip')).toBeInViewport();
  await page.keyboard.press('Enter');
  expect(await focused(page), 'with no texts: the first field').toBe('text-before');
  await give(page, story);
  await page.focus('#skip');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('sheet');
  expect(new URL(page.url()).hash).toBe('');
});

/** The lit texts, the current one in brackets, in the order of the page. */
const lit = (page: Page) =>
  page.evaluate(() => {
    const ranges = (name: string) => [...(CSS.highlights.get(name) ?? [])] as Range[];
    const current = ranges('article-diff-found-current');
    return [...ranges('article-diff-found'), ...current]
      .sort((x, y) => x.compareBoundaryPoints(Range.START_TO_START, y))
      .map((range) => (current.includes(range) ? `[${range}]` : String(range)));
  });

const pair = {
  before: ['A ferry sank.', 'The red Ferry is old.', 'No boat was near.', 'The last ferry left.'].join('\n\n'),
  after: ['A ferry sank.', 'The blue ferry is old.', 'No boat was near.', 'The ferry left.'].join('\n\n'),
};

test('find goes down the page, row by row, and lights all places', async ({ open }) => {
  const page = await open();
  await give(page, pair);
  await page.keyboard.press('/');
  await page.keyboard.type('ferry');
  const count = page.locator('article-diff .find-count');
  await expect(count).toHaveText('1 of 6');
  expect(await lit(page)).toStrictEqual(['[ferry]', 'ferry', 'Ferry', 'ferry', 'ferry', 'ferry']);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(count).toHaveText('3 of 6');
  expect(await lit(page)).toStrictEqual(['ferry', 'ferry', '[Ferry]', 'ferry', 'ferry', 'ferry']);
  await page.click('article-diff .find button[aria-label="Previous match"]');
  await page.click('article-diff .find button[aria-label="Previous match"]');
  await page.click('article-diff .find button[aria-label="Previous match"]');
  await expect(count).toHaveText('6 of 6');
  await page.click('article-diff .find button[aria-label="Next match"]');
  await expect(count).toHaveText('1 of 6');
  await page.keyboard.press('Escape');
  expect(await lit(page), 'nothing stays lit').toStrictEqual([]);
});

test('a place across a mark is found; where both texts are woven into one, each place is found once', async ({
  open,
}) => {
  const page = await open();
  await give(page, pair);
  await page.keyboard.press('2');
  await page.keyboard.press('/');
  await page.keyboard.type('ferry');
  await expect(page.locator('article-diff .find-count')).toHaveText('1 of 4');
  expect(await lit(page)).toStrictEqual(['[ferry]', 'Ferry', 'ferry', 'ferry']);
  await page.fill('article-diff .find-field', 'blue ferry');
  expect(await lit(page)).toStrictEqual(['[blue]', '[ ]', '[ferry]']);
  await page.fill('article-diff .find-field', 'the last');
  expect(await lit(page), 'what was cut is in it').toStrictEqual(['[The ]', '[last]']);
  await page.fill('article-diff .find-field', 'zebra');
  await expect(page.locator('article-diff .find-count')).toHaveText('No matches');
  await page.fill('article-diff .find-field', 'ferry');
  await page.click('article-diff .views button[data-name=side-by-side]');
  await expect(page.locator('article-diff .find-count')).toHaveText('2 of 6');
  await page.click('article-diff .views button[data-name=changes]');
  await page.keyboard.press('/');
  expect(
    await page.locator('article-diff .sheet').getAttribute('data-view'),
    'the texts are searched, not the list',
  ).toBe('side-by-side');
});

test('find opens what is folded, and scrolls only to what is out of sight', async ({ open }) => {
  const page = await open();
  const lines = (n: number) =>
    Array.from({ length: 80 }, (_, i) => `Day ${i}: the ferry to Holm sailed with ${i === 70 ? n : 3} people.`).join(
      '\n\n',
    );
  await give(page, { before: lines(4), after: lines(5) });
  await page.keyboard.press('/');
  await page.keyboard.type('day 40:');
  await expect(page.locator('article-diff .find-count')).toHaveText('1 of 2');
  await expect(page.locator('article-diff .row[data-item="40"]')).toBeInViewport();
  const top = () => page.evaluate(() => scrollY);
  const was = await top();
  await page.keyboard.press('Enter');
  await expect(page.locator('article-diff .find-count')).toHaveText('2 of 2');
  expect(await top(), 'the other column is in sight').toBe(was);
  await expect(page.locator('article-diff .find-field')).toBeInViewport();
});

test('the language of the address is heard', async ({ open }) => {
  const page = await open('./?lang=de');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.locator('#share')).toHaveText('Speichern / Teilen');
  await page.click('#settings summary');
  await page.selectOption('#language', 'fr');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await reload(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  const other = await open('./?lang=xx');
  await expect(other.locator('html')).toHaveAttribute('lang', 'en');
});
