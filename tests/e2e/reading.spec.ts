// Two texts are pasted and read: side by side, inline, as a list; with chips, folds and steps.
import type { ArticleDiffElement } from '../../www/element/article-diff.js';
import { expect, test } from './fixtures.js';
import { give, marks, paste, said, shown, story } from './widget.js';

test('two pasted texts show at once what truly differs', async ({ open }) => {
  const page = await open();
  await paste(page, '#text-before', story.before);
  await paste(page, '#text-after', story.after);
  await page.locator('article-diff .sheet .m').first().waitFor();
  const seen = await marks(page);
  for (const wanted of [
    'was: 2,000',
    'now: 3,000',
    'order: Olsen Kari',
    'order: Kari Olsen',
    'cut: ,',
    'was: never',
    'now: always',
  ]) {
    expect(seen.includes(wanted), `${wanted} is not among ${seen.join(' | ')}`).toBeTruthy();
  }
  expect(
    seen.some((mark) => /^cut: The band played/.test(mark)),
    'the cut sentence is marked as one',
  ).toBeTruthy();
  expect(
    !seen.some((mark) => mark.startsWith('surface')),
    'quotation marks of another style are not marked',
  ).toBeTruthy();
  expect(await page.locator('article-diff .editors').isVisible(), 'the fields made room').toBe(false);
  expect(await said(page)).toMatch(/also in|also appears in|identical/);
});

test('paragraphs that answer to each other stand level', async ({ open }) => {
  const page = await open();
  await page.click('#example');
  await shown(page);
  const rows = await page.locator('article-diff .row:not(.half)').evaluateAll((nodes) =>
    nodes.map((row) => {
      const [before, after] = ['before', 'after'].map((side) =>
        row.querySelector(`.cell.${side}`)!.getBoundingClientRect(),
      );
      return { level: before.top === after.top && before.bottom === after.bottom, apart: before.right <= after.left };
    }),
  );
  expect(rows.length > 5).toBeTruthy();
  expect(rows.every(({ level, apart }) => level && apart)).toBeTruthy();
});

test('the example shows every kind of difference', async ({ open }) => {
  const page = await open();
  await page.click('#example');
  await page.locator('article-diff .chip:visible').first().waitFor();
  const kinds = await page
    .locator('article-diff .chip:visible')
    .evaluateAll((chips) => chips.map((chip) => chip.dataset.filter));
  const filters = await page.evaluate(
    () => (document.querySelector('article-diff')!.constructor as typeof ArticleDiffElement).filters,
  );
  // The example has texts without structure; the last filter is no kind, but what changes no fact, of any kind.
  const ofStructure = ['links', 'formatting'];
  expect([...kinds, 'without-facts']).toStrictEqual(filters.filter((filter) => !ofStructure.includes(filter)));
});

test('a chip shows and hides its kind at once, without a second comparison', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.evaluate(() => {
    globalThis.again = 0;
    document.querySelector('article-diff')!.addEventListener('article-diff-done', () => {
      globalThis.again++;
    });
  });
  const chip = page.locator('article-diff .chip[data-filter=order]');
  expect(await chip.getAttribute('aria-pressed')).toBe('true');
  await chip.click();
  expect(!(await marks(page)).some((mark) => mark.startsWith('order'))).toBeTruthy();
  expect(await chip.getAttribute('aria-pressed')).toBe('false');
  expect(await chip.textContent(), 'what is hidden is still counted').toMatch(/1/);
  expect(await page.locator('article-diff .hidden-note').textContent()).toMatch(/hidden/);
  await chip.press('Enter');
  expect((await marks(page)).some((mark) => mark.startsWith('order'))).toBeTruthy();
  const typography = page.locator('article-diff .chip[data-filter=typography]');
  expect(await typography.getAttribute('aria-pressed')).toBe('false');
  await typography.click();
  expect((await marks(page)).some((mark) => mark.startsWith('surface'))).toBeTruthy();
  expect(await page.evaluate(() => globalThis.again)).toBe(0);
});

