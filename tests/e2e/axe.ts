// What axe finds in a page. It is put in from outside, past the page's policy, which rightly lets no other script run.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { RunOptions } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** What the page sends back: words alone, as a whole result is large and slow to send. */
const found = (rules: RunOptions): string => `axe.run(document, ${JSON.stringify(rules)}).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
    id + ': ' + JSON.stringify(target) + ' ' + failureSummary)))`;

/** Violations that axe finds, as `rule: what`. */
export async function violations(page: Page, rules: RunOptions = RULES): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  return page.evaluate<string[]>(`${isThere ? '' : `${source};`} ${found(rules)}`);
}
