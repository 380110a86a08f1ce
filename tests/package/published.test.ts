// What a stranger gets from the registry: everything that is needed, with types, and nothing else.

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

const run = promisify(execFile);
const stranger = mkdtempSync(join(tmpdir(), 'stranger-'));
let files: { path: string; size: number }[];

beforeAll(async () => {
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', stranger], {
    cwd: root,
  });
  const [packed] = Object.values(JSON.parse(stdout) as Record<string, { files: typeof files; filename: string }>);
  if (!packed) throw new Error('nothing was packed');
  files = packed.files;
  const home = join(stranger, 'node_modules/article-diff');
  mkdirSync(home, { recursive: true });
  await run('tar', ['-xzf', join(stranger, packed.filename), '-C', home, '--strip-components=1']);
  writeFileSync(join(stranger, 'package.json'), '{ "private": true, "type": "module" }');
});

afterAll(() => rmSync(stranger, { recursive: true }));

test('the package holds the module, its types, its licences, and no tests, sources or tools', () => {
  const paths = files.map(({ path }) => path);
  for (const wanted of [
    'dist/lib/index.js',
    'dist/types/engine/index.d.ts',
    'dist/lib/article-diff.js',
    'dist/types/element/article-diff.d.ts',
    'dist/lib/define.js',
    'dist/types/element/define.d.ts',
    'dist/custom-elements.json',
    'dist/pkg/worker.js',
    'dist/pkg/article_diff_bg.wasm',
    'README.md',
    'CHANGELOG.md',
    'LICENSE-MIT',
    'LICENSE-APACHE',
  ]) {
    expect(paths.includes(wanted), `${wanted} is missing`).toBeTruthy();
  }
  for (const path of paths) {
    expect(path).toMatch(/^(dist\/(?!site)|README\.md|CHANGELOG\.md|LICENSE-|package\.json)/);
    expect(path).not.toMatch(/test|\/\./);
  }
});

test('whatever the exports name is there', () => {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, string | Record<string, string>>;
  };
  const paths = files.map(({ path }) => `./${path}`);
  for (const [name, doors] of Object.entries(exports)) {
    for (const path of typeof doors === 'string' ? [doors] : Object.values(doors))
      expect(paths.includes(path), `${name}: ${path}`).toBeTruthy();
  }
});

test("it works in a stranger's folder", async () => {
  const script = `
    import { compare, ready } from 'article-diff';
    await ready;
    const { changes: [change] } = compare('Before noon.', 'Before dusk.');
    console.log(change.op, change.before.join());
  `;
  writeFileSync(join(stranger, 'script.js'), script);
  const { stdout, stderr } = await run(process.execPath, ['script.js'], { cwd: stranger });
  expect([stdout, stderr]).toStrictEqual(['replace 7,11\n', '']);
});

test('the element can be imported where there is no page', async () => {
  const script = `
    import * as element from 'article-diff/element';
    await import('article-diff/define');
    console.log(Object.keys(element).length > 0);
  `;
  writeFileSync(join(stranger, 'server.js'), script);
  const { stdout, stderr } = await run(process.execPath, ['server.js'], { cwd: stranger });
  expect([stdout, stderr]).toStrictEqual(['true\n', '']);
});

const consumer = `
import { ArticleDiffError, compare, ready } from 'article-diff';
import type { Change, ChangeClass, Report, Span } from 'article-diff';

await ready;
const report: Report = compare('Before.', 'After.', {});
const quoted: Change[] = report.changes.filter((change) => change.quoted && !change.furniture);
const [start, end]: Span = report.blocks.before[0]!.span;
const numbers: number | undefined = report.summary.counts.number;
const classes: ChangeClass[] = quoted.map((change) => change.class);
const row = report.rows[0]!;
if (row.relation === 'moved') console.log(row.move, row.before.length, end - start, numbers, classes);
try {
  compare('', '');
} catch (error) {
  if (error instanceof ArticleDiffError && error.code === 'broken') throw error;
}

// @ts-expect-error a text is a string
compare(1, 'After.');
// @ts-expect-error the field is called precise
report.exact;
// @ts-expect-error there is no such class
const wrong: ChangeClass = 'whitespace';
// @ts-expect-error there is no such code
new ArticleDiffError('no-such-code', 'Message.');
`;

const page = `
import 'article-diff/define';
import 'article-diff/element';

const element = document.querySelector('article-diff');
if (element) {
  element.before = 'Before.';
  element.after = 'After.';
  const report = element.report;
  if (report) console.log(report.summary.similarity);
}
`;

test('the types hold for a strict consumer, by both ways of resolving modules', async () => {
  writeFileSync(join(stranger, 'consumer.ts'), consumer);
  writeFileSync(join(stranger, 'page.ts'), page);
  for (const [module, resolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ]) {
    writeFileSync(
      join(stranger, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          strict: true,
          noEmit: true,
          noUncheckedIndexedAccess: true,
          exactOptionalPropertyTypes: true,
          skipLibCheck: false,
          target: 'es2022',
          lib: ['es2022', 'dom'],
          types: [],
          module,
          moduleResolution: resolution,
        },
        files: ['consumer.ts', 'page.ts'],
      }),
    );
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const { code, stdout } = await run(process.execPath, [compiler, '--project', stranger]).then(
      ({ stdout: text }) => ({ code: 0, stdout: text }),
      (error) => error,
    );
    expect(code, `${resolution}:\n${stdout}`).toBe(0);
  }
});
