// What www/wasm gives to JavaScript, typed: wasm-bindgen knows the names and not the shapes.
import * as made from '../pkg/article_diff.js';
import type { CompactReport } from './report.js';
import type { Options } from './types.js';

interface Glue {
  /** Makes the instance. */
  default(source: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  /** Makes the instance at once. */
  initSync(source: { module: WebAssembly.Module | BufferSource }): unknown;
  /** Throws errors whose name says what was wrong with the call: `UnknownOption`, `InvalidOption`. */
  compare(before: string, after: string, options?: Options, formats?: Uint32Array): CompactReport;
  /** Starts the worker's message loop. */
  serve(): void;
}

export const { default: load, initSync, compare, serve } = made as unknown as Glue;
