// The dialogues of versions on every width and in every direction: what they are called, what of them can be read and reached.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { strayControls } from './stray-controls.js';
import { give, story } from './widget.js';

const NAMES = ['Agency, 14:05', 'Desk, first edit', 'Ours, approved by Nina', ''];

async function giveVersions(page: Page): Promise<void> {
  await give(page, story);
  await page.evaluate(
    ({ names, texts }) => {
      document.querySelector('article-diff')!.versions = names.map((name, i) => ({
        name,
        text: `${texts.after}\n\n${i}`,
      }));
    },
    { names: NAMES, texts: story },
  );
  await page.locator('#arrange').waitFor();
}

for (const [locale, width] of [
  ['en-US', 390],
  ['de', 390],
  ['ar', 320],
] as const) {
  test(`names of versions can be read and moved with a finger at ${width} pixels (${locale})`, async ({ open }) => {
    const page = await open('./', { viewport: { width, height: 844 }, touch: true, locale });
    await giveVersions(page);
    await page.locator('#arrange').click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('heading')).toBeVisible();
    const fields = dialog.getByRole('textbox');
    await expect(fields).toHaveCount(NAMES.length);
    const cut = await fields.evaluateAll((nodes) => nodes.filter((node) => node.scrollWidth > node.clientWidth).length);
    expect(cut, 'names that are cut').toBe(0);
    expect(await strayControls(page, 44)).toStrictEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('#add-version').click();
    await expect(dialog.getByRole('heading')).toBeVisible();
    expect(await strayControls(page, 44)).toStrictEqual([]);
  });
}

test('the place of each version is seen, and told once', async ({ open }) => {
  const page = await open();
  await giveVersions(page);
  await page.locator('#arrange').click();
  const dialog = page.getByRole('dialog', { name: 'Versions, earliest first' });
  const numbers = await dialog
    .locator('li')
    .evaluateAll((nodes) => nodes.map((node) => getComputedStyle(node, '::before').content));
  expect(numbers).toStrictEqual(NAMES.map(() => 'counter(version) / ""'));
  await expect(dialog).toMatchAriaSnapshot(`
    - heading "Versions, earliest first" [level=2]
    - list:
      - listitem:
        - textbox "Name of version 1": "Agency, 14:05"
        - button "Move “Agency, 14:05” earlier" [disabled]
        - button "Move “Agency, 14:05” later"
        - button "Remove “Agency, 14:05”"
  `);
});

test('in forced colours the version that is compared and the marks of the chips are seen', async ({
  open,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', 'Playwright forces colours in Chromium only');
  const page = await open('./', { forcedColors: 'active' });
  await giveVersions(page);
  const backgroundOf = (selector: string) =>
    page
      .locator(`article-diff ${selector}`)
      .first()
      .evaluate((node) => getComputedStyle(node).backgroundColor);
  expect(await backgroundOf('.version button[aria-pressed=true]')).not.toBe(
    await backgroundOf('.version button[aria-pressed=false]'),
  );
  const samples = page.locator('article-diff .chip[aria-pressed=true] .sample');
  const seen = await samples.evaluateAll((nodes) =>
    nodes.map((node) => {
      const { backgroundColor, color } = getComputedStyle(node);
      return [backgroundColor, color === getComputedStyle(node.closest('.chip')!).color];
    }),
  );
  expect(seen.length, 'chips with marks').toBeGreaterThan(0);
  expect(new Set(seen.map(String))).toStrictEqual(new Set(['rgba(0, 0, 0, 0),true']));
});
