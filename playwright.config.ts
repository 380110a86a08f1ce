// The tests of the page: Chromium and Firefox as the system has them, on what `npm run build` made.
import { defineConfig } from '@playwright/test';
import { launchOptions } from './tests/browsers.mjs';

/** A port that nobody else is likely to use, so that a page of `npm start` may stay open. */
const PORT = Number(process.env.TEST_PORT ?? 8327);

export default defineConfig({
  testDir: 'tests',
  testMatch: 'e2e/**/*.spec.ts',
  outputDir: 'test-results',
  snapshotPathTemplate: 'tests/pictures/{arg}{ext}',
  fullyParallel: false,
  workers: process.env.CI ? 2 : 1,
  forbidOnly: Boolean(process.env.CI),
  // Of 770 tests one may miss its moment on a busy machine: it is tried once more there, and the list names it as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 120_000,
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${PORT}/site/`,
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    trace: 'retain-on-failure',
  },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        colorScheme: 'light',
        contextOptions: { reducedMotion: 'reduce' },
        launchOptions: launchOptions.chromium,
      },
    },
    {
      name: 'firefox',
      use: {
        browserName: 'firefox',
        channel: launchOptions.firefox.channel,
        // What Playwright emulates elsewhere is silently left out over BiDi, so preferences say it.
        colorScheme: null,
        launchOptions: {
          ...launchOptions.firefox,
          firefoxUserPrefs: {
            'ui.prefersReducedMotion': 1,
            'ui.systemUsesDarkTheme': 0,
            'intl.accept_languages': 'en-US',
          },
        },
      },
    },
  ],
  webServer: {
    // All of dist/: the page at /site/, the library at /lib/ and /pkg/.
    command: `vite preview --outDir ../dist --port ${PORT} --strictPort --host 127.0.0.1`,
    url: `http://127.0.0.1:${PORT}/site/`,
    reuseExistingServer: !process.env.CI,
  },
});
