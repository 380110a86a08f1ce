// The interface in its languages, in a page.
import { LANGUAGES, translatorFor } from '../../www/i18n/languages.js';
import { expect, test } from './fixtures.js';
import { give, said, shown, story } from './widget.js';

test('the interface speaks each of its languages', async ({ open }) => {
  const page = await open();
  await give(page, story);
  for (const language of LANGUAGES) {
    await page.click('#settings summary');
    await page.selectOption('#language', language);
    await page.keyboard.press('Escape');
    const translator = await translatorFor(language);
    await page.getByRole('button', { name: translator.t('view.inline'), exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(translator.dir);
    await shown(page);
    expect((await said(page))!.length > 10).toBeTruthy();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
      `${language} fits at 1280`,
    ).toBeTruthy();
    expect(
      await page.locator('article-diff .bar-line').evaluate((line) => line.scrollWidth <= line.clientWidth),
      `the bar fits in ${language}`,
    ).toBeTruthy();
  }
});

test('the language comes from the browser', async ({ open }) => {
  const page = await open('./', { locale: 'de-DE' });
  expect(await page.locator('#example').textContent()).toBe('Ein Beispiel');
  expect(await page.getAttribute('#text-before', 'placeholder')).toBe('Hier die frühere Fassung einfügen.');
});
