import { once } from 'node:events';
import { createServer, type IncomingMessage, request as ask, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, createServer as createSocketServer, type Socket } from 'node:net';
import type { ChildProcess } from 'node:child_process';
import { type LanguageSite, listLanguageSites } from './build/language-sites.ts';
import type { ContentFolder } from './content.ts';
import { serve } from './serve.ts';

/**
 * Serves a site in all of its languages on one port. Astro serves one at a time, so each has a server of its own behind this one; those of the other
 * languages start when they are first asked for.
 * @returns the server of the site's own language
 */
export async function serveLanguages(
  content: ContentFolder,
  out: string,
  port: number,
  now: Date,
): Promise<ChildProcess> {
  const { pathname } = new URL(content.settings.site.url);
  const base = pathname.replace(/\/*$/, '/');
  const [own, ...others] = listLanguageSites(content.settings.site);
  const started = new Map<LanguageSite | undefined, Promise<{ port: number; child: ChildProcess }>>();
  const first = start(own);
  const front = createServer((request, response) => void pass(request, response));
  front.on('upgrade', (request, socket, head) => void passSocket(request, socket as Socket, head));
  front.listen(port, '127.0.0.1');
  const { child } = await first;
  child.once('close', () => {
    front.close();
    front.closeAllConnections();
  });
  return child;

  function start(part: LanguageSite | undefined): Promise<{ port: number; child: ChildProcess }> {
    const known =
      started.get(part) ??
      freePort().then(async (free) => ({
        port: free,
        child: await serve(content, out, free, now, part?.language),
      }));
    started.set(part, known);
    // The next request tries again.
    known.catch(() => started.delete(part));
    return known;
  }

  async function portFor({ url = '/' }: IncomingMessage): Promise<number> {
    const part = others.find(({ below }) => url.startsWith(base + below));
    return (await start(part ?? own)).port;
  }

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fail = (error: unknown) => {
      if (!response.headersSent) response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(error instanceof Error ? error.message : String(error));
    };
    try {
      const { url: path, method, headers } = request;
      const behind = ask(
        { host: '127.0.0.1', port: await portFor(request), path, method, headers },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        },
      );
      behind.on('error', fail);
      request.pipe(behind);
    } catch (error) {
      fail(error);
    }
  }

  /** The line by which a page hears that it has changed. */
  async function passSocket(request: IncomingMessage, socket: Socket, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy());
    const behind = connect(await portFor(request), '127.0.0.1', () => {
      const { rawHeaders: raw } = request;
      const headers = raw.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${raw[at + 1]}`] : []));
      behind.write(`${[`GET ${request.url} HTTP/1.1`, ...headers].join('\r\n')}\r\n\r\n`);
      behind.write(head);
      behind.pipe(socket).pipe(behind);
    });
    behind.on('error', () => socket.destroy());
    behind.on('close', () => socket.destroy());
  }
}

async function freePort(): Promise<number> {
  const probe = createSocketServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
