// The browsers of this machine -> how Playwright starts them: those that the system has, else Playwright's own.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * A browser's program: what the environment names, or the first on PATH; undefined for Playwright's own download.
 * @param {string} variable
 * @param {string[]} names
 */
function program(variable, ...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
  return process.env[variable] ?? found;
}

const firefox = program('FIREFOX_PATH', 'firefox-esr', 'firefox');

/** @type {Readonly<Record<'chromium' | 'firefox', import('@playwright/test').LaunchOptions>>} */
export const launchOptions = {
  chromium: {
    executablePath: program('CHROME_PATH', 'chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser'),
    args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  },
  // The Firefox of the system is driven over WebDriver BiDi; Playwright's own is a Firefox of another kind.
  firefox: firefox ? { executablePath: firefox, channel: 'moz-firefox' } : {},
};
