// The package's one entry: `import { compare, ready } from 'article-diff'`, in pages, in workers and in Node.

import load, { compare as compareInWasm, initSync } from './pkg/article_diff.js';
import { decode } from './report.js';

const address = new URL('./pkg/article_diff_bg.wasm', import.meta.url);

/** What a comparison can fail with; `code` is for programs, `message` for people. */
export class ArticleDiffError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {ErrorOptions} [options]
   */
  constructor(code, message, options) {
    super(message, options);
    this.name = 'ArticleDiffError';
    this.code = code;
  }
}

/** Why there is nothing to compare with; null as soon as there is. @type {ArticleDiffError | null} */
let obstacle = new ArticleDiffError('not-ready', 'article-diff is still loading: await `ready` before the first compare().');

/** Resolves when compare() can be called. */
export const ready = start();
// Whoever awaits `ready` hears of a failure, and so does whoever calls compare(); nobody else has to.
ready.catch(() => {});

/**
 * Compares two texts. See core.d.ts for the shapes.
 * @param {string} before
 * @param {string} after
 * @param {object} [options]
 */
export function compare(before, after, options) {
  if (obstacle) throw again(obstacle);
  needString('before', before);
  needString('after', after);
  try {
    return decode(compareInWasm(before, after, options));
  } catch (error) {
    throw translated(error);
  }
}

function start() {
  if (!inNode()) return loadFrom(fetched);
  if (!process.getBuiltinModule) return loadFrom(readLater);
  try {
    // Where files can be read at once, there is nothing to wait for: compare() works right after the import.
    initSync({ module: process.getBuiltinModule('node:fs').readFileSync(address) });
    obstacle = null;
    return Promise.resolve();
  } catch (error) {
    return Promise.reject(failed(error));
  }
}

/** Whether this is Node (or one of its kind) and the package lies in files. */
function inNode() {
  return address.protocol === 'file:' && typeof process === 'object' && Boolean(process.versions?.node);
}

/** @param {() => Promise<WebAssembly.Module>} source */
async function loadFrom(source) {
  try {
    await load({ module_or_path: await source() });
    obstacle = null;
  } catch (error) {
    throw failed(error);
  }
}

/** Compiles while it loads, where the server calls the file by its right type; else once it is here. */
async function fetched() {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const type = response.headers.get('Content-Type')?.split(';')[0].trim();
  if (type === 'application/wasm' && WebAssembly.compileStreaming) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** Node before 20.16 has no other door to its file system. The name is a variable, so that no bundler looks for it. */
async function readLater() {
  const name = 'node:fs/promises';
  const { readFile } = await import(/* @vite-ignore */ /* webpackIgnore: true */ name);
  return WebAssembly.compile(await readFile(address));
}

/** @param {unknown} error */
function failed(error) {
  obstacle = new ArticleDiffError('load-failed', `article-diff could not be loaded: ${error?.message ?? error}`, { cause: error });
  return obstacle;
}

/** A fresh copy, so that its stack tells of this call. @param {ArticleDiffError} error */
function again({ code, message, cause }) {
  return new ArticleDiffError(code, message, cause ? { cause } : undefined);
}

function needString(name, value) {
  if (typeof value === 'string') return;
  const is = value === null ? 'null' : Array.isArray(value) ? 'an array' : `of type ${typeof value}`;
  throw new ArticleDiffError('not-a-string', `\`${name}\` has to be a string, and is ${is}.`);
}

/** What the module throws, as an ArticleDiffError. @param {unknown} error */
function translated(error) {
  if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
    // After a trap the module's memory is in no known state, so it must not be asked again.
    obstacle = new ArticleDiffError(
      'broken',
      `article-diff failed inside (${error.message}) and cannot go on in this page or process. Please report the two texts.`,
      { cause: error },
    );
    return again(obstacle);
  }
  const code = codes[error?.name] ?? 'failed';
  return new ArticleDiffError(code, error?.message ?? String(error), { cause: error });
}

/** The module's names for what was wrong with a call. */
const codes = { UnknownOption: 'unknown-option', InvalidOption: 'invalid-option' };
