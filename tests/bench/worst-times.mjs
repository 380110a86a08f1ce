// How long every worst input takes in the core: in Node, with the module that browsers get, the shortest of two runs.
import { run, stop } from './worst-runner.mjs';
import { time } from './print.mjs';
import { WORST } from './worst.mjs';

/** Bytes of each text, and milliseconds after which one is given up. */
const LENGTHS = [100_000, 1_000_000],
  PATIENCE = 60_000;

async function shortest(name, bytes) {
  try {
    const runs = [await run({ name, bytes }, PATIENCE), await run({ name, bytes }, PATIENCE)];
    return Math.min(...runs.map(({ ms }) => ms));
  } catch (error) {
    return error.message;
  }
}

export async function measureWorst({ json, only }) {
  const rows = [];
  const cell = (ms) => (typeof ms === 'number' ? time(ms) : ms);
  if (!json) console.log('| worst input | 100 KB | 1 MB |\n| --- | ---: | ---: |');
  for (const name of Object.keys(WORST).filter((name) => !only.length || only.some((part) => name.includes(part)))) {
    const row = { name };
    for (const bytes of LENGTHS) row[bytes] = await shortest(name, bytes);
    rows.push(row);
    if (!json) console.log(`| ${name} | ${LENGTHS.map((bytes) => cell(row[bytes])).join(' | ')} |`);
  }
  await stop();
  if (json) console.log(JSON.stringify(rows));
}
