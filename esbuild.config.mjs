// The library: www/ -> dist/lib, dist/pkg and www/pkg/worker.js, and the single files dist/article-diff.classic.js and .html.
//
// Why esbuild, where Vite builds the page: Vite's library mode writes the module and the worker into the script as base64,
// or rewrites their addresses. Bundlers of hosts find both files only by the plain form that the sources have,
// `new URL('../pkg/worker.js', import.meta.url)`, and esbuild leaves that as it is. So dist/ has the folders of www/:
// scripts lie in dist/lib beside dist/pkg, as www/engine lies beside www/pkg.
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

/** A style sheet becomes the text of a constructed sheet, as Vite does it for `?inline`. */
const styles = {
  name: 'styles',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true, charset: 'utf8' });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

/** What draws a result, which the page loads as a file of its own, is inside of every script that is built here. */
const resultInside = {
  name: 'result-inside',
  setup({ onResolve }) {
    const path = fileURLToPath(new URL('www/view/result-part-inside.ts', import.meta.url));
    onResolve({ filter: /\/result-part\.js$/ }, () => ({ path }));
  },
};

const common = { bundle: true, target: 'es2022', minify: true, charset: 'utf8', logLevel: 'warning' };
const module = { ...common, format: 'esm' };
const dist = (file) => `dist/${file}`;

// The worker is one file without imports: bundlers of hosts take it as it is.
await build({ ...module, entryPoints: ['www/engine/worker.ts'], outfile: 'www/pkg/worker.js' });

rmSync(dist('lib'), { recursive: true, force: true });
await build({
  ...module,
  entryPoints: [
    'www/engine/index.ts',
    'www/engine/wasm.ts',
    'www/export/render.ts',
    'www/highlight/highlight.ts',
    ...['article-diff', 'define', 'react', 'vue', 'svelte'].map((name) => `www/element/${name}.ts`),
    { in: 'www/html/index.ts', out: 'html' },
    ...['prosemirror', 'ckeditor', 'tinymce', 'quill', 'lexical'].map((name) => ({ in: `www/editors/${name}.ts`, out: `editors-${name}` })),
  ],
  outdir: dist('lib'),
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
  splitting: true,
  plugins: [styles, resultInside],
});
// In Node, a parser comes along.
await build({ ...module, entryPoints: ['www/html/node.ts'], outfile: dist('lib/html-node.js') });
for (const file of ['worker.js', 'article_diff_bg.wasm']) cpSync(`www/pkg/${file}`, dist(`pkg/${file}`));

// The same with both files inside: as modules, as a classic script, and as a page in one single file.
const worker = await build({ ...common, entryPoints: ['www/engine/worker.ts'], format: 'iife', write: false });

/** The worker and the module become parts of the script. */
const inlined = {
  name: 'inlined',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^inlined:/ }, ({ path }) => ({ path, namespace: 'inlined' }));
    onLoad({ filter: /:module$/, namespace: 'inlined' }, () => ({
      contents: readFileSync('www/pkg/article_diff_bg.wasm'),
      loader: 'binary',
    }));
    onLoad({ filter: /:worker$/, namespace: 'inlined' }, () => ({ contents: worker.outputFiles[0].text, loader: 'text' }));
  },
};
/** The worker that reads PDF becomes a part of the script, too: a script from disk can load none beside it. */
const pdfWorker = {
  name: 'pdf-worker',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /\?worker&url$/ }, async ({ path, resolveDir }) => {
      const found = await resolve(path.replace(/\?.*/, ''), { resolveDir, kind: 'import-statement' });
      return { path: found.path, namespace: 'worker-address' };
    });
    onLoad({ filter: /.*/, namespace: 'worker-address' }, async ({ path }) => {
      const { outputFiles } = await build({ ...inline, plugins: [], entryPoints: [path], format: 'iife', write: false });
      const source = JSON.stringify(outputFiles[0].text);
      return { contents: `export default URL.createObjectURL(new Blob([${source}], { type: 'text/javascript' }));` };
    });
  },
};
const inline = {
  ...common,
  plugins: [styles, resultInside, inlined, pdfWorker],
  // Nothing has an address of its own there, and nothing is asked for it.
  logOverride: { 'empty-import-meta': 'silent' },
};
const classic = { ...inline, format: 'iife' };
await build({ ...inline, format: 'esm', entryPoints: ['www/engine/inline.ts'], outfile: dist('lib/inline.js') });
await build({ ...inline, format: 'esm', entryPoints: ['www/element/inline.ts'], outfile: dist('lib/inline-define.js') });
await build({ ...classic, globalName: 'articleDiff', entryPoints: ['www/element/inline.ts'], outfile: dist('article-diff.classic.js') });

const page = await build({ ...classic, entryPoints: ['www/page-inline.ts'], write: false });
const style = await build({ ...common, entryPoints: ['www/page.css'], write: false });
writeFileSync(dist('article-diff.html'), singleFile(page.outputFiles[0].text, style.outputFiles[0].text));

/** index.html with its script and its styles inside, which its policy knows by their hashes; it may ask for nothing at all. */
function singleFile(script, style) {
  const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const code = script.replaceAll('</script', '<\\/script');
  const rules = {
    'script-src': `${hash(code)} 'wasm-unsafe-eval'`,
    'style-src': hash(style),
    'connect-src': "'none'",
    'worker-src': 'blob:',
    'img-src': "'none'",
  };
  const html = readFileSync('www/index.html', 'utf8')
    .replace(/\s*<link rel="(icon|preload|stylesheet)"[^>]*>/g, '')
    .replace(/\s*<script type="module"[^>]*><\/script>/, () => `\n    <style>${style}</style>`)
    .replace('</body>', () => `<script>${code}</script>\n  </body>`);
  return Object.entries(rules).reduce((text, [rule, value]) => text.replace(new RegExp(`${rule} [^;]*;`), () => `${rule} ${value};`), html);
}
