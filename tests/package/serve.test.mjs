// The server of `npm start`: right types, the strict policy on everything, nothing from outside its folder.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { policy, serve } from '../../.ci/serve.mjs';

const house = mkdtempSync(join(tmpdir(), 'article-diff-'));
let site;

before(async () => {
  mkdirSync(join(house, 'www/deep'), { recursive: true });
  writeFileSync(join(house, 'secret.txt'), 'not for you');
  writeFileSync(join(house, 'www/index.html'), '<!doctype html><title>Front</title>');
  writeFileSync(join(house, 'www/deep/index.html'), '<!doctype html><title>Deep</title>');
  for (const file of ['page.css', 'page.js', 'mark.svg', 'core.wasm', 'strange.bin']) writeFileSync(join(house, 'www', file), file);
  symlinkSync('../secret.txt', join(house, 'www/link.txt'));
  mkdirSync(join(house, 'www-beside'));
  writeFileSync(join(house, 'www-beside/secret.txt'), 'not for you either');
  site = await serve({ folder: join(house, 'www') });
});

after(async () => {
  await site.close();
  rmSync(house, { recursive: true });
});

/** Asks for a path exactly as it stands: fetch() would tidy it first. */
function ask(path, { method = 'GET', headers = {} } = {}) {
  const { hostname, port } = new URL(site.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => { body += text; }).on('end', () => resolve({ ...response, status: response.statusCode, headers: response.headers, body }));
    }).on('error', reject).end();
  });
}

test('every kind of file has its type', async () => {
  for (const [path, type] of [
    ['/', 'text/html; charset=utf-8'],
    ['/deep/', 'text/html; charset=utf-8'],
    ['/page.css?v=2', 'text/css; charset=utf-8'],
    ['/page.js', 'text/javascript; charset=utf-8'],
    ['/mark.svg', 'image/svg+xml'],
    ['/core.wasm', 'application/wasm'],
    ['/strange.bin', 'application/octet-stream'],
  ]) {
    const { status, headers } = await ask(path);
    assert.equal(status, 200, path);
    assert.equal(headers['content-type'], type, path);
  }
});

test('every answer carries the policy, refusals too', async () => {
  for (const path of ['/', '/page.js', '/nowhere']) {
    const { headers } = await ask(path);
    assert.equal(headers['content-security-policy'], policy, path);
    assert.equal(headers['x-content-type-options'], 'nosniff', path);
  }
  for (const rule of ["default-src 'none'", "require-trusted-types-for 'script'", 'trusted-types article-diff']) assert.ok(policy.includes(rule), rule);
  assert.doesNotMatch(policy, /'unsafe-(inline|eval)'/);
});

test('nothing outside the folder is served', async () => {
  for (const path of [
    '/../secret.txt', '/%2e%2e/secret.txt', '/deep/../../secret.txt', '/..%2fsecret.txt', '/../www-beside/secret.txt',
    '/link.txt', '//etc/passwd', '/%00', '/%zz', '/nowhere',
  ]) {
    const { status, body } = await ask(path);
    assert.equal(status, 404, path);
    assert.doesNotMatch(body, /not for you/, path);
  }
});

test('a file that has not changed is not sent again', async () => {
  const { headers: { etag }, body } = await ask('/page.js');
  assert.equal(body, 'page.js');
  const again = await ask('/page.js', { headers: { 'If-None-Match': etag } });
  assert.equal(again.status, 304);
  assert.equal(again.body, '');
});

test('only reading is possible', async () => {
  assert.equal((await ask('/page.js', { method: 'POST' })).status, 405);
  const { status, body, headers } = await ask('/page.js', { method: 'HEAD' });
  assert.deepEqual([status, body, headers['content-length']], [200, '', '7']);
});

test('a port that is taken is not fought for', async () => {
  const { port } = new URL(site.url);
  const second = await serve({ folder: join(house, 'www'), port: Number(port) });
  assert.notEqual(new URL(second.url).port, port);
  assert.equal((await fetch(second.url)).status, 200);
  await second.close();
});
