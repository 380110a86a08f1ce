// Rust -> www/pkg/: `npm run build`. Does nothing when nothing has changed.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';
import { shorten } from './names.mjs';
import { Failure, main, root, run, step } from './steps.mjs';
import { compiler } from './system.mjs';
import { nodeModules, rust, wasmBindgen } from './tools.mjs';
import { withoutUnused } from './unused.mjs';

const target = 'wasm32-unknown-unknown';
const cargoTarget = process.env.CARGO_TARGET_DIR || join(root, 'target');
const pkg = join(root, 'www', 'pkg');
const glue = join(pkg, 'article_diff.js');
const stamp = join(cargoTarget, 'article-diff.built');

/**
 * How large a function may be to go into its callers, in the compiler's own units: any, and those marked `#[inline]`. By itself
 * it takes in up to 325 of the latter, which makes the module 3 KB larger and a comparison hardly quicker; with less than 60 a
 * comparison takes a fifth longer.
 */
const inlining = ['-inline-threshold=20', '-inlinehint-threshold=90'].map((flag) => `-C llvm-args=${flag}`).join(' ');

/** The module names the files in which it could fail; where they lie on this machine is nobody's business. */
const unnamed = `--remap-path-prefix=${join(process.env.CARGO_HOME || join(homedir(), '.cargo'), 'registry', 'src')}=`;

/** Makes www/pkg/, with everything that it takes. */
export async function build() {
  if (isUpToDate()) return console.log('▸ www/pkg is up to date');
  await compiler();
  await rust();
  await step('Rust → WebAssembly', () => compile());
  const bindgen = await wasmBindgen();
  await nodeModules();
  await step('WebAssembly → www/pkg', async (note) => {
    await bind(bindgen);
    await bundle(pkg);
    note(`${Math.round(statSync(join(pkg, 'article_diff_bg.wasm')).size / 1024)} KB before compression`);
  });
  writeFileSync(stamp, fingerprint());
}

/**
 * The crate is a `cdylib` and an `rlib`. Built as both at once, rustc quietly leaves link-time optimisation out, so
 * the browser's module is asked for alone; and that the optimisation was on is read off the compiler's command line.
 */
async function compile(env = {}) {
  const { output } = await run('cargo', [
    'rustc', '--lib', '--crate-type', 'cdylib', '--no-default-features', '--release', '--target', target, '--verbose',
    ...(process.env.CI ? ['--locked'] : []),
  ], {
    env: { RUSTFLAGS: `${process.env.RUSTFLAGS ?? ''} ${inlining} ${unnamed}`.trim(), ...(process.stdout.isTTY ? { CARGO_TERM_COLOR: 'always' } : {}), ...env },
    worthShowing: (line) => !/^\s*(Running|Fresh|Dirty|Caused by:|process didn't exit successfully)/.test(line),
    advice: 'The compiler says above what is wrong.',
  });
  const command = output.split('\n').find((line) => /Running `.*--crate-name article_diff /.test(line));
  if (command && !/ -C lto\b/.test(command)) {
    throw new Failure('The module was built without link-time optimisation.', 'See [lib] and [profile.release] in Cargo.toml.');
  }
}

/** The same module with a table of its lines, for looking into it. @returns {Promise<Uint8Array>} */
export async function buildWithLines() {
  const folder = join(cargoTarget, 'lines');
  const env = { CARGO_TARGET_DIR: folder, CARGO_PROFILE_RELEASE_DEBUG: 'line-tables-only', CARGO_PROFILE_RELEASE_STRIP: 'none' };
  await step('Rust → WebAssembly, with its lines', () => compile(env));
  const bindgen = await wasmBindgen();
  await run(bindgen, [join(folder, target, 'release', 'article_diff.wasm'), '--out-dir', folder, '--target', 'web', '--keep-debug'], { show: 'failure' });
  return readFileSync(join(folder, 'article_diff_bg.wasm'));
}

/** Writes beside www/pkg first, so that nobody is served half of a package. @param {string} bindgen */
async function bind(bindgen) {
  const unfinished = join(cargoTarget, `pkg.${process.pid}`);
  await run(bindgen, [
    join(cargoTarget, target, 'release', 'article_diff.wasm'), '--out-dir', unfinished,
    '--target', 'web', '--no-typescript', '--remove-producers-section',
  ], { show: 'failure' });
  const { transform } = await import('esbuild');
  const path = (name) => join(unfinished, name);
  const { code } = await transform(readFileSync(path('article_diff.js'), 'utf8'), { minify: true, format: 'esm' });
  const { wasm, glue } = shorten(withoutUnused(readFileSync(path('article_diff_bg.wasm'))), code);
  writeFileSync(path('article_diff_bg.wasm'), wasm);
  writeFileSync(path('article_diff.js'), glue);
  mkdirSync(pkg, { recursive: true });
  for (const file of readdirSync(unfinished)) renameSync(join(unfinished, file), join(pkg, file));
  rmSync(unfinished, { recursive: true });
}

function isUpToDate() {
  return existsSync(glue) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

/** A hash of all that the package is made from. */
function fingerprint() {
  const hash = createHash('sha256');
  const files = (folder, ending) => readdirSync(join(root, folder), { recursive: true })
    .filter((file) => file.endsWith(ending) && !file.startsWith('pkg'))
    .map((file) => join(folder, file)).sort();
  for (const file of ['Cargo.toml', 'Cargo.lock', ...files('.ci', '.mjs'), ...files('src', ''), ...files('www', '.js')]) {
    const path = join(root, file);
    if (existsSync(path) && statSync(path).isFile()) hash.update(`${file}\0`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(build);
