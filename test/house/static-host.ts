import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'application/xml',
  '.xsl': 'application/xslt+xml',
  '.ics': 'text/calendar',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
};

export interface StaticHost {
  origin: string;
  /** Paths that were asked for, in order. */
  asked: string[];
  close: () => void;
}

/** Serves a folder as a host does that reads its `_headers` file: the headers under `/*` go with every answer. */
export async function hostFolder(folder: string): Promise<StaticHost> {
  const headers = readHeaders(join(folder, '_headers'));
  return host((path) => {
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    return existsSync(file)
      ? { body: readFileSync(file), type: types[extname(file)] ?? '', headers }
      : undefined;
  });
}

interface Answer {
  body: string | Buffer;
  type: string;
  headers?: Record<string, string>;
}

/** A host of its own, and so another origin. */
export async function host(answer: (path: string) => Answer | undefined): Promise<StaticHost> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    asked.push(path);
    const found = answer(path);
    if (!found) return response.writeHead(404).end();
    return response.writeHead(200, { ...found.headers, 'content-type': found.type }).end(found.body);
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://localhost:${port}`, asked, close: () => void server.close() };
}

/** The headers that stand under `/*`. */
export function readHeaders(file: string): Record<string, string> {
  const [, block = ''] = readFileSync(file, 'utf8').split(/^\/\*$/m);
  const lines = block.split('\n\n')[0]?.trim().split('\n') ?? [];
  return Object.fromEntries(
    lines.map((line) => {
      const [, name = '', value = ''] = /^\s*([\w-]+):\s*(.*)$/.exec(line) ?? [];
      return [name, value];
    }),
  );
}
