// Runs a script once all that it stands on is there: `node .ci/prepared.mjs [--with-browsers] SCRIPT [ARGUMENTS]`.

import { spawn } from 'node:child_process';
import { browsers } from './browsers.mjs';
import { build } from './build.mjs';
import { Failure, main, root } from './steps.mjs';
import { nodeModules } from './tools.mjs';

await main(async () => {
  const given = process.argv.slice(2);
  const withBrowsers = given[0] === '--with-browsers';
  const [script, ...rest] = withBrowsers ? given.slice(1) : given;
  if (!script) throw new Failure('No script was named.', 'As in: node .ci/prepared.mjs tests/bench/bench.mjs');
  await nodeModules();
  await build();
  if (withBrowsers) await browsers();
  const child = spawn(process.execPath, [script, ...rest], { cwd: root, stdio: 'inherit' });
  process.exitCode = await new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
});
