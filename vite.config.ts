// The static page: www/index.html -> dist/site. `vite` serves the sources, `vite preview` what was built; both under the strict policy.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { codeTables } from './www/import/code-tables-build.js';
import { serviceWorker } from './www/offline/build.js';
import { headers } from './www/policy.js';
import { partOf } from './www/result-chunk-build.js';

/** Where the page is served on this machine. */
const address = { host: '127.0.0.1', port: Number(process.env.PORT ?? 8321), headers };

export default defineConfig({
  root: 'www',
  // Relative addresses: the page works in any folder of any server.
  base: './',
  plugins: [codeTables(), serviceWorker()],
  build: {
    outDir: fileURLToPath(new URL('dist/site', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // Styles are written for the browsers that we name, and are not rewritten for others.
    cssTarget: 'esnext',
    cssMinify: 'esbuild',
    // The policy allows no data: addresses.
    assetsInlineLimit: 0,
    // One script, one that draws a result, and one file for each language: nothing is loaded one behind the other.
    modulePreload: false,
    rolldownOptions: { output: { codeSplitting: { groups: [partOf], includeDependenciesRecursively: false } } },
  },
  // The overlay for errors writes markup, which the policy forbids.
  server: { ...address, hmr: { overlay: false } },
  preview: address,
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['www/**/*.test.ts', 'tests/**/*.test.{ts,mjs}'],
    // Room for a busy machine: what hangs is found all the same.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
