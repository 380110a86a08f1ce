// One contender in a worker of its own: loads a pair, then times calls on it. `CONTENDER` is put in when it is bundled.
import * as contender from 'CONTENDER';
import { runsOf } from '../quality/runs.mjs';

let before, after;
const textOf = async (address) => (await fetch(address)).text();

const answers = {
  async load({ input }) {
    [before, after] = await Promise.all([textOf(`/input/${input}/before.txt`), textOf(`/input/${input}/after.txt`)]);
    await contender.prepare();
    return { ready: true };
  },
  /** Calls until `atLeast` milliseconds have gone, once at least. */
  time({ atLeast }) {
    let calls = 0, crude = false, result;
    const start = performance.now();
    let now;
    do {
      result = contender.run(before, after);
      crude ||= result.crude;
      calls++;
      now = performance.now();
    } while (now - start < atLeast);
    return { ms: (now - start) / calls, calls, crude, memory: contender.memory?.() ?? null };
  },
  /** A few words compared, so that what is loaded and compiled only once is so. */
  warm() {
    contender.run('one two three', 'one three two four');
    return { ready: true };
  },
  /** Whether what came out keeps law 1; for reports only. */
  laws() {
    const { report } = contender.run(before, after);
    if (!report) return {};
    runsOf(report, before, after);
    return { precise: report.precise, changes: report.changes.length, moves: report.moves.length, memory: contender.memory() };
  },
};

self.addEventListener('message', async ({ data }) => {
  try {
    postMessage({ id: data.id, answer: await answers[data.ask](data) });
  } catch (error) {
    postMessage({ id: data.id, error: String(error?.message ?? error) });
  }
});
