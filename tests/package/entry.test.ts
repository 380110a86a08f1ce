// The entry as scripts and servers use it: by its name, from the root of the repository.

import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { ArticleDiffError, compare, ready } from 'article-diff';
import { expect, onTestFinished, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

const node = (...args: string[]) => promisify(execFile)(process.execPath, args, { cwd: root });

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

test('a pair is compared', async () => {
  await ready;
  const before = 'The 🐻 woke in March. Nobody had expected it.';
  const after = 'The 🐻 woke in April. Nobody had expected it.';
  const report = compare(before, after);
  expect(report.version).toBe(1);
  expect(report.changes.length).toBe(1);
  const [change] = report.changes;
  expect(before.slice(...change.before)).toBe('March');
  expect(after.slice(...change.after)).toBe('April');
  expect(report.summary.words.before).toBe(8);
  expect(report.summary.shared.after).toBe(7);
  expect(JSON.parse(JSON.stringify(report)), 'the report is plain data').toStrictEqual(report);
});

test('the same pair gives the same report, again and again', () => {
  const before = 'One paragraph.\n\nAnother, with 2,000 words. And a tail.';
  const after = 'Another, with 3,000 words.\n\nOne paragraph. And a tail.';
  const first = JSON.stringify(compare(before, after));
  for (let round = 0; round < 20; round += 1) expect(JSON.stringify(compare(before, after))).toBe(first);
});

test('options may be left out', () => {
  for (const options of [undefined, null, {}]) {
    expect(compare('Same.', 'Same.', options as object).changes.length).toBe(0);
  }
});

test('an unknown option is refused by its name', () => {
  const error = thrownBy(() => compare('One.', 'Two.', { colour: 'red' } as object));
  expect(error).toBeInstanceOf(ArticleDiffError);
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name: 'ArticleDiffError', code: 'unknown-option' });
  expect(String(error)).toMatch(/colour/);
});

test('options that are no object are refused', () => {
  for (const options of [7, 'fast', true]) {
    const error = thrownBy(() => compare('One.', 'Two.', options as unknown as object));
    expect(error).toBeInstanceOf(ArticleDiffError);
    expect(error).toMatchObject({ code: 'invalid-option' });
  }
});

test('a text that is no string is refused, and the message says which', () => {
  for (const value of [undefined, null, 7, ['One.'], { text: 'One.' }, new String('One.')]) {
    expect(() => compare(value as string, 'Two.')).toThrow(
      expect.objectContaining({
        name: 'ArticleDiffError',
        code: 'not-a-string',
        message: expect.stringMatching(/`before`/) as string,
      }),
    );
    expect(() => compare('One.', value as string)).toThrow(
      expect.objectContaining({
        name: 'ArticleDiffError',
        code: 'not-a-string',
        message: expect.stringMatching(/`after`/) as string,
      }),
    );
  }
});

test('a refused call does no harm to the next', () => {
  expect(() => compare('One.', 'Two.', { colour: 'red' } as object)).toThrow();
  expect(compare('One.', 'One.').changes.length).toBe(0);
});

test('any string is a text', () => {
  for (const text of ['', '\0', '\ud83d', '\udc3b\ud83d', '\r\n\r\n\r', 'e\u0301\u200d', '\uffff\ufffe']) {
    expect(compare(text, text).changes.length, JSON.stringify(text)).toBe(0);
    const blocks = compare(text, `${text} more`).blocks.after;
    expect(
      blocks.every(({ span: [start, end] }) => start <= end && end <= text.length + 5),
      JSON.stringify(text),
    ).toBeTruthy();
  }
});

test('nothing has to be awaited where files can be read at once', async () => {
  const script = "import { compare } from 'article-diff'; console.log(compare('One.', 'One.').version);";
  const { stdout, stderr } = await node('--input-type=module', '--eval', script);
  expect([stdout, stderr]).toStrictEqual(['1\n', '']);
});

test('a package without its module says so, to those who ask', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-diff-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  cpSync(join(root, 'dist/lib'), join(folder, 'lib'), { recursive: true });
  const script = `
    const { compare, ready } = await import(${JSON.stringify(pathToFileURL(join(folder, 'lib/index.js')).href)});
    await ready.catch((error) => console.log(error.name, error.code));
    try { compare('', ''); } catch (error) { console.log(error.name, error.code, /article_diff_bg.wasm/.test(error.message)); }
  `;
  const { stdout, stderr } = await node('--input-type=module', '--eval', script);
  expect([stdout, stderr]).toStrictEqual(['ArticleDiffError load-failed\nArticleDiffError load-failed true\n', '']);
});
