// `npm start`: from a fresh clone to the page. Needs nothing from npm.

import { build } from './build.mjs';
import { serveForPeople } from './serve.mjs';
import { main } from './steps.mjs';

await main(async () => {
  await build();
  await serveForPeople();
});
