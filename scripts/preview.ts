import { once } from 'node:events';
import { createReadStream, type Stats, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream';
import type { Site } from '../src/release/site.ts';

/**
 * Serves a built site to this machine; resolves when it answers. Files are looked up with each request, so that a site that is built anew is seen
 * at once.
 * @param base the path that the site stands under, with a slash at its end
 */
export async function servePreview(out: string, base: string, port: number): Promise<Server> {
  const server = createServer((request, response) => answer(out, base, request, response));
  const listening = Promise.withResolvers<void>();
  server.once('error', listening.reject);
  server.listen(port, '127.0.0.1', listening.resolve);
  await listening.promise;
  return server;
}

/** Resolves when the process is told to stop, and the server has. */
export async function untilStopped(server: Server): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
  await once(server, 'close');
}

/** Where this machine sees a site, with a slash at its end. */
export function siteAddress(site: Site, port: number): URL {
  return new URL(new URL(site.url).pathname.replace(/\/*$/, '/'), `http://localhost:${port}`);
}

function answer(out: string, base: string, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const [path = '', query] = (request.url ?? '/').split('?', 2);
  const file = fileOf(out, base, path);
  const found = file === undefined ? undefined : lookAt(file);
  if (found?.isDirectory() && !path.endsWith('/')) {
    response
      .writeHead(301, { location: `${path.replace(/^\/+/, '/')}/${query === undefined ? '' : `?${query}`}` })
      .end();
  } else if (file !== undefined && found?.isFile()) send(file, found, 200, request, response);
  else {
    const page = join(out, '404.html');
    const there = lookAt(page);
    if (there) send(page, there, 404, request, response);
    else response.writeHead(404).end();
  }
}

/** Where a path's file would lie; undefined where it would lie outside. */
function fileOf(out: string, base: string, path: string): string | undefined {
  if (!`${path}/`.startsWith(base)) return undefined;
  try {
    const file = join(
      out,
      decodeURIComponent(path.slice(base.length)),
      path.endsWith('/') ? 'index.html' : '',
    );
    return `${file}${sep}`.startsWith(`${out}${sep}`) ? file : undefined;
  } catch {
    return undefined;
  }
}

function lookAt(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function send(
  file: string,
  { size }: Stats,
  status: number,
  { method, headers }: IncomingMessage,
  response: ServerResponse,
): void {
  const part = status === 200 ? partOf(headers.range, size) : undefined;
  response.writeHead(part ? 206 : status, {
    'accept-ranges': 'bytes',
    'cache-control': 'no-cache',
    'content-length': part ? part.end - part.start + 1 : size,
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    ...(part && { 'content-range': `bytes ${part.start}-${part.end}/${size}` }),
  });
  if (method === 'HEAD') response.end();
  else pipeline(createReadStream(file, part), response, () => {});
}

/** Films are asked for in parts (https://www.rfc-editor.org/rfc/rfc9110#name-range-requests). */
function partOf(range: string | undefined, size: number): { start: number; end: number } | undefined {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  const part = { start: Number(from), end: Math.min(Number(to || size), size - 1) };
  return part.start <= part.end ? part : undefined;
}

const TYPES: Record<string, string> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.xsl': 'application/xslt+xml',
  '.zip': 'application/zip',
};
