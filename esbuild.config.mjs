// The library: www/ -> dist/lib, dist/pkg and www/pkg/worker.js.
//
// Why esbuild, where Vite builds the page: Vite's library mode writes the module and the worker into the script as base64,
// or rewrites their addresses. Bundlers of hosts find both files only by the plain form that the sources have,
// `new URL('../pkg/worker.js', import.meta.url)`, and esbuild leaves that as it is. So dist/ has the folders of www/:
// scripts lie in dist/lib beside dist/pkg, as www/engine lies beside www/pkg.
import { cpSync, readFileSync, rmSync } from 'node:fs';
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

const common = { bundle: true, format: 'esm', target: 'es2022', minify: true, charset: 'utf8', logLevel: 'warning' };

// The worker is one file without imports: bundlers of hosts take it as it is.
await build({ ...common, entryPoints: ['www/engine/worker.ts'], outfile: 'www/pkg/worker.js' });

rmSync('dist/lib', { recursive: true, force: true });
await build({
  ...common,
  entryPoints: ['www/engine/index.ts', 'www/engine/wasm.ts', 'www/element/article-diff.ts', 'www/element/define.ts'],
  outdir: 'dist/lib',
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
  splitting: true,
  plugins: [styles],
});

for (const file of ['worker.js', 'article_diff_bg.wasm']) cpSync(`www/pkg/${file}`, `dist/pkg/${file}`);
