// The package's entry in real pages and workers, and the watchman of all end-to-end tests against pages that misbehave.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serve } from '../../.ci/serve.mjs';
import { root } from '../../.ci/steps.mjs';
import { browserNames, openPage } from './harness.mjs';

const folder = mkdtempSync(join(tmpdir(), 'article-diff-'));
/** @type {{ url: string, close: () => Promise<void> }} */
let site;

/** A page with one module script. @param {string} name @param {string} script */
function page(name, script) {
  writeFileSync(join(folder, `${name}.html`), [
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><link rel="icon" href="/icon.svg">',
    `<output></output><script type="module" src="/${name}.js"></script>`,
  ].join('\n'));
  writeFileSync(join(folder, `${name}.js`), script);
}

const compareThere = `
  const report = compare('The tide turned at noon.', 'The tide turned at dusk.');
  const { before, after } = report.changes[0];
  const told = before + ' ' + after;
`;

before(async () => {
  // The whole of what is shipped: whichever files the entry imports, they are beside it.
  cpSync(join(root, 'www'), folder, { recursive: true });
  writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  page('entry', `
    import { compare, ready } from './core.js';
    let early = 'nothing thrown';
    try { compare('', ''); } catch (error) { early = error.name + ' ' + error.code; }
    await ready;
    ${compareThere}
    document.querySelector('output').textContent = early + ' | ' + told;
  `);
  writeFileSync(join(folder, 'inside.js'), `
    import { compare, ready } from './core.js';
    await ready;
    ${compareThere}
    postMessage(told);
  `);
  page('elsewhere', `
    const policy = trustedTypes.createPolicy('article-diff', { createScriptURL: (url) => url });
    const worker = new Worker(policy.createScriptURL('/inside.js'), { type: 'module' });
    worker.onmessage = ({ data }) => { document.querySelector('output').textContent = data; };
  `);
  page('failing', 'setTimeout(() => { throw new Error("on purpose"); });');
  page('asking', 'setTimeout(() => fetch("/icon.svg?late"), 2500);');
  page('unsafe', 'try { document.querySelector("output").innerHTML = "<b>markup</b>"; } catch { /* the policy forbids it */ }');
  site = await serve({ folder });
});

after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/** @param {string} browserName @param {string} address */
async function visit(browserName, address) {
  const opened = await openPage(browserName, address);
  return { opened, output: opened.locator('output'), close: () => opened.context().close() };
}

async function text(output) {
  await output.filter({ hasText: /./ }).waitFor();
  return output.textContent();
}

for (const browserName of browserNames) {
  test(`compare() in a page, refused before it is ready (${browserName})`, async () => {
    const { opened, output, close } = await visit(browserName, `${site.url}entry.html`);
    assert.equal(await text(output), 'ArticleDiffError not-ready | 19,23 19,23');
    opened.watch.assertQuiet();
    await close();
  });

  test(`compare() in a worker (${browserName})`, async () => {
    const { opened, output, close } = await visit(browserName, `${site.url}elsewhere.html`);
    assert.equal(await text(output), '19,23 19,23');
    opened.watch.assertQuiet();
    await close();
  });

  test(`compare() from a server that knows no type for wasm (${browserName})`, async () => {
    const plain = createServer(async (request, response) => {
      const answer = await fetch(new URL(request.url, site.url));
      const type = request.url.endsWith('.wasm') ? 'application/octet-stream' : answer.headers.get('content-type');
      response.writeHead(answer.status, { 'Content-Type': type }).end(Buffer.from(await answer.arrayBuffer()));
    });
    await new Promise((resolve) => { plain.listen(0, '127.0.0.1', () => resolve()); });
    try {
      const { opened, output, close } = await visit(browserName, `http://127.0.0.1:${plain.address().port}/entry.html`);
      assert.match(await text(output), /19,23 19,23$/);
      opened.watch.assertQuiet();
      await close();
    } finally {
      // A server left open would keep this file's process from ending.
      plain.closeAllConnections();
      plain.close();
    }
  });

  test(`the watchman hears an error, a late request and a breach of the policy (${browserName})`, async () => {
    for (const [name, heard] of [['failing', /on purpose/], ['asking', /icon\.svg\?late/], ['unsafe', /trusted.?types?|TrustedHTML/i]]) {
      const { opened, close } = await visit(browserName, `${site.url}${name}.html`);
      await opened.waitForTimeout(name === 'asking' ? 3000 : 200);
      assert.throws(() => opened.watch.assertQuiet(), (error) => heard.test([...opened.watch.complaints, ...opened.watch.lateRequests].join()) && Boolean(error), name);
      await close();
    }
  });
}
