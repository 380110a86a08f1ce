// Vite's plugin that puts the tables of pdf.js beside the page: they say which letters the codes in the fonts of a PDF mean, and
// each is fetched when a PDF needs it.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** The folder of the tables, in the package of pdf.js and beside the page. */
export const TABLES = 'cmaps';

export function codeTables(): Plugin {
  return {
    name: 'article-diff:code-tables',
    apply: 'build',
    generateBundle() {
      const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), TABLES);
      for (const name of readdirSync(folder).filter((file) => file.endsWith('.bcmap')))
        this.emitFile({ type: 'asset', fileName: `${TABLES}/${name}`, source: readFileSync(join(folder, name)) });
    },
  };
}
