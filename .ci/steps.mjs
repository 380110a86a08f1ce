// Says what is being done, how long it took, and what to do when it fails. Every other file here speaks through this one.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The root of the repository, where every command runs. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** A failure that the person at the keyboard can do something about: one sentence on what, one on the way out. */
export class Failure extends Error {
  /**
   * @param {string} what what went wrong
   * @param {string} [advice] what to do about it
   */
  constructor(what, advice) {
    super(what);
    this.name = 'Failure';
    this.advice = advice;
  }
}

/**
 * Does one step of work between its title and the time that it took.
 * @template T
 * @param {string} title
 * @param {(note: (text: string) => void) => T | Promise<T>} work `note` replaces the word "done" at its end
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  console.log(`\n▸ ${title}`);
  const started = performance.now();
  let ending = 'done';
  const result = await work((text) => { ending = text; });
  console.log(`  ${ending} (${seconds(performance.now() - started)})`);
  return result;
}

/** @param {number} milliseconds */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 0)} s`;
}

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {string[]} args
 * @param {object} [how]
 * @param {NodeJS.ProcessEnv} [how.env] added to the environment
 * @param {string} [how.cwd]
 * @param {'all' | 'failure' | 'nothing'} [how.show] what of its output is shown; 'failure': all of it, but only if it fails
 * @param {(line: string) => boolean} [how.worthShowing] with show 'all': lines for which this is false are left out
 * @param {boolean} [how.mayFail] hand back the exit code and do not throw
 * @param {number} [how.limit] minutes after which it is stopped, with all that it started; it counts as failed then
 * @param {string} [how.advice] what to do when it fails
 * @returns {Promise<{ code: number, output: string }>} output: what it wrote to both streams
 */
export function run(program, args, how = {}) {
  const { env, cwd = root, show = 'all', worthShowing, mayFail = false, limit, advice } = how;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: Boolean(limit) });
    const stop = limit && stopAfter(child, limit);
    let output = '';
    const listen = (from, to) => {
      let pending = '';
      const pass = (text) => {
        if (!worthShowing) return to.write(text);
        const lines = (pending + text).split('\n');
        pending = lines.pop();
        for (const line of lines) if (worthShowing(plain(line))) to.write(`${line}\n`);
      };
      from.setEncoding('utf8');
      from.on('data', (text) => {
        output += text;
        if (show === 'all') pass(text);
      });
      from.on('end', () => pending && show === 'all' && worthShowing(plain(pending)) && to.write(pending));
    };
    listen(child.stdout, process.stdout);
    listen(child.stderr, process.stderr);
    child.on('error', (error) => {
      if (mayFail) resolve({ code: 127, output: String(error.message) });
      else reject(new Failure(`${program} could not be started: ${error.message}.`, advice));
    });
    child.on('close', (code, signal) => {
      clearTimeout(stop);
      if (code === 0 || mayFail) return resolve({ code: code ?? 1, output: plain(output) });
      if (show === 'failure') process.stderr.write(output);
      const ending = signal ? `was stopped by ${signal}` : `ended with code ${code}`;
      reject(new Failure(`\`${[program, ...args].join(' ')}\` ${ending}.`, advice));
    });
  });
}

/** @param {import('node:child_process').ChildProcess} child the head of a process group @param {number} limit in minutes */
function stopAfter(child, limit) {
  const end = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It has ended by itself.
    }
  };
  // Control-C reaches only this process's own group.
  process.once('SIGINT', () => { end('SIGTERM'); process.exit(130); });
  return setTimeout(() => {
    console.error(`\n✗ It has not ended within ${limit} minutes, and is stopped.`);
    end('SIGKILL');
  }, limit * 60_000);
}

/** Text without the colours of a terminal. @param {string} text */
function plain(text) {
  return text.replaceAll(/\x1b\[[0-9;]*m/g, '');
}

/**
 * The whole of a script: runs it, and turns whatever it throws into a sentence and an exit code.
 * @param {() => unknown} script
 */
export async function main(script) {
  try {
    await script();
  } catch (error) {
    console.error(`\n✗ ${error instanceof Failure ? error.message : error?.stack ?? error}`);
    if (error?.advice) console.error(`  ${error.advice}`);
    process.exitCode = 1;
  }
}
