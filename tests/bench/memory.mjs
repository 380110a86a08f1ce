// Peak memory of one comparison: how far the resident size of the browser's page process rises above where it stood with both
// texts loaded. A fresh browser for each, and the kernel's own high-water mark, so that no peak is missed between two looks.
// Linux and Chromium only; elsewhere there is no such mark to read.
import fs from 'node:fs';
import { launch } from './stage.mjs';

const status = (pid, key) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;

export const canMeasure = (browserName) => browserName === 'chromium' && fs.existsSync('/proc/self/clear_refs');

/** @returns {Promise<{ bytes?: number, wasm?: number, skipped?: string }>} */
export async function peakMemory(url, contender, input, limit) {
  const browser = await launch('chromium');
  try {
    const page = await browser.newPage();
    await page.goto(url);
    const loaded = await page.evaluate(([name, of]) => bench.load(name, of), [contender, input]);
    if (!loaded.ready) return { skipped: loaded.failed ?? 'not loaded' };
    await page.evaluate((name) => bench.warm(name), contender);
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
    for (const pid of renderers) fs.writeFileSync(`/proc/${pid}/clear_refs`, '5');   // the high-water mark starts anew
    const standing = new Map(renderers.map((pid) => [pid, status(pid, 'VmRSS')]));
    const outcome = await page.evaluate(([name, time]) => bench.sample(name, 0, time), [contender, limit]);
    if (outcome.gaveUp) return { skipped: 'gave up' };
    if (outcome.failed) return { skipped: outcome.failed };
    return { bytes: Math.max(...renderers.map((pid) => status(pid, 'VmHWM') - standing.get(pid))), wasm: outcome.memory, crude: outcome.crude };
  } finally {
    await browser.close();
  }
}
