// Every control is in reach: in windows from 320 pixels on, in every language, in a narrow column of a host, for a finger.
import { LANGUAGES, translatorFor } from '../../www/i18n/languages.js';
import { expect, test, type WatchedPage } from './fixtures.js';
import { strayControls } from './stray-controls.js';
import { give, shown, story } from './widget.js';

const WIDTHS = [320, 360, 390, 480, 640, 700, 768, 900, 1100, 1280];
const HEIGHT = 844;

/** Opens whatever the toolbar has put away for want of room. */
async function openAll(page: WatchedPage): Promise<void> {
  for (const opener of ['.opener-filter', '.opener-more']) {
    const button = page.locator(`article-diff ${opener}`);
    if ((await button.isVisible()) && (await button.getAttribute('aria-expanded')) === 'false') await button.click();
  }
}

async function speak(page: WatchedPage, language: string): Promise<void> {
  await page.click('#settings summary');
  await page.selectOption('#language', language);
  const translator = await translatorFor(language);
  await page.getByRole('button', { name: translator.t('view.inline'), exact: true }).waitFor();
  await shown(page);
}

test('nothing is out of reach at any width in any language', async ({ open }) => {
  test.setTimeout(300_000);
  const page = await open('./', { viewport: { width: 390, height: HEIGHT } });
  await page.click('#example');
  await shown(page);
  const faults: string[] = [];
  const walk = async (what: string) => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      faults.push(...(await strayControls(page)).map((fault) => `${what} at ${width}: ${fault}`));
    }
    await page.setViewportSize({ width: 390, height: HEIGHT });
  };
  for (const language of LANGUAGES) {
    await speak(page, language);
    await walk(`${language}, settings open`);
    await page.keyboard.press('Escape');
    await openAll(page);
    await walk(`${language}, all open`);
  }
  expect(faults).toStrictEqual([]);
});

test('every reading and both fields fit at 320 pixels', async ({ open }) => {
  const page = await open('./', { viewport: { width: 320, height: 640 } });
  expect(await strayControls(page), 'empty').toStrictEqual([]);
  await page.click('#example');
  await shown(page);
  for (const view of ['side-by-side', 'inline', 'changes']) {
    await page.click(`article-diff .views button[data-name=${view}]`);
    expect(await strayControls(page), view).toStrictEqual([]);
  }
  await openAll(page);
  await page.click('article-diff .tool-edit');
  expect(await strayControls(page), 'the fields').toStrictEqual([]);
  await page.click('article-diff .help summary');
  expect(await strayControls(page), 'the help').toStrictEqual([]);
  await page.keyboard.press('Escape');
  await page.click('article-diff .tool-find');
  expect(await strayControls(page), 'the search').toStrictEqual([]);
  await page.click('#share');
  expect(await strayControls(page), 'the menu').toStrictEqual([]);
});

test('the steps are at the lower edge of a narrow window, and go from change to change', async ({ open }) => {
  const page = await open('./', { viewport: { width: 390, height: HEIGHT } });
  await page.click('#example');
  await shown(page);
  const next = page.locator('article-diff .foot .step-next');
  const position = page.locator('article-diff .foot-position');
  for (const at of ['1 of', '2 of', '3 of']) {
    const box = (await next.boundingBox())!;
    expect(box.y > HEIGHT * 0.85 && box.y + box.height <= HEIGHT, `${box.y} is near the thumb`).toBeTruthy();
    await next.click();
    await expect(position).toContainText(at);
    await expect(page.locator('article-diff .m.current').first()).toBeInViewport();
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect(next).toBeHidden();
  await expect(page.locator('article-diff .bar .position'), 'both tell the same').toContainText('3 of');
});

test('a column of a host is narrow, however wide its window is', async ({ open }) => {
  const page = await open();
  await give(page, story);
  await page.evaluate(() => {
    document.querySelector('main')!.style.setProperty('width', '22rem');
  });
  const column = (await page.locator('main').boundingBox())!;
  await expect(page.locator('article-diff .foot .step-next')).toBeInViewport();
  await openAll(page);
  for (const control of await page.locator('article-diff button:visible').all()) {
    const box = (await control.boundingBox())!;
    expect(box.x >= column.x && box.x + box.width <= column.x + column.width, await control.innerText()).toBeTruthy();
  }
});

test('a finger finds 44 pixels everywhere', async ({ open }) => {
  const page = await open('./', { viewport: { width: 390, height: HEIGHT }, touch: true });
  expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
  expect(await strayControls(page, 44), 'empty').toStrictEqual([]);
  await page.click('#example');
  await shown(page);
  await openAll(page);
  for (const view of ['side-by-side', 'inline', 'changes']) {
    await page.click(`article-diff .views button[data-name=${view}]`);
    expect(await strayControls(page, 44), view).toStrictEqual([]);
  }
  await page.click('article-diff .help summary');
  await page.click('#settings summary');
  expect(await strayControls(page, 44), 'help and settings').toStrictEqual([]);
});
