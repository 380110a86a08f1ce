// Two texts are pasted and read: side by side, inline, as a list; with chips, folds and steps.

import assert from 'node:assert/strict';
import { inEachBrowser } from './harness.mjs';
import { give, marks, paste, said, shown, story } from './widget.mjs';

inEachBrowser('two pasted texts show at once what truly differs', async ({ open }) => {
  const page = await open('/');
  await paste(page, '#text-before', story.before);
  await paste(page, '#text-after', story.after);
  await page.locator('article-diff .sheet .m').first().waitFor();
  const seen = await marks(page);
  for (const wanted of ['was: 2,000', 'now: 3,000', 'order: Olsen Kari', 'order: Kari Olsen', 'cut: ,', 'was: never', 'now: always']) {
    assert.ok(seen.includes(wanted), `${wanted} is not among ${seen.join(' | ')}`);
  }
  assert.ok(seen.some((mark) => /^cut: The band played/.test(mark)), 'the cut sentence is marked as one');
  assert.ok(!seen.some((mark) => mark.startsWith('surface')), 'quotation marks of another style are not marked');
  assert.equal(await page.locator('article-diff .editors').isVisible(), false, 'the fields made room');
  assert.match(await said(page), /stands in|same/);
});

inEachBrowser('paragraphs that answer to each other stand level', async ({ open }) => {
  const page = await open('/');
  await page.click('#example');
  await shown(page);
  const rows = await page.locator('article-diff .row:not(.half)').evaluateAll((nodes) => nodes.map((row) => {
    const [before, after] = ['before', 'after'].map((side) => row.querySelector(`.cell.${side}`).getBoundingClientRect());
    return { level: before.top === after.top && before.bottom === after.bottom, apart: before.right <= after.left };
  }));
  assert.ok(rows.length > 5);
  assert.ok(rows.every(({ level, apart }) => level && apart));
});

inEachBrowser('the example shows every kind of difference', async ({ open }) => {
  const page = await open('/');
  await page.click('#example');
  await page.locator('article-diff .chip:visible').first().waitFor();
  const kinds = await page.locator('article-diff .chip:visible').evaluateAll((chips) => chips.map((chip) => chip.dataset.lens));
  assert.deepEqual(kinds, await page.evaluate(() => document.querySelector('article-diff').constructor.lenses));
});

inEachBrowser('a chip shows and hides its kind at once, without a second comparison', async ({ open }) => {
  const page = await open('/');
  await give(page, story);
  await page.evaluate(() => {
    globalThis.again = 0;
    document.querySelector('article-diff').addEventListener('article-diff-done', () => { globalThis.again++; });
  });
  const chip = page.locator('article-diff .chip[data-lens=order]');
  assert.equal(await chip.getAttribute('aria-pressed'), 'true');
  await chip.click();
  assert.ok(!(await marks(page)).some((mark) => mark.startsWith('order')));
  assert.equal(await chip.getAttribute('aria-pressed'), 'false');
  assert.match(await chip.textContent(), /1/, 'what is hidden is still counted');
  assert.match(await page.locator('article-diff .hidden-note').textContent(), /hidden/);
  await chip.press('Enter');
  assert.ok((await marks(page)).some((mark) => mark.startsWith('order')));
  const typography = page.locator('article-diff .chip[data-lens=typography]');
  assert.equal(await typography.getAttribute('aria-pressed'), 'false');
  await typography.click();
  assert.ok((await marks(page)).some((mark) => mark.startsWith('surface')));
  assert.equal(await page.evaluate(() => globalThis.again), 0);
});

inEachBrowser('the presets show facts alone, the wording, and everything', async ({ open }) => {
  const page = await open('/');
  await give(page, story);
  const press = (name) => page.locator(`article-diff .presets button[data-name=${name}]`).click();
  await press('facts');
  assert.deepEqual((await marks(page)).sort(), ['now: 3,000', 'now: always', 'was: 2,000', 'was: never'].sort());
  await press('everything');
  assert.ok((await marks(page)).some((mark) => mark.startsWith('surface')));
  assert.equal(await page.locator('article-diff .hidden-note').textContent(), '');
  await press('wording');
  assert.deepEqual(await page.evaluate(() => document.querySelector('article-diff').hide), ['typography', 'spacing', 'furniture']);
});

inEachBrowser('inline reads as one text with what was cut beside what was added', async ({ open }) => {
  const page = await open('/');
  await give(page, story);
  await page.click('article-diff .views button[data-name=inline]');
  const line = page.locator('article-diff .flow', { hasText: 'Brenna' });
  assert.equal(await line.locator('.block').textContent(),
    'The harbour of Brenna opened on Monday after 2,0003,000 days of work. Mayor Olsen KariKari Olsen cut the ribbon.');
  assert.equal(await line.locator('del').first().textContent(), '2,000');
  assert.equal(await line.locator('ins').first().textContent(), '3,000');
});

inEachBrowser('the list of changes tells the gravest first and leads to its place', async ({ open }) => {
  const page = await open('/');
  await give(page, story);
  await page.click('article-diff .views button[data-name=changes]');
  const groups = await page.locator('article-diff .group-name').allTextContents();
  assert.deepEqual(groups.slice(0, 2).map((text) => text.split(' ')[0]), ['Quotations', 'Numbers']);
  assert.match(await page.locator('article-diff .entry .say').first().textContent(), /“never” became “always”/);
  await page.locator('article-diff .entry [data-jump]').first().click();
  assert.equal(await page.evaluate(() => document.querySelector('article-diff').view), 'side-by-side');
  assert.deepEqual(await page.locator('article-diff .sheet .current').allTextContents(), ['never', 'always']);
});

