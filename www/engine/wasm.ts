// The entry `article-diff/wasm`, for places where the module cannot be fetched from beside the script: workerd, Lambda,
// CommonJS, tests. It is given once by whoever has it, and compare() works from then on.
import { instantiate } from './instance.js';
import { loadFailed } from './errors.js';

export { compare } from './compare.js';
export type { ArticleDocument, BlockStructure, DocumentBlock, DocumentMark, MarkStructure, Part } from './document.js';
export { ArticleDiffError, type ErrorCode } from './errors.js';
export type * from './types.js';

/** The module `article_diff_bg.wasm`: compiled, as its bytes, or where it is to be fetched from. */
export type ModuleSource = WebAssembly.Module | BufferSource | URL | string;

/** Makes compare() ready. Rejects with an `ArticleDiffError` of code `load-failed`. */
export async function init(source: ModuleSource | Promise<ModuleSource>): Promise<void> {
  try {
    await instantiate(await compiled(await source));
  } catch (error) {
    throw loadFailed(error);
  }
}

async function compiled(source: ModuleSource): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source !== 'string' && !(source instanceof URL)) return WebAssembly.compile(source);
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${response.status} for ${String(source)}`);
  return WebAssembly.compile(await response.arrayBuffer());
}
