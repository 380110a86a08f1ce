// Our plugins in the content management systems that they are for: each is started by its own command and driven in Chromium.
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { launchOptions } from '../browsers.mjs';

/** The systems lie on this port and the ones after it. */
const PORT = Number(process.env.TEST_PORT ?? 8341);

/** What `npm run host:NAME` serves. */
const host = (name: string, port: number, path: string) => ({
  command: `npm run host:${name}`,
  cwd: join(import.meta.dirname, '../..'),
  env: { [`${name.toUpperCase()}_PORT`]: `${port}` },
  url: `http://127.0.0.1:${port}${path}`,
  // The first time, it is downloaded and installed.
  timeout: 600_000,
  // Both write a line for each request.
  stderr: 'ignore' as const,
  reuseExistingServer: !process.env.CI,
});

const project = (name: string, port: number) => ({
  name,
  testMatch: `${name}.spec.ts`,
  use: { baseURL: `http://127.0.0.1:${port}` },
});

export default defineConfig({
  testDir: 'cms',
  outputDir: '../../test-results/cms',
  forbidOnly: Boolean(process.env.CI),
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    actionTimeout: 20_000,
    locale: 'en-US',
    viewport: { width: 1280, height: 900 },
    launchOptions: launchOptions.chromium,
    trace: 'retain-on-failure',
  },
  projects: [project('wagtail', PORT), project('wordpress', PORT + 1)],
  webServer: [host('wagtail', PORT, '/admin/login/'), host('wordpress', PORT + 1, '/wp-login.php')],
});
