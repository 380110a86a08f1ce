// What the tests of the widget share: texts of their own, and ways into its shadow root. Playwright's selectors pierce
// open shadow roots, so a test names what it sees.
import type { Page } from '@playwright/test';
import type { ArticleDiffElement } from '../../www/element/article-diff.js';
import type { ArticleDocument } from '../../www/engine/document.js';
import type { Both } from '../../www/sides.js';

/** A short story in two versions: one number, one name order, one lone comma, one cut sentence, one altered quotation. */
export const story: Both<string> = {
  before: [
    'Harbour opens again',
    'The harbour of Brenna opened on Monday after 2,000 days of work. Mayor Olsen Kari cut the ribbon.',
    'Boats, nets, and crates were blessed by the priest. The band played until the rain came.',
    '“We never doubted it,” she said. “The sea has waited for us.”',
    'The old quay will become a market.',
  ].join('\n\n'),
  after: [
    'Harbour opens again',
    'The harbour of Brenna opened on Monday after 3,000 days of work. Mayor Kari Olsen cut the ribbon.',
    'Boats, nets and crates were blessed by the priest.',
    '"We always doubted it," she said. "The sea has waited for us."',
    'The old quay will become a market.',
  ].join('\n\n'),
};

/** Waits until all lines of a widget are built: those below the window follow while the page idles. */
export async function shown(page: Page, selector = 'article-diff'): Promise<void> {
  await page.locator(`${selector} .sheet`).waitFor();
  await page.waitForFunction(
    (where) => !document.querySelector(where)!.shadowRoot!.querySelector('.chunk:not(.filled)'),
    selector,
  );
}

/** Gives the widget its texts as a host does, and waits until all lines are built. */
export async function give(
  page: Page,
  texts: Both<string | ArticleDocument>,
  selector = 'article-diff',
): Promise<void> {
  await compare(page, texts, selector);
  await shown(page, selector);
}

/**
 * Gives the widget its texts as a host does, and waits for the comparison. A page that was loaded anew may have its kept texts
 * compared already: a widget that gets the texts it has does not compare them again.
 */
export async function compare(
  page: Page,
  texts: Both<string | ArticleDocument>,
  selector = 'article-diff',
): Promise<void> {
  await page.evaluate(
    ({ texts: given, selector: where }) =>
      new Promise<void>((resolve, reject) => {
        const widget = document.querySelector<ArticleDiffElement & HTMLElement>(where)!;
        widget.addEventListener('article-diff-done', () => requestAnimationFrame(() => resolve()), { once: true });
        widget.addEventListener('article-diff-error', ({ detail }) => reject(detail.error), { once: true });
        const hasThem = widget.report && widget.before === given.before && widget.after === given.after;
        if (hasThem) resolve();
        else Object.assign(widget, given);
      }),
    { texts, selector },
  );
}

/** Pastes into a field as a person does: through the clipboard of a scratch field, with real keys. */
export async function paste(page: Page, field: string, text: string): Promise<void> {
  await page.evaluate((words) => {
    const scratch = document.createElement('textarea');
    scratch.id = 'scratch';
    scratch.value = words;
    scratch.setAttribute('aria-label', 'scratch');
    document.body.append(scratch);
    scratch.select();
  }, text);
  await page.keyboard.press('Control+c');
  await page.evaluate(() => document.querySelector('#scratch')!.remove());
  await page.locator(field).click();
  await page.keyboard.press('Control+v');
}

/** What the widget holds. */
export const textsOf = (page: Page): Promise<Both<string>> =>
  page.evaluate(() => {
    const { before, after } = document.querySelector('article-diff')!;
    return { before: String(before), after: String(after) };
  });

/** What the widget's live region says. */
export const said = (page: Page): Promise<string | null> =>
  page.locator('article-diff .widget > [role=status]').textContent();

/** The shown marks as `role: text`, in the order of the page. */
export const marks = (page: Page, within = '.sheet'): Promise<string[]> =>
  page
    .locator(`article-diff ${within} .m`)
    .evaluateAll((nodes) =>
      nodes
        .filter((node) => node.checkVisibility())
        .map(
          (node) =>
            `${[...node.classList].find((name) => ['was', 'now', 'cut', 'new', 'order', 'surface', 'away', 'here'].includes(name))}: ${node.textContent}`,
        ),
    );
