// A link to versions of one story: all of them are in it where they fit, and where they do not, that is said.
import type { Page } from '@playwright/test';
import { fromFragment, toFragment, toFragmentOfVersions } from '../../www/export/link.js';
import { expect, test } from './fixtures.js';
import { give, shown } from './widget.js';

const VERSIONS = ['12 weeks', '14 weeks', '14 months', '15 months'].map((time, i) => ({
  name: i ? `v${i + 1}` : 'Agency, 14:05',
  text: `The ferry sails again.\n\nRepairs took ${time}, the harbour office said.`,
}));
const COMPARED = { before: 0, after: 2 };

const names = (page: Page) => page.locator('article-diff .version strong');
const sides = (page: Page) => page.locator('article-diff .version-side');

async function giveVersions(page: Page, versions: typeof VERSIONS): Promise<void> {
  await page.evaluate(
    ({ given, compared }) => {
      const diff = document.querySelector('article-diff')!;
      diff.versions = given;
      Object.assign(diff, { versionBefore: compared.before, versionAfter: compared.after });
    },
    { given: versions, compared: COMPARED },
  );
  await shown(page);
}

/** The link that the page copies. The clipboard of Firefox is not asked: the page is, what it hands over. */
async function copiedLink(page: Page): Promise<string> {
  await page.evaluate(() => {
    navigator.clipboard.write = async ([item]) => {
      document.title = await (await item!.getType('text/plain')).text();
    };
  });
  await page.click('#share');
  await page.getByRole('menuitem', { name: 'Copy a link with the texts' }).click();
  await expect(page.locator('#said')).toContainText('Link copied');
  return page.title();
}

test('a link has all versions, their names and the two that are compared', async ({ open }) => {
  const page = await open();
  await giveVersions(page, VERSIONS);
  const link = await copiedLink(page);
  await expect(page.locator('#said')).not.toContainText('did not fit');
  const reader = await open(link);
  await expect(names(reader)).toHaveText(['Agency, 14:05', 'v2', 'v3', 'v4']);
  await expect(sides(reader)).toHaveText(['Before', '', 'After', '']);
  await expect(reader.locator('article-diff .sheet ins')).toHaveText('14 months');
  await reader.getByRole('button', { name: 'Next version' }).click();
  await expect(sides(reader)).toHaveText(['', '', 'Before', 'After']);
});

test('where the versions are too long for a link, it has the two that are compared, and that is said', async ({
  open,
}) => {
  const page = await open();
  const noise = Array.from({ length: 8_000 }, (_, i) => ((i * 2654435761) >>> 0).toString(36)).join(' ');
  await giveVersions(page, [...VERSIONS, { name: 'v5', text: noise }]);
  const link = await copiedLink(page);
  await expect(page.locator('#said')).toContainText(
    'The other versions did not fit: the link has only the two that are compared.',
  );
  expect(await fromFragment(new URL(link).hash)).toStrictEqual({ before: VERSIONS[0]!.text, after: VERSIONS[2]!.text });
});

test('a link never takes the place of versions that were there', async ({ open }) => {
  const page = await open();
  await giveVersions(page, VERSIONS);
  // The same two texts, without the others.
  const pair = await toFragment(VERSIONS[0]!.text, VERSIONS[2]!.text);
  await page.evaluate((hash) => (location.hash = hash), pair);
  await expect(page.locator('#said')).toContainText('inside the link');
  await expect(page.locator('article-diff .versions')).toBeHidden();
  await page.click('#back');
  await expect(names(page)).toHaveText(['Agency, 14:05', 'v2', 'v3', 'v4']);
  // A pair that is put aside leaves a chain with the same two texts where it is.
  await give(page, { before: 'One.', after: 'Two.' });
  await page.evaluate(
    (hash) => (location.hash = hash),
    await toFragmentOfVersions({ versions: VERSIONS, compared: COMPARED }),
  );
  await expect(names(page)).toHaveCount(VERSIONS.length);
});
