// Pictures of every reading of the example, wide and narrow, light and dark. A picture that is not there yet is taken,
// and one that has changed is taken again beside it; either way the test fails once, so that a person looks at it.
//
// Other machines have other fonts, and with them other lines: there the pictures are not compared.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../.ci/steps.mjs';
import { inEachBrowser } from './harness.mjs';

const folder = join(root, 'tests/pictures');
const fontsFile = join(folder, 'fonts.json');

/** Side of the tiles whose mean brightness is compared, in CSS pixels: smaller than a line, larger than a letter's edge. */
const TILE = 10;
/** Difference in brightness, of 255, at which a tile counts as changed. */
const CHANGED = 24;
/** Share of changed tiles at which a picture counts as changed. */
const TOLERANCE = 0.01;

/** Widths of two lines in the page's fonts: what tells one machine's fonts from another's. */
const measureFonts = (page) => page.evaluate(() => {
  const context = document.createElement('canvas').getContext('2d');
  const widget = document.querySelector('article-diff');
  return ['.summary', '.bar'].map((selector) => {
    context.font = `20px ${getComputedStyle(widget.shadowRoot.querySelector(selector)).fontFamily}`;
    return Math.round(context.measureText('The harbour of Brenna opened on Monday after 2,000 days.').width);
  });
});

/** Share of tiles that differ between two pictures, looked at in a browser. */
async function difference(page, one, other) {
  const blank = await page.context().newPage();
  try {
    return await blank.evaluate(async ({ pictures, tile, changed }) => {
      const tiles = await Promise.all(pictures.map(async (data) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
        const [width, height] = [Math.ceil(image.width / tile), Math.ceil(image.height / tile)];
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext('2d');
        context.imageSmoothingQuality = 'high';
        context.drawImage(image, 0, 0, width, height);
        return { width, height, data: context.getImageData(0, 0, width, height).data };
      }));
      const [before, after] = tiles;
      if (before.width !== after.width || before.height !== after.height) return 1;
      let differ = 0;
      for (let i = 0; i < before.data.length; i += 4) {
        const away = [0, 1, 2].some((k) => Math.abs(before.data[i + k] - after.data[i + k]) > changed);
        if (away) differ++;
      }
      return differ / (before.data.length / 4);
    }, { pictures: [one, other].map((bytes) => bytes.toString('base64')), tile: TILE, changed: CHANGED });
  } finally { await blank.close(); }
}

/** Takes a picture and compares it with the kept one. Returns what is wrong, or null. */
async function look(page, name) {
  const kept = join(folder, `${name}.png`);
  const fresh = join(folder, `${name}.new.png`);
  const picture = await page.screenshot({ type: 'png' });
  if (!existsSync(kept)) {
    writeFileSync(kept, picture);
    return `${name}: taken for the first time, look at it`;
  }
  const share = await difference(page, readFileSync(kept), picture);
  if (share <= TOLERANCE) {
    rmSync(fresh, { force: true });
    return null;
  }
  writeFileSync(fresh, picture);
  return `${name}: ${(share * 100).toFixed(1)} % differs; ${name}.new.png is how it looks now, and takes its place if that is right`;
}

for (const colorScheme of ['light', 'dark']) {
  for (const width of [1280, 390]) {
    inEachBrowser(`the looks at ${width} px, ${colorScheme}`, { only: ['chromium'] }, async ({ open, t }) => {
      const page = await open('/', { viewport: { width, height: width > 600 ? 1000 : 844 }, colorScheme });
      mkdirSync(folder, { recursive: true });
      const fonts = await measureFonts(page);
      if (!existsSync(fontsFile)) writeFileSync(fontsFile, `${JSON.stringify(fonts)}\n`);
      if (JSON.stringify(JSON.parse(readFileSync(fontsFile, 'utf8'))) !== JSON.stringify(fonts)) {
        return t.skip('the fonts here are not those of the pictures');
      }
      const wrong = [await look(page, `empty-${width}-${colorScheme}`)];
      await page.click('#example');
      await page.locator('article-diff .m').first().waitFor();
      await page.mouse.move(0, 0);
      for (const view of ['side-by-side', 'inline', 'changes']) {
        await page.evaluate((name) => { document.querySelector('article-diff').view = name; document.activeElement?.blur(); }, view);
        await page.waitForTimeout(300);
        wrong.push(await look(page, `${view}-${width}-${colorScheme}`));
      }
      assert.deepEqual(wrong.filter(Boolean), []);
    });
  }
}
