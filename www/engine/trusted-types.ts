// The Trusted Types policy of the library, and the only file that knows of it; the page has one of its own, in page-policy.ts. A policy lets text become code or
// markup; so it stays in here, and what leaves are functions that can do no harm: the address of our own worker, and a
// parser whose document belongs to no window. Two copies of this file in one page share them.
import { inlinedAssets, workerAddress } from './assets.js';

interface SafeConversions {
  /** The worker's address as `new Worker` wants it; throws for any other. */
  workerUrl(url: string): string;
  /** The address of a script that is the worker itself, or does nothing but import it from another origin. */
  workerStarter(): string;
  inertParser(): InertParser;
}

/** Takes markup piece by piece, so that a long page need not be parsed in one task. */
export interface InertParser {
  write(markup: string): void;
  /** The document: it is there to be read. */
  end(): Document;
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string; createHTML: (markup: string) => string },
  ): { createScriptURL: (url: string) => string; createHTML: (markup: string) => string };
}

const KEY = Symbol.for('article-diff.trusted-types');
const shared = globalThis as { [KEY]?: SafeConversions; trustedTypes?: TrustedTypes };

/** @param worker the address of the worker: no other is ever let through */
function makeConversions(worker: string): SafeConversions {
  let parsing = false;
  const script = inlinedAssets()?.worker ?? `import ${JSON.stringify(worker)};`;
  /** The blob of this script, once it is made. */
  let starter: string | null = null;
  // To the compiler the strings of the policy are strings; where Trusted Types are on, they are objects that only it can make.
  const policy = shared.trustedTypes?.createPolicy('article-diff', {
    createScriptURL(url) {
      if (url === worker || url === starter) return url;
      throw new TypeError(`article-diff starts no worker from ${url}`);
    },
    createHTML(markup) {
      if (parsing) return markup;
      throw new TypeError('article-diff writes no markup into a page');
    },
  });
  const scriptUrl = (url: string): string => (policy ? policy.createScriptURL(url) : url);
  return Object.freeze({
    workerUrl: scriptUrl,
    workerStarter() {
      starter ??= URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
      return scriptUrl(starter);
    },
    inertParser() {
      const inert = document.implementation.createHTMLDocument();
      inert.open();
      return {
        write(markup: string) {
          parsing = true;
          try {
            inert.write(policy ? policy.createHTML(markup) : markup);
          } finally {
            parsing = false;
          }
        },
        end() {
          inert.close();
          return inert;
        },
      };
    },
  });
}

function conversions(): SafeConversions {
  return (shared[KEY] ??= makeConversions(ownWorker()));
}

/** Markup can be parsed, too, where no worker can be found. */
function ownWorker(): string {
  try {
    return workerAddress();
  } catch {
    return '';
  }
}

/** The address of our worker, as `new Worker` wants it. Throws where the page's policy knows nothing of ours. */
export function workerUrl(): string {
  const { workerUrl: own, workerStarter } = conversions();
  if (inlinedAssets()) return workerStarter();
  const url = workerAddress();
  // A worker has to be of the page's own origin; a script of the page's own may import one from elsewhere.
  return new URL(url).origin === globalThis.location?.origin ? own(url) : workerStarter();
}

/** HTML → a document without a window: nothing in it runs, loads or is drawn. */
export const inertParser = (): InertParser => conversions().inertParser();
