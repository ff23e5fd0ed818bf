import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { MAX_WEBHOOK_BYTES, readDelivery } from '../src/sources/notion/webhook.ts';

export interface WebhookHandlers {
  token: () => string | undefined;
  onHandshake: (token: string) => void;
  onEvent: (type: string) => void;
  onRefusal: (why: string) => void;
}

/** A server that takes what Notion's webhooks deliver. It answers at once; a delivery that comes again is taken once. */
export function createWebhookServer(handlers: WebhookHandlers): Server {
  const seen = new Set<string>();
  const server = createServer((request, response) => {
    take(request, response, handlers, seen).catch(() => response.destroy());
  });
  server.headersTimeout = server.requestTimeout = 15_000;
  return server;
}

const MOST_IDS = 2000;

async function take(
  request: IncomingMessage,
  response: ServerResponse,
  handlers: WebhookHandlers,
  seen: Set<string>,
): Promise<void> {
  if (request.method !== 'POST') return answer(response, 405, 'Only POST is understood here.');
  const body = await readBody(request);
  const signature = request.headers['x-notion-signature'];
  const delivery = await readDelivery(body, [signature].flat()[0], handlers.token(), Date.now());
  if (delivery.kind === 'refused') {
    handlers.onRefusal(delivery.why);
    return answer(response, delivery.status, `Refused: ${delivery.why}.`);
  }
  if (delivery.kind === 'handshake') handlers.onHandshake(delivery.token);
  if (delivery.kind === 'event' && !seen.has(delivery.id)) handlers.onEvent(delivery.type);
  if ('id' in delivery) remember(seen, delivery.id);
  answer(response, 200, 'ok');
}

/** No more of a body than it takes to see that it is too large. */
async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // The connection stays open for the answer.
  const parts: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const chunk of parts) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_WEBHOOK_BYTES) break;
  }
  return Buffer.concat(chunks);
}

function remember(seen: Set<string>, id: string): void {
  seen.add(id);
  const [oldest] = seen;
  if (seen.size > MOST_IDS && oldest !== undefined) seen.delete(oldest);
}

function answer(response: ServerResponse, status: number, text: string): void {
  const close = status === 413 ? { connection: 'close' } : {};
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...close }).end(`${text}\n`);
}
