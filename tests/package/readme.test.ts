// What the README shows, done: every snippet of JavaScript runs and prints what is said behind it, every command is there.
// Its HTML is opened in real browsers by tests/e2e/element.spec.ts.

import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

const readme = readFileSync(join(root, 'README.md'), 'utf8');

const snippets = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, code = '']) => code);

test('every snippet of JavaScript prints what is said behind it', async () => {
  const all = snippets('js');
  expect(all.length > 0).toBeTruthy();
  for (const code of all) {
    const said = [...code.matchAll(/console\.log\(.*\);? \/\/ (.+)$/gm)].map(([, text]) => `${text}\n`).join('');
    expect(said, `nothing is said of what this prints:\n${code}`).toBeTruthy();
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], {
      cwd: root,
    });
    expect(stdout).toBe(said);
  }
});

test('the recipe for React is the component that its compiler checks', () => {
  expect(snippets('tsx')).toStrictEqual([readFileSync(join(root, 'tests/hosts/vite-react/Recipe.tsx'), 'utf8')]);
});

test('the table of errors has every code that there is', () => {
  const source = readFileSync(join(root, 'www/engine/errors.ts'), 'utf8');
  const codes = [...source.slice(0, source.indexOf('class ')).matchAll(/\| '([a-z-]+)'/g)].map(([, code]) => code);
  const told = [...readme.matchAll(/^\| `([a-z-]+)` \| [A-Z`]/gm)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(8);
  expect(told.filter((code) => codes.includes(code)).sort()).toStrictEqual(codes.sort());
});

test('every property, event and entry that it names is there', () => {
  const manifest = readFileSync(join(root, 'dist/custom-elements.json'), 'utf8');
  const names = [
    ...readme.matchAll(/`(text(?:Before|After)|text-before|text-after|editable|compact|article-diff-[a-z]+)`/g),
  ];
  expect(names.length).toBeGreaterThan(6);
  for (const [, name] of names) expect(manifest, name).toContain(`"name": "${name}"`);
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: object };
  for (const [, entry] of readme.matchAll(/from 'article-diff(\/[a-z/]+)?'/g))
    expect(exports).toHaveProperty([`.${entry ?? ''}`]);
});

test('every npm command is one of ours', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
  const commands = [...readme.matchAll(/(?:^|`)npm (?:run )?([a-z:]+)/gm)].map(([, name = '']) => name);
  expect(commands.length > 4).toBeTruthy();
  for (const name of commands.filter((own) => own !== 'install' && own !== 'pack'))
    expect(name in scripts, `npm run ${name}`).toBeTruthy();
});

test('every file that it links is there', () => {
  for (const [, path = ''] of readme.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)) {
    expect(() => readFileSync(join(root, path)), path).not.toThrow();
  }
});
