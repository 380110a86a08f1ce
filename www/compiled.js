// The compiled wasm module, of which there is one for all of a page.
import { EngineError } from './failure.js';

const WASM_URL = new URL('./pkg/article_diff_bg.wasm', import.meta.url).href;

/** @type {{ response: Promise<Response>, module: Promise<WebAssembly.Module> } | null} */
let asked = null;

function ask() {
  const response = fetch(WASM_URL).then((answer) => {
    if (!answer.ok) throw new Error(`${answer.status} for ${WASM_URL}`);
    return answer;
  });
  return { response, module: response.then(compile) };
}

/**
 * The wasm, fetched and compiled once per page; a failure is forgotten, so that the next job tries again. Rejects with an
 * EngineError.
 * @param {() => void} [meanwhile] is called once the bytes are coming and are compiled elsewhere: this thread would only wait
 */
export function compileOnce(meanwhile) {
  asked ??= ask();
  if (meanwhile) asked.response.then(meanwhile, () => {});
  return asked.module.catch((error) => {
    asked = null;
    throw new EngineError('Unavailable', error.message);
  });
}

/** Compiles while it loads, where the server calls the file by its right type; else once it is here. @param {Response} response */
async function compile(response) {
  // compileStreaming refuses any other type; many plain servers send one.
  const streams = WebAssembly.compileStreaming && /^application\/wasm\b/i.test(response.headers.get('content-type') ?? '');
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}
