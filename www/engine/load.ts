// The compiled module, of which there is one for all of a page or process: fetched in browsers, read from its file elsewhere.
import { inlinedAssets, moduleAddress } from './assets.js';
import { loadFailed } from './errors.js';

interface Loading {
  /** Resolves as soon as the bytes are coming. */
  answered: Promise<unknown>;
  module: Promise<WebAssembly.Module>;
}

let loading: Loading | null = null;

/**
 * The module, fetched and compiled once; a failure is forgotten, so that the next call tries again. Rejects with the code
 * `load-failed`.
 * @param meanwhile is called once the bytes are coming and are compiled on another thread: this one would only wait
 */
export function compileOnce(meanwhile?: () => void): Promise<WebAssembly.Module> {
  loading ??= start();
  if (meanwhile) loading.answered.then(meanwhile, () => {});
  return loading.module.catch((error: unknown) => {
    loading = null;
    throw loadFailed(error);
  });
}

/** The module's bytes, where they can be had and compiled at once: in Node. Else null. */
export function readAtOnce(): Uint8Array<ArrayBuffer> | null {
  const bytes = inlinedAssets()?.module;
  // Browsers compile large modules on another thread only.
  if (bytes) return 'document' in globalThis || 'WorkerGlobalScope' in globalThis ? null : bytes;
  return inNode() ? readFile() : null;
}

/** Not imported, and of `globalThis`: bundlers for browsers would look for modules of these names. */
const readFile = (): Uint8Array<ArrayBuffer> =>
  new Uint8Array(globalThis.process.getBuiltinModule('node:fs').readFileSync(new URL(moduleAddress())));

function start(): Loading {
  const bytes = inlinedAssets()?.module;
  if (bytes) {
    const module = WebAssembly.compile(bytes);
    return { answered: module, module };
  }
  if (inNode()) {
    const module = WebAssembly.compile(readFile());
    return { answered: module, module };
  }
  const response = fetchModule();
  return { answered: response, module: response.then(compile) };
}

/** Whether this is Node (or one of its kind) and the package lies in files. */
function inNode(): boolean {
  try {
    return Boolean(globalThis.process?.getBuiltinModule) && moduleAddress().startsWith('file:');
  } catch {
    return false;
  }
}

async function fetchModule(): Promise<Response> {
  const address = moduleAddress();
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response;
}

/** Compiles while it loads, where the server calls the file by its right type; else once it is here. */
async function compile(response: Response): Promise<WebAssembly.Module> {
  // compileStreaming refuses any other type; many plain servers send one.
  const isTyped = /^application\/wasm\b/i.test(response.headers.get('content-type') ?? '');
  if (isTyped && 'compileStreaming' in WebAssembly) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
