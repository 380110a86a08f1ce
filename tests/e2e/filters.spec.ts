// What the filters hide is told: on the chips, in a note, by a trace in the text; and a choice that was kept is announced.
import { expect, test } from './fixtures.js';
import { give, marks, said, story } from './widget.js';

const note = 'article-diff .hidden-note';
const preset = (name: string) => `article-diff .presets button[data-name=${name}]`;
const chip = (kind: string) => `article-diff .chip[data-filter=${kind}]`;

test('facts are shown with the sentence that was cut with them', async ({ open }) => {
  const page = await open();
  await give(page, {
    before: 'The bridge is open to all.\n\nIt was built in 1912 under the treaty of Holm.\n\nShips pass below it.',
    after: 'The bridge is open to everybody.\n\nShips pass below it.',
  });
  await page.click(preset('facts'));
  expect(await marks(page)).toStrictEqual(['cut: It was built in 1912 under the treaty of Holm.']);
  expect(await page.locator(note).textContent()).toBe('1 difference hidden (1 wording)Show');
  expect(await page.locator(chip('cut')).getAttribute('aria-pressed')).toBe('true');
  expect(await page.locator(chip('wording')).getAttribute('aria-pressed')).toBe('false');
});

test('a negation that came or went is a fact', async ({ open }) => {
  const page = await open();
  await give(page, { before: 'The mayor did not attend the launch.', after: 'The mayor did attend the launch.' });
  await page.click(preset('facts'));
  expect(await marks(page)).toStrictEqual(['cut: not']);
  expect(await page.locator('article-diff .position').textContent()).toBe('1 change');
});

test('a filter that shows nothing says so, and leads to what it hides', async ({ open }) => {
  const page = await open();
  await give(page, { before: 'The band played loudly.', after: 'The band played very softly.' });
  await page.click(preset('facts'));
  expect(await page.locator(note).textContent()).toBe(
    'No changes in names, numbers or quotes. 1 other change is hidden.Show',
  );
  await page.click('article-diff .views button[data-name=changes]');
  expect(await page.locator('article-diff .nothing').textContent()).toBe(
    'No changes in names, numbers or quotes. 1 other change is hidden.',
  );
  await page.locator(`${note} button`).click();
  expect(await page.locator(note).textContent()).toBe('');
  expect(await page.locator('article-diff .entry').count()).toBe(1);
});

test('what is hidden in a paragraph leaves a trace in it', async ({ open }) => {
  const page = await open();
  await give(page, story);
  const traced = page.locator('article-diff .block[data-trace]');
  expect(await traced.evaluateAll((blocks) => blocks.map((block) => block.dataset.trace))).toStrictEqual(['4 hidden']);
  await page.click(chip('punctuation'));
  const lines = page.locator('article-diff .row', { hasText: 'crates' }).locator('.cell.after .block');
  expect(await lines.getAttribute('data-trace')).toBe('1 hidden');
  expect(await lines.evaluate((block) => getComputedStyle(block, '::after').content)).toMatch(
    /1 hidden|attr\(data-trace\)/,
  );
  expect(await lines.textContent(), 'it is not part of the text').not.toContain('hidden');
  await page.click('article-diff .views button[data-name=inline]');
  expect(await page.locator('article-diff .flow .block', { hasText: 'crates' }).getAttribute('data-trace')).toBe(
    '1 hidden',
  );
});

test('a choice that was kept is told with the next pair, and not while a pair is edited', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.click(preset('facts'));
  expect(await page.locator(note).textContent()).not.toContain('still on');
  await give(page, { before: story.before, after: `${story.after} Nobody minds.` });
  expect(await page.locator(note).textContent()).not.toContain('still on');
  await give(page, { before: 'It cost 5 pounds at the old fair.', after: 'It costs 7 pounds at the fair.' });
  expect(await page.locator(note).textContent()).toMatch(/^The filter “Facts” is still on\. .* hidden/);
  expect(await said(page)).toContain('The filter “Facts” is still on.');
  await page.click(preset('wording'));
  expect(await page.locator(note).textContent()).toBe('');
});

