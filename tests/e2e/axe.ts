// What axe finds in a page. It is put in from outside, past the page's policy, which rightly lets no other script run.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** Violations that axe finds, as `rule: what`. */
export async function violations(page: Page, rules: RunOptions = RULES): Promise<string[]> {
  // One expression: where scripts are forbidden, nothing that it leaves behind could be called.
  const { violations: found } = (await page.evaluate(
    `${source}; axe.run(document, ${JSON.stringify(rules)})`,
  )) as AxeResults;
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary ?? ''}`),
  );
}
