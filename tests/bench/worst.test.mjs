// The worst inputs end, both ways round, and their reports still rebuild one text from the other. A tenth of the bench's
// length: what grows with the square of the length would take a hundred times as long there.
import { afterAll, expect, test } from 'vitest';
import { run, stop } from './worst-runner.mjs';
import { WORST } from './worst.mjs';

/** Bytes of each text, and milliseconds for both comparisons and their checks, with ample room for a busy machine. */
const BYTES = 100_000,
  PATIENCE = 20_000;

afterAll(stop);

for (const name of Object.keys(WORST)) {
  test(name, async () => {
    const outcome = await run({ name, bytes: BYTES, check: true }, PATIENCE);
    expect(typeof outcome.precise).toBe('boolean');
    expect(outcome.changes).toBeGreaterThan(0);
  });
}
