import { type Client, collectAllDataSourceRows, collectPaginatedAPI } from '@notionhq/client';
import { describe, expect, it } from 'vitest';
import { runs } from '../../long.ts';
import { editPage } from '../../notion-server/edits.ts';
import { MINUTE, setUpPull } from './pull-setting.ts';
import { countRequests } from './setting.ts';

/** A plan with as much nesting as those of the demo have on average (17 blocks with children): sections with lists, some of them two levels deep, a toggle and a table. */
const BODY = [
  ...['Summary', 'Included features', 'Bug fixes', 'Known issues', 'Risks'].flatMap((heading) => [
    `## ${heading}`,
    '- First',
    '\t- More about the first',
    '\t- Impact: low',
    '- Second',
    '\t- More about the second',
    '\t\t- And deeper',
    '- Third',
  ]),
  '<details>\n<summary>Internal</summary>\n\tNot for customers.\n</details>',
].join('\n');

/** What readers do that know no Markdown endpoint: a request for the children of each block that has some. */
async function walk(client: Client, id: string): Promise<number> {
  const blocks = await collectPaginatedAPI(client.blocks.children.list, { block_id: id });
  let count = blocks.length;
  for (const block of blocks)
    if ('has_children' in block && block.has_children) count += await walk(client, block.id);
  return count;
}

describe('200 plans, as many requests as Notion allows', () => {
  it('take a request a plan, and a walk from block to block seventeen times as many and as long', async () => {
    const { clock, world, source, server, pages, pull, connect } = await setUpPull(200);
    for (const page of pages) editPage(world, page.id, (each) => Object.assign(each, { body: BODY }));
    clock.advance(10 * MINUTE);
    const start = clock.now();
    await pull();
    const ours = { requests: countRequests(server), minutes: (clock.now() - start) / MINUTE };
    expect(ours.requests).toBe(203);

    clock.advance(10 * MINUTE);
    const walkStart = clock.now();
    const client = connect();
    const rows = await collectAllDataSourceRows(client, { data_source_id: source.id });
    for (const row of rows) await walk(client, row.id);
    const theirs = { requests: countRequests(server), minutes: (clock.now() - walkStart) / MINUTE };
    expect(theirs.requests).toBe(2 + 200 * 17);
    expect([Math.round(ours.minutes), Math.round(theirs.minutes)]).toEqual([1, 18]);
  }, 60_000);
});

it('plans that have not changed take a request a hundred, and one of them two more', async () => {
  const plans = runs(1_000, 10_000);
  const { clock, world, server, pull, page } = await setUpPull(plans);
  await pull();
  clock.advance(10 * MINUTE);
  countRequests(server);
  expect((await pull()).written).toBe(false);
  expect(countRequests(server)).toBeLessThanOrEqual(plans / 100 + 3);
  editPage(world, page(plans / 2).id, (each) => Object.assign(each, { body: 'Edited.' }));
  clock.advance(10 * MINUTE);
  countRequests(server);
  expect((await pull()).changed).toEqual([`Plan ${plans / 2}`]);
  expect(countRequests(server)).toBeLessThanOrEqual(plans / 100 + 5);
}, 600_000);
