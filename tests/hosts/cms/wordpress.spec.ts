// The plugin in WordPress, under the strictest policy that its administration bears.
import { expect, test, type Page } from '@playwright/test';
import { complaintsOn, expectStoryCompared, shownReport } from './site.js';
import { after } from './story.js';

interface Wordpress {
  apiFetch<T>(options: { path: string }): Promise<T>;
}

test.beforeEach(async ({ page }) => {
  await page.goto('/wp-login.php');
  await page.getByLabel('Username').fill('editor');
  await page.getByLabel('Password', { exact: true }).fill('editor');
  await page.getByRole('button', { name: 'Log In' }).click();
  await expect(page).toHaveURL(/wp-admin/);
});

/** Opens a post in the block editor. */
async function openEditor(page: Page, title = after.title): Promise<void> {
  await page.goto('/wp-admin/edit.php');
  await page.getByRole('link', { name: title }).first().click();
  await expect(page.getByRole('textbox', { name: 'Add title' })).toHaveText(title);
}

test('two revisions of a long story are compared in the place of WordPress’ own comparison', async ({ page }) => {
  const complaints = complaintsOn(page, '/wp-admin/');
  await openEditor(page);
  const worker = page.waitForEvent('worker');
  await page.getByRole('link', { name: '2 Revisions' }).click();
  await worker;

  const expected = await expectStoryCompared(page);

  // The markup is there for who wants it.
  await expect(page.locator('table.diff').first()).toBeHidden();
  await page.getByText('The markup, line by line').click();
  await expect(page.locator('table.diff').first()).toBeVisible();

  // The first revision is compared with nothing; then the element comes by a request.
  await page.getByRole('button', { name: 'Previous', exact: true }).first().click();
  await expect(page.locator('article-diff')).toHaveCount(0);
  await page.getByRole('button', { name: 'Next', exact: true }).first().click();
  expect((await shownReport(page)).changes).toStrictEqual(expected.changes);
  expect(complaints).toStrictEqual([]);
});

test('a block that the server fills in is compared by its settings, and blank lines of the classic editor part paragraphs', async ({
  page,
}) => {
  await openEditor(page, 'Two paragraphs');
  await page.getByRole('link', { name: '2 Revisions' }).click();
  const report = await shownReport(page);
  expect(report.changes).toMatchObject([{ class: 'number' }]);
  const texts = await page.evaluate(() => document.querySelector('article-diff')!.textAfter);
  expect(texts).toContain('<p>The second one, with 5 < 7.');
  expect(texts).toContain('core/latest-posts {&quot;postsToShow&quot;:3}');
  expect(report.blocks.after.length).toBe(4);
});

test('what stands in the editor is compared with what is published, and is not saved by it', async ({ page }) => {
  const complaints = complaintsOn(page, '/wp-admin/');
  await openEditor(page);
  await page.getByText('Report 1 says that').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Nobody was hurt.');

  const written: string[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    const route = searchParams.get('rest_route') ?? pathname;
    if (request.method() !== 'GET' && route.includes('/posts')) written.push(route);
  });
  await page.getByRole('region', { name: 'Editor settings' }).getByText('Post', { exact: true }).click();
  const compare = page.getByRole('button', { name: 'Compare with the published version' });
  if (!(await compare.isVisible())) await page.getByRole('button', { name: 'Published version' }).click();
  await compare.click();

  const report = await shownReport(page);
  const text = await page.evaluate(() => document.querySelector('article-diff')!.textAfter);
  expect(report.changes.length).toBe(1);
  const [{ before, after: added }] = report.changes as [(typeof report.changes)[number]];
  expect(before[1] - before[0]).toBe(0);
  expect(added[1] - added[0]).toBe(' Nobody was hurt.'.length);
  expect(text).toContain('until the water is low. Nobody was hurt.');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'One sentence was added' })).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(page.locator('article-diff')).toHaveCount(0);
  expect(written).toHaveLength(1);
  expect(written[0]).toMatch(/^\/article-diff\/v1\/posts\/\d+\/published$/);
  const saved = await page.evaluate(async () => {
    const { wp } = globalThis as unknown as { wp: Wordpress };
    const [post] = await wp.apiFetch<{ id: number; content: { raw: string } }[]>({ path: '/wp/v2/posts?context=edit' });
    const revisions = await wp.apiFetch<unknown[]>({ path: `/wp/v2/posts/${post!.id}/revisions` });
    return { content: post!.content.raw, revisions: revisions.length };
  });
  expect(saved.content).not.toContain('Nobody was hurt.');
  expect(saved.revisions).toBe(2);
  await expect(page.getByRole('button', { name: 'Update' })).toBeEnabled();
  expect(complaints).toStrictEqual([]);
});

test('who may not edit the post, or comes without a nonce, gets no text', async ({ page, request }) => {
  const path = '/?rest_route=/article-diff/v1/posts/4/published';
  for (const one of [request, page.request]) {
    const answer = await one.post(path, { data: { title: '', content: '' } });
    expect(answer.status()).toBe(401);
    expect(await answer.text()).not.toContain('council');
  }
});
