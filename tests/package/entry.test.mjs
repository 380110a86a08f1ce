// The entry as scripts and servers use it: by its name, from the root of the repository.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { ArticleDiffError, compare, ready } from 'article-diff';
import { root } from '../../.ci/steps.mjs';

const node = (...args) => promisify(execFile)(process.execPath, args, { cwd: root });

test('a pair is compared', async () => {
  await ready;
  const before = 'The 🐻 woke in March. Nobody had expected it.';
  const after = 'The 🐻 woke in April. Nobody had expected it.';
  const report = compare(before, after);
  assert.equal(report.version, 1);
  assert.equal(report.changes.length, 1);
  const [change] = report.changes;
  assert.equal(before.slice(...change.before), 'March');
  assert.equal(after.slice(...change.after), 'April');
  assert.equal(report.summary.words.before, 8);
  assert.equal(report.summary.shared.after, 7);
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report, 'the report is plain data');
});

test('the same pair gives the same report, again and again', () => {
  const before = 'One paragraph.\n\nAnother, with 2,000 words. And a tail.';
  const after = 'Another, with 3,000 words.\n\nOne paragraph. And a tail.';
  const first = JSON.stringify(compare(before, after));
  for (let round = 0; round < 20; round += 1) assert.equal(JSON.stringify(compare(before, after)), first);
});

test('options may be left out', () => {
  for (const options of [undefined, null, {}]) assert.equal(compare('Same.', 'Same.', options).changes.length, 0);
});

test('an unknown option is refused by its name', () => {
  assert.throws(() => compare('One.', 'Two.', { colour: 'red' }), (error) => {
    assert.ok(error instanceof ArticleDiffError);
    assert.ok(error instanceof Error);
    assert.equal(error.name, 'ArticleDiffError');
    assert.equal(error.code, 'unknown-option');
    assert.match(error.message, /colour/);
    return true;
  });
});

test('options that are no object are refused', () => {
  for (const options of [7, 'fast', true]) {
    assert.throws(() => compare('One.', 'Two.', options), (error) => error instanceof ArticleDiffError && error.code === 'invalid-option');
  }
});

test('a text that is no string is refused, and the message says which', () => {
  for (const value of [undefined, null, 7, ['One.'], { text: 'One.' }, new String('One.')]) {
    assert.throws(() => compare(value, 'Two.'), { name: 'ArticleDiffError', code: 'not-a-string', message: /`before`/ });
    assert.throws(() => compare('One.', value), { name: 'ArticleDiffError', code: 'not-a-string', message: /`after`/ });
  }
});

test('a refused call does no harm to the next', () => {
  assert.throws(() => compare('One.', 'Two.', { colour: 'red' }));
  assert.equal(compare('One.', 'One.').changes.length, 0);
});

test('any string is a text', () => {
  for (const text of ['', '\0', '\ud83d', '\udc3b\ud83d', '\r\n\r\n\r', 'e\u0301\u200d', '\uffff\ufffe']) {
    assert.equal(compare(text, text).changes.length, 0, JSON.stringify(text));
    const blocks = compare(text, `${text} more`).blocks.after;
    assert.ok(blocks.every(({ span: [start, end] }) => start <= end && end <= text.length + 5), JSON.stringify(text));
  }
});

test('nothing has to be awaited where files can be read at once', async () => {
  const script = "import { compare } from 'article-diff'; console.log(compare('One.', 'One.').version);";
  const { stdout, stderr } = await node('--input-type=module', '--eval', script);
  assert.deepEqual([stdout, stderr], ['1\n', '']);
});

test('a Node that must wait for its files is told so', async () => {
  const script = `
    process.getBuiltinModule = undefined;
    const { compare, ready } = await import('article-diff');
    try { compare('', ''); } catch (error) { console.log(error.name, error.code); }
    await ready;
    console.log(compare('One.', 'One.').version);
  `;
  const { stdout, stderr } = await node('--input-type=module', '--eval', script);
  assert.deepEqual([stdout, stderr], ['ArticleDiffError not-ready\n1\n', '']);
});

test('a package without its module says so, to those who ask', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'article-diff-'));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  for (const file of ['core.js', 'report.js']) cpSync(join(root, 'www', file), join(folder, file));
  cpSync(join(root, 'www/pkg/article_diff.js'), join(folder, 'pkg/article_diff.js'));
  const script = `
    const { compare, ready } = await import(${JSON.stringify(pathToFileURL(join(folder, 'core.js')).href)});
    await ready.catch((error) => console.log(error.name, error.code));
    try { compare('', ''); } catch (error) { console.log(error.name, error.code, /article_diff_bg.wasm/.test(error.message)); }
  `;
  const { stdout, stderr } = await node('--input-type=module', '--eval', script);
  assert.deepEqual([stdout, stderr], ['ArticleDiffError load-failed\nArticleDiffError load-failed true\n', '']);
});
