// Runs a script when all that it stands on is there: `node .ci/prepared.mjs SCRIPT [ARGUMENTS]`.
// It builds the package and installs the npm packages first, and tells the script where the browsers are.

import { spawn } from 'node:child_process';
import { browsers } from './browsers.mjs';
import { build } from './build.mjs';
import { Failure, main, root } from './steps.mjs';
import { nodeModules } from './tools.mjs';

await main(async () => {
  const [script, ...rest] = process.argv.slice(2);
  if (!script) throw new Failure('No script was named.', 'As in: node .ci/prepared.mjs tests/bench/speed.mjs');
  const needsBrowsers = rest[0] === '--with-browsers' && rest.shift();
  await nodeModules();
  await build();
  if (needsBrowsers) await browsers();
  const child = spawn(process.execPath, [script, ...rest], { cwd: root, stdio: 'inherit' });
  process.exitCode = await new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
});
