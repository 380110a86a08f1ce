// The size budget: what a visitor downloads, compressed as a good host does it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from './build.mjs';
import { Failure, main, root } from './steps.mjs';

const budget = 80 * 1024;
const aim = 60 * 1024;
const files = ['article_diff_bg.wasm', 'article_diff.js'];

await main(async () => {
  await build();
  const rows = files.map((file) => {
    const bytes = readFileSync(join(root, 'www/pkg', file));
    const mode = file.endsWith('.js') ? constants.BROTLI_MODE_TEXT : constants.BROTLI_MODE_GENERIC;
    const brotli = brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_MODE]: mode,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    });
    return { file, plain: bytes.length, brotli: brotli.length };
  });
  const total = {
    file: 'together',
    plain: rows.reduce((sum, row) => sum + row.plain, 0),
    brotli: rows.reduce((sum, row) => sum + row.brotli, 0),
  };

  const figure = (bytes) => bytes.toLocaleString('en').padStart(12);
  console.log(`\n${'bytes'.padEnd(24)}${'plain'.padStart(12)}${'brotli 11'.padStart(12)}`);
  for (const { file, plain, brotli } of [...rows, total]) console.log(`${file.padEnd(24)}${figure(plain)}${figure(brotli)}`);
  console.log(`${'budget'.padEnd(24)}${''.padStart(12)}${figure(budget)}`);
  if (total.brotli > budget) {
    throw new Failure(`The package is ${total.brotli - budget} bytes over its budget.`, 'Find what grew: twiggy or `cargo bloat` can tell.');
  }
  const left = total.brotli <= aim ? 'within' : 'over';
  console.log(`\n  ${Math.round((100 * total.brotli) / budget)} % of the budget, ${left} the aim of ${figure(aim).trim()}`);
});
