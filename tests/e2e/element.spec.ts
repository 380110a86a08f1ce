// <article-diff> in a stranger's page: under that page's own strict policy, twice, taken away and brought back, given
// hostile texts, and stopped.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleDiffElement } from '../../www/element/article-diff.js';
import { type WatchedPage, expect, test } from './fixtures.js';
import { type HostOptions, type HostServer, serveHost } from './host-server.js';
import { give, story } from './widget.js';

const root = join(import.meta.dirname, '../..');

/** A page that uses the library under a policy as strict as ours. */
const FILES = {
  '/index.html': [
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title><link rel="icon" href="icon.svg">',
    '<meta name="color-scheme" content="light dark">',
    '<h1>A host</h1><article-diff id="one" before="The tide turned at noon." after="The tide turned at dusk."></article-diff>',
    '<article-diff id="two" view="inline"></article-diff><script type="module" src="host.js"></script>',
  ].join('\n'),
  '/host.js':
    "import './lib/define.js';\nimport { ArticleDiffElement } from './lib/article-diff.js';\nArticleDiffElement.define();\n",
};
/** What a page imports from the library. */
interface Library {
  ArticleDiffElement: typeof ArticleDiffElement;
}

let site: HostServer;
test.beforeAll(async () => {
  site = await serveHost({ files: FILES });
});
test.afterAll(() => site.close());

test('two widgets work side by side, from attributes and from properties', async ({ open }) => {
  const page = await open(site.url);
  await page.locator('#one .m').first().waitFor();
  expect(await page.locator('#one .m').allTextContents()).toStrictEqual(['noon', 'dusk']);
  await give(page, story, '#two');
  expect((await page.locator('#two ins').allTextContents()).includes('3,000')).toBeTruthy();
  expect(await page.locator('#one textarea:visible').count(), 'nobody asked for fields').toBe(0);
  const report = await page.evaluate(
    () => document.querySelector<HTMLElementTagNameMap['article-diff']>('#two')!.report,
  );
  expect(report!.version).toBe(1);
});

test('the wasm is compiled once for all widgets', async ({ open }) => {
  const page = await open(site.url);
  await page.locator('#one .m').first().waitFor();
  await give(page, story, '#two');
  const fetched = await page.evaluate(
    () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm')).length,
  );
  expect(fetched).toBe(1);
});

test('a widget that is taken away and brought back goes on', async ({ open }) => {
  const page = await open(site.url);
  await page.locator('#one .m').first().waitFor();
  await page.evaluate(() => {
    const one = document.querySelector<HTMLElementTagNameMap['article-diff']>('#one')!;
    one.remove();
    one.after = 'The tide turned at dawn.';
    document.body.append(one);
  });
  await page.locator('#one .m', { hasText: 'dawn' }).waitFor();
  expect(await page.locator('#one .m').allTextContents()).toStrictEqual(['noon', 'dawn']);
});

test('a widget out of sight does no work until it is seen', async ({ open }) => {
  const page = await open(site.url);
  await page.locator('#one .m').first().waitFor();
  await page.evaluate(() => {
    const far = document.createElement('article-diff');
    far.id = 'far';
    far.before = 'The tide turned at noon.';
    far.after = 'The tide turned at dusk.';
    const sea = document.createElement('div');
    sea.style.setProperty('height', '5000px');
    document.body.append(sea, far);
  });
  await page.waitForTimeout(400);
  expect(await page.evaluate(() => document.querySelector<HTMLElementTagNameMap['article-diff']>('#far')!.report)).toBe(
    null,
  );
  await page.evaluate(() => document.querySelector<HTMLElementTagNameMap['article-diff']>('#far')!.scrollIntoView());
  await page.locator('#far .m').first().waitFor();
});

