// The Trusted Types policy of the page: it lets the addresses of two scripts through, the service worker's and that of the worker
// that reads PDF, and no other.

const POLICY = 'article-diff-page';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string };
}

/** Addresses that a module of the page has asked for. */
const allowed = new Set<string>();

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy(POLICY, {
  createScriptURL(url) {
    if (allowed.has(url)) return url;
    throw new TypeError(`article-diff starts no script from ${url}`);
  },
});

/** To the compiler the address is a string; where Trusted Types are on, it is an object that only the policy can make. */
function scriptAddress(url: string): string {
  allowed.add(url);
  return policy ? policy.createScriptURL(url) : url;
}

/** The service worker lies beside the page, so that it may answer for all of the page's files. */
export const serviceWorkerAddress = (): string => scriptAddress(new URL('service-worker.js', document.baseURI).href);

/** @param url the file that the build made of the worker */
export const pdfWorkerAddress = (url: string): string => scriptAddress(new URL(url, import.meta.url).href);
