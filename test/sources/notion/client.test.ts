import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { explainNotion } from '../../../src/sources/notion/client/explain.ts';
import { Problem } from '../../../src/sources/problem.ts';
import { addPage } from '../../notion-server/edits.ts';
import { setUp } from './setting.ts';

const ID = '1f0d872b-594c-8102-9f4d-00270693b0aa';

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('requests to Notion', () => {
  it('stay below the limit in every minute, and none is refused', async () => {
    const { clock, world, source, server, waits, connect } = await setUp();
    const page = addPage(world, source.id, { title: 'Plan' });
    const client = connect();
    const times: number[] = [];
    for (let index = 0; index < 400; index++) {
      await client.pages.retrieve({ page_id: page.id });
      times.push(clock.now());
    }
    expect(server.log).toHaveLength(400);
    expect(times.every((time, index) => time - (times[index - 180] ?? -Infinity) >= 60_000)).toBe(true);
    expect(waits).toEqual([60_000, 60_000]);
  });

  it('wait as long as Notion says, all of them', async () => {
    const { clock, world, source, server, waits, connect } = await setUp();
    const page = addPage(world, source.id, { title: 'Plan' });
    server.fail({ on: /./, fault: { status: 429, retryAfter: 90 } });
    const start = clock.now();
    const client = connect();
    await client.pages.retrieve({ page_id: page.id });
    expect(clock.now() - start).toBe(90_000);
    expect(waits).toEqual([90_000]);
    server.fail({ on: /./, fault: { status: 529, retryAfter: 400 } });
    await client.pages.retrieve({ page_id: page.id });
    expect(clock.now() - start).toBe(490_000);
  });

  it.each([
    ['503 three times', { times: 3, fault: { status: 503 } }],
    ['409', { times: 1, fault: { status: 409 } }],
    ['HTML from the edge', { times: 2, fault: { html: 502 } }],
    ['a reset connection', { times: 5, fault: { reset: true } }],
    ['half a body', { times: 2, fault: { cut: true } }],
    ['no answer in time', { times: 1, fault: { slow: 400 } }],
  ] as const)('are sent again after %s, queries too', async (_, rule) => {
    const { world, source, server, connect } = await setUp();
    addPage(world, source.id, { title: 'Plan' });
    server.fail({ on: /query/, ...rule });
    const answer = await connect({ timeout: 300 }).dataSources.query({ data_source_id: source.id });
    expect(answer.results).toHaveLength(1);
    expect(server.log).toHaveLength(rule.times + 1);
  });

  it('give up after five repetitions, with an explanation', async () => {
    const { source, server, connect } = await setUp();
    server.fail({ on: /./, times: 99, fault: { status: 503 } });
    const error = await failureOf(connect().dataSources.retrieve({ data_source_id: source.id }));
    expect(server.log).toHaveLength(6);
    expect(explainNotion(error, { what: 'the plans' })).toMatchObject({
      message: 'Notion has a problem of its own (it answered 503). Nothing was changed.',
    });
  });

  it.each([
    [{ status: 401 }, /^Notion does not accept the token\./],
    [{ status: 403 }, /^Notion does not let the connection read the plans \(id\)\./],
    [{ html: 403 }, /^Notion does not let the connection read/],
    [{ status: 404 }, /^Notion shows the connection no page or database for the plans/],
    [{ status: 400 }, /^Notion did not understand/],
    [
      { status: 429, retryAfter: 1, additional: { rate_limit_reason: 'public_api_request_blocked' } },
      /^Notion has blocked the connection\./,
    ],
  ] as const)('end at once after %o', async (fault, message) => {
    const { source, server, connect } = await setUp();
    server.fail({ on: /./, times: 99, fault });
    const error = await failureOf(connect().dataSources.retrieve({ data_source_id: source.id }));
    expect(server.log).toHaveLength(1);
    const problem = explainNotion(error, { what: 'the plans', id: 'id' });
    expect(problem).toBeInstanceOf(Problem);
    expect(problem.message).toMatch(message);
  });

  it.each([
    [{ reset: true }, 'The connection to Notion broke, again and again. Nothing was changed.'],
    [{ cut: true }, 'Notion sent half an answer, again and again. Nothing was changed.'],
  ] as const)('explain %o', async (fault, message) => {
    const { source, server, connect } = await setUp();
    server.fail({ on: /./, times: 99, fault });
    const error = await failureOf(connect().dataSources.retrieve({ data_source_id: source.id }));
    expect(explainNotion(error, { what: 'the plans' }).message).toBe(message);
  });

  it('explain a missing network', async () => {
    const { source, server, connect } = await setUp();
    await server.close();
    const error = await failureOf(connect().dataSources.retrieve({ data_source_id: source.id }));
    expect(explainNotion(error, { what: 'the plans' }).message).toBe(
      'Notion cannot be reached from here. Nothing was changed.',
    );
  });

  it('take no more than they can hold, however small it was packed', async () => {
    const bomb = gzipSync(Buffer.alloc(101_000_000), { level: 1 });
    expect(bomb.length).toBeLessThan(1_000_000);
    const host = createServer((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
    const { port } = host.address() as AddressInfo;
    const { connect } = await setUp();
    const before = process.memoryUsage().arrayBuffers;
    const failure = await failureOf(
      connect({ baseUrl: `http://127.0.0.1:${port}`, timeout: 20_000 }).pages.retrieve({ page_id: ID }),
    );
    host.close();
    expect(String(failure)).toContain('Notion sent more than 100 MB at once. Nothing was changed.');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(250_000_000);
  });

  it('write once, unless Notion says that it did nothing', async () => {
    const { source, server, connect } = await setUp();
    const create = () => connect().pages.create({ parent: { data_source_id: source.id }, properties: {} });
    server.fail({ on: /POST/, fault: { status: 503 } });
    await expect(create()).rejects.toMatchObject({ status: 503 });
    expect(server.log.splice(0)).toHaveLength(1);
    server.fail({ on: /POST/, fault: { status: 429, retryAfter: 5 } });
    await create();
    expect(server.log).toHaveLength(2);
  });
});
