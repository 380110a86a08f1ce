// Marks explain themselves: the band of the move at hand, numbers where moves name them, chips and a legend that are drawn
// as the marks are.
import { expect, test } from './fixtures.js';
import { give, shown } from './widget.js';

const paragraphs = [
  'The lighthouse keeper retired after forty years at the northern cape.',
  'Fish prices rose again this spring, the auction house in Brenna said.',
  'The school got a new roof in May, paid for by the whole parish.',
  'A library opened near the port, with books in eleven languages.',
  'The old ferry was sold to a museum on the other side of the bay.',
  'Two bridges will be closed for repairs from the first week of June.',
];
const ORDER = [1, 2, 0, 5, 3, 4];
const moved = { before: paragraphs.join('\n\n'), after: ORDER.map((i) => paragraphs[i]).join('\n\n') };

test('only the band of the move at hand is seen', async ({ open }) => {
  const page = await open();
  await give(page, moved);
  const ends = page.locator('article-diff .row.half');
  expect(await ends.count()).toBeGreaterThan(2);
  const bands = page.locator('article-diff .band');
  const seen = () =>
    bands.evaluateAll((paths) =>
      paths
        .filter((path) => getComputedStyle(path).visibility === 'visible')
        .map((path) => path.getAttribute('data-stop')),
    );
  await expect.poll(() => bands.count()).toBeGreaterThan(1);
  expect(await seen(), 'at first there is none').toStrictEqual([]);
  const end = ends.first();
  await end.locator('.cell:not(.none) .block').hover();
  const move = await end.getAttribute('data-move');
  expect(await seen(), 'under the pointer').toStrictEqual([move]);
  await page.mouse.move(0, 0);
  expect(await seen()).toStrictEqual([]);
  await end.locator('.move-note').focus();
  expect(await seen(), 'with the focus').toStrictEqual([move]);
});

test('the number that a note names stands beside the paragraph that it means', async ({ open }) => {
  const page = await open();
  await give(page, moved);
  const note = page.locator('article-diff .row.half .cell.after .move-note').first();
  const [number] = /\d+/.exec((await note.textContent()) ?? '') ?? [];
  const words = await note.locator('xpath=following-sibling::p').textContent();
  const source = page.locator(`article-diff .cell.before .block[data-number="${number}"]`);
  expect(await source.textContent()).toBe(words);
  expect(await source.evaluate((node) => getComputedStyle(node, '::before').content)).toMatch(
    new RegExp(`"${number}"|attr\\(data-number\\)`),
  );
  // A paragraph more in front: kept lines get other numbers.
  await page.evaluate(() => {
    const diff = document.querySelector('article-diff')!;
    diff.before = `A first paragraph of its own.\n\n${diff.before}`;
  });
  const later = page.locator(`article-diff .cell.before .block[data-number="${Number(number) + 1}"]`);
  await expect(later).toHaveText(words!);
  await give(page, { before: 'One line.', after: 'One more line.' });
  expect(
    await page
      .locator('article-diff .cell.before .block')
      .evaluate((node) => getComputedStyle(node, '::before').content),
    'where nothing moved there are no numbers',
  ).toBe('none');
});

test('a chip shows the marks of its kind, and is not struck out when they are hidden', async ({ open }) => {
  const page = await open();
  await page.click('#example');
  await shown(page);
  const sample = (kind: string) => page.locator(`article-diff .chip.${kind} .sample`).first();
  const line = (kind: string) => sample(kind).evaluate((node) => getComputedStyle(node).textDecorationLine);
  expect(await line('cut')).toBe('line-through');
  expect(await line('added')).toBe('underline');
  const tints = await page.evaluate(() => {
    const root = document.querySelector('article-diff')!.shadowRoot!;
    const tint = (selector: string) => getComputedStyle(root.querySelector(selector)!).backgroundColor;
    return {
      number: [tint('.chip.number .sample'), tint('.sheet ins.m.number')],
      order: [tint('.chip.order .sample'), tint('.sheet ins.m.order')],
      cut: [tint('.chip.cut .sample'), tint('.sheet del.m.wording:not(.quoted)')],
    };
  });
  for (const [kind, [chip, mark]] of Object.entries(tints)) expect(chip, kind).toBe(mark);
  const hidden = page.locator('article-diff .chip.typography');
  await expect(hidden).toHaveAttribute('aria-pressed', 'false');
  await expect(hidden.locator('.sample')).toBeHidden();
  expect(await hidden.locator('.chip-name').evaluate((node) => getComputedStyle(node).textDecorationLine)).toBe('none');
});

test('the help explains every mark', async ({ open }) => {
  const page = await open();
  await give(page, moved);
  await page.click('article-diff .help summary');
  const legend = page.getByRole('list', { name: 'What the marks mean' });
  await expect(legend.getByRole('listitem')).toHaveCount(11);
  await expect(legend).toContainText('Only in Before');
  await expect(legend.locator('ins.fact')).toHaveText('Numbers, Names, and Negations');
});
