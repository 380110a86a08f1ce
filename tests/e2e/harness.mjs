// What every end-to-end test stands on: one server, one browser of each kind, and a page that must keep quiet: no error,
// no word on the console, and no request once it has loaded.
//
//   import { inEachBrowser } from './harness.mjs';
//   inEachBrowser('a pasted pair is compared', async ({ open, browserName }) => {
//     const page = await open('/');
//     …
//   });

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { chromium, firefox } from 'playwright-core';
import { find, names } from '../../.ci/browsers.mjs';
import { serve } from '../../.ci/serve.mjs';

const engines = { chromium, firefox };
const quiet = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Which browsers tests run in: all, or the one that BROWSER names. */
export const browserNames = process.env.BROWSER ? [process.env.BROWSER] : names;

/** @type {Map<string, Promise<import('playwright-core').Browser>>} */
const running = new Map();
/** @type {ReturnType<typeof serve> | undefined} */
let site;

after(async () => {
  for (const browser of running.values()) await browser.then((it) => it.close(), () => {});
  if (site) await (await site).close();
});

/**
 * The address of www/, served under the strict policy for as long as this file's tests run.
 * @returns {Promise<string>} it ends with a slash
 */
export async function siteUrl() {
  site ??= serve();
  return (await site).url;
}

/**
 * A running browser, shared by the tests of a file.
 * @param {'chromium' | 'firefox'} name
 * @param {Record<string, unknown>} [preferences] Firefox only; what is emulated elsewhere has to be a preference there
 */
export function launched(name, preferences) {
  const key = `${name} ${JSON.stringify(preferences ?? {})}`;
  if (!running.has(key)) running.set(key, launch(name, preferences));
  return running.get(key);
}

async function launch(name, preferences) {
  const executablePath = find(name);
  assert.ok(executablePath, `There is no ${name} on this machine. \`node .ci/browsers.mjs\` installs it.`);
  if (name === 'chromium') return engines.chromium.launch({ executablePath, args: quiet });
  // The Firefox of the system is driven over WebDriver BiDi.
  return engines.firefox.launch({ executablePath, channel: 'moz-firefox', firefoxUserPrefs: preferences });
}

/**
 * @typedef {object} Stage what a test is given
 * @property {(path?: string, visit?: Visit) => Promise<WatchedPage>} open opens a page of the site in a fresh context
 * @property {'chromium' | 'firefox'} browserName
 * @property {string} url the site's address
 * @property {import('node:test').TestContext} t
 */

/**
 * @typedef {object} Visit
 * @property {{ width: number, height: number }} [viewport] in CSS pixels; 1280 by 900 if not said
 * @property {'light' | 'dark'} [colorScheme]
 * @property {boolean} [reducedMotion] true if not said, so that no picture catches a movement
 * @property {'active' | 'none'} [forcedColors] Chromium only
 * @property {string} [locale] as in `de-DE`; `en-US` if not said
 * @property {import('playwright-core').BrowserContextOptions} [context] anything else that Playwright takes
 */

/** @typedef {import('playwright-core').Page & { watch: Watch }} WatchedPage */

/**
 * Registers one test for each browser. When its body has ended well, every page that it opened must have kept quiet.
 * @param {string} title
 * @param {((stage: Stage) => Promise<void>) | { timeout?: number, only?: ('chromium' | 'firefox')[] }} how the body, or options before it
 * @param {(stage: Stage) => Promise<void>} [body]
 */
export function inEachBrowser(title, how, body = how) {
  const { timeout = 120_000, only = names } = typeof how === 'object' ? how : {};
  for (const browserName of browserNames.filter((name) => only.includes(name))) {
    test(`${title} (${browserName})`, { timeout }, async (t) => {
      const url = await siteUrl();
      /** @type {WatchedPage[]} */
      const pages = [];
      const open = async (path = '/', visit = {}) => {
        const page = await openPage(browserName, new URL(path, url).href, visit);
        pages.push(page);
        return page;
      };
      try {
        await body({ open, browserName, url, t });
        for (const page of pages) page.watch.assertQuiet();
      } catch (error) {
        for (const page of pages) page.watch.tell(t);
        throw error;
      } finally {
        for (const page of pages) await page.context().close();
      }
    });
  }
}

/**
 * Opens an address in a fresh context and waits until nothing is loading any more.
 * @param {'chromium' | 'firefox'} browserName
 * @param {string} address
 * @param {Visit} visit
 * @returns {Promise<WatchedPage>}
 */
