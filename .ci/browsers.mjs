// Finds Chromium, Firefox and the drivers that wasm-pack needs, or installs them: first what is there already, then the
// system's own packages, then a download.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure, main, run, step } from './steps.mjs';
import { canInstall, install, system } from './system.mjs';
import { cache, geckodriver, onPath } from './tools.mjs';

/**
 * @typedef {object} Browser
 * @property {string} path the program
 * @property {string | null} driver its WebDriver; null where it was not asked for, or there is none
 */

const downloads = join(cache, 'browsers');
const downloader = '@puppeteer/browsers@2.9.0';

const known = {
  chromium: {
    variable: 'CHROME_PATH',
    names: ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser'],
    places: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
    program: /^(chrome|Google Chrome for Testing)$/,
    packages: ['chromium', 'chromium-driver'],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    program: /^firefox$/,
    packages: ['firefox-esr'],
  },
};

/** The browsers that tests run in. */
export const names = /** @type {('chromium' | 'firefox')[]} */ (Object.keys(known));

/**
 * A browser that is on this machine, or null. It looks and changes nothing.
 * @param {'chromium' | 'firefox'} name
 * @returns {string | null} the program
 */
export function find(name) {
  const { variable, names: programs, places, program } = known[name];
  const given = process.env[variable];
  if (given) return given;
  const candidates = [...programs.map(onPath), ...places, ...downloaded(program)];
  return candidates.find((path) => path && existsSync(path) && !isSnap(path) && version(path)) ?? null;
}

/**
 * Both browsers, with the drivers if they are asked for.
 * @param {object} [wanted]
 * @param {boolean} [wanted.drivers]
 * @param {('chromium' | 'firefox')[]} [wanted.only]
 * @returns {Promise<Record<'chromium' | 'firefox', Browser>>}
 */
export async function browsers({ drivers = false, only = names } = {}) {
  const found = {};
  for (const name of only) {
    let path = find(name);
    if (!path || (drivers && name === 'chromium' && !chromedriver(path))) {
      await (isDebian() ? fromDebian(name) : fromTheirMakers(name));
      path = find(name);
    }
    if (!path) throw none(name);
    found[name] = { path, driver: drivers ? await driver(name, path) : null };
  }
  return found;
}

/** @param {'chromium' | 'firefox'} name @param {string} path */
async function driver(name, path) {
  if (name === 'firefox') return geckodriver();
  const fitting = chromedriver(path);
  if (fitting) return fitting;
  await fetchFromMakers('chromedriver', version(path));
  return chromedriver(path) ?? fail(
    `No chromedriver fits ${path} (version ${version(path)}).`,
    'Install the chromedriver of the same version, or say with CHROMEDRIVER where it is.',
  );
}

/** A chromedriver of the browser's own major version. @param {string} browser */
function chromedriver(browser) {
  const major = version(browser)?.split('.')[0];
  const candidates = [
    process.env.CHROMEDRIVER, join(dirname(browser), 'chromedriver'), onPath('chromedriver'), ...downloaded(/^chromedriver$/),
  ];
  return candidates.find((path) => path && existsSync(path) && !isSnap(path) && version(path)?.split('.')[0] === major) ?? null;
}

/** The system that has both browsers as true packages. Ubuntu's are wrappers around snaps, which tests cannot drive. */
function isDebian() {
  return /debian/.test(system()) && !/ubuntu/.test(system());
}

async function fromDebian(name) {
  if (!await canInstall()) return fromTheirMakers(name);
  await install(`${title(name)} from Debian`, known[name].packages);
}

/** The browser's own makers have archives that need no installation, only some libraries of the system. */
async function fromTheirMakers(name) {
  await step(`${title(name)}, downloaded from its makers`, async (note) => {
    if (name === 'chromium') {
      const build = await fetchFromMakers('chrome', 'stable');
      await fetchFromMakers('chromedriver', build);
    } else {
      await fetchFromMakers('firefox', 'esr');
    }
    note(`kept in ${downloads}`);
  });
  if (!find(name) && await canInstall()) {
    await step(`The libraries that ${title(name)} needs`, () => run('npx', ['--yes', 'playwright-core', 'install-deps', name], {
      show: 'failure',
      mayFail: true,
    }));
  }
}

/** @returns {Promise<string>} the version that came */
async function fetchFromMakers(what, build) {
  const { code, output } = await run('npx', ['--yes', downloader, 'install', `${what}@${build}`, '--path', downloads], {
    show: 'nothing',
    mayFail: true,
  });
  if (code !== 0) {
    // Before its error it explains all its options.
    console.error(output.slice(Math.max(0, output.search(/^\w*Error\b/m))));
    throw what === 'firefox' ? none('firefox') : none('chromium');
  }
  return new RegExp(`${what}@(\\S+)`).exec(output)?.[1] ?? build;
}

/** Programs of a name under the folder of downloads, newest first. @param {RegExp} program */
function downloaded(program) {
  if (!existsSync(downloads)) return [];
  return readdirSync(downloads, { recursive: true })
    .map((path) => join(downloads, path))
    .filter((path) => program.test(path.split('/').at(-1)) && statSync(path).isFile())
    .sort((before, after) => statSync(after).mtimeMs - statSync(before).mtimeMs);
}

/** @param {string} path */
function isSnap(path) {
  const real = realpathSync(path);
  if (/(^|\/)snap(\/|$)/.test(path) || /(^|\/)snap(\/|$)/.test(real)) return true;
  return statSync(real).size < 10_000 && readFileSync(real, 'utf8').includes('/snap/');
}

/** The version that a program tells, as in `128.0.1`; null if it cannot even start. @param {string} path */
function version(path) {
  try {
    const told = execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 20_000 });
    return /\d+(\.\d+)+/.exec(told)?.[0] ?? null;
  } catch {
    return null;
  }
}

function title(name) {
  return name === 'chromium' ? 'Chromium' : 'Firefox';
}

function none(name) {
  const { variable, packages } = known[name];
  return new Failure(
    `There is no ${title(name)} here that tests can drive, and none could be installed.`,
    `Install one that is no snap (on Debian: apt-get install ${packages.join(' ')}), or say with ${variable} where it is.`,
  );
}

function fail(what, advice) {
  throw new Failure(what, advice);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    for (const [name, { path, driver: its }] of Object.entries(await browsers({ drivers: true }))) {
      console.log(`▸ ${title(name)} ${version(path)}: ${path}, driven by ${its}`);
    }
  });
}
