// Finds the tools that turn Rust into a browser's module, or makes them. What is made is kept in the user's cache
// folder under a name that changes with its sources, so that it is made once and a fresh clone finds it.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Failure, root, run, step } from './steps.mjs';

/** Where everything that outlives a clone is kept. */
export const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'article-diff');

const target = 'wasm32-unknown-unknown';
const toolbox = join(root, '.ci', 'toolbox');

/** rustup installs here, and a shell that was open before does not know it yet. */
const cargoBin = join(process.env.CARGO_HOME || join(homedir(), '.cargo'), 'bin');
if (!process.env.PATH.split(delimiter).includes(cargoBin)) process.env.PATH += delimiter + cargoBin;

/**
 * The first folder of PATH that holds a program, or null.
 * @param {string} name
 * @returns {string | null} its full path
 */
export function onPath(name) {
  for (const folder of process.env.PATH.split(delimiter)) {
    if (folder && existsSync(join(folder, name))) return join(folder, name);
  }
  return null;
}

/** Rust with the one target that is not there from the start. */
export async function rust() {
  if (!onPath('cargo')) {
    throw new Failure('Rust is not installed (no `cargo` on PATH).', 'Install it from https://rustup.rs, then run this again.');
  }
  const { output } = await run('rustc', ['--print', 'sysroot'], { show: 'nothing' });
  if (existsSync(join(output.trim(), 'lib', 'rustlib', target))) return;
  await step(`Rust's standard library for ${target}`, () => run('rustup', ['target', 'add', target], {
    show: 'failure',
    advice: `Without rustup, install your system's package for the Rust target ${target}.`,
  }));
}

/** The version of wasm-bindgen in Cargo.lock; the tool has to be of exactly the same. */
export function wasmBindgenVersion() {
  const lock = readFileSync(join(root, 'Cargo.lock'), 'utf8');
  return /name = "wasm-bindgen"\nversion = "([^"]+)"/.exec(lock)[1];
}

/**
 * wasm-bindgen, of the version that Cargo.lock names.
 * @returns {Promise<string>} the program
 */
export async function wasmBindgen() {
  const own = onPath('wasm-bindgen');
  if (own && await isOfVersion(own, wasmBindgenVersion())) return own;
  return join(await madeToolbox(), 'wasm-bindgen');
}

/**
 * What browser tests need on PATH: wasm-pack, wasm-bindgen and its test runner, in versions that fit.
 * @returns {Promise<string[]>} folders to put in front of PATH
 */
export async function wasmPack() {
  const bindgens = ['wasm-bindgen', 'wasm-bindgen-test-runner'].map(onPath);
  const fitting = await Promise.all(bindgens.map((tool) => tool && isOfVersion(tool, wasmBindgenVersion())));
  const own = onPath('wasm-pack');
  if (fitting.every(Boolean) && own && await isOfVersion(own, toolboxVersion('wasm-pack'))) return [];
  return [await madeToolbox()];
}

/**
 * geckodriver: the user's own, or made from its registry package.
 * @returns {Promise<string>} the program
 */
export async function geckodriver() {
  const own = process.env.GECKODRIVER || onPath('geckodriver');
  if (own) return own;
  const version = '0.37.1';
  const bin = await made(`geckodriver-${version}`, 'geckodriver, which drives Firefox', (place, scratch) =>
    install(['geckodriver', '--version', version, '--locked'], place, scratch));
  return join(bin, 'geckodriver');
}

/** What package-lock.json asks for, in node_modules. */
export async function nodeModules() {
  if (nodeModulesAreThere()) return;
  await step('The npm packages that the tests use', () => run('npm', ['ci', '--no-audit', '--no-fund'], {
    show: 'failure',
    advice: 'Look above for what npm says; `npm ci` alone shows the same.',
  }));
}

function nodeModulesAreThere() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) =>
    path === '' || optional || present[path]?.version === version);
}

/** @param {string} tool @param {string} version */
async function isOfVersion(tool, version) {
  const { output } = await run(tool, ['--version'], { show: 'nothing', mayFail: true });
  return output.trim().split(/\s+/)[1] === version;
}

/** The version of a tool that the toolbox is pinned to. @param {string} name */
function toolboxVersion(name) {
  return new RegExp(`^${name} = .*?"=([0-9.]+)"`, 'm').exec(readFileSync(join(toolbox, 'Cargo.toml'), 'utf8'))[1];
}

/** Makes the toolbox if it is not there. @returns {Promise<string>} its folder of programs */
async function madeToolbox() {
  if (toolboxVersion('wasm-bindgen-cli') !== wasmBindgenVersion()) {
    throw new Failure(
      `Cargo.lock has wasm-bindgen ${wasmBindgenVersion()}, .ci/toolbox has ${toolboxVersion('wasm-bindgen-cli')}.`,
      'Set both to the same version: they must be equal to the last digit.',
    );
  }
  const sources = ['Cargo.toml', 'Cargo.lock', ...readdirSync(join(toolbox, 'src/bin')).sort().map((file) => `src/bin/${file}`)];
  const key = createHash('sha256');
  for (const file of sources) key.update(readFileSync(join(toolbox, file)));
  return made(`toolbox-${key.digest('hex').slice(0, 16)}`, 'wasm-bindgen and wasm-pack', (place, scratch) =>
    install(['--path', toolbox, '--locked'], place, scratch));
}

/**
 * A folder of programs in the cache, made only if it is not there. It gets its name when it is complete.
 * @param {string} name
 * @param {string} what
 * @param {(place: string, scratch: string) => Promise<unknown>} make installs into `place`/bin
 * @returns {Promise<string>} the folder of programs
 */
async function made(name, what, make) {
  const place = join(cache, name);
  if (!existsSync(place)) {
    await step(`${what}: made once from registry packages, about two minutes`, async (note) => {
      const unfinished = `${place}.${process.pid}`;
      const scratch = `${place}.scratch`;
      await make(unfinished, scratch);
      if (!existsSync(place)) renameSync(unfinished, place);
      for (const folder of [unfinished, scratch]) rmSync(folder, { recursive: true, force: true });
      note(`kept in ${place}`);
    });
  }
  return join(place, 'bin');
}

/** Unoptimised: these tools run for a second and are built on every new machine. */
function install(args, place, scratch) {
  return run('cargo', ['install', ...args, '--root', place, '--target-dir', scratch], {
    show: 'failure',
    env: { CARGO_PROFILE_RELEASE_OPT_LEVEL: '0', CARGO_PROFILE_RELEASE_LTO: 'off' },
    advice: 'It needs a C compiler (`apt-get install build-essential`) and a way to crates.io.',
  });
}
