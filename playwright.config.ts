// The tests of the page: Chromium and Firefox as the system has them, on what `npm run build` made.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { defineConfig } from '@playwright/test';

/** A port that nobody else is likely to use, so that a page of `npm start` may stay open. */
const PORT = 8327;

/** A browser's program: what the environment names, or the first on PATH; undefined for Playwright's own download. */
function browser(variable: string, ...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  return process.env[variable] ?? found;
}

export default defineConfig({
  testDir: 'tests',
  testMatch: 'e2e/**/*.spec.ts',
  outputDir: 'test-results',
  snapshotPathTemplate: 'tests/pictures/{arg}{ext}',
  fullyParallel: false,
  workers: process.env.CI ? 2 : 1,
  forbidOnly: Boolean(process.env.CI),
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
        launchOptions: {
          executablePath: browser(
            'CHROME_PATH',
            'chromium',
            'google-chrome-stable',
            'google-chrome',
            'chromium-browser',
          ),
          args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
        },
      },
    },
    {
      name: 'firefox',
      use: {
        browserName: 'firefox',
        // The Firefox of the system is driven over WebDriver BiDi. What Playwright emulates elsewhere is silently left
        // out there, so preferences say it.
        channel: 'moz-firefox',
        colorScheme: null,
        launchOptions: {
          executablePath: browser('FIREFOX_PATH', 'firefox-esr', 'firefox'),
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