test('properties set before the class is known are kept, and bad attributes break nothing', async ({ open }) => {
  const page = await open(site.url);
  const told = await page
    .evaluate(async () => {
      const early = document.createElement('late-diff') as ArticleDiffElement & HTMLElement;
      Object.assign(early, { before: 'One.', after: 'Two.' });
      early.setAttribute('view', 'sideways');
      early.setAttribute('hide', 'nonsense, name');
      document.body.prepend(early);
      const address = './lib/article-diff.js';
      const { ArticleDiffElement: Element } = (await import(address)) as Library;
      class Late extends Element {}
      Late.define('late-diff');
      Late.define('late-diff');
      await new Promise((resolve) => early.addEventListener('article-diff-done', resolve, { once: true }));
      return { view: early.view, hide: early.hide, before: early.before, counted: early.report!.summary.words.before };
    })
    .catch(String);
  page.watch.forgiveRequests();
  expect(told).toStrictEqual({ view: 'side-by-side', hide: ['name'], before: 'One.', counted: 1 });
});

test('hostile text stays text', async ({ open }) => {
  const page = await open(site.url);
  const hostile = [
    '<img src=x onerror="globalThis.hacked = true"> <script>globalThis.hacked = true</script> stood here.',
    'Lone \ud800 surrogate and \udc00 another, a NUL \0 and a bell \u0007.',
    'مرحبا بالعالم 2,000 and שלום עולם together.',
    '*stars* \u0001stress\u0001 {n} {before}',
  ];
  await give(
    page,
    { before: hostile.join('\n\n'), after: [...hostile].reverse().join('\n').replace('2,000', '3,000') },
    '#two',
  );
  for (const view of ['side-by-side', 'inline', 'changes'] as const) {
    await page.evaluate((name) => {
      document.querySelector<HTMLElementTagNameMap['article-diff']>('#two')!.view = name;
      document.querySelector<HTMLElementTagNameMap['article-diff']>('#two')!.preset = 'everything';
    }, view);
    await page.waitForTimeout(50);
    expect(await page.locator('#two img, #two script').count()).toBe(0);
    if (view !== 'changes') expect(await page.locator('#two .sheet').textContent()).toMatch(/<img src=x onerror/);
  }
  expect(await page.evaluate(() => globalThis.hacked)).toBe(undefined);
  await page.evaluate(() => {
    document.querySelector<HTMLElementTagNameMap['article-diff']>('#two')!.view = 'side-by-side';
  });
  const direction = await page
    .locator('#two .block', { hasText: 'مرحبا' })
    .first()
    .evaluate((node) => getComputedStyle(node).direction);
  expect(direction, 'each paragraph runs its own way').toBe('rtl');
});

test('unknown options fail by name, and the next comparison works', async ({ open }) => {
  const page = await open(site.url);
  await page.locator('#one .m').first().waitFor();
  const message = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const one = document.querySelector<HTMLElementTagNameMap['article-diff']>('#one')!;
        one.addEventListener('article-diff-error', ({ detail }) => resolve(detail.error.message), { once: true });
        one.options = { colour: 'blue' } as object;
      }),
  );
  expect(message).toMatch(/colour/);
  expect(await page.locator('#one .notice').textContent()).toMatch(/colour/);
  await page.evaluate(() => {
    document.querySelector<HTMLElementTagNameMap['article-diff']>('#one')!.options = {};
  });
  await page.locator('#one .notice').waitFor({ state: 'hidden' });
});

