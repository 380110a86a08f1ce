// Pictures of every reading of the example, wide and narrow, light and dark. One that has changed is laid beside it under
// test-results/; `npx playwright test pictures --update-snapshots` takes it over once somebody has looked at it.
//
// Other machines have other fonts, and with them other lines: there the pictures are not compared.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.js';

const fontsFile = join(import.meta.dirname, '../pictures/fonts.json');

/**
 * Share of pixels that may differ. Edges of letters differ a little from one version of a browser to the next, which
 * `threshold` (a distance of colours, from 0 to 1) forgives.
 */
const TOLERANCE = { maxDiffPixelRatio: 0.01, threshold: 0.2 };

/** Widths of two lines in the page's fonts: what tells one machine's fonts from another's. */
const measureFonts = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')!;
    const root = document.querySelector('article-diff')!.shadowRoot!;
    return ['.summary', '.bar'].map((selector) => {
      context.font = `20px ${getComputedStyle(root.querySelector(selector)!).fontFamily}`;
      return Math.round(context.measureText('The harbour of Brenna opened on Monday after 2,000 days.').width);
    });
  });

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390]) {
    test(`the looks at ${width} px, ${colorScheme}`, async ({ open, browserName }) => {
      test.skip(browserName !== 'chromium', 'each browser draws letters in its own way: the pictures are of one');
      const page = await open('./', { viewport: { width, height: width > 600 ? 1000 : 844 }, colorScheme });
      const fonts = await measureFonts(page);
      if (!existsSync(fontsFile)) writeFileSync(fontsFile, `${JSON.stringify(fonts)}\n`);
      const known: unknown = JSON.parse(readFileSync(fontsFile, 'utf8'));
      test.skip(JSON.stringify(known) !== JSON.stringify(fonts), 'the fonts here are not those of the pictures');
      await expect.soft(page).toHaveScreenshot(`empty-${width}-${colorScheme}.png`, TOLERANCE);
      await page.click('#example');
      await page.locator('article-diff .m').first().waitFor();
      await page.mouse.move(0, 0);
      for (const view of ['side-by-side', 'inline', 'changes'] as const) {
        await page.evaluate((name) => {
          document.querySelector('article-diff')!.view = name;
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        }, view);
        await page.waitForTimeout(300);
        await expect.soft(page).toHaveScreenshot(`${view}-${width}-${colorScheme}.png`, TOLERANCE);
      }
    });
  }
}
