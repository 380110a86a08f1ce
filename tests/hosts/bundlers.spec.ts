// A long story in the page that each bundler builds: it is compared by a worker, and the report is the one that Node makes.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { preview } from 'vite';
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

    const server = await preview({ configFile: false, root: here, logLevel: 'silent', build: { outDir } });
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    const worker = page.waitForEvent('worker');
    await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
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