test('cancel answers at once, and the newest job wins', async ({ open }) => {
  const page = await open(site.url);
  const told = await page.evaluate(async () => {
    const widget = document.querySelector<HTMLElementTagNameMap['article-diff']>('#two')!;
    const words = (seed: number): string =>
      Array.from({ length: 120_000 }, (_, i) => ((i * seed) % 7919).toString(36)).join(' ');
    widget.before = words(31);
    widget.after = words(37);
    await new Promise((resolve) => {
      setTimeout(resolve, 60);
    });
    const start = performance.now();
    widget.cancel();
    const took = performance.now() - start;
    const reports: number[] = [];
    widget.addEventListener('article-diff-done', ({ detail }) => reports.push(detail.report.summary.words.after));
    widget.before = words(41);
    widget.after = words(43);
    await new Promise((resolve) => {
      setTimeout(resolve, 30);
    });
    widget.before = 'The tide turned at noon.';
    widget.after = 'The tide turned.';
    await new Promise((resolve) => {
      widget.addEventListener('article-diff-done', resolve, { once: true });
    });
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    return { took, reports };
  });
  // A cancelled worker is gone; the fresh one is fetched from where the first came from.
  page.watch.forgiveRequests();
  expect(told.took < 50, `${told.took} ms`).toBeTruthy();
  expect(told.reports).toStrictEqual([3]);
});

test('after a fault of the core the worker is replaced and both texts stay', async ({ open }) => {
  const page = await open(site.url);
  await page.locator('#one .m').first().waitFor();
  page.watch.expect(/made to fail/);
  const told = await page.evaluate(async () => {
    // A worker that dies of an uncaught error, as a wasm trap does.
    const { Worker: Real } = globalThis;
    const { postMessage } = Real.prototype;
    const two = document.querySelector<HTMLElementTagNameMap['article-diff']>('#two')!;
    two.scrollIntoView();
    // Longer than what the page compares by itself while its worker starts.
    const long = 'The water rose, and fell again.\n\n'.repeat(400);
    two.before = `${long}The tide turned at noon.`;
    two.after = `${long}The tide turned at dusk.`;
    await new Promise((resolve) => {
      two.addEventListener('article-diff-done', resolve, { once: true });
    });
    const failed = new Promise((resolve) => {
      two.addEventListener('article-diff-error', ({ detail }) => resolve(detail.error.name), { once: true });
    });
    Real.prototype.postMessage = function fail() {
      Real.prototype.postMessage = postMessage;
      this.dispatchEvent(new ErrorEvent('error', { message: 'made to fail', cancelable: true }));
    };
    two.after = `${long}The tide turned at dawn.`;
    const name = await failed;
    const notice = two.shadowRoot!.querySelector('.notice')!.textContent;
    two.after = `${long}The tide turned at dawn, twice.`;
    await new Promise((resolve) => {
      two.addEventListener('article-diff-done', resolve, { once: true });
    });
    return { name, notice, kept: two.before === `${long}The tide turned at noon.` };
  });
  page.watch.forgiveRequests();
  expect(told.name).toBe('Panic');
  expect(told.notice).toMatch(/wrong on our side/);
  expect(told.kept).toBeTruthy();
});

/** Opens the front page of a server that sends no policy and no type for the wasm that browsers know. */
async function onPlainServer(
  open: (address: string) => Promise<WatchedPage>,
  options: Partial<HostOptions>,
  body: (page: WatchedPage) => Promise<void>,
): Promise<void> {
  const server = await serveHost({ files: FILES, strict: false, wasmType: 'application/octet-stream', ...options });
  try {
    await body(await open(server.url));
  } finally {
    await server.close();
  }
}

test('a server that sends the wasm as something else is put up with', async ({ open }) => {
  await onPlainServer(open, {}, async (page) => {
    await page.locator('#one .m').first().waitFor();
    expect(await page.locator('#one .m').allTextContents()).toStrictEqual(['noon', 'dusk']);
  });
});

