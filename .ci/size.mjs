// The size budget: what a visitor downloads, compressed as a good host does it; with `--parts`, what each part of it weighs.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, buildWithLines } from './build.mjs';
import { parts } from './parts.mjs';
import { Failure, main, root } from './steps.mjs';

const budget = 80 * 1024;
const aim = 60 * 1024;
/** Characters of the first column. */
const WIDTH = 36;
const files = ['article_diff_bg.wasm', 'article_diff.js'];

await main(async () => {
  await build();
  const rows = files.map((file) => {
    const bytes = readFileSync(join(root, 'www/pkg', file));
    const mode = file.endsWith('.js') ? constants.BROTLI_MODE_TEXT : constants.BROTLI_MODE_GENERIC;
    return { file, plain: bytes.length, brotli: compressed(bytes, mode) };
  });
  const total = {
    file: 'together',
    plain: rows.reduce((sum, row) => sum + row.plain, 0),
    brotli: rows.reduce((sum, row) => sum + row.brotli, 0),
  };

  console.log(`\n${'bytes'.padEnd(WIDTH)}${'plain'.padStart(12)}${'brotli 11'.padStart(12)}`);
  for (const { file, plain, brotli } of [...rows, total]) line(file, plain, brotli);
  console.log(`${'budget'.padEnd(WIDTH)}${''.padStart(12)}${figure(budget)}`);
  if (process.argv.includes('--parts')) await tell(rows[0].brotli);
  if (total.brotli > budget) {
    throw new Failure(`The package is ${total.brotli - budget} bytes over its budget.`, 'Find what grew: `npm run size` tells what each part weighs.');
  }
  const left = total.brotli <= aim ? 'within' : 'over';
  console.log(`\n  ${Math.round((100 * total.brotli) / budget)} % of the budget, ${left} the aim of ${figure(aim).trim()}`);
});

/** Compressed by themselves parts weigh more than beside the others: they are told so that they add up to the module. */
async function tell(module) {
  const all = parts(await buildWithLines(), (bytes) => compressed(bytes, constants.BROTLI_MODE_GENERIC));
  const alone = all.reduce((sum, part) => sum + part.alone, 0);
  console.log(`\n${'of the module, about'.padEnd(WIDTH)}${'plain'.padStart(12)}${'brotli 11'.padStart(12)}`);
  for (const part of all) line(part.part, part.plain, Math.round(part.alone * module / alone));
}

/** @param {Uint8Array} bytes @param {number} mode */
function compressed(bytes, mode) {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_MODE]: mode,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;
}

function line(name, plain, brotli) {
  console.log(`${name.padEnd(WIDTH)}${figure(plain)}${figure(brotli)}`);
}

function figure(bytes) {
  return bytes.toLocaleString('en').padStart(12);
}
