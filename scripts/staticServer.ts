import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import path from 'node:path';
import { createGzip } from 'node:zlib';

/** What a static server serves: a directory, under a base path with a slash at both ends. */
export interface StaticSite {
  directory: string;
  base: string;
  /** Sent with every file */
  headers?: Readonly<Record<string, string>>;
}

/** A running server. */
export interface Listening {
  port: number;
  close: () => Promise<void>;
}

/** Both names of this machine; nothing here is ever reachable from another one. */
const LOOPBACK = ['127.0.0.1', '::1'];

const TYPES: Readonly<Record<string, string>> = {
  '.bmp': 'image/bmp',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/** What to answer to a request path. */
export type Answer =
  { status: 200 | 404; file: string | undefined } | { status: 301 | 302; location: string };

/** Decides what a path gets, as the usual static hosts do; a path never leaves the directory. */
export function answer(site: StaticSite, pathname: string): Answer {
  const missing: Answer = { status: 404, file: fileAt(path.join(site.directory, '404.html')) };
  if (pathname === '/' && site.base !== '/') return { status: 302, location: site.base };
  if (`${pathname}/` === site.base) return { status: 301, location: site.base };
  if (!pathname.startsWith(site.base)) return missing;
  const wanted = path.join(site.directory, decode(pathname.slice(site.base.length)));
  const isInside = wanted === site.directory || wanted.startsWith(site.directory + path.sep);
  if (!isInside && wanted !== site.directory + path.sep) return missing;
  const index = fileAt(path.join(wanted, 'index.html'));
  if (index && !pathname.endsWith('/')) return { status: 301, location: `${pathname}/` };
  const file = pathname.endsWith('/') ? index : fileAt(wanted);
  return file ? { status: 200, file } : missing;
}

/** The path with its escapes resolved; an escape that is broken matches no file. */
function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname).replaceAll('\0', '');
  } catch {
    return pathname;
  }
}

const fileAt = (file: string): string | undefined =>
  statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;

/** The type that a file is served as. */
export const contentType = (file: string): string =>
  TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';

const respond =
  (site: StaticSite): RequestListener =>
  (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const url = new URL(request.url ?? '/', 'http://localhost');
    const result = answer(site, url.pathname);
    if ('location' in result) {
      response.writeHead(result.status, { Location: result.location + url.search }).end();
      return;
    }
    const type = result.file ? contentType(result.file) : 'text/plain; charset=utf-8';
    const zip = result.file !== undefined && isText(type) && acceptsGzip(request);
    response.writeHead(result.status, {
      'Content-Type': type,
      'Cache-Control': 'no-cache',
      ...site.headers,
      ...(zip && { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' }),
    });
    if (request.method === 'HEAD') response.end();
    else if (result.file === undefined) response.end('Not found\n');
    else if (zip) createReadStream(result.file).pipe(createGzip()).pipe(response);
    else createReadStream(result.file).pipe(response);
  };

const isText = (type: string) => /charset|json|wasm/.test(type);

const acceptsGzip = ({ headers }: IncomingMessage) =>
  /\bgzip\b/.test(`${headers['accept-encoding']}`);

/**
 * Serves a site on this machine only. If the port is taken, the next free one is used, at most
 * twenty further on; `onBusy` hears of each port that was taken.
 */
export async function serve(
  site: StaticSite,
  port: number,
  onBusy: (port: number) => void = () => undefined,
): Promise<Listening> {
  const absolute = { ...site, directory: path.resolve(site.directory) };
  for (let candidate = port; candidate <= port + 20; candidate++) {
    const listening = await listen(respond(absolute), candidate);
    if (listening) return listening;
    onBusy(candidate);
  }
  throw new Error(
    `Ports ${port} to ${port + 20} are all in use. Choose another with PORT=<number>.`,
  );
}

/** Listens on all loopback addresses that the machine has; undefined if the port is taken on one. */
async function listen(listener: RequestListener, port: number): Promise<Listening | undefined> {
  const servers: Server[] = [];
  const close = async () => {
    await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  };
  let chosen = port;
  for (const host of LOOPBACK) {
    const server = createServer(listener);
    const problem = await listenOn(server, host, chosen);
    if (problem === 'EADDRINUSE') {
      await close();
      return undefined;
    }
    if (problem) continue;
    servers.push(server);
    const address = server.address();
    if (typeof address === 'object' && address) chosen = address.port;
  }
  if (servers.length === 0) throw new Error('This machine has no loopback address to listen on.');
  return { port: chosen, close };
}

function listenOn(server: Server, host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code, ...error }: NodeJS.ErrnoException) => {
      if (code === 'EADDRINUSE' || code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') {
        resolve(code);
      } else reject(new Error(`Cannot listen on ${host}:${port} (${code})`, { cause: error }));
    });
    server.listen(port, host, () => {
      resolve(undefined);
    });
  });
}
