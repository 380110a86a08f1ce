// What the README shows, done: every snippet of JavaScript runs and prints what is said behind it, every command is there.
// Its HTML is opened in real browsers by tests/e2e/element.test.mjs.

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

test('every npm command is one of ours', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
  const commands = [...readme.matchAll(/(?:^|`)npm (?:run )?([a-z]+)/gm)].map(([, name = '']) => name);
  expect(commands.length > 4).toBeTruthy();
  for (const name of commands) expect(name in scripts, `npm run ${name}`).toBeTruthy();
});

test('every file that it links is there', () => {
  for (const [, path = ''] of readme.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)) {
    expect(() => readFileSync(join(root, path)), path).not.toThrow();
  }
});
