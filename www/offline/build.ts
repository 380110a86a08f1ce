// Vite's plugin that builds the service worker: it has to know all files of the page, and each version of them has another one.
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'vite';
import { TABLES } from '../import/code-tables-build.js';

/** The names of all other files change with their contents. */
const PAGE = 'index.html';

export function serviceWorker(): Plugin {
  return {
    name: 'article-diff:service-worker',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      // Most readers never need a table, and who does needs one of 168.
      const kept = Object.values(bundle).filter(({ fileName }) => !fileName.startsWith(`${TABLES}/`));
      const files = kept.map((file) => ({
        url: file.fileName,
        revision: file.fileName === PAGE && file.type === 'asset' ? hashOf(file.source) : null,
      }));
      const { outputFiles } = await build({
        entryPoints: [fileURLToPath(new URL('service-worker.ts', import.meta.url))],
        bundle: true,
        minify: true,
        write: false,
        format: 'iife',
        target: 'es2022',
        define: {
          PAGE_FILES: JSON.stringify(files.sort((one, other) => one.url.localeCompare(other.url, 'en'))),
          'process.env.NODE_ENV': '"production"',
        },
      });
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: outputFiles[0]?.text ?? '' });
    },
  };
}

const hashOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 16);