test('the presets show facts alone, the wording, and everything', async ({ open }) => {
  const page = await open();
  await give(page, story);
  const press = (name: string) => page.locator(`article-diff .presets button[data-name=${name}]`).click();
  await press('facts');
  expect((await marks(page)).sort()).toStrictEqual(
    ['now: 3,000', 'now: always', 'was: 2,000', 'was: never', 'order: Olsen Kari', 'order: Kari Olsen'].sort(),
  );
  await press('everything');
  expect((await marks(page)).some((mark) => mark.startsWith('surface'))).toBeTruthy();
  expect(await page.locator('article-diff .hidden-note').textContent()).toBe('');
  await press('wording');
  expect(await page.evaluate(() => document.querySelector('article-diff')!.hide)).toStrictEqual([
    'formatting',
    'typography',
    'spacing',
    'furniture',
  ]);
});

test('inline reads as one text with what was cut beside what was added', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.click('article-diff .views button[data-name=inline]');
  const line = page.locator('article-diff .flow', { hasText: 'Brenna' });
  expect(await line.locator('.block').textContent()).toBe(
    'The harbour of Brenna opened on Monday after 2,0003,000 days of work. Mayor Olsen KariKari Olsen cut the ribbon.',
  );
  expect(await line.locator('del').first().textContent()).toBe('2,000');
  expect(await line.locator('ins').first().textContent()).toBe('3,000');
});

test('the list of changes tells the gravest first and leads to its place', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.click('article-diff .views button[data-name=changes]');
  const groups = await page.locator('article-diff .group-name').allTextContents();
  expect(groups.slice(0, 2).map((text) => text.split(' ')[0])).toStrictEqual(['Quotes', 'Numbers']);
  expect(await page.locator('article-diff .entry .sentence').first().textContent()).toMatch(/“never” became “always”/);
  await page.locator('article-diff .entry [data-jump]').first().click();
  expect(await page.evaluate(() => document.querySelector('article-diff')!.view)).toBe('side-by-side');
  expect(await page.locator('article-diff .sheet .current').allTextContents()).toStrictEqual(['never', 'always']);
});

test('keys step from change to change and say where one is', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.locator('article-diff .sheet').focus();
  const n = Number((await page.locator('article-diff .position').textContent())!.split(' ')[0]);
  await page.keyboard.press('j');
  expect(await page.locator('article-diff .position').textContent()).toBe(`1 of ${n}`);
  expect(await said(page)).toMatch(new RegExp(`^1 of ${n}: Number\\. “2,000” became “3,000”`));
  await page.keyboard.press('k');
  expect(await page.locator('article-diff .position').textContent()).toBe(`${n} of ${n}`);
  await page.locator('article-diff .bar .steps button').last().click();
  expect(await page.locator('article-diff .position').textContent()).toBe(`1 of ${n}`);
  await page.locator('article-diff .sheet').focus();
  await page.keyboard.press('Enter');
  expect(await said(page)).toMatch(/^Before, paragraph \d+: 2,000/);
  for (const [key, view] of [
    ['2', 'inline'],
    ['3', 'changes'],
    ['1', 'side-by-side'],
  ]) {
    await page.keyboard.press(key);
    expect(await page.evaluate(() => document.querySelector('article-diff')!.view)).toBe(view);
  }
});

test('hovering over a mark lights its partner', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.locator('article-diff .m', { hasText: '2,000' }).hover();
  expect(await page.locator('article-diff .lit').allTextContents()).toStrictEqual(['2,000', '3,000']);
});

test('a moved paragraph has a band, and a click goes to its other end', async ({ open }) => {
  const page = await open();
  await page.click('#example');
  await page.locator('article-diff .band').first().waitFor({ state: 'attached' });
  const notes = page.locator('article-diff .move-note');
  expect(await notes.count()).toBe(2);
  await page.setViewportSize({ width: 1280, height: 420 });
  const other = page.locator('article-diff .row.half .cell.before:not(.none)');
  await page.locator('article-diff .row.half .cell.after .move-note').click();
  await page.waitForTimeout(100);
  const box = (await other.boundingBox())!;
  expect(box.y >= 0 && box.y < 420, `the other end is in view, at ${box.y}`).toBeTruthy();
});

test('split and merged paragraphs are bracketed', async ({ open }) => {
  const page = await open();
  await page.click('#example');
  await shown(page);
  expect(await page.locator('article-diff .gutter.split').count()).toBe(1);
  expect(await page.locator('article-diff .gutter.merged').count()).toBe(1);
});

