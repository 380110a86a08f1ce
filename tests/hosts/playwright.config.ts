// The package as npm packs it, built into the page of a small host by each bundler and opened in Chromium.
import { defineConfig } from '@playwright/test';
import { launchOptions } from '../browsers.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: 'bundlers.spec.ts',
  outputDir: '../../test-results/hosts',
  globalSetup: './pack.ts',
  forbidOnly: Boolean(process.env.CI),
  // Bundlers take all of a small machine, each for itself.
  workers: 1,
  timeout: 300_000,
  reporter: [['list']],
  use: { browserName: 'chromium', locale: 'en-US', launchOptions: launchOptions.chromium },
});
