// The package as npm packs it, in the editors of newsrooms, in Chromium and Firefox.
import { defineConfig } from '@playwright/test';
import { launchOptions } from '../browsers.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/editors',
  globalSetup: './build.ts',
  forbidOnly: Boolean(process.env.CI),
  workers: 1,
  timeout: 60_000,
  reporter: [['list']],
  projects: [
    { name: 'chromium', use: { browserName: 'chromium', launchOptions: launchOptions.chromium } },
    {
      name: 'firefox',
      use: { browserName: 'firefox', channel: launchOptions.firefox.channel, launchOptions: launchOptions.firefox },
    },
  ],
  use: { locale: 'en-US', viewport: { width: 1000, height: 600 } },
});
