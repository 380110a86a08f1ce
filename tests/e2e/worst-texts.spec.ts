// The worst texts that we know of, those of the benches: each is compared and drawn, and holds up the page for no longer than prose does.
import type { Page } from '@playwright/test';
import type { Both } from '../../www/sides.js';
import { WORST } from '../bench/worst.mjs';
import { expect, test } from './fixtures.js';
import { STALL, TRIES, longTasks, slowdown } from './long-tasks.js';
import { compare } from './widget.js';

// Traces copy the whole page after each step, and that would be measured, too.
test.use({ trace: 'off' });
test.skip(({ browserName }) => browserName !== 'chromium', 'only Chromium tells how long a task is');

/** Bytes of each text. */
const LENGTH = 40_000;

const VIEWS = ['inline', 'changes', 'side-by-side'] as const;

/** Milliseconds in which the page draws what is in view, and more in idle time. */
const DRAWS = 300;

/** Gives the texts to the page, and goes through the views. Of a long list only what is near the window is built. */
async function read(page: Page, texts: Both<string>): Promise<void> {
  await compare(page, texts);
  await page.waitForTimeout(DRAWS);
  for (const view of VIEWS) {
    const button = page.locator(`article-diff .views button[data-name=${view}]`);
    if (!(await button.isVisible())) continue;
    await button.click();
    await page.waitForTimeout(DRAWS);
  }
}

const worst = Object.entries(WORST) as [name: string, make: (bytes: number) => Both<string>][];

/** Texts of one test: all of them in one would be one long test. */
const GROUP = 30;

for (let first = 0; first < worst.length; first += GROUP) {
  const group = worst.slice(first, first + GROUP);
  test(`no stall: from “${group[0]![0]}” to “${group.at(-1)![0]}”`, async ({ open, browserName }) => {
    test.setTimeout(600_000);
    const page = await open();
    const bound = STALL * (await slowdown(page));
    const stalls: Record<string, number> = {};
    for (const [name, make] of group) {
      const texts = make(LENGTH);
      let longest = Infinity;
      for (let tries = 0; longest > bound && tries < TRIES; tries++) {
        if (tries) await read(page, { before: 'One boat.', after: 'Two boats.' });
        const { tasks } = await longTasks(page, browserName, () => read(page, texts));
        longest = Math.max(0, ...tasks);
      }
      if (longest > bound) stalls[name] = longest;
    }
    expect(stalls).toStrictEqual({});
  });
}
