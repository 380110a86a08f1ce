// A long story in the page that each bundler builds: it is compared by a worker, and the report is the one that Node makes.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { preview, type PreviewServer } from 'vite';
import type * as Entry from '../../www/engine/index.js';
import type { Report } from '../../www/engine/types.js';
import { after, before } from './story.js';

const here = import.meta.dirname;

interface Host {
  name: string;
  /** Commands that check and build it, in its folder. */
  commands: string[];
  folder: string;
  /** The page, below the folder in which it was built. */
  page?: string;
  built?: string;
}

const HOSTS: Host[] = [
  { name: 'Vite and React 19', folder: 'vite-react', commands: ['tsc', 'vite build'] },
  { name: 'Vite and Vue 3', folder: 'vite-vue', commands: ['vue-tsc', 'vite build'] },
  {
    name: 'Vite and Svelte 5',
    folder: 'vite-svelte',
    commands: ['svelte-check --tsconfig ./tsconfig.json --fail-on-warnings', 'vite build'],
  },
  { name: 'webpack 5', folder: 'webpack', commands: ['webpack'] },
  { name: 'Next 16', folder: 'next', commands: ['next build'], built: 'out' },
  { name: 'Rollup', folder: 'rollup', commands: ['rollup --config --failAfterWarnings'] },
  {
    name: 'Parcel',
    folder: 'parcel',
    commands: ['parcel build index.html --no-cache --no-autoinstall --dist-dir dist --public-url ./'],
  },
  { name: 'esbuild, modules', folder: 'esbuild', commands: ['node build.js'], page: 'modules.html' },
  { name: 'esbuild, one classic script', folder: 'esbuild', commands: ['node build.js'], page: 'classic.html' },
];

/** Runs a command with the programs of the hosts' own packages. */
function run(command: string, folder: string): string {
  const PATH = `${join(here, 'node_modules/.bin')}:${process.env.PATH}`;
  const env = { ...process.env, PATH, NEXT_TELEMETRY_DISABLED: '1', PARCEL_WORKERS: '0' };
  return execFileSync('sh', ['-c', command], { cwd: join(here, folder), env, encoding: 'utf8', stdio: 'pipe' });
}

const serve = (outDir: string): Promise<PreviewServer> =>
  preview({ configFile: false, root: here, logLevel: 'silent', build: { outDir } });

/** What goes wrong in a page, as it goes wrong. */
async function watch(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  return complaints;
}

/** The report of Node, by the same package. */
async function reportOfNode(): Promise<Report> {
  const entry = pathToFileURL(join(here, 'node_modules/article-diff/dist/lib/inline.js')).href;
  const { compare, ready } = (await import(entry)) as typeof Entry;
  await ready;
  return compare(before, after);
}

for (const { name, folder, commands, page: path = 'index.html', built = 'dist' } of HOSTS) {
  test(name, async ({ page }) => {
    const outDir = join(here, folder, built);
    rmSync(outDir, { recursive: true, force: true });
    for (const command of commands) run(command, folder);

    const server = await serve(outDir);
    const complaints = await watch(page);
    const worker = page.waitForEvent('worker');
    await page.goto(new URL(path, server.resolvedUrls!.local[0]).href);
    await worker;

    const expected = await reportOfNode();
    expect(expected.changes.length).toBeGreaterThan(4);
    await expect(page.locator('output')).toHaveText(`${expected.changes.length}`, { timeout: 20_000 });
    const report = await page.evaluate(() => document.querySelector('article-diff')!.report);
    expect(report).toStrictEqual(expected);
    expect(complaints).toStrictEqual([]);
    await server.close();
  });
}

test('Next 16, compare() in a server component', async () => {
  const { changes } = await reportOfNode();
  const html = readFileSync(join(here, 'next/out/server.html'), 'utf8');
  expect(html).toContain(`<output>${changes.length}</output>`);
});

test('Next 16, the element over what reportToHtml() wrote on the server', async ({ page, browser }) => {
  const server = await serve(join(here, 'next/out'));
  const address = new URL('fallback.html', server.resolvedUrls!.local[0]).href;
  const expected = await reportOfNode();

  const reader = await browser.newContext({ javaScriptEnabled: false });
  const unscripted = await reader.newPage();
  await unscripted.goto(address);
  await expect(unscripted.locator('ins', { hasText: 'Nobody had asked for the new lamps.' })).toBeVisible();
  await reader.close();

  const complaints = await watch(page);
  await page.goto(address);
  await expect(page.locator('article-diff')).toHaveJSProperty('report', expected, { timeout: 20_000 });
  // React has taken the tag over, and has found nothing to mend.
  await expect
    .poll(() =>
      page.locator('article-diff').evaluate((tag) => Object.keys(tag).some((key) => key.startsWith('__react'))),
    )
    .toBe(true);
  // What the server wrote still stands in the tag, and is not shown any more.
  await expect(page.locator('[part~="mark-new"]', { hasText: 'Nobody had asked for the new lamps.' })).toBeVisible();
  expect(
    await page.locator('article-diff').evaluate((tag) => {
      const [written] = tag.children;
      return [written!.querySelectorAll('del, ins').length > 2, written!.checkVisibility()];
    }),
  ).toStrictEqual([true, false]);
  expect(complaints).toStrictEqual([]);
  await server.close();
});

for (const entry of ['article-diff/define', 'article-diff/inline/define']) {
  test(`jsdom, ${entry}`, async () => {
    const { changes } = await reportOfNode();
    const { inserted, ...told } = JSON.parse(run(`node jsdom.js ${entry}`, '.')) as Record<string, unknown>;
    expect(inserted).toBeGreaterThan(2);
    expect(told).toStrictEqual({
      changes: changes.length,
      attributes: ['A.', 'B.'],
      properties: true,
      drawn: [false, false],
      reports: [null, null],
      events: [],
      errors: [],
    });
  });
}

for (const script of ['count.cjs', 'count.mjs']) {
  test(`esbuild for Node, ${script}`, async () => {
    const { changes } = await reportOfNode();
    run('node build.js', 'esbuild');
    // Bundled, it wants nothing beside it.
    expect(run(`cp ${script} "$TMPDIR/${script}" && node "$TMPDIR/${script}"`, 'esbuild/dist')).toBe(
      `${changes.length}\n`,
    );
  });
}
