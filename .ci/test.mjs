// `npm test`: everything, in this order, from a fresh clone:
//   rust      unit, law and property tests
//   package   tests that need Node alone, by vitest
//   wasm      the exports, in a page and in a worker of Chromium and Firefox, through wasm-pack
//   e2e       the page and the element, in Chromium and Firefox, by Playwright Test
// `npm test -- rust e2e` runs only these. The last line is the sum.

import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { browsers, names } from './browsers.mjs';
import { build } from './build.mjs';
import { Failure, main, root, run, seconds, step } from './steps.mjs';
import { compiler } from './system.mjs';
import { nodeModules, rust, wasmPack } from './tools.mjs';

const sum = { passed: 0, failed: 0, skipped: 0 };
const scratch = join(root, 'target', 'tests');

const suites = { rust: rustTests, package: packageTests, wasm: wasmTests, e2e: endToEndTests };

await main(async () => {
  const chosen = process.argv.slice(2);
  const unknown = chosen.find((name) => !suites[name]);
  if (unknown) throw new Failure(`There is no suite "${unknown}".`, `There are: ${Object.keys(suites).join(', ')}.`);
  const started = performance.now();
  mkdirSync(scratch, { recursive: true });

  const prepared = await attempt('Preparation', async () => {
    await compiler();
    await rust();
    await nodeModules();
    await build();
  });
  // A suite that cannot even begin does not keep the others from running; without a build none of them means anything.
  for (const [name, suite] of Object.entries(suites)) {
    if (prepared && (chosen.length === 0 || chosen.includes(name))) await attempt(name, suite);
  }

  if (sum.failed > 0) process.exitCode = 1;
  const skipped = sum.skipped ? `, ${sum.skipped} skipped` : '';
  console.log(`\nAll of it took ${seconds(performance.now() - started)}.`);
  console.log(`${sum.passed} passed, ${sum.failed} failed${skipped}`);
});

/** Whatever is thrown counts as one failure. @returns {Promise<boolean>} whether nothing was */
async function attempt(what, work) {
  try {
    await work();
    return true;
  } catch (error) {
    sum.failed += 1;
    console.error(`\n✗ ${what}: ${error instanceof Failure ? `${error.message}\n  ${error.advice ?? ''}` : error.stack}`);
    return false;
  }
}

async function rustTests() {
  await step('Rust: unit, law and property tests', async (note) => {
    const { code, output } = await run('cargo', ['test', '--workspace', '--no-fail-fast'], { mayFail: true, limit: 30 });
    note(count(rustResults(output), code));
  });
}

async function packageTests() {
  await step('Package and modules: what needs no browser', (note) => toolTests('vitest', ['run'], {}, note));
}

async function wasmTests() {
  const front = await wasmPack();
  const both = await browsers({ drivers: true });
  const flags = { chromium: ['--chrome', '--chromedriver'], firefox: ['--firefox', '--geckodriver'] };
  for (const name of names) {
    const { path, driver } = both[name];
    await step(`WebAssembly in ${name}: the exports, in a page and in a worker`, async (note) => {
      const capabilities = join(scratch, `${name}.webdriver.json`);
      const options = name === 'chromium' ? 'goog:chromeOptions' : 'moz:firefoxOptions';
      writeFileSync(capabilities, JSON.stringify({ [options]: { binary: path } }));
      // `no-install`: the tools are there, and what is missing shall fail and not be fetched for five minutes.
      const { code, output } = await run('wasm-pack', [
        'test', '--headless', ...flags[name], driver, '--mode', 'no-install', 'www/wasm',
      ], {
        mayFail: true,
        limit: 10,
        env: {
          PATH: [...front, process.env.PATH].join(delimiter),
          RUST_BACKTRACE: '0',
          WASM_BINDGEN_TEST_WEBDRIVER_JSON: capabilities,
          WASM_BINDGEN_TEST_DRIVER_TIMEOUT: '30',
          WASM_BINDGEN_TEST_TIMEOUT: '120',
          // A driver named here would be taken for either browser.
          CHROMEDRIVER: undefined,
          GECKODRIVER: undefined,
        },
      });
      const results = rustResults(output);
      // A suite that is not meant for browsers is skipped with success, so success alone proves nothing.
      const ran = results.filter(({ passed, failed }) => passed + failed > 0).length;
      if (code === 0 && ran < 2) throw new Failure(`Only ${ran} of 2 test files ran in ${name}.`, 'See www/wasm/tests.');
      note(count(results, code));
    });
  }
}

async function endToEndTests() {
  const both = await browsers();
  const env = { CHROME_PATH: both.chromium.path, FIREFOX_PATH: both.firefox.path };
  await step('End to end: the page in Chromium and Firefox', (note) => toolTests('playwright', ['test'], env, note));
}

/** Runs a test runner of npm, and reads its own sum. */
async function toolTests(tool, args, env, note) {
  const { code, output } = await run('npx', [tool, ...args], { env, mayFail: true, limit: 60 });
  const sum = output.split('\n').filter((line) => !/Test Files/.test(line)).slice(-40).join('\n');
  const figure = (what) => Number(new RegExp(`(\\d+) ${what}`).exec(sum)?.[1] ?? 0);
  note(count([{ passed: figure('passed'), failed: figure('failed'), skipped: figure('skipped') }], code));
}

/** The results of cargo's and wasm-bindgen's test runners, one for each test program. @param {string} output */
function rustResults(output) {
  const line = /test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored/g;
  return [...output.matchAll(line)].map(([, passed, failed, ignored]) => (
    { passed: Number(passed), failed: Number(failed), skipped: Number(ignored) }
  ));
}

/**
 * Adds to the sum. A runner that failed with no failed test could not build or could not start: that counts as one.
 * @param {{ passed: number, failed: number, skipped: number }[]} results
 * @param {number} code how the runner ended
 * @returns {string} the same for people
 */
function count(results, code) {
  const here = { passed: 0, failed: 0, skipped: 0 };
  for (const result of results) for (const key in here) here[key] += result[key];
  if (code !== 0 && here.failed === 0) here.failed = 1;
  if (code === 0 && here.passed + here.skipped === 0) {
    throw new Failure('No test ran, and nothing was said against it.', 'A runner that runs nothing proves nothing.');
  }
  for (const key in here) sum[key] += here[key];
  return `${here.passed} passed, ${here.failed} failed${here.skipped ? `, ${here.skipped} skipped` : ''}`;
}
