// What a page must not do: complain, or ask for something once it has loaded.
import { type Page, type Request, type TestInfo, expect } from '@playwright/test';

/** Milliseconds without a request after which a page has loaded. */
const QUIET = 500;
/** Milliseconds after which a page that still asks for things is taken as loaded. */
const PATIENCE = 30_000;
/** What the product's page asks for when it has nothing else to do, as its files are named. */
const LATER_PARTS = ['html', 'place-files', 'results', 'versions-dialog'];

export class Watch {
  /** Errors, and whatever was written on the console as an error or a warning. */
  readonly complaints: string[] = [];
  /** Requests made once the page had loaded. */
  readonly lateRequests: string[] = [];
  readonly #expected: RegExp[] = [];
  readonly #page: Page;
  readonly #open = new Set<Request>();
  #hasLoaded = false;
  #lastRequest = performance.now();
  /** Whether the page has asked for its worker, which a widget does when it has nothing else to do. */
  #hasWorker = false;
  /** The parts of the product's page that it has not asked for yet. */
  readonly #missingParts = new Set(LATER_PARTS);

  constructor(page: Page) {
    this.#page = page;
    page.on('pageerror', (error) => this.complaints.push(`error: ${error.message}`));
    page.on('crash', () => this.complaints.push('the page crashed'));
    page.on('console', (message) => {
      if (!['error', 'warning'].includes(message.type())) return;
      this.complaints.push(`console ${message.type()}: ${message.text()}`);
    });
    page.on('request', (request) => this.#requested(request));
    const ended = (request: Request): void => {
      this.#lastRequest = performance.now();
      this.#open.delete(request);
    };
    page.on('requestfinished', ended);
    page.on('requestfailed', ended);
  }

  #requested(request: Request): void {
    const url = request.url();
    // These are made from what the page has already.
    if (/^(blob|data|about):/.test(url)) return;
    // Chromium looks for the icon of a page again when the part of the address behind `#` changes.
    const isIcon = /\/icon-[^/]*\.svg$/.test(url);
    if (this.#hasLoaded && !isIcon) this.lateRequests.push(`${request.method()} ${url}`);
    this.#lastRequest = performance.now();
    this.#hasWorker ||= /\/worker[^/]*\.js$/.test(url);
    const part = /\/site\/assets\/([\w-]+?)-[\w-]{8}\.js$/.exec(url)?.[1];
    if (part) this.#missingParts.delete(part);
    this.#open.add(request);
  }

  /**
   * Resolves when no request has been open for half a second; from then on each is one too many. A page with a widget
   * has not loaded before it asked for its worker, nor the product's page before it asked for its later parts: on a
   * machine that has much else to do, that may be long after all the rest.
   */
  async loaded(): Promise<void> {
    const patience = performance.now() + PATIENCE;
    const hasWidget = (await this.#page.locator('article-diff').count()) > 0;
    const isProductPage = (await this.#page.locator('script[src*="assets/index-"]').count()) > 0;
    const isLoading = (): boolean =>
      this.#open.size > 0 ||
      (hasWidget && !this.#hasWorker) ||
      (isProductPage && this.#missingParts.size > 0) ||
      performance.now() - this.#lastRequest < QUIET;
    while (isLoading() && performance.now() < patience) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(this.#hasWorker, 'a page asks for a worker if it has a widget').toBe(hasWidget);
    if (isProductPage) expect([...this.#missingParts], 'parts that the page has not asked for').toStrictEqual([]);
    this.#hasLoaded = true;
  }

  /** From now on the page may load again, as on a reload. */
  loading(): void {
    this.#hasLoaded = this.#hasWorker = false;
    for (const part of LATER_PARTS) this.#missingParts.add(part);
    this.#lastRequest = performance.now();
  }

  /** Says that a complaint belongs to the test. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  /** Says that the requests made so far belong to the test. */
  forgiveRequests(): void {
    this.lateRequests.length = 0;
  }

  /** Says that all that was seen so far belongs to the test. */
  forgive(): void {
    this.complaints.length = this.lateRequests.length = 0;
  }

  /** Fails if the page has complained or asked for something. */
  expectQuiet(): void {
    const unexpected = this.complaints.filter(
      (complaint) => !this.#expected.some((pattern) => pattern.test(complaint)),
    );
    expect(unexpected, 'the page complained').toStrictEqual([]);
    expect(this.lateRequests, 'the page made requests after it had loaded').toStrictEqual([]);
  }

  /** Adds what was seen to the report of a failed test. */
  tell({ annotations }: TestInfo): void {
    for (const description of this.complaints) annotations.push({ type: 'complaint', description });
    for (const description of this.lateRequests) annotations.push({ type: 'late request', description });
  }
}
