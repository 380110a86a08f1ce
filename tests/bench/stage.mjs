// The stage of a bench: contenders bundled into a temporary folder, a server with precise clocks, a browser.
import { build } from 'esbuild';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, firefox } from '@playwright/test';
import { launchOptions } from '../browsers.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
export const root = path.resolve(here, '..', '..');

const TYPES = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.html': 'text/html', '.wasm': 'application/wasm', '.txt': 'text/plain; charset=utf-8', '.ttf': 'font/ttf' };

/** Bundles for the browser; the library is left as it is and served from /lib/ and /pkg/. */
export function bundle(entryPoints, outdir, more = {}) {
  return build({ entryPoints, outdir, bundle: true, format: 'esm', minify: true, external: ['/lib/*', '/earlier/*'], logLevel: 'error', absWorkingDir: root, ...more });
}

/**
 * Bundles one module for each page, with the worker that Monaco's asks for.
 * @param {string} from the folder of the modules  @param {string[]} names of modules
 * @param {string} [earlier] the file that defines the element of an earlier build
 * @returns {Promise<(name: string, pair: { before: string, after: string }) => string>} the page of a module, with a pair in it
 */
export async function bundlePages(from, names, outdir, earlier) {
  const alias = earlier ? { EARLIER: `/earlier/${path.resolve(earlier).split(path.sep).slice(-2).join('/')}` } : {};
  for (const name of names) await bundle({ [name]: path.join(from, `${name}.mjs`) }, outdir, { loader: { '.ttf': 'file' }, alias });
  await bundle({ 'monaco-worker': path.join(root, 'node_modules/monaco-editor/esm/vs/editor/editor.worker.js') }, outdir);
  return (name, pair) => `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${name}</title>
  <link rel="icon" href="data:,">${fs.existsSync(path.join(outdir, `${name}.css`)) ? `<link rel="stylesheet" href="/bundle/${name}.css">` : ''}
  <script type="application/json" id="pair">${JSON.stringify(pair).replaceAll('<', '\\u003c')}</script>
  <body><script type="module" src="/bundle/${name}.js"></script>`;
}

/** Bundles each contender's worker as NAME.js. */
export async function bundleContenders(names, outdir) {
  for (const name of names) {
    await bundle({ [name]: path.join(here, 'worker.mjs') }, outdir, { alias: { CONTENDER: path.join(here, 'contenders', `${name}.mjs`) } });
  }
  await bundle({ page: path.join(here, 'page.mjs') }, outdir);
}

/**
 * Serves /lib/ and /pkg/, the library as it is now, /earlier/ from the build to which the file `earlier` belongs, /bundle/ from a folder, /input/NAME/{before,after}.txt from `inputs`, and pages.
 * @param {{ folder: string, earlier?: string, inputs?: Map<string, { before: Buffer, after: Buffer }>, pages?: Record<string, string> }} what
 */
export async function serve({ folder, earlier, inputs = new Map(), pages = {} }) {
  const library = path.join(folder, 'library');   // a copy, so that a build in between changes nothing
  for (const part of ['lib', 'pkg']) fs.cpSync(path.join(root, 'dist', part), path.join(library, part), { recursive: true });
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    // isolated, so that clocks tick in microseconds
    const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp', 'Cross-Origin-Resource-Policy': 'same-origin' };
    const send = (body, type) => { response.writeHead(200, { ...headers, 'Content-Type': type, 'Cache-Control': 'max-age=3600' }); response.end(body); };
    const none = () => { response.writeHead(404, headers); response.end(); };
    if (pages[pathname]) return send(pages[pathname], TYPES['.html']);
    const [, top, ...rest] = pathname.split('/');
    if (top === 'input') {
      const input = inputs.get(rest[0]), side = rest[1]?.replace('.txt', '');
      return input?.[side] ? send(input[side], TYPES['.txt']) : none();
    }
    const bases = { lib: path.join(library, 'lib'), pkg: path.join(library, 'pkg'), earlier: earlier && path.resolve(earlier, '../..'), bundle: folder };
    const base = bases[top], file = base && path.join(base, ...rest);
    if (!file || !file.startsWith(base) || !fs.existsSync(file) || !fs.statSync(file).isFile()) return none();
    send(fs.readFileSync(file), TYPES[path.extname(file)] ?? 'application/octet-stream');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }) };
}

/** @param {'chromium' | 'firefox'} name */
export async function launch(name) {
  return { chromium, firefox }[name].launch(launchOptions[name]);
}

/** A folder for bundles, gone when the process ends. */
export function temporaryFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'article-diff-bench-'));
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const median = (list) => { const s = [...list].sort((p, q) => p - q), k = s.length >> 1; return s.length % 2 ? s[k] : (s[k - 1] + s[k]) / 2; };
