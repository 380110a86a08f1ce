// What the system itself has to give: its packages, installed with apt-get where there is one.

import { readFileSync, readdirSync } from 'node:fs';
import { Failure, run, step } from './steps.mjs';
import { onPath } from './tools.mjs';

/** The names by which this system calls itself, as in `debian`, or `ubuntu debian`. */
export function system() {
  try {
    const release = readFileSync('/etc/os-release', 'utf8');
    return [...release.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)/gm)].map(([, name]) => name).join(' ');
  } catch {
    return process.platform;
  }
}

/** Whether packages can be installed here without asking anybody. */
export async function canInstall() {
  if (!onPath('apt-get')) return false;
  return process.getuid() === 0 || (await run('sudo', ['-n', 'true'], { show: 'nothing', mayFail: true })).code === 0
    || Boolean(onPath('sudo') && process.stdin.isTTY);
}

/**
 * Installs system packages.
 * @param {string} what what they are for, said to the person who waits
 * @param {string[]} packages
 */
export async function install(what, packages) {
  const names = packages.join(' ');
  if (!await canInstall()) {
    throw new Failure(`${what}: cannot be installed from here (no apt-get, or neither root nor sudo).`, `Install yourself: ${names}`);
  }
  await step(`${what}: apt-get install ${names}`, async () => {
    if (!readdirSync('/var/lib/apt/lists').some((file) => file.endsWith('_Packages') || file.endsWith('_Packages.lz4'))) {
      await aptGet('update');
    }
    const wanted = ['install', '--yes', '--no-install-recommends', ...packages];
    const first = await aptGet(...wanted);
    if (first.code === 0) return;
    // Lists that are some weeks old name files that are no longer there.
    await aptGet('update');
    const second = await aptGet(...wanted);
    if (second.code === 0) return;
    console.error(second.output);
    throw new Failure(`apt-get could not install ${names}.`, 'Its own words are above.');
  });
}

/** @param {...string} args */
function aptGet(...args) {
  const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args];
  if (process.getuid() !== 0) command.unshift('sudo');
  return run(command[0], command.slice(1), { show: 'nothing', mayFail: true });
}

/** The C compiler and linker that Rust links with. */
export async function compiler() {
  if (!onPath('cc')) await install("Rust's linker", ['build-essential']);
}
