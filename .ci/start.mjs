// `npm start`: from a fresh clone to the page. What is changed in www/ while it runs is there with the next reload.

import { watch } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { bundle } from './bundle.mjs';
import { serveForPeople } from './serve.mjs';
import { main, root } from './steps.mjs';

/** Milliseconds of rest after a change before the modules are put together anew: editors save in several steps. */
const REST = 100;

await main(async () => {
  await build();
  await serveForPeople();
  const www = join(root, 'www');
  let waiting;
  watch(www, { recursive: true }, (event, file) => {
    if (!file?.endsWith('.js') || file.startsWith('pkg')) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => bundle(join(www, 'pkg')).catch(({ message }) => console.error(message)), REST);
  }).unref();
});
