// The script that installs what tests need: who runs it a second time, as npm does, finds everything as the first time left it.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const programs = path.join(root, 'node_modules/.bin');

test.each(['chromium', 'firefox'])(
  "a second run still starts the system's %s",
  (name) => {
    const script = path.join(programs, name);
    const before = readFileSync(script, 'utf8');
    const env = { ...process.env, PATH: `${programs}${path.delimiter}${process.env.PATH}` };
    execFileSync('bash', ['.ci/setup.sh', '--with-browsers'], { cwd: root, env, timeout: 120_000 });
    expect(readFileSync(script, 'utf8')).toBe(before);
    expect(before).not.toContain(`exec "${script}"`);
  },
  130_000,
);