test('unchanged stretches are folded, open on demand, and stay open', async ({ open }) => {
  const page = await open();
  const same = Array.from(
    { length: 14 },
    (_, i) => `Paragraph number ${i} tells of the weather on the coast that week.`,
  );
  await give(page, {
    before: ['It cost 5 crowns to enter the hall.', ...same].join('\n\n'),
    after: ['It cost 6 crowns to enter the hall.', ...same].join('\n\n'),
  });
  const fold = page.locator('article-diff .fold-button');
  expect(await fold.textContent()).toMatch(/14 unchanged paragraphs/);
  await page.locator('article-diff .row').nth(14).waitFor({ state: 'attached' });
  expect(await page.locator('article-diff .row').count(), 'what is folded can still be searched').toBe(15);
  expect(await page.getByText('Paragraph number 7').first().isVisible()).toBe(false);
  await fold.click();
  expect(await page.getByText('Paragraph number 7').first().isVisible()).toBe(true);
  expect(await fold.getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.press('u');
  expect(await page.locator('article-diff .fold-button').count(), 'u shows all that is unchanged').toBe(0);
});

test('furniture is folded, counted, and one click away', async ({ open }) => {
  const page = await open();
  await page.click('#example');
  const fold = page.locator('article-diff .fold.furniture .fold-button').first();
  await fold.waitFor();
  expect(await fold.textContent()).toMatch(/page furniture/);
  await fold.click();
  expect(await page.locator('article-diff .row.furniture').first().isVisible()).toBe(true);
});

test('the reader keeps the place when the reading changes', async ({ open }) => {
  const page = await open();
  const lines = (n: number) =>
    Array.from(
      { length: 60 },
      (_, i) => `On day ${i} the crew found ${i * n} crates under the snow near the old hut.`,
    ).join('\n\n');
  await give(page, { before: lines(3), after: lines(4) });
  await page.locator('article-diff [data-item="40"]').waitFor({ state: 'attached' });
  await page.evaluate(() =>
    document
      .querySelector('article-diff')!
      .shadowRoot!.querySelector('[data-item="40"]')!
      .scrollIntoView({ block: 'center' }),
  );
  await page.click('article-diff .views button[data-name=inline]');
  const box = (await page.locator('article-diff .flow[data-item="40"]').boundingBox())!;
  expect(box.y > 0 && box.y < 900, `day 40 is in view, at ${box.y}`).toBeTruthy();
});

test('find goes through both texts', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.locator('article-diff .sheet').focus();
  await page.keyboard.press('/');
  await page.keyboard.type('market');
  expect(await page.locator('article-diff .find-count').textContent()).toBe('1 of 2');
  await page.keyboard.press('Enter');
  expect(await page.locator('article-diff .find-count').textContent()).toBe('2 of 2');
  await page.keyboard.press('Escape');
  expect(await page.locator('article-diff .find').isVisible()).toBe(false);
});

test('a fold that is open is not struck out: a line through words says that they are gone', async ({ open }) => {
  const page = await open();
  const lines = (word: string) => Array.from({ length: 9 }, (_, i) => `Paragraph ${i} of ${word}.`).join('\n\n');
  await give(page, { before: `${lines('it')}\n\nThe end.`, after: `${lines('it')}\n\nThe very end.` });
  const fold = page.locator('article-diff .fold-button').first();
  const arrow = () => fold.evaluate((node) => getComputedStyle(node, '::before').rotate);
  const closed = await arrow();
  await fold.click();
  await expect(fold).toHaveAttribute('aria-expanded', 'true');
  expect(await arrow(), 'its sign tells that it is open').not.toBe(closed);
  await expect(fold.locator('span')).toHaveCSS('text-decoration-line', 'none');
});

test('a quotation that was cut or added as a whole raises no alarm; one that was changed does', async ({ open }) => {
  const page = await open();
  const flags = page.locator('article-diff .flag');
  await give(page, { before: story.before, after: `${story.before}\n\n“It will stay,” he wrote on Friday.` });
  await expect(flags).toHaveCount(0);
  await give(page, { before: story.before, after: story.before.replace('never', 'always') });
  await expect(flags).toHaveCount(1);
});
