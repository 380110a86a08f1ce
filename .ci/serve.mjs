// Serves www/ on a local address, as strictly as any host could: `npm start` when all is built.

import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure, main, root } from './steps.mjs';

/** Nothing is allowed but what the page needs; no text that becomes script or markup. The page repeats it in a <meta>. */
export const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types article-diff',
].join('; ');

const headers = {
  'Content-Security-Policy': policy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache',
};

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Starts a server for a folder, on this machine only.
 * @param {object} [where]
 * @param {string} [where.folder]
 * @param {number} [where.port] 0: any; one that is taken: any other
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} url ends with a slash
 */
export async function serve({ folder = join(root, 'www'), port = 0 } = {}) {
  const house = await realpath(folder);
  const server = createServer((request, response) => answer(house, request, response));
  const taken = await listen(server, port);
  if (taken) await listen(server, 0);
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

/** @returns {Promise<boolean>} whether the port was taken by somebody else */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    const refused = (error) => (error.code === 'EADDRINUSE' && port !== 0 ? resolve(true) : reject(error));
    server.once('error', refused);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', refused);
      resolve(false);
    });
  });
}

/** @param {string} house @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
async function answer(house, request, response) {
  const refuse = (code, why) => {
    response.writeHead(code, { ...headers, 'Content-Type': types['.txt'] });
    response.end(request.method === 'HEAD' ? undefined : `${why}\n`);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET and HEAD are answered here.');
  const file = await find(house, request.url);
  if (!file) return refuse(404, 'There is no such file.');

  const tag = `"${file.size.toString(36)}-${Math.round(file.mtimeMs).toString(36)}"`;
  const head = {
    ...headers,
    'Content-Type': types[extname(file.path)] ?? 'application/octet-stream',
    ETag: tag,
  };
  if (request.headers['if-none-match'] === tag) return response.writeHead(304, head).end();
  response.writeHead(200, { ...head, 'Content-Length': file.size });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file.path).on('error', () => response.destroy()).pipe(response);
}

/**
 * The file that an address names, or null. Links are followed before it is asked whether the file lies inside the house.
 * @param {string} house @param {string} address
 */
async function find(house, address) {
  try {
    const asked = decodeURIComponent(address.replace(/[?#].*$/s, ''));
    let path = await realpath(join(house, asked));
    let found = await stat(path);
    if (found.isDirectory()) {
      path = await realpath(join(path, 'index.html'));
      found = await stat(path);
    }
    const inside = path.startsWith(house + sep) && found.isFile();
    return inside ? { path, size: found.size, mtimeMs: found.mtimeMs } : null;
  } catch {
    return null;
  }
}

/** Serves until it is stopped. */
export async function serveForPeople() {
  const asked = process.env.PORT ?? '8321';
  if (!/^\d{1,5}$/.test(asked) || Number(asked) > 65535) {
    throw new Failure(`PORT is "${asked}", which is no port.`, 'Give a number from 0 (any port) to 65535.');
  }
  const { url, close } = await serve({ port: Number(asked) });
  console.log(`\n  article-diff is at ${url}\n  Ctrl+C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, close);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(serveForPeople);
