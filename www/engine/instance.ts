// The compiled module -> compare() on this very thread. There is one instance for all of a page, worker or process.
import type { Input } from './document.js';
import { ArticleDiffError, asArticleDiffError, loadFailed } from './errors.js';
import { compare, initSync, load } from './glue.js';
import { decode } from './report.js';
import type { Options, Report } from './types.js';

/** Why the instance cannot be asked; null as soon as it can. */
let obstacle: ArticleDiffError | null = new ArticleDiffError(
  'not-ready',
  'article-diff is still loading: await `ready` before the first compare().',
);
let loaded: Promise<void> | null = null;

/** Whether the instance answers, or will once it is loaded. */
export const isUsable = (): boolean => obstacle === null || obstacle.code === 'not-ready';

/** Throws where the instance cannot be asked now. */
export function needReady(): void {
  if (obstacle) throw again(obstacle);
}

/** Makes the instance from its bytes at once. */
export function instantiateAtOnce(bytes: Uint8Array<ArrayBuffer>): void {
  try {
    initSync({ module: bytes });
    obstacle = null;
  } catch (error) {
    throw fail(error);
  }
}

/** Makes the instance, once. Rejects with the code `load-failed`. */
export function instantiate(module: WebAssembly.Module): Promise<void> {
  loaded ??= load({ module_or_path: module }).then(
    () => {
      if (obstacle?.code !== 'broken') obstacle = null;
    },
    (error: unknown) => {
      loaded = null;
      throw fail(error);
    },
  );
  return loaded;
}

/** Keeps why there is no instance, for whoever asks it. */
export function fail(error: unknown): ArticleDiffError {
  obstacle = loadFailed(error);
  return obstacle;
}

/** Compares two texts. Throws an ArticleDiffError. */
export function compareHere({ before, after, formats, values }: Input, options?: Options): Report {
  needReady();
  try {
    return decode(compare(before, after, options, formats), values);
  } catch (error) {
    throw translated(error);
  }
}

/** What the module throws, as an ArticleDiffError. */
function translated(error: unknown): ArticleDiffError {
  if (!(error instanceof WebAssembly.RuntimeError) && !(error instanceof RangeError)) return asArticleDiffError(error);
  // After a trap the module's memory is in no known state, so it must not be asked again.
  obstacle = new ArticleDiffError(
    'broken',
    `article-diff failed inside (${error.message}) and cannot go on in this page or process. Please report the two texts.`,
    { cause: error },
  );
  return again(obstacle);
}

/** A fresh copy, so that its stack tells of this call. */
function again({ code, message, cause }: ArticleDiffError): ArticleDiffError {
  return new ArticleDiffError(code, message, cause ? { cause } : undefined);
}
