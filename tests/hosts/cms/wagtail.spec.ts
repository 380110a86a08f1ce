// The app wagtail_article_diff in Wagtail, under a policy without inline scripts.
import { execFileSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { complaintsOn, expectStoryCompared } from './site.js';

test('each kind of block and field becomes HTML', ({ baseURL }) => {
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'article-diff/hosts');
  const cwd = join(cache, `wagtail-site-${new URL(baseURL!).port}`);
  execFileSync(join(cache, 'python/bin/python'), ['manage.py', 'test', 'newsroom'], { cwd, stdio: 'pipe' });
});

test('two revisions of a long story are compared in the place of Wagtail’s own comparison', async ({ page }) => {
  await page.goto('/admin/login/');
  await page.getByLabel('Username').fill('editor');
  await page.getByLabel('Password').fill('editor');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/admin\/$/);

  const complaints = complaintsOn(page, '/compare/');
  await page.goto('/admin/pages/search/?q=water');
  await page.getByRole('link', { name: 'The water has to fall first' }).first().click();
  await page.goto(page.url().replace('/edit/', '/history/'));
  const draft = page.getByRole('row', { name: 'Draft saved' }).first();
  await draft.getByRole('button', { name: 'Actions' }).click();
  const worker = page.waitForEvent('worker');
  await page.getByRole('link', { name: 'Compare with previous version' }).click();
  await worker;

  await expectStoryCompared(page);
  // Wagtail's own comparison, which the element keeps for pages without scripts, is out of sight.
  await expect(page.getByRole('columnheader', { name: 'Changes' })).toBeHidden();
  await expect(page.getByText(/^\w+\.? \d+, \d{4}, .* → \w+\.? \d+, \d{4}, /)).toBeVisible();
  expect(complaints).toStrictEqual([]);
});
