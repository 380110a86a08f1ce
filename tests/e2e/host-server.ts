// A server of a host page: its own files, with the library of dist/ beside them, under the strict policy or under none.
import { readFile } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { headers as strictHeaders } from '../../www/policy.js';

const dist = join(import.meta.dirname, '../../dist');

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

export interface HostOptions {
  /** Files of the host by path, as in `/index.html`. All else comes from dist/. */
  readonly files: Readonly<Record<string, string | Buffer>>;
  /** Whether the strict policy of the page is sent as headers; true if not said. */
  readonly strict?: boolean;
  /** Sent with every answer, besides the strict policy or in its place. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Paths that are answered with 404. */
  readonly missing?: Pick<RegExp, 'test'>;
  /** What is answered only once a promise is there. */
  readonly waitFor?: (path: string) => Promise<void> | undefined;
  /** The type of the wasm; `application/wasm` if not said. */
  readonly wasmType?: string;
  /** The port; any that is free if not said. */
  readonly port?: number;
  /** Told the path of every request. */
  readonly onRequest?: (path: string) => void;
}

export interface HostServer {
  /** It ends with a slash. */
  readonly url: string;
  close(): Promise<void>;
}

export async function serveHost({
  files,
  strict = true,
  headers,
  missing,
  waitFor,
  wasmType,
  onRequest,
  port = 0,
}: HostOptions): Promise<HostServer> {
  const types = wasmType ? { ...TYPES, '.wasm': wasmType } : TYPES;
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname.replace(/\/$/, '/index.html');
    onRequest?.(path);
    const answered = Promise.resolve(waitFor?.(path)).then(() => contentOf(path, files, missing));
    void answered.then((content) => {
      const type = types[extname(path)] ?? 'application/octet-stream';
      const policy = strict ? strictHeaders : {};
      // Names with a hash in them are of one content, and hosts say so.
      const caching =
        content !== null && path.includes('/assets/') ? { 'Cache-Control': 'max-age=31536000, immutable' } : {};
      response.writeHead(content === null ? 404 : 200, { 'Content-Type': type, ...caching, ...policy, ...headers });
      response.end(content);
    });
  });
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
  const { port: taken } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${taken}/`, close: () => closed(server) };
}

async function contentOf(
  path: string,
  files: HostOptions['files'],
  missing?: HostOptions['missing'],
): Promise<string | Buffer | null> {
  if (missing?.test(path)) return null;
  if (path === '/icon.svg') return '<svg xmlns="http://www.w3.org/2000/svg"/>';
  return files[path] ?? (await readFile(join(dist, normalize(path))).catch(() => null));
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}