export async function openPage(browserName, address, visit = {}) {
  const { viewport = { width: 1280, height: 900 }, colorScheme, reducedMotion = true, forcedColors, locale = 'en-US' } = visit;
  // Over BiDi, Firefox silently ignores what Playwright emulates, so it is told by its own preferences.
  const inFirefox = browserName === 'firefox';
  const preferences = inFirefox ? {
    'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
    'ui.systemUsesDarkTheme': colorScheme === 'dark' ? 1 : 0,
    'intl.accept_languages': locale,
  } : undefined;
  const emulated = inFirefox
    ? { colorScheme: null, reducedMotion: null }
    : { colorScheme: colorScheme ?? 'light', reducedMotion: reducedMotion ? 'reduce' : 'no-preference', forcedColors, locale };
  const browser = await launched(browserName, preferences);
  const context = await browser.newContext({ viewport, ...emulated, ...visit.context });
  const page = await context.newPage();
  page.watch = new Watch(page);
  await page.goto(address, { waitUntil: 'load' });
  await page.watch.loaded();
  return page;
}

/** Keeps what a page must not do. */
export class Watch {
  /** Errors, and whatever was written on the console as an error or a warning. @type {string[]} */
  complaints = [];
  /** Requests made once the page had loaded. @type {string[]} */
  lateRequests = [];
  /** Patterns of complaints that a test expects. @type {RegExp[]} */
  #expected = [];
  #hasLoaded = false;
  #lastRequest = performance.now();
  #open = new Set();
  #page;
  /** Whether the page has asked for its worker, which a widget does when it has nothing else to do. */
  #hasWorker = false;

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.#page = page;
    page.on('pageerror', (error) => this.complaints.push(`error: ${error.message ?? error}`));
    page.on('crash', () => this.complaints.push('the page crashed'));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(`console ${message.type()}: ${message.text()}`);
    });
    page.on('request', (request) => {
      // These are made from what the page has already.
      if (/^(blob|data|about):/.test(request.url())) return;
      if (this.#hasLoaded) this.lateRequests.push(`${request.method()} ${request.url()}`);
      this.#lastRequest = performance.now();
      this.#hasWorker ||= request.url().endsWith('/pkg/worker.js');
      this.#open.add(request);
    });
    for (const end of ['requestfinished', 'requestfailed']) {
      page.on(/** @type {'requestfinished'} */ (end), (request) => {
        this.#lastRequest = performance.now();
        this.#open.delete(request);
      });
    }
  }

  /**
   * Resolves when no request has been open for half a second; from then on each is one too many. A page with a widget has
   * not loaded before it asked for its worker: on a machine that has much else to do, that may be long after all the rest.
   */
  async loaded() {
    const patience = performance.now() + 30_000;
    const widget = await this.#page.locator('article-diff').count() > 0;
    while (this.#open.size > 0 || (widget && !this.#hasWorker) || performance.now() - this.#lastRequest < 500) {
      if (performance.now() > patience) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.equal(this.#hasWorker, widget, 'a page asks for a worker if it has a widget');
    this.#hasLoaded = true;
  }

  /** From now on the page may load again, as on a reload. */
  loading() {
    this.#hasLoaded = this.#hasWorker = false;
    this.#lastRequest = performance.now();
  }

  /** Says that a complaint belongs to the test. @param {RegExp} pattern */
  expect(pattern) {
    this.#expected.push(pattern);
  }

  /** Fails if the page has complained or asked for something. */
  assertQuiet() {
    const unexpected = this.complaints.filter((complaint) => !this.#expected.some((pattern) => pattern.test(complaint)));
    assert.deepEqual(unexpected, [], 'the page complained');
    assert.deepEqual(this.lateRequests, [], 'the page made requests after it had loaded');
  }

  /** Adds what was seen to the report of a failed test. @param {import('node:test').TestContext} t */
  tell(t) {
    for (const line of [...this.complaints, ...this.lateRequests.map((request) => `late: ${request}`)]) t.diagnostic(line);
  }
}

/**
 * Fails unless the page's own policy, in its first <meta>, is as strict as the server's header.
 * @param {import('playwright-core').Page} page
 * @param {string} header
 */
export async function assertSamePolicy(page, header) {
  const meta = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  // A <meta> cannot say who may frame the page; only the header can.
  const rules = (text) => text.split(';').map((rule) => rule.trim()).filter((rule) => rule && !rule.startsWith('frame-ancestors')).sort();
  assert.deepEqual(rules(meta ?? ''), rules(header));
}
