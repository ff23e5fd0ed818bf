import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../scripts/plans/read-plan.ts';
import { connectNotion } from '../../../src/sources/notion/client/client.ts';
import { TOKEN } from '../../notion-server/server.ts';
import { addDatabase, addPage, editPage, recompute, setProperty } from '../../notion-server/edits.ts';
import { select, title } from '../../notion-server/values.ts';
import { fileOf, MINUTE, setUpPull, snapshot } from './pull-setting.ts';
import { countRequests } from './setting.ts';

describe('a pull in trouble', () => {
  it('goes on after the third page of the list answers 503 three times', async () => {
    const { server, pull } = await setUpPull(250);
    server.fail({ on: /query/, nth: 3, times: 3, fault: { status: 503 } });
    expect((await pull()).added).toHaveLength(250);
    expect(countRequests(server)).toBe(1 + 3 + 3 + 250);
  });

  it('removes nothing where the list breaks off, and updates what it saw', async () => {
    const { clock, world, server, folder, pull, page } = await setUpPull(150);
    await pull();
    editPage(world, page(0).id, (each) => Object.assign(each, { body: 'Edited.' }));
    editPage(world, page(149).id, (each) => Object.assign(each, { inTrash: true }));
    clock.advance(10 * MINUTE);
    server.fail({ on: /query/, nth: 2, times: 9, fault: { status: 503 } });
    const report = await pull();
    expect([report.changed, report.removed]).toEqual([['Plan 0'], []]);
    expect(report.problems[0]?.message).toMatch(
      /^The list of your plans broke off\. What was seen is up to date/,
    );
    expect(Object.keys(snapshot(folder))).toHaveLength(151);
  });

  it('changes nothing where Notion is down or the token is bad', async () => {
    const { server, folder, pull } = await setUpPull(3);
    await pull();
    const before = snapshot(folder);
    server.fail({ on: /./, times: 6, fault: { status: 503 } });
    await expect(pull()).rejects.toThrow(
      'Notion has a problem of its own (it answered 503). Nothing was changed.',
    );
    server.fail({ on: /./, fault: { status: 401 } });
    await expect(pull()).rejects.toThrow('Notion does not accept the token. Nothing was changed.');
    expect(snapshot(folder)).toEqual(before);
  });

  it('keeps the last good copy of a page that cannot be had, and says so', async () => {
    const { clock, world, server, folder, pull, page } = await setUpPull(3);
    await pull();
    editPage(world, page(1).id, (each) => Object.assign(each, { body: 'Edited.' }));
    clock.advance(10 * MINUTE);
    server.fail({ on: /markdown/, times: 6, fault: { html: 502 } });
    const report = await pull();
    expect(report.failed).toMatchObject([
      { title: 'Plan 1', why: expect.stringMatching(/502.*The copy of the last pull stays\.$/) },
    ]);
    expect(fileOf(folder, 'plan-1')).toContain('This is plan 1.');
    expect((await pull()).changed).toEqual(['Plan 1']);
  });

  it('makes internal what was made internal, though its text cannot be had', async () => {
    const { clock, world, server, folder, pull, page } = await setUpPull(2);
    await pull();
    setProperty(world, page(1).id, 'Visibility', select('internal'));
    clock.advance(10 * MINUTE);
    server.fail({ on: /markdown/, times: 6, fault: { status: 503 } });
    await pull();
    expect(fileOf(folder, 'plan-1')).toContain('visibility: internal');
  });

  it('lets what was made public wait for its text, which was written for those inside', async () => {
    const { clock, world, server, folder, pull, page } = await setUpPull(2);
    setProperty(world, page(1).id, 'Visibility', select('internal'));
    editPage(world, page(1).id, (each) => Object.assign(each, { body: '## Summary\nKanari.' }));
    await pull();
    setProperty(world, page(1).id, 'Visibility', select('public'));
    editPage(world, page(1).id, (each) => Object.assign(each, { body: '## Summary\nFor all.' }));
    clock.advance(10 * MINUTE);
    server.fail({ on: /markdown/, times: 12, fault: { status: 503 } });
    await pull();
    setProperty(world, page(1).id, 'Name', title('Plan 1b'));
    await pull();
    const bytes = new TextEncoder().encode(fileOf(folder, 'plan-1'));
    const { file, body } = readPlan({ path: 'plan-1.md', bytes });
    expect(file.messages).toMatchObject([{ ruleId: 'RP131', fatal: true, line: expect.any(Number) }]);
    expect(body.children.filter(({ type }) => type === 'blockquote')).toHaveLength(1);
    await pull();
    expect(fileOf(folder, 'plan-1')).toMatch(/visibility: public[^]*\n\n## Summary\n\nFor all\.\n$/);
  });

  it('refuses to remove every plan because all were unshared at once', async () => {
    const { world, server, folder, pull, pages } = await setUpPull(40);
    await pull();
    const before = snapshot(folder);
    for (const each of pages) recompute(world, each.id, (page) => Object.assign(page, { shared: false }));
    countRequests(server);
    const report = await pull();
    expect(report.problems[0]?.message).toMatch(
      /^40 of 40 plans are gone from Notion\. None of them was removed: Plan 0, Plan 1,.* and 20 more\.$/,
    );
    expect(countRequests(server)).toBe(2 + 9);
    expect(snapshot(folder)).toEqual(before);
    const allowed = await pull({ allowMassDelete: true });
    expect(allowed.removed).toHaveLength(40);
    expect(Object.keys(snapshot(folder))).toEqual(['.notion.json']);
  });

  it('lets a few go, each for its reason', async () => {
    const { world, pull, page } = await setUpPull(20);
    await pull();
    const other = addDatabase(world, 'Other', { Name: { title: {} } });
    editPage(world, page(0).id, (each) => Object.assign(each, { inTrash: true }));
    editPage(world, page(1).id, (each) => Object.assign(each, { archived: true }));
    editPage(world, page(2).id, (each) =>
      Object.assign(each, { parent: { data_source_id: other.source.id, database_id: other.database.id } }),
    );
    recompute(world, page(3).id, (each) => Object.assign(each, { shared: false }));
    expect(new Map((await pull()).removed.map((each) => [each.title, each.why]))).toEqual(
      new Map([
        ['Plan 0', 'trashed'],
        ['Plan 1', 'archived'],
        ['Plan 2', 'moved'],
        ['Plan 3', 'not shared'],
      ]),
    );
  });

  it('does not take a page for gone that Notion refuses to talk about', async () => {
    const { world, server, pull, page } = await setUpPull(3);
    await pull();
    recompute(world, page(0).id, (each) => Object.assign(each, { shared: false }));
    server.fail({ on: new RegExp(`GET /v1/pages/${page(0).id}$`), fault: { status: 403 } });
    expect((await pull()).removed).toEqual([]);
  });

  it('reads 10,001 rows', async () => {
    const { world, source, server, pull } = await setUpPull(0);
    for (let index = 0; index < 10_001; index++) {
      addPage(world, source.id, {
        title: `Plan ${index}`,
        createdAt: Date.parse('2026-01-01T00:00:00Z') + index * 1000,
      });
    }
    const dry = await pull({
      dryRun: true,
      client: onlyLists(await setUpClient(server.origin, world.clock)),
    });
    expect(dry.added.length + dry.failed.length).toBe(10_001);
    expect(countRequests(server)).toBe(1 + 100 + 1);
  }, 60_000);
});

async function setUpClient(origin: string, clock: { now(): number; sleep(ms: number): Promise<void> }) {
  return connectNotion({ token: TOKEN, baseUrl: origin, clock: { ...clock, random: () => 0.5 } });
}

/** A client that lists but finds no body: ten thousand of them would take the test a minute. */
function onlyLists<T extends Awaited<ReturnType<typeof setUpClient>>>(client: T): T {
  client.pages.retrieveMarkdown = () => Promise.reject(new Error('not asked'));
  return client;
}
