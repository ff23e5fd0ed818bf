import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
};

/** Serves a built site below a path, as any static host does. */
export async function serveFolder(
  folder: string,
  base = '/',
): Promise<{ address: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*/, ''));
    const file = join(
      folder,
      path.startsWith(base) ? path.slice(base.length) : '404.html',
      path.endsWith('/') ? 'index.html' : '',
    );
    const isThere = path.startsWith(base) && existsSync(file) && statSync(file).isFile();
    const sent = isThere ? file : join(folder, '404.html');
    response.writeHead(isThere ? 200 : 404, {
      'content-type': types[extname(sent)] ?? 'application/octet-stream',
    });
    response.end(readFileSync(sent));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const at = server.address();
  const port = typeof at === 'object' && at ? at.port : 0;
  return {
    address: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
