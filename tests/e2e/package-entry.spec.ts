// The package's entry in real pages and workers, and the watch over all pages of these tests against pages that misbehave.
import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.js';
import { type HostServer, serveHost } from './host-server.js';

/** A page with one module script. */
const page = (name: string, script: string): Record<string, string> => ({
  [`/${name}.html`]: [
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><link rel="icon" href="/icon.svg">',
    `<output></output><script type="module" src="/${name}.js"></script>`,
  ].join('\n'),
  [`/${name}.js`]: script,
});

const compareThere = `
  const report = compare('The tide turned at noon.', 'The tide turned at dusk.');
  const { before, after } = report.changes[0];
  const told = before + ' ' + after;
`;

const FILES = {
  ...page(
    'entry',
    `
    import { compare, ready } from './lib/index.js';
    let early = 'nothing thrown';
    try { compare('', ''); } catch (error) { early = error.name + ' ' + error.code; }
    await ready;
    ${compareThere}
    document.querySelector('output').textContent = early + ' | ' + told;
  `,
  ),
  '/inside.js': `
    import { compare, ready } from './lib/index.js';
    await ready;
    ${compareThere}
    postMessage(told);
  `,
  ...page(
    'elsewhere',
    `
    const policy = trustedTypes.createPolicy('article-diff', { createScriptURL: (url) => url });
    const worker = new Worker(policy.createScriptURL('/inside.js'), { type: 'module' });
    worker.onmessage = ({ data }) => { document.querySelector('output').textContent = data; };
  `,
  ),
  ...page('failing', 'setTimeout(() => { throw new Error("on purpose"); });'),
  ...page('asking', 'setTimeout(() => fetch("/icon.svg?late"), 2500);'),
  ...page(
    'unsafe',
    'try { document.querySelector("output").innerHTML = "<b>markup</b>"; } catch { /* the policy forbids it */ }',
  ),
};

let site: HostServer;
test.beforeAll(async () => {
  site = await serveHost({ files: FILES });
});
test.afterAll(() => site.close());

async function textOf(output: Locator): Promise<string | null> {
  await output.filter({ hasText: /./ }).waitFor();
  return output.textContent();
}

test('compare() in a page, refused before it is ready', async ({ open }) => {
  const opened = await open(`${site.url}entry.html`);
  expect(await textOf(opened.locator('output'))).toBe('ArticleDiffError not-ready | 19,23 19,23');
});

test('compare() in a worker', async ({ open }) => {
  const opened = await open(`${site.url}elsewhere.html`);
  expect(await textOf(opened.locator('output'))).toBe('19,23 19,23');
});

test('compare() from a server that knows no type for wasm', async ({ open }) => {
  const plain = await serveHost({ files: FILES, strict: false, wasmType: 'application/octet-stream' });
  try {
    const opened = await open(`${plain.url}entry.html`);
    expect(await textOf(opened.locator('output'))).toMatch(/19,23 19,23$/);
  } finally {
    await plain.close();
  }
});

test('the watch hears an error, a late request and a breach of the policy', async ({ open }) => {
  for (const [name, heard] of [
    ['failing', /on purpose/],
    ['asking', /icon\.svg\?late/],
    ['unsafe', /trusted.?types?|TrustedHTML/i],
  ] as const) {
    const { watch } = await open(`${site.url}${name}.html`);
    await expect.poll(() => [...watch.complaints, ...watch.lateRequests].join(), name).toMatch(heard);
    expect(() => watch.expectQuiet(), name).toThrow();
    watch.forgive();
  }
});
