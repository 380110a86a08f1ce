// The size budget: what a visitor downloads before the first comparison, compressed as a good host does it.

import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const BUDGET = 140 * 1024;

let total = 0;
// The worker's file holds the glue of wasm-bindgen.
for (const file of ['article_diff_bg.wasm', 'worker.js']) {
  // Node's brotli compresses at its highest level, 11, unless it is told otherwise.
  const bytes = brotliCompressSync(readFileSync(new URL(`../dist/pkg/${file}`, import.meta.url))).length;
  console.log(`${file}: ${bytes} bytes of brotli`);
  total += bytes;
}
console.log(`together: ${total} bytes; the budget is ${BUDGET}`);
if (total > BUDGET) process.exitCode = 1;
