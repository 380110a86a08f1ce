// What the tests of all systems need: what the browser complained of, and what the report has to be.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page } from '@playwright/test';
import type { ArticleDiffElement } from '../../../www/element/article-diff.js';
import type * as Entry from '../../../www/engine/index.js';
import type { Report } from '../../../www/engine/types.js';
import type * as Html from '../../../www/html/node.js';
import { after, before, htmlOf, type Story } from './story.js';

/** Errors of the console, of scripts, and of the policy, on pages whose address has `part` in it. */
export function complaintsOn(page: Page, part: string): string[] {
  const complaints: string[] = [];
  const note = (text: string) => page.url().includes(part) && complaints.push(text);
  page.on('pageerror', ({ message }) => note(message));
  page.on('console', (message) => message.type() === 'error' && note(message.text()));
  return complaints;
}

const html = ({ title, blocks }: Story): string => [`<h1>${title}</h1>`, ...blocks.map(htmlOf)].join('\n');

/** A module of the package, as it was built. */
const built = <Module>(name: string): Promise<Module> =>
  import(pathToFileURL(join(import.meta.dirname, '../../../dist/lib', name)).href) as Promise<Module>;

/** The report on both versions by the same package in Node. */
export async function expectedReport(first = before, second = after): Promise<Report> {
  const { compare, ready } = await built<typeof Entry>('inline.js');
  const { read } = await built<typeof Html>('html-node.js');
  await ready;
  return compare(read(html(first)), read(html(second)));
}

/** The report of the element that is in sight. */
export async function shownReport(page: Page): Promise<Report> {
  await expect
    .poll(() => page.evaluate(() => Boolean(document.querySelector<ArticleDiffElement>('article-diff')?.report)))
    .toBe(true);
  return page.evaluate(() => document.querySelector<ArticleDiffElement>('article-diff')!.report!);
}

/** The element compares both versions of the story as the package does in Node, link by link. Returns that report. */
export async function expectStoryCompared(page: Page): Promise<Report> {
  const report = await shownReport(page);
  const expected = await expectedReport();
  expect(report.changes).toStrictEqual(expected.changes);
  expect(report.formats).toStrictEqual(expected.formats);
  expect(report.formats).toMatchObject([
    { kind: 'link', was: 'https://council.test/repairs', now: 'https://casino.test/' },
  ]);
  expect(expected.changes.length).toBeGreaterThan(3);
  await expect(page.getByRole('button', { name: 'one link now leads elsewhere' })).toBeVisible();
  return expected;
}
