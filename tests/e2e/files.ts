// Brings files and rich text into the page as a person does.
import type { Page } from '@playwright/test';

/** Pages in which the browser's dialogue was opened already. */
const chosen = new WeakSet<Page>();

/**
 * Chooses files as a person does: by the button and the browser's own dialogue. Over BiDi, Firefox opens that only once
 * a page; from then on the files are put straight into the field that the button opens.
 */
export async function choose(page: Page, ...paths: string[]): Promise<void> {
  if (chosen.has(page)) {
    await page.setInputFiles('#files', paths);
    return;
  }
  chosen.add(page);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click('#open')]);
  await chooser.setFiles(paths);
}

/**
 * Copies with real keys from a page of its own, so that the browser itself fills the clipboard.
 * @param {string} html what stands in the page
 * @param {string} [raw] what the page puts on the clipboard instead, as any program can
 */
export async function copyRich(page: Page, html: string, raw?: string): Promise<void> {
  const source = await page.context().newPage();
  await source.setContent(html);
  if (raw) {
    await source.evaluate(
      (markup) =>
        document.addEventListener('copy', (event) => {
          event.preventDefault();
          event.clipboardData!.setData('text/html', markup);
          event.clipboardData!.setData('text/plain', 'plain');
        }),
      raw,
    );
  }
  await source.locator('body').click();
  await source.keyboard.press('Control+a');
  await source.keyboard.press('Control+c');
  await source.close();
  await page.bringToFront();
}
