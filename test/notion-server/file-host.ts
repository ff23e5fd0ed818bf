import type { ServerResponse } from 'node:http';
import type { World } from './world.ts';

const DENIED =
  '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>';

/** How the file host misbehaves for one file. */
export type FileFault =
  { status200Xml: true } | { status: number } | { redirect: string } | { endless: number };

/** Answers a signed file address, as the storage behind Notion does; false where the path is none of its own. */
export function serveFile(
  world: World,
  faults: Map<string, FileFault>,
  url: URL,
  response: ServerResponse,
): boolean {
  const [, fileId] = /^\/prod-files-secure\/([0-9a-f-]+)\//.exec(url.pathname) ?? [];
  if (!fileId) return false;
  const fault = faults.get(fileId);
  const file = world.files.get(fileId);
  if (fault && 'redirect' in fault) {
    response.writeHead(302, { location: fault.redirect }).end();
  } else if (fault && 'endless' in fault) {
    sendEndless(response, fault.endless);
  } else if (fault && 'status200Xml' in fault) {
    response.writeHead(200, { 'content-type': 'application/xml' }).end(DENIED);
  } else if (fault) {
    response.writeHead(fault.status, { 'content-type': 'application/xml' }).end(DENIED);
  } else if (!file || hasExpired(world, url)) {
    response.writeHead(403, { 'content-type': 'application/xml' }).end(DENIED);
  } else {
    response.writeHead(200, { 'content-type': file.type }).end(file.bytes);
  }
  return true;
}

function hasExpired(world: World, url: URL): boolean {
  const date = url.searchParams.get('X-Amz-Date') ?? '';
  const iso = date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  const seconds = Number(url.searchParams.get('X-Amz-Expires'));
  return !(Date.parse(iso) + seconds * 1000 > world.clock.now());
}

/** So many bytes without a content-length: only counting finds out that it is too much. */
function sendEndless(response: ServerResponse, bytes: number): void {
  response.writeHead(200, { 'content-type': 'image/png' });
  const chunk = Buffer.alloc(65_536, 0x89);
  let sent = 0;
  const push = () => {
    while (sent < bytes) {
      sent += chunk.length;
      if (!response.write(chunk)) return void response.once('drain', push);
    }
    response.end();
  };
  response.on('error', () => undefined);
  push();
}
