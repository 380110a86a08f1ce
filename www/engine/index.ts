// The package's entry: `import { compare, ready } from 'article-diff'`, in pages, in workers and in Node.
import { fail, instantiate, instantiateAtOnce } from './instance.js';
import { compileOnce, readAtOnce } from './load.js';

export { setAssets, type Assets } from './assets.js';
export { compare } from './compare.js';
export type { ArticleDocument, BlockStructure, DocumentBlock, DocumentMark, MarkStructure, Part } from './document.js';
export { ArticleDiffError, type ErrorCode } from './errors.js';
export type * from './types.js';

/**
 * Resolves when `compare()` can be called; rejects with an `ArticleDiffError` of code `load-failed`.
 * In Node it is resolved from the start.
 */
export const ready: Promise<void> = start();
// Whoever awaits `ready` hears of a failure, and so does whoever calls compare(); nobody else has to.
ready.catch(() => {});

async function start(): Promise<void> {
  try {
    // Where files can be read at once, there is nothing to wait for: compare() works right after the import.
    const bytes = readAtOnce();
    if (bytes) instantiateAtOnce(bytes);
    else await instantiate(await compileOnce());
  } catch (error) {
    throw fail(error);
  }
}
