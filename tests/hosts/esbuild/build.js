import { cpSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = import.meta.dirname;
const dist = join(here, 'dist');
rmSync(dist, { recursive: true, force: true });
const common = { absWorkingDir: here, bundle: true, minify: true, logLevel: 'warning' };

// esbuild moves no files: the worker and the module are looked for in `pkg`, beside the folder of the scripts.
await build({ ...common, entryPoints: ['../plain.js'], format: 'esm', splitting: true, outdir: join(dist, 'modules') });
cpSync(join(dirname(fileURLToPath(import.meta.resolve('article-diff/define'))), '../pkg'), join(dist, 'pkg'), {
  recursive: true,
});

await build({ ...common, entryPoints: ['classic.js'], format: 'iife', outfile: join(dist, 'classic.js') });
const node = { ...common, entryPoints: ['../count.js'], platform: 'node' };
await build({ ...node, format: 'cjs', outfile: join(dist, 'count.cjs') });
await build({ ...node, format: 'esm', outfile: join(dist, 'count.mjs') });
for (const page of ['modules.html', 'classic.html']) cpSync(join(here, page), join(dist, page));
