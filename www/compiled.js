// The compiled wasm module, of which there is one for all of a page.
import { EngineError } from './failure.js';

const WASM_URL = new URL('./pkg/article_diff_bg.wasm', import.meta.url).href;

/** @type {Promise<WebAssembly.Module> | null} */
let compiled = null;

/** The wasm, fetched and compiled once per page; a failure is forgotten, so that the next job tries again. */
export function compileOnce() {
  compiled ??= compile().catch((error) => {
    compiled = null;
    throw new EngineError('Unavailable', error.message);
  });
  return compiled;
}

async function compile() {
  const response = await fetch(WASM_URL);
  if (!response.ok) throw new Error(`${response.status} for ${WASM_URL}`);
  // compileStreaming refuses any other type; many plain servers send one.
  if (/^application\/wasm\b/i.test(response.headers.get('content-type') ?? '')) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
