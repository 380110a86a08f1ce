// The modules of www/ -> one file each for the page, for hosts without a bundler, and for the worker: some fifty modules that
// name one another would be asked for one behind the other, and the page would stand there a quarter of a second later.

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './steps.mjs';

/** What is made, of the modules of the same name; the languages become files beside them, loaded when wanted. */
const entries = ['page.js', 'define.js', 'worker.js'];

/** @param {string} folder where the module and its glue lie */
export async function bundle(folder) {
  const { build } = await import('esbuild');
  const made = new Set();
  for (const entry of entries) {
    const { metafile } = await build({
      entryPoints: [join(root, 'www', entry)],
      outdir: folder,
      bundle: true,
      splitting: true,
      format: 'esm',
      target: 'es2022',
      minify: true,
      charset: 'utf8',
      metafile: true,
      absWorkingDir: root,
      logLevel: 'warning',
      // Addresses are told from where the modules were, one folder up.
      define: { 'import.meta.url': 'articleDiffBase' },
      banner: { js: "const articleDiffBase=new URL('..',import.meta.url).href;" },
    });
    for (const path of Object.keys(metafile.outputs)) made.add(path.split('/').at(-1));
  }
  for (const file of readdirSync(folder)) if (file.endsWith('.js') && !made.has(file) && file !== 'article_diff.js') rmSync(join(folder, file));
}
