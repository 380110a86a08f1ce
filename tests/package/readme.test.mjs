// What the README shows, done: every snippet of JavaScript runs and prints what is said behind it, every command is there.
// Its HTML is opened in real browsers by tests/e2e/element.test.mjs.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { root } from '../../.ci/steps.mjs';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** @param {string} language */
const snippets = (language) => [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, code]) => code);

test('every snippet of JavaScript prints what is said behind it', async () => {
  const all = snippets('js');
  assert.ok(all.length > 0);
  for (const code of all) {
    const said = [...code.matchAll(/console\.log\(.*\);? \/\/ (.+)$/gm)].map(([, text]) => `${text}\n`).join('');
    assert.ok(said, `nothing is said of what this prints:\n${code}`);
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], { cwd: root });
    assert.equal(stdout, said);
  }
});

test('every npm command is one of ours', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const commands = [...readme.matchAll(/(?:^|`)npm (?:run )?([a-z]+)/gm)].map(([, name]) => name);
  assert.ok(commands.length > 4);
  for (const name of commands) assert.ok(name in scripts, `npm run ${name}`);
});

test('every file that it links is there', () => {
  for (const [, path] of readme.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)) {
    assert.doesNotThrow(() => readFileSync(join(root, path)), path);
  }
});
