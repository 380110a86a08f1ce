// What the module and the scripts contain of others -> dist/THIRD-PARTY-NOTICES.txt, and a copy beside the page.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const LICENCE_FILE = /^(licen[cs]e|copying|notice|unlicense)/i;

/** The crates that are linked into the module: not those that only run while it is built. */
function crates() {
  const arguments_ = ['metadata', '--format-version', '1', '--locked', '--filter-platform', 'wasm32-unknown-unknown'];
  const { packages, resolve } = JSON.parse(execFileSync('cargo', arguments_, { encoding: 'utf8', maxBuffer: 1e8 }));
  const byId = new Map(packages.map((entry) => [entry.id, entry]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const linked = new Set();
  const visit = (id) => {
    const isMacro = byId.get(id).targets.some(({ kind }) => kind.includes('proc-macro'));
    if (linked.has(id) || isMacro) return;
    linked.add(id);
    for (const { pkg, dep_kinds: kinds } of nodes.get(id).deps) if (kinds.some(({ kind }) => kind === null)) visit(pkg);
  };
  visit(packages.find(({ name }) => name === 'article-diff-wasm').id);
  return [...linked]
    .map((id) => byId.get(id))
    .filter(({ source }) => source !== null)
    .map(({ name, version, license, manifest_path: manifest }) => ({ name, version, license, folder: dirname(manifest) }));
}

/** A worker that is named by its address is part of the page as well. */
const addresses = {
  name: 'addresses',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /\?worker&url$/ }, async ({ path, resolveDir }) => {
      const found = await resolve(path.replace(/\?.*/, ''), { resolveDir, kind: 'import-statement' });
      return { path: found.path, namespace: 'address' };
    });
    onLoad({ filter: /.*/, namespace: 'address' }, () => ({ contents: 'export default "";' }));
  },
};

/** What a package gives besides its scripts under a licence of its own. */
const MORE_LICENCES = { 'pdfjs-dist': ['cmaps/LICENSE'] };

/** The npm packages that are bundled into the scripts. */
async function npmPackages() {
  const { metafile } = await build({
    entryPoints: [
      'www/engine/index.ts',
      'www/engine/worker.ts',
      'www/element/define.ts',
      'www/html/node.ts',
      'www/page.ts',
      'www/offline/service-worker.ts',
    ],
    bundle: true,
    format: 'esm',
    splitting: true,
    outdir: 'dist',
    write: false,
    metafile: true,
    logLevel: 'error',
    loader: { '.css': 'text' },
    plugins: [addresses],
  });
  // A package may have packages of its own below it: the last folder of that name is the package's.
  const folders = Object.keys(metafile.inputs).map((path) => /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0]);
  return [...new Set(folders.filter(Boolean))].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { name, version, license, folder };
  });
}

function text({ name, version, license, folder }) {
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file)).sort();
  // A crate may leave its licence's text out of its archive; its name is then all that there is.
  const texts = [...files, ...(MORE_LICENCES[name] ?? [])].map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return [`${name} ${version} (${license})`, ...texts].join('\n\n');
}

const all = [...crates(), ...(await npmPackages())].sort((a, b) => a.name.localeCompare(b.name, 'en'));
const head = `article-diff contains parts of the following projects, and of Rust's standard library (MIT OR Apache-2.0).`;
const RULE = `\n\n${'-'.repeat(80)}\n\n`;
mkdirSync('dist', { recursive: true });
const target = 'dist/THIRD-PARTY-NOTICES.txt';
writeFileSync(target, `${[head, ...all.map(text)].join(RULE)}\n`);
if (existsSync('dist/site')) copyFileSync(target, 'dist/site/THIRD-PARTY-NOTICES.txt');
console.log(`${target}: ${all.map(({ name }) => name).join(', ')}`);
