import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCursors } from './cursors.ts';
import { invalid, NotionFailure } from './errors.ts';
import { createFaults, type Fault, type FaultRule } from './faults.ts';
import { type FileFault, serveFile } from './file-host.ts';
import { createLimiter } from './limiter.ts';
import { blockRoutes } from './routes/blocks.ts';
import { commentRoutes } from './routes/comments.ts';
import { dataSourceRoutes } from './routes/data-sources.ts';
import { databaseRoutes } from './routes/databases.ts';
import { markdownRoutes } from './routes/markdown.ts';
import { pageRoutes } from './routes/pages.ts';
import { propertyRoutes } from './routes/properties.ts';
import { queryRoutes } from './routes/query.ts';
import type { Asked, RowPosition } from './routes/route.ts';
import { viewRoutes } from './routes/views.ts';
import { checkLimits } from './validate.ts';
import type { World } from './world.ts';

export const TOKEN = 'ntn_local_0123456789';
const VERSION = '2026-03-11';

const routes = [
  ...dataSourceRoutes,
  ...queryRoutes,
  ...databaseRoutes,
  ...viewRoutes,
  ...pageRoutes,
  ...markdownRoutes,
  ...propertyRoutes,
  ...blockRoutes,
  ...commentRoutes,
];

export interface NotionServer {
  origin: string;
  /** Each request to the API, in order: `GET /v1/pages/…`. Files do not count. */
  log: string[];
  /** Each answered request to the file host. */
  fileLog: string[];
  fail(rule: FaultRule): void;
  /** Faults of the file host, by file id. */
  fileFaults: Map<string, FileFault>;
  close(): Promise<void>;
}

/** A Notion on this machine that holds `world`. Pass port 0 for any free one. */
export async function startNotion(
  world: World,
  options: { port?: number; limit?: number } = {},
): Promise<NotionServer> {
  const cursors = createCursors<RowPosition>(world.nextId);
  const limiter = createLimiter(world.clock.now, options.limit);
  const faults = createFaults();
  const log: string[] = [];
  const fileLog: string[] = [];
  const fileFaults = new Map<string, FileFault>();
  let origin = '';

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    if (serveFile(world, fileFaults, url, response)) return void fileLog.push(url.pathname);
    const line = `${request.method} ${url.pathname}`;
    log.push(line);
    const raw = await readBody(request);
    const requestId = world.nextId();
    const broken = faults.next(line);
    for (const fault of broken) if ('meanwhile' in fault) fault.meanwhile();
    try {
      checkHeaders(request);
      limiter.take();
      for (const fault of broken) raise(fault);
      const answer = route(line, {
        world,
        cursors,
        params: [],
        query: url.searchParams,
        body: parse(raw),
        origin,
      });
      await send(
        response,
        200,
        { ...answer, request_id: requestId },
        { 'x-notion-request-id': requestId },
        broken,
      );
    } catch (error) {
      if (error === HTML) return void sendHtml(response, broken);
      if (error === RESET) return void request.socket.destroy();
      if (!(error instanceof NotionFailure)) throw error;
      const headers = { ...error.headers, 'x-notion-request-id': requestId };
      await send(response, error.status, error.body(requestId), headers, broken);
    }
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, log, fileLog, fail: faults.add, fileFaults, close: () => close(server) };
}

const HTML = Symbol('html');
const RESET = Symbol('reset');

function raise(fault: Fault): void {
  if ('html' in fault) throw HTML;
  if ('reset' in fault) throw RESET;
  if (!('status' in fault)) return;
  throw new NotionFailure(
    fault.status,
    fault.code ?? CODES[fault.status] ?? 'error',
    fault.message ?? 'Please try again later.',
    {
      ...(fault.additional && { additional: fault.additional }),
      ...(fault.retryAfter !== undefined && { headers: { 'Retry-After': String(fault.retryAfter) } }),
    },
  );
}

const CODES: Record<number, string> = {
  401: 'unauthorized',
  403: 'restricted_resource',
  409: 'conflict_error',
  429: 'rate_limited',
  500: 'internal_server_error',
  502: 'bad_gateway',
  503: 'service_unavailable',
  504: 'gateway_timeout',
  529: 'service_overload',
};

function checkHeaders(request: IncomingMessage): void {
  if (request.headers.authorization !== `Bearer ${TOKEN}`) {
    throw new NotionFailure(401, 'unauthorized', 'API token is invalid.');
  }
  const version = request.headers['notion-version'];
  if (version === VERSION) return;
  const shown =
    version === undefined ? 'should be defined, instead was `undefined`' : `should be \`"${VERSION}"\` here`;
  const message = `Notion-Version header failed validation: Notion-Version header ${shown}.`;
  throw new NotionFailure(400, 'missing_version', message);
}

function route(line: string, asked: Asked): object {
  const [method, path = ''] = line.split(' ');
  if (asked.body !== undefined) checkLimits(asked.body);
  for (const each of routes) {
    const match = each.method === method ? each.path.exec(path) : null;
    if (match) return each.answer({ ...asked, params: match.slice(1) });
  }
  throw new NotionFailure(400, 'invalid_request_url', 'Invalid request URL.');
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function parse(raw: string): unknown {
  if (raw === '') return undefined;
  if (raw.length > 500_000) throw invalid('body failed validation: body should be at most 500 KB.');
  try {
    return JSON.parse(raw);
  } catch {
    throw new NotionFailure(400, 'invalid_json', 'Error parsing JSON body.');
  }
}

async function send(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string>,
  broken: Fault[],
): Promise<void> {
  const text = JSON.stringify(body);
  for (const fault of broken)
    if ('slow' in fault) await new Promise((resolve) => setTimeout(resolve, fault.slow));
  const cut = broken.some((fault) => 'cut' in fault) ? text.slice(0, Math.floor(text.length / 2)) : text;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(cut);
}

function sendHtml(response: ServerResponse, broken: Fault[]): void {
  const status = broken.find((fault) => 'html' in fault)?.html ?? 502;
  response
    .writeHead(status, { 'content-type': 'text/html' })
    .end('<html><body><h1>Bad gateway</h1></body></html>');
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