inEachBrowser('keys step from change to change and say where one is', async ({ open }) => {
  const page = await open('/');
  await give(page, story);
  await page.locator('article-diff .sheet').focus();
  const n = Number((await page.locator('article-diff .position').textContent()).split(' ')[0]);
  await page.keyboard.press('j');
  assert.equal(await page.locator('article-diff .position').textContent(), `1 of ${n}`);
  assert.match(await said(page), new RegExp(`^1 of ${n}: Number\\. “2,000” became “3,000”`));
  await page.keyboard.press('k');
  assert.equal(await page.locator('article-diff .position').textContent(), `${n} of ${n}`);
  await page.locator('article-diff .steps button').last().click();
  assert.equal(await page.locator('article-diff .position').textContent(), `1 of ${n}`);
  await page.locator('article-diff .sheet').focus();
  await page.keyboard.press('Enter');
  assert.match(await said(page), /^Before, paragraph \d+: 2,000/);
  for (const [key, view] of [['2', 'inline'], ['3', 'changes'], ['1', 'side-by-side']]) {
    await page.keyboard.press(key);
    assert.equal(await page.evaluate(() => document.querySelector('article-diff').view), view);
  }
});

inEachBrowser('hovering over a mark lights its partner', async ({ open }) => {
  const page = await open('/');
  await give(page, story);
  await page.locator('article-diff .m', { hasText: '2,000' }).hover();
  assert.deepEqual(await page.locator('article-diff .lit').allTextContents(), ['2,000', '3,000']);
});

inEachBrowser('a moved paragraph has a band, and a click goes to its other end', async ({ open }) => {
  const page = await open('/');
  await page.click('#example');
  await page.locator('article-diff .band').first().waitFor({ state: 'attached' });
  const notes = page.locator('article-diff .move-note');
  assert.equal(await notes.count(), 2);
  await page.setViewportSize({ width: 1280, height: 420 });
  const other = page.locator('article-diff .row.half .cell.before:not(.none)');
  await page.locator('article-diff .row.half .cell.after .move-note').click();
  await page.waitForTimeout(100);
  const box = await other.boundingBox();
  assert.ok(box.y >= 0 && box.y < 420, `the other end is in view, at ${box.y}`);
});

inEachBrowser('split and merged paragraphs are bracketed', async ({ open }) => {
  const page = await open('/');
  await page.click('#example');
  await shown(page);
  assert.equal(await page.locator('article-diff .gutter.split').count(), 1);
  assert.equal(await page.locator('article-diff .gutter.merged').count(), 1);
});

inEachBrowser('unchanged stretches are folded, open on demand, and stay open', async ({ open }) => {
  const page = await open('/');
  const same = Array.from({ length: 14 }, (_, i) => `Paragraph number ${i} tells of the weather on the coast that week.`);
  await give(page, { before: ['It cost 5 crowns to enter the hall.', ...same].join('\n\n'), after: ['It cost 6 crowns to enter the hall.', ...same].join('\n\n') });
  const fold = page.locator('article-diff .fold-button');
  assert.match(await fold.textContent(), /Show 14 unchanged paragraphs/);
  await page.locator('article-diff .row').nth(14).waitFor({ state: 'attached' });
  assert.equal(await page.locator('article-diff .row').count(), 15, 'what is folded can still be searched');
  assert.equal(await page.getByText('Paragraph number 7').first().isVisible(), false);
  await fold.click();
  assert.equal(await page.getByText('Paragraph number 7').first().isVisible(), true);
  assert.equal(await fold.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('u');
  assert.equal(await page.locator('article-diff .fold-button').count(), 0, 'u shows all that is unchanged');
});

inEachBrowser('furniture is folded, counted, and one click away', async ({ open }) => {
  const page = await open('/');
  await page.click('#example');
  const fold = page.locator('article-diff .fold.furniture .fold-button').first();
  await fold.waitFor();
  assert.match(await fold.textContent(), /page furniture/);
  await fold.click();
  assert.equal(await page.locator('article-diff .row.furniture').first().isVisible(), true);
});

inEachBrowser('the reader keeps the place when the reading changes', async ({ open }) => {
  const page = await open('/');
  const lines = (n) => Array.from({ length: 60 }, (_, i) => `On day ${i} the crew found ${i * n} crates under the snow near the old hut.`).join('\n\n');
  await give(page, { before: lines(3), after: lines(4) });
  await page.locator('article-diff [data-item="40"]').waitFor({ state: 'attached' });
  await page.evaluate(() => document.querySelector('article-diff').shadowRoot.querySelector('[data-item="40"]').scrollIntoView({ block: 'center' }));
  await page.click('article-diff .views button[data-name=inline]');
  const box = await page.locator('article-diff .flow[data-item="40"]').boundingBox();
  assert.ok(box.y > 0 && box.y < 900, `day 40 is in view, at ${box.y}`);
});

inEachBrowser('find goes through both texts', async ({ open }) => {
  const page = await open('/');
  await give(page, story);
  await page.locator('article-diff .sheet').focus();
  await page.keyboard.press('/');
  await page.keyboard.type('market');
  assert.equal(await page.locator('article-diff .find-count').textContent(), '1 of 2');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('article-diff .find-count').textContent(), '2 of 2');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('article-diff .find').isVisible(), false);
});
