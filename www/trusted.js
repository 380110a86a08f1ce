// The one Trusted Types policy of this project, and the only file that knows of it. A policy lets text become code or
// markup; so it stays in here, and what leaves are two doors that can do no harm: the address of our own worker, and a
// parsed document that belongs to no window. Two copies of this file in one page share the doors.

const KEY = Symbol.for('article-diff.trusted');

function makeDoors() {
  let parsing = false;
  const policy = globalThis.trustedTypes?.createPolicy('article-diff', {
    createScriptURL(url) {
      if (/\/worker\.js$/.test(new URL(url).pathname)) return url;
      throw new TypeError(`article-diff starts no worker from ${url}`);
    },
    createHTML(markup) {
      if (parsing) return markup;
      throw new TypeError('article-diff writes no markup into a page');
    },
  });
  return Object.freeze({
    workerUrl: (url) => (policy ? policy.createScriptURL(url) : url),
    parse(markup) {
      parsing = true;
      try { return new DOMParser().parseFromString(policy ? policy.createHTML(markup) : markup, 'text/html'); } finally { parsing = false; }
    },
  });
}

const doors = () => { globalThis[KEY] ??= makeDoors(); return globalThis[KEY]; };

/** The address of our worker, as `new Worker` wants it. @param {string} url */
export const workerUrl = (url) => doors().workerUrl(url);

/**
 * HTML → a document without a window: nothing in it runs, loads or is drawn. It is there to be read.
 * @param {string} markup
 * @returns {Document}
 */
export const parseInert = (markup) => doors().parse(markup);
