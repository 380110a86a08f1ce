// Rust -> www/pkg -> dist/: `npm run build`. Does nothing when nothing has changed.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main, root, run, step } from './steps.mjs';
import { compiler } from './system.mjs';
import { nodeModules, rust, wasmPack } from './tools.mjs';

const cargoTarget = process.env.CARGO_TARGET_DIR || join(root, 'target');
const pkg = join(root, 'www', 'pkg');
const made = [join(pkg, 'article_diff.js'), join(root, 'dist', 'lib', 'index.js'), join(root, 'dist', 'site', 'index.html')];
const stamp = join(cargoTarget, 'article-diff.built');

/** The module names the source files in which it could fail; the folder of this machine's registry is left out. */
const unnamed = `--remap-path-prefix=${process.env.CARGO_HOME || join(homedir(), '.cargo')}=cargo`;

/** Makes www/pkg and dist, with everything that it takes. */
export async function build() {
  if (isUpToDate()) return console.log('▸ dist is up to date');
  await compiler();
  await rust();
  await nodeModules();
  const front = await wasmPack();
  await step('Rust → WebAssembly → www/pkg', async (note) => {
    await run('wasm-pack', ['build', 'www/wasm', '--target', 'web', '--out-dir', '../pkg', '--out-name', 'article_diff'], {
      env: {
        PATH: [...front, join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
        RUSTFLAGS: `${process.env.RUSTFLAGS ?? ''} ${unnamed}`.trim(),
      },
      show: 'failure',
      advice: 'The compiler says above what is wrong.',
    });
    // wasm-pack means its folder for a package of its own; here it is a part of one.
    for (const file of ['.gitignore', 'package.json']) rmSync(join(pkg, file), { force: true });
    note(`${Math.round(statSync(join(pkg, 'article_diff_bg.wasm')).size / 1024)} KB before compression`);
  });
  await step('The library, its types and the page → dist', () => run('npm', ['run', '--silent', 'build:web'], { show: 'failure' }));
  writeFileSync(stamp, fingerprint());
}

function isUpToDate() {
  return made.every((file) => existsSync(file)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

/** A hash of all that the package is made from. */
function fingerprint() {
  const hash = createHash('sha256');
  const files = (folder, ending) => readdirSync(join(root, folder), { recursive: true })
    .filter((file) => file.endsWith(ending) && !file.startsWith('pkg'))
    .map((file) => join(folder, file)).sort();
  const settings = ['Cargo.toml', 'Cargo.lock', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.types.json', 'vite.config.ts', 'esbuild.config.mjs'];
  for (const file of [...settings, ...files('.ci', '.mjs'), ...files('src', ''), ...files('www', '')]) {
    const path = join(root, file);
    if (existsSync(path) && statSync(path).isFile()) hash.update(`${file}\0`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(build);
