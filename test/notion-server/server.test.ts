import { APIResponseError, Client, collectAllDataSourceRows, verifyWebhookSignature } from '@notionhq/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock } from './clock.ts';
import { addBookmark, addDatabase, addFile, addLeftOut, addPage, editPage, recompute } from './edits.ts';
import { type NotionServer, startNotion, TOKEN } from './server.ts';
import { formula, relation } from './values.ts';
import { signDelivery } from './webhooks.ts';
import { createWorld, type World } from './world.ts';

let world: World;
let server: NotionServer;
let source: string;

beforeEach(async () => {
  world = createWorld(createClock('2026-05-04T09:00:30.000Z'));
  const made = addDatabase(world, 'Release plans', {
    Name: { title: {} },
    Notes: { rich_text: {} },
    Related: { relation: { data_source_id: 'self' } },
    Score: { formula: { expression: '1' } },
  });
  source = made.source.id;
  server = await startNotion(world);
});

afterEach(() => server.close());

const connect = (options: { token?: string; version?: string } = {}) =>
  new Client({
    auth: options.token ?? TOKEN,
    baseUrl: server.origin,
    retry: false,
    notionVersion: options.version ?? '2026-03-11',
    logger: () => undefined,
  });

const refusal = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(APIResponseError);
  const { status, code, message } = error as APIResponseError;
  return { status, code, message };
};

