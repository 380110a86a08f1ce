// What every test of the page stands on: pages in fresh contexts, and a watch over each. A page must keep quiet: no error,
// no word on the console, and no request once it has loaded.
//
//   test('a pasted pair is compared', async ({ open }) => {
//     const page = await open('./');
//     …
//   });
import { type Browser, type BrowserContextOptions, type Page, test as base, expect } from '@playwright/test';
import { Watch } from './watch.js';

export { expect };

/** How a page is visited. */
export interface Visit {
  /** In CSS pixels; 1280 by 900 if not said. */
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  /** true if not said, so that no picture catches a movement */
  reducedMotion?: boolean;
  /** Chromium only. */
  forcedColors?: 'active' | 'none';
  /** As in `de-DE`; `en-US` if not said. */
  locale?: string;
  /** Whether a finger is the pointer. */
  touch?: boolean;
}

export interface WatchedPage extends Page {
  watch: Watch;
}

/** Opens an address in a fresh context and waits until nothing is loading any more. */
export type Open = (address?: string, visit?: Visit) => Promise<WatchedPage>;

interface TestFixtures {
  open: Open;
}

interface WorkerFixtures {
  /** Firefox with preferences of its own: over BiDi it silently ignores what Playwright emulates elsewhere. */
  firefoxWith: (preferences: Record<string, string | number>) => Promise<Browser>;
}

/** Firefox's word for a pointer that is a finger. */
const COARSE = 1;

const VIEWPORT = { width: 1280, height: 900 };

export const test = base.extend<TestFixtures, WorkerFixtures>({
  firefoxWith: [
    async ({ playwright, launchOptions, channel }, use) => {
      const running = new Map<string, Promise<Browser>>();
      await use((preferences) => {
        const key = JSON.stringify(preferences);
        const known = running.get(key);
        if (known) return known;
        const firefoxUserPrefs = { ...launchOptions.firefoxUserPrefs, ...preferences };
        const launched = playwright.firefox.launch({ ...launchOptions, channel, firefoxUserPrefs });
        running.set(key, launched);
        return launched;
      });
      for (const browser of running.values()) await (await browser).close();
    },
    { scope: 'worker' },
  ],

  open: async ({ browser, browserName, firefoxWith, baseURL }, use) => {
    const pages: WatchedPage[] = [];
    await use(async (address = './', visit = {}) => {
      const {
        viewport = VIEWPORT,
        colorScheme = 'light',
        reducedMotion = true,
        forcedColors,
        locale = 'en-US',
        touch = false,
      } = visit;
      let from = browser;
      let emulated: BrowserContextOptions;
      if (browserName === 'firefox') {
        const preferences = {
          'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
          'ui.systemUsesDarkTheme': colorScheme === 'dark' ? 1 : 0,
          'intl.accept_languages': locale,
          ...(touch && { 'ui.primaryPointerCapabilities': COARSE, 'ui.allPointerCapabilities': COARSE }),
        };
        // The browser of the project has the usual preferences.
        if (!reducedMotion || colorScheme === 'dark' || locale !== 'en-US' || touch)
          from = await firefoxWith(preferences);
        emulated = { colorScheme: null, reducedMotion: null, locale };
      } else {
        emulated = {
          colorScheme,
          reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
          forcedColors,
          locale,
          hasTouch: touch,
          isMobile: touch,
        };
      }
      const context = await from.newContext({ viewport, baseURL, ...emulated });
      const opened = await context.newPage();
      const page: WatchedPage = Object.assign(opened, { watch: new Watch(opened) });
      pages.push(page);
      await page.goto(address, { waitUntil: 'load' });
      await page.watch.loaded();
      return page;
    });
    const { errors } = test.info();
    for (const page of pages) {
      // Of a test that failed already, what the pages said helps to see why.
      if (errors.length) page.watch.tell(test.info());
      else page.watch.expectQuiet();
    }
    for (const page of pages) await page.context().close();
  },
});