test('what the sentence counts is a link to it, which shows it alone, and back', async ({ open }) => {
  const page = await open();
  await give(page, story);
  const links = page.locator('article-diff .summary .counted');
  expect(await links.allTextContents()).toStrictEqual([
    'One sentence was cut',
    'One quote was changed',
    'one number changed',
    'one phrase was reordered',
    'one punctuation change',
  ]);
  const all = await marks(page);
  const number = links.filter({ hasText: 'number' });
  await number.click();
  expect(await marks(page)).toStrictEqual(['was: 2,000', 'now: 3,000']);
  expect(await page.locator('article-diff .sheet .m.current').count(), 'it goes to the first of them').toBe(2);
  expect(await page.locator('article-diff .position').textContent()).toBe('1 of 1');
  expect(await said(page)).toMatch(/^1 of 1: Number\./);
  expect(await page.evaluate(() => document.querySelector('article-diff')!.shadowRoot!.activeElement?.className)).toBe(
    'sheet',
  );
  expect(await number.getAttribute('aria-pressed')).toBe('true');
  await links.filter({ hasText: 'sentence' }).click();
  expect(await marks(page), 'one link follows another').toStrictEqual(['cut: The band played until the rain came.']);
  await page.getByRole('button', { name: 'Remove filter' }).click();
  expect(await marks(page), 'all is as it was').toStrictEqual(all);
  await number.press('Enter');
  await number.press('Enter');
  expect(await marks(page), 'the same link leads back').toStrictEqual(all);
});

test('a link of the sentence holds for its own pair', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.click('article-diff .summary .counted[data-counted=number]');
  await give(page, { before: story.before, after: `${story.after} Nobody minds.` });
  expect(await marks(page), 'an edit of the pair').toStrictEqual(['was: 2,000', 'now: 3,000']);
  await give(page, { before: 'It cost 5 pounds at the old fair.', after: 'It costs 7 pounds at the fair.' });
  await expect(page.locator('article-diff .sheet .m.cut')).toHaveText(['old']);
  expect(await page.locator('article-diff .hidden-note').textContent()).toBe('');
});

test('time stamps and datelines are told on lines of their own', async ({ open }) => {
  const page = await open();
  const body = '(Agency) — The ferry to Holm will sail again on Friday, the harbour office said.';
  await give(page, {
    before: `Ferry sails again\n\nUpdated 10:32 a.m. Monday\n\nLONDON ${body}`,
    after: `Ferry sails again\n\nUpdated 11:45 a.m. Monday\n\nPARIS ${body}`,
  });
  expect(await page.locator('article-diff .frame-lines p').allTextContents()).toStrictEqual([
    'Time stamp: Updated 10:32 → 11:45 a.m. Monday',
    'Dateline: LONDON → PARIS',
  ]);
  expect(await page.locator('article-diff .summary').textContent()).toBe(
    'Same story. Only the time stamp or the dateline differs.',
  );
});

test('the words of one quotation that changed are one difference', async ({ open }) => {
  const page = await open();
  await give(page, {
    before: 'The mayor spoke. “We will build the bridge and the road next year,” she said.',
    after: 'The mayor spoke. “We will certainly build the long bridge and the old road next year,” she said.',
  });
  expect(await page.locator(`${chip('quotation')} b`).textContent()).toBe('1');
  expect(await page.locator('article-diff .position').textContent()).toBe('1 change');
  await page.click('article-diff .bar .steps button:last-child');
  expect(await page.locator('article-diff .sheet .m.current').allTextContents()).toStrictEqual([
    'certainly',
    'long',
    'old',
  ]);
  await page.click('article-diff .views button[data-name=changes]');
  expect(await page.locator('article-diff .entry').count()).toBe(1);
  expect(await page.locator('article-diff .entry .context .m').allTextContents()).toStrictEqual([
    'certainly',
    'long',
    'old',
  ]);
});
