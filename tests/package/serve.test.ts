// The server of `npm start`, which is Vite's: right types, the strict policy on everything, nothing from outside its folder.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policy } from '../../www/policy.js';

const configFile = join(import.meta.dirname, '../../vite.config.ts');
const folder = mkdtempSync(join(tmpdir(), 'article-diff-'));
const served = join(folder, 'site');
let server: PreviewServer;

const start = (port: number): Promise<PreviewServer> =>
  preview({
    configFile,
    logLevel: 'silent',
    build: { outDir: served },
    preview: { port, host: '127.0.0.1', open: false },
  });
const portOf = ({ httpServer }: PreviewServer): number => (httpServer.address() as AddressInfo).port;

beforeAll(async () => {
  mkdirSync(join(served, 'deep'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'not for you');
  writeFileSync(join(served, 'index.html'), '<!doctype html><title>Front</title>');
  writeFileSync(join(served, 'deep/index.html'), '<!doctype html><title>Deep</title>');
  for (const file of ['page.css', 'page.js', 'mark.svg', 'core.wasm']) writeFileSync(join(served, file), file);
  mkdirSync(join(folder, 'site-beside'));
  writeFileSync(join(folder, 'site-beside/secret.txt'), 'not for you either');
  server = await start(8341);
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks for a path exactly as it stands: fetch() would tidy it first. */
function ask(path: string, { method = 'GET', headers = {} } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ hostname: '127.0.0.1', port: portOf(server), path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

test('every kind of file has its type', async () => {
  for (const [path, type] of [
    ['/', /^text\/html/],
    ['/deep/', /^text\/html/],
    ['/page.css?v=2', /^text\/css/],
    ['/page.js', /^text\/javascript/],
    ['/mark.svg', /^image\/svg\+xml/],
    ['/core.wasm', /^application\/wasm/],
  ] as const) {
    const { status, headers } = await ask(path);
    expect(status, path).toBe(200);
    expect(headers['content-type'], path).toMatch(type);
  }
});

test('every answer carries the policy, refusals too', async () => {
  for (const path of ['/', '/page.js', '/nowhere']) {
    const { headers } = await ask(path);
    expect(headers['content-security-policy'], path).toBe(policy);
    expect(headers['x-content-type-options'], path).toBe('nosniff');
  }
  for (const rule of ["default-src 'none'", "require-trusted-types-for 'script'", 'trusted-types article-diff']) {
    expect(policy.includes(rule), rule).toBeTruthy();
  }
  expect(policy).not.toMatch(/'unsafe-(inline|eval)'/);
});

test('nothing outside the folder is served', async () => {
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/deep/../../secret.txt',
    '/..%2fsecret.txt',
    '/../site-beside/secret.txt',
    '//etc/passwd',
    '/%00',
    '/%zz',
    '/nowhere',
  ]) {
    const { status, body } = await ask(path);
    // A page of one file answers every address that it does not know with itself.
    if (status === 200) expect(body, path).toContain('<title>Front</title>');
    expect(body, path).not.toMatch(/not for you|root:/);
  }
});

test('a file that has not changed is not sent again', async () => {
  const { headers, body } = await ask('/page.js');
  expect(body).toBe('page.js');
  const again = await ask('/page.js', { headers: { 'If-None-Match': headers.etag } });
  expect(again.status).toBe(304);
  expect(again.body).toBe('');
});

test('only reading is possible', async () => {
  for (const method of ['POST', 'PUT', 'DELETE']) await ask('/page.js', { method });
  expect(readFileSync(join(served, 'page.js'), 'utf8')).toBe('page.js');
  const { status, body } = await ask('/page.js', { method: 'HEAD' });
  expect([status, body]).toStrictEqual([200, '']);
});

test('a port that is taken is not fought for', async () => {
  const second = await start(portOf(server));
  expect(portOf(second)).not.toBe(portOf(server));
  expect((await fetch(`http://127.0.0.1:${portOf(second)}/`)).status).toBe(200);
  await second.close();
});
