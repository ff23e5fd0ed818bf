import { once } from 'node:events';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { servePreview } from '../../scripts/preview.ts';

const out = join(mkdtempSync(join(tmpdir(), 'slipway-')), 'dist');

beforeAll(() => {
  mkdirSync(join(out, 'a b'), { recursive: true });
  writeFileSync(join(out, 'index.html'), '<h1>Home</h1>');
  writeFileSync(join(out, '404.html'), '<h1>Nothing</h1>');
  writeFileSync(join(out, 'a b', 'index.html'), '<h1>A</h1>');
  writeFileSync(join(out, 'film.mp4'), '0123456789');
  writeFileSync(join(out, '..', 'secret.txt'), 'secret');
});

/** As it is sent: `fetch` would tidy the path. */
async function ask(path: string, { method = 'GET', range }: { method?: string; range?: string } = {}) {
  const server = await servePreview(out, '/notes/', 0);
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const asked = request({
    port,
    host: '127.0.0.1',
    path,
    method,
    agent: false,
    ...(range && { headers: { range } }),
  });
  const [response] = await once(asked.end(), 'response');
  const chunks: Buffer[] = await response.toArray();
  return { status: response.statusCode, headers: response.headers, text: Buffer.concat(chunks).toString() };
}

test.each([
  ['/notes/', 200, 'Home'],
  ['/notes/?utm=1', 200, 'Home'],
  ['/notes/a%20b/', 200, '<h1>A</h1>'],
  ['/notes/missing/', 404, 'Nothing'],
  ['/elsewhere/', 404, 'Nothing'],
  ['/notes/%2e%2e/secret.txt', 404, 'Nothing'],
  ['/notes/../secret.txt', 404, 'Nothing'],
  ['/notes/..%2fsecret.txt', 404, 'Nothing'],
  ['/notes/%E0%A4%A', 404, 'Nothing'],
  ['/notes/index.html%00', 404, 'Nothing'],
])('%s is answered %d', async (path, status, text) => {
  const answer = await ask(path);
  expect(answer.status).toBe(status);
  expect(answer.text).toContain(text);
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
});

test('a folder is told its slash, and keeps what was asked for', async () => {
  for (const [path, location] of [
    ['/notes', '/notes/'],
    ['/notes/a%20b?q=1', '/notes/a%20b/?q=1'],
  ] as const)
    expect(await ask(path)).toMatchObject({ status: 301, headers: { location } });
});

test('a film is sent in the part that was asked for', async () => {
  expect(await ask('/notes/film.mp4', { range: 'bytes=2-4' })).toMatchObject({
    status: 206,
    text: '234',
    headers: { 'content-range': 'bytes 2-4/10', 'content-length': '3', 'content-type': 'video/mp4' },
  });
  expect(await ask('/notes/film.mp4', { range: 'bytes=7-' })).toMatchObject({ status: 206, text: '789' });
  expect(await ask('/notes/film.mp4', { range: 'bytes=4-2' })).toMatchObject({
    status: 200,
    text: '0123456789',
  });
});

test('the page that says that there is nothing is sent as a whole', async () => {
  expect(await ask('/notes/missing', { range: 'bytes=2-4' })).toMatchObject({
    status: 404,
    text: '<h1>Nothing</h1>',
  });
});

test('nothing can be sent to it, and who asks for the head gets no more', async () => {
  expect(await ask('/notes/', { method: 'POST' })).toMatchObject({ status: 405, text: '' });
  expect(await ask('/notes/', { method: 'HEAD' })).toMatchObject({
    status: 200,
    text: '',
    headers: { 'content-length': '13' },
  });
});
