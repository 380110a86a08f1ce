// The browsers of this machine -> how Playwright starts them: those that .ci/setup.sh found and tried, else Playwright's own.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * A browser's program: what the environment names, or what .ci/setup.sh put there; undefined for Playwright's own download.
 * @param {string} variable
 * @param {string} name
 */
function program(variable, name) {
  const found = fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url));
  return process.env[variable] ?? (existsSync(found) ? found : undefined);
}

const firefox = program('FIREFOX_PATH', 'firefox');

/** @type {Readonly<Record<'chromium' | 'firefox', import('@playwright/test').LaunchOptions>>} */
export const launchOptions = {
  chromium: {
    executablePath: program('CHROME_PATH', 'chromium'),
    args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  },
  // The Firefox of the system is driven over WebDriver BiDi; Playwright's own is a Firefox of another kind.
  firefox: firefox ? { executablePath: firefox, channel: 'moz-firefox' } : {},
};
