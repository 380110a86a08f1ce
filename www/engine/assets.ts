// The two files that are loaded beside the scripts, the worker and the compiled module -> their addresses.

/** Where the files lie: a folder that holds both under their own names, or the address of each. */
export type Assets = string | URL | { worker?: string | URL; module?: string | URL };

let chosen: { worker?: string | URL; module?: string | URL } = {};

/**
 * Says where the worker and the module lie, for hosts that serve them from another place than the scripts. Call it before the
 * first comparison. The worker runs as code of the page: give no address that comes from its readers.
 *
 * ```js
 * setAssets('https://cdn.example/article-diff/');
 * setAssets({ worker: '/js/worker.1f3a.js', module: '/wasm/article_diff_bg.77b0.wasm' });
 * ```
 */
export function setAssets(assets: Assets): void {
  if (typeof assets === 'object' && !(assets instanceof URL)) {
    chosen = { ...assets };
    return;
  }
  const folder = absolute(assets);
  chosen = { worker: new URL('worker.js', folder), module: new URL('article_diff_bg.wasm', folder) };
}

/** Both files themselves, where they are part of the script. */
export interface InlinedAssets {
  /** The module's bytes. */
  module: Uint8Array<ArrayBuffer>;
  /** The worker's source, a script that is no module. */
  worker: string;
}

let inlined: InlinedAssets | null = null;

export function useInlinedAssets(assets: InlinedAssets): void {
  inlined = assets;
}

export const inlinedAssets = (): InlinedAssets | null => inlined;

// Bundlers find both files by exactly this form of an address. Some give one back that has no origin, and where scripts are
// no modules there is none at all: it is made whole, or fails, when it is asked for.

export function workerAddress(): string {
  return absolute(chosen.worker ?? new URL('../pkg/worker.js', import.meta.url));
}

export function moduleAddress(): string {
  return absolute(chosen.module ?? new URL('../pkg/article_diff_bg.wasm', import.meta.url));
}

function absolute(address: string | URL): string {
  const text = String(address);
  return new URL(text, globalThis.document?.baseURI ?? globalThis.location?.href).href;
}