test('where no worker can be had, short texts and long ones are compared all the same', async ({ open }) => {
  await onPlainServer(open, { missing: /\/worker\.js$/ }, async (page) => {
    page.watch.expect(/worker/);
    // The file that is missing.
    page.watch.expect(/404/);
    await page.locator('#one .m').first().waitFor();
    expect(await page.locator('#one .m').allTextContents()).toStrictEqual(['noon', 'dusk']);
    const words = await page.evaluate(() => {
      const one = document.querySelector<HTMLElementTagNameMap['article-diff']>('#one')!;
      const told = new Promise<number>((resolve, reject) => {
        one.addEventListener('article-diff-done', ({ detail }) => resolve(detail.report.summary.words.after), {
          once: true,
        });
        one.addEventListener('article-diff-error', ({ detail }) => reject(detail.error), { once: true });
      });
      one.after = 'The water rose, and fell again. '.repeat(1000);
      return told;
    });
    expect(words).toBe(6000);
    page.watch.forgiveRequests();
  });
});

test('the lines that the README shows for a page do what they say', async ({ open }) => {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const [, lines = ''] = /^```html\n(.*?)^```/ms.exec(readme) ?? [];
  const head =
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Five lines</title><link rel="icon" href="icon.svg">';
  const front = head + lines.replaceAll('article-diff/dist/', '/');
  await onPlainServer(open, { files: { '/index.html': front } }, async (page) => {
    await page.locator('article-diff .m').first().waitFor();
    expect(await page.locator('article-diff .m').allTextContents()).toStrictEqual(['12', '15']);
  });
});

test('the header that the README shows is enough, for long texts too', async ({ open }) => {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const [, policy = ''] = /^Content-Security-Policy: (.*)$/m.exec(readme) ?? [];
  expect(policy).toContain('trusted-types');
  await onPlainServer(open, { headers: { 'Content-Security-Policy': policy } }, async (page) => {
    // The icon is the test's own; the package has no picture.
    page.watch.expect(/icon\.svg/);
    await page.locator('#one .m').first().waitFor();
    await give(page, { before: `${story.before}\n\n`.repeat(60), after: `${story.after}\n\n`.repeat(60) }, '#two');
    expect(page.workers().length, 'a worker compared them').toBeGreaterThan(0);
    page.watch.forgiveRequests();
  });
});

test('the lines that the README shows for marks in a page do what they say', async ({ open }) => {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const [, lines = ''] = /^```js browser\n(.*?)^```/ms.exec(readme) ?? [];
  const front =
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Marks</title><link rel="icon" href="icon.svg">' +
    '<p id="editor" contenteditable>The toll was 15.</p><button id="next">Next</button><output></output>' +
    '<script type="module" src="host.js"></script>';
  const script = `const publishedText = 'The toll was 12.';\n${lines.replace("'article-diff/highlight'", "'./lib/highlight.js'")}`;
  await onPlainServer(open, { files: { '/index.html': front, '/host.js': script } }, async (page) => {
    await expect(page.locator('output')).toHaveText('1');
    await page.locator('#next').click();
    expect(await page.evaluate(() => [...CSS.highlights.get('article-diff-current')!].map(String))).toStrictEqual([
      '15',
    ]);
    page.watch.forgiveRequests();
  });
});

test('what a server wrote inside the tag is shown until the texts are compared', async ({ open }) => {
  const front =
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>From a server</title><link rel="icon" href="icon.svg">' +
    '<article-diff text-before="The toll was 12." text-after="The toll was 15."><p id="served">The toll was <del>12</del><ins>15</ins>.</p>' +
    '</article-diff><script type="module" src="host.js"></script>';
  const script = [
    "const isShown = () => document.querySelector('#served').checkVisibility();",
    'globalThis.seen = [isShown()];',
    "document.addEventListener('article-diff-done', () => globalThis.seen.push(isShown()));",
    "await import('./lib/define.js');",
    'globalThis.seen.push(isShown());',
  ].join('\n');
  await onPlainServer(open, { files: { '/index.html': front, '/host.js': script } }, async (page) => {
    await page.locator('article-diff .m').first().waitFor();
    expect(await page.evaluate(() => (globalThis as unknown as { seen: boolean[] }).seen)).toStrictEqual([
      true,
      true,
      false,
    ]);
    page.watch.forgiveRequests();
  });
});