describe('the local Notion', () => {
  it('asks for a token and a version', async () => {
    expect(await refusal(connect({ token: 'ntn_other' }).pages.retrieve({ page_id: source }))).toEqual({
      status: 401,
      code: 'unauthorized',
      message: 'API token is invalid.',
    });
    const answer = await fetch(`${server.origin}/v1/pages/${source}`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      code: 'missing_version',
      message:
        'Notion-Version header failed validation: Notion-Version header should be defined, instead was `undefined`.',
    });
  });

  it('refuses what Notion refuses, in its words', async () => {
    const client = connect();
    expect(await refusal(client.pages.retrieve({ page_id: 'unknown' }))).toMatchObject({
      status: 400,
      message: 'path failed validation: path.page_id should be a valid uuid, instead was `"unknown"`.',
    });
    expect(await refusal(client.dataSources.query({ data_source_id: source, page_size: 101 }))).toMatchObject(
      {
        message: 'body failed validation: body.page_size should be ≤ `100`, instead was `101`.',
      },
    );
    const query = {
      data_source_id: source,
      sorts: [{ property: 'LastEditedTime', direction: 'ascending' as const }],
    };
    expect(await refusal(client.dataSources.query(query))).toMatchObject({
      message: 'Could not find property with name or id: LastEditedTime',
    });
    const unknownKey = client.request({
      path: `data_sources/${source}/query`,
      method: 'post',
      body: { colour: 1 },
    });
    expect(await refusal(unknownKey)).toMatchObject({
      message: 'body failed validation: body.colour should be not present, instead was `1`.',
    });
    expect((await refusal(client.pages.retrieve({ page_id: source }))).code).toBe('object_not_found');
  });

  it('gives pages of a hundred rows, oldest first, with cursors that are good for one query', async () => {
    for (let index = 0; index < 250; index++) {
      addPage(world, source, { title: `Plan ${index}`, createdAt: world.clock.now() + index * 60_000 });
    }
    const client = connect();
    const first = await client.dataSources.query({ data_source_id: source });
    expect([first.results.length, first.has_more]).toEqual([100, true]);
    const other = client.dataSources.query({
      data_source_id: source,
      start_cursor: first.next_cursor,
      sorts: [{ timestamp: 'created_time', direction: 'descending' }],
    });
    expect((await refusal(other)).message).toMatch(/^The start_cursor provided is invalid/);
    expect(await collectAllDataSourceRows(client, { data_source_id: source })).toHaveLength(250);
  });

  it('tells times floored to the minute, and not at all for formulas', async () => {
    const page = addPage(world, source, { title: 'Plan' });
    const client = connect();
    world.clock.advance(90_000);
    recompute(world, page.id, (each) => Object.assign(each.properties, { [column('Score')]: formula(2) }));
    expect(await client.pages.retrieve({ page_id: page.id })).toMatchObject({
      last_edited_time: '2026-05-04T09:00:00.000Z',
      in_trash: false,
      is_archived: false,
    });
    editPage(world, page.id, (each) => Object.assign(each, { body: 'More' }));
    const edited = await client.pages.retrieve({ page_id: page.id });
    expect(edited).toMatchObject({ last_edited_time: '2026-05-04T09:02:00.000Z' });
    expect(edited).not.toHaveProperty('archived');
  });

  it('shows a query what was there a moment ago', async () => {
    world.queryLag = 5_000;
    const page = addPage(world, source, { title: 'Plan' });
    const rows = async () => (await connect().dataSources.query({ data_source_id: source })).results;
    expect(await rows()).toHaveLength(0);
    world.clock.advance(5_000);
    expect(await rows()).toHaveLength(1);
    editPage(world, page.id, (each) => Object.assign(each, { inTrash: true }));
    expect(await rows()).toHaveLength(1);
    world.clock.advance(5_000);
    expect(await rows()).toHaveLength(0);
    expect(await connect().pages.retrieve({ page_id: page.id })).toMatchObject({ in_trash: true });
  });

  it('cuts relations at 25 and tells the rest one by one', async () => {
    const ids = Array.from({ length: 130 }, () => world.nextId());
    const page = addPage(world, source, { title: 'Plan', properties: { Related: relation(ids) } });
    const client = connect();
    const { properties } = (await client.pages.retrieve({ page_id: page.id })) as {
      properties: Record<string, unknown>;
    };
    expect(properties['Related']).toMatchObject({ has_more: true, relation: { length: 25 } });
    const rest = await client.pages.properties.retrieve({ page_id: page.id, property_id: column('Related') });
    expect(rest).toMatchObject({ object: 'list', results: { length: 100 }, has_more: true });
  });

  it('leaves out what is too much, and says which blocks', async () => {
    const page = addPage(world, source, { title: 'Plan' });
    const { id, line } = addLeftOut(world, page.id, 'The rest');
    editPage(world, page.id, (each) =>
      Object.assign(each, { body: `${addBookmark(world, page.id, 'https://example.com/a')}\n${line}` }),
    );
    const client = connect();
    const markdown = await client.pages.retrieveMarkdown({ page_id: page.id });
    expect(markdown).toMatchObject({ object: 'page_markdown', truncated: true, unknown_block_ids: [id] });
    expect(await client.pages.retrieveMarkdown({ page_id: id })).toMatchObject({
      markdown: 'The rest',
      truncated: false,
    });
    const [, bookmark = ''] = /#([0-9a-f]{32})" alt="bookmark"/.exec(markdown.markdown) ?? [];
    expect(await client.blocks.retrieve({ block_id: bookmark })).toMatchObject({
      bookmark: { url: 'https://example.com/a' },
    });
  });

  it('signs file addresses anew each time, for an hour', async () => {
    const file = addFile(world, 'map.png', new Uint8Array([1, 2, 3]), 'image/png');
    const page = addPage(world, source, { title: 'Plan', body: `![Map](${file})` });
    const address = async () =>
      /\((.*)\)/.exec((await connect().pages.retrieveMarkdown({ page_id: page.id })).markdown)?.[1] ?? '';
    const first = await address();
    expect(first).toContain('X-Amz-Expires=3600');
    expect(await address()).not.toBe(first);
    expect((await fetch(first)).status).toBe(200);
    world.clock.advance(3_600_000);
    const late = await fetch(first);
    expect([late.status, late.headers.get('content-type')]).toEqual([403, 'application/xml']);
    expect(await late.text()).toContain('AccessDenied');
  });

  it('answers 180 requests a minute', async () => {
    const page = addPage(world, source, { title: 'Plan' });
    const client = connect();
    for (let index = 0; index < 180; index++) await client.pages.retrieve({ page_id: page.id });
    world.clock.advance(23_000);
    expect(await refusal(client.pages.retrieve({ page_id: page.id }))).toMatchObject({
      status: 429,
      code: 'rate_limited',
    });
    world.clock.advance(37_000);
    await client.pages.retrieve({ page_id: page.id });
  });

  it('goes wrong as it is told', async () => {
    const page = addPage(world, source, { title: 'Plan' });
    const ask = () => connect().pages.retrieve({ page_id: page.id });
    server.fail({ on: /pages/, nth: 1, fault: { status: 503 } });
    server.fail({ on: /pages/, nth: 2, fault: { html: 502 } });
    server.fail({ on: /pages/, nth: 3, fault: { reset: true } });
    server.fail({ on: /pages/, nth: 4, fault: { cut: true } });
    expect(await refusal(ask())).toMatchObject({ status: 503, code: 'service_unavailable' });
    await expect(ask()).rejects.toMatchObject({ status: 502, name: 'UnknownHTTPResponseError' });
    await expect(ask()).rejects.toThrow('fetch failed');
    await expect(ask()).rejects.toThrow(SyntaxError);
    await ask();
    expect(server.log).toEqual(Array.from({ length: 5 }, () => `GET /v1/pages/${page.id}`));
  });

  it('makes databases, views, pages and comments', async () => {
    const parent = addPage(world, source, { title: 'Home' });
    const client = connect();
    const database = await client.databases.create({
      parent: { type: 'page_id', page_id: parent.id },
      title: [{ text: { content: 'Roadmap' } }],
      initial_data_source: {
        properties: {
          Title: { title: {} },
          Status: { status: { options: [{ name: 'planned' }, { name: 'released' }] } },
        },
      },
    });
    const [made] = 'data_sources' in database ? database.data_sources : [];
    const schema = await client.dataSources.retrieve({ data_source_id: made?.id ?? '' });
    const status = schema.properties['Status'];
    expect(status).toMatchObject({ status: { groups: [{ name: 'To-do', option_ids: { length: 2 } }] } });
    await client.views.create({
      data_source_id: made?.id ?? '',
      database_id: database.id,
      name: 'Board',
      type: 'board',
      configuration: {
        type: 'board',
        group_by: {
          type: 'status',
          property_id: status?.id ?? '',
          group_by: 'option',
          sort: { type: 'manual' },
        },
      },
    });
    expect((await client.views.list({ database_id: database.id })).results).toHaveLength(1);
    const page = await client.pages.create({
      parent: { data_source_id: made?.id ?? '' },
      properties: {
        Title: { title: [{ text: { content: 'One' } }] },
        Status: { status: { name: 'planned' } },
      },
      markdown: '# Heading\n\n| A | B |\n| - | - |\n| 1 | 2 |\n\n```\n\ncode\n```',
    });
    expect((await client.pages.retrieveMarkdown({ page_id: page.id })).markdown).toBe(
      '# Heading\n<table header-row="true">\n<tr>\n<td>A</td>\n<td>B</td>\n</tr>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</table>\n```\n\ncode\n```',
    );
    await client.comments.create({
      parent: { page_id: page.id },
      rich_text: [{ text: { content: 'Look' } }],
    });
    expect((await client.comments.list({ block_id: page.id })).results).toHaveLength(1);
  });

  it('signs what it tells by webhook', async () => {
    const delivery = await signDelivery(world, 'secret', { type: 'page.content_updated', pageId: source });
    const signature = delivery.headers['x-notion-signature'];
    expect(
      await verifyWebhookSignature({ body: delivery.body, signature, verificationToken: 'secret' }),
    ).toBe(true);
    expect(
      await verifyWebhookSignature({ body: `${delivery.body} `, signature, verificationToken: 'secret' }),
    ).toBe(false);
  });
});

function column(name: string): string {
  return world.sources.get(source)?.columns.find((each) => each.name === name)?.id ?? '';
}
