import { readdirSync, statSync } from 'node:fs';
import * as disk from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/sources/markdown.ts';
import {
  addBookmark,
  addLeftOut,
  addPage,
  editPage,
  recompute,
  setProperty,
} from '../../notion-server/edits.ts';
import { formula, multiSelect, relation, select, text, title } from '../../notion-server/values.ts';
import type { PropertyValue } from '../../notion-server/wire.ts';
import { fileOf, MINUTE, setUpPull, snapshot } from './pull-setting.ts';
import { countRequests } from './setting.ts';

describe('a pull', () => {
  it('takes 203 requests for 200 plans, 3 where nothing changed, and 6 for three changes', async () => {
    const { clock, world, server, folder, pull, page } = await setUpPull(200);
    const first = await pull();
    expect(countRequests(server)).toBe(203);
    expect([first.added.length, first.plans, first.problems]).toEqual([200, 200, []]);
    const before = snapshot(folder);
    const { mtimeMs } = statSync(folder);
    expect((await pull()).written).toBe(false);
    expect(countRequests(server)).toBe(3);
    expect([snapshot(folder), statSync(folder).mtimeMs]).toEqual([before, mtimeMs]);
    for (const index of [3, 50, 199])
      editPage(world, page(index).id, (each) => Object.assign(each, { body: 'Edited.' }));
    clock.advance(10 * MINUTE);
    const third = await pull();
    expect(countRequests(server)).toBe(6);
    expect(third.changed.sort()).toEqual(['Plan 199', 'Plan 3', 'Plan 50']);
    expect(Object.keys(snapshot(folder))).toHaveLength(201);
  });

  it('looks again where it took long, so that nothing is public that was made internal before it was written', async () => {
    const { clock, world, server, folder, pull, page } = await setUpPull(3);
    const makeInternal = () => {
      setProperty(world, page(1).id, 'Visibility', select('internal'));
      editPage(world, page(1).id, (each) => Object.assign(each, { body: 'For those inside.' }));
    };
    let isDone = false;
    const report = await pull({
      onProgress({ step }) {
        if (step !== 'list' || isDone) return;
        isDone = true;
        clock.advance(6 * MINUTE);
        makeInternal();
      },
    });
    const plan = fileOf(folder, 'plan-1-') ?? '';
    expect(plan).toContain('For those inside.');
    expect(plan).toContain('visibility: internal');
    expect([report.added.length, report.changed, report.plans, report.written]).toEqual([3, [], 3, true]);
    expect(countRequests(server)).toBe(5 + 3);
  });

  it('writes plans that the Markdown door reads', async () => {
    const { folder, pull } = await setUpPull(1);
    await pull();
    const file = fileOf(folder, 'plan-0-') ?? '';
    expect(file).toMatch(
      /^---\n# https:\/\/app\.notion\.com\/p\/[0-9a-f]{32}\n# Edit it there: .*\ntitle: Plan 0\nid: [0-9a-f-]{36}\nversion: '1\.0'\nstatus: released\nvisibility: public\n---\n\n## Summary\n\nThis is plan 0\.\n$/,
    );
    const document = readMarkdown('plan.md', Buffer.from(file));
    expect(document.file.messages).toEqual([]);
    expect(document.fields.map((field) => field.key)).toEqual([
      'title',
      'id',
      'version',
      'status',
      'visibility',
    ]);
  });

  it('takes what keeps a plan inside from properties of the team, and nothing else', async () => {
    const { world, source, folder, pull } = await setUpPull(0, {
      Name: { title: {} },
      Visibility: { select: { options: [{ name: 'public' }] } },
      Published: { checkbox: {} },
      Audience: { multi_select: { options: [] } },
      Budget: { rich_text: {} },
    });
    const add = (title: string, properties: Record<string, PropertyValue>) =>
      addPage(world, source.id, {
        title,
        body: '## Summary\nText.',
        properties: { Visibility: select('public'), Budget: text('9'), ...properties },
      });
    add('Kept', {
      Published: { type: 'checkbox', checkbox: false },
      Audience: multiSelect('internal', 'staff'),
    });
    add('Open', {
      Published: { type: 'checkbox', checkbox: true },
      Audience: multiSelect('internal', 'customers'),
    });
    await pull();
    const front = (name: string) => fileOf(folder, name)?.split('visibility: public\n')[1]?.split('---')[0];
    expect(front('kept-')).toBe('Audience:\n  - internal\n  - staff\nPublished: false\n');
    expect(front('open-')).toBe('');
  });

  it('finds an edit a second after the fetch, in the same minute', async () => {
    const { clock, world, folder, pull, page } = await setUpPull(1);
    editPage(world, page(0).id, (each) => Object.assign(each, { body: 'First edit.' }));
    await pull();
    clock.advance(1000);
    editPage(world, page(0).id, (each) => Object.assign(each, { body: 'Second edit.' }));
    await pull();
    expect(fileOf(folder, 'plan-0')).toContain('Second edit.');
    clock.advance(6 * MINUTE);
    expect((await pull()).changed).toEqual([]);
    expect((await pull()).written).toBe(false);
  });

  it('keeps a page that was trashed and restored within a minute', async () => {
    const { world, server, pull, page } = await setUpPull(2);
    await pull();
    recompute(world, page(0).id, (each) => Object.assign(each, { inTrash: true }));
    expect((await pull()).removed).toEqual([{ title: 'Plan 0', why: 'trashed' }]);
    recompute(world, page(0).id, (each) => Object.assign(each, { inTrash: false }));
    countRequests(server);
    expect((await pull()).added).toEqual(['Plan 0']);
    expect(countRequests(server)).toBe(3);
  });

  it('sees a formula that changed without an edit, and asks for no body', async () => {
    const { world, source, server, folder, pull } = await setUpPull(0, {
      Name: { title: {} },
      Summary: { formula: { expression: '…' } },
    });
    const page = addPage(world, source.id, {
      title: 'Plan',
      body: 'Body.',
      createdAt: 0,
      properties: { Summary: formula('Old') },
    });
    await pull();
    countRequests(server);
    const { columns } = world.sources.get(source.id) as typeof source;
    recompute(world, page.id, (each) =>
      Object.assign(each.properties, { [columns[1]?.id ?? '']: formula('New') }),
    );
    expect((await pull()).changed).toEqual(['Plan']);
    expect(countRequests(server)).toBe(2);
    expect(fileOf(folder, 'plan-')).toMatch(/summary: New\n---\n\nBody\.\n$/);
  });

  it('follows a mentioned page that was renamed', async () => {
    const { world, folder, pull, page, clock } = await setUpPull(2);
    const id = page(1).id.replaceAll('-', '');
    editPage(world, page(0).id, (each) =>
      Object.assign(each, { body: `See <mention-page url="https://app.notion.com/p/${id}"/>.` }),
    );
    clock.advance(10 * MINUTE);
    await pull();
    expect(fileOf(folder, 'plan-0')).toContain(`[Plan 1](https://app.notion.com/p/${id})`);
    setProperty(world, page(1).id, 'Name', title('Renamed'));
    clock.advance(10 * MINUTE);
    await pull();
    expect(fileOf(folder, 'plan-0')).toContain(`[Renamed](https://app.notion.com/p/${id})`);
  });

  it('reads what the Markdown leaves out, and marks what nobody may read', async () => {
    const { world, server, folder, pull, page, clock } = await setUpPull(1);
    const { id } = page(0);
    const shared = addLeftOut(world, id, '- From the rest\n\t- and deeper');
    const hidden = addLeftOut(world, id, 'Secret', false);
    const bookmark = addBookmark(world, id, 'https://example.com/guide', 'The guide');
    editPage(world, id, (each) =>
      Object.assign(each, { body: ['Start', bookmark, shared.line, hidden.line, 'End'].join('\n') }),
    );
    clock.advance(10 * MINUTE);
    const report = await pull();
    expect(countRequests(server)).toBe(3 + 3);
    expect(fileOf(folder, 'plan-0')).toMatch(
      /Start\n\n\[The guide\]\(https:\/\/example\.com\/guide\)\n\n- From the rest\n {2}- and deeper\n\n> Internal: a part of the page in Notion could not be read here\.\n\nEnd\n$/,
    );
    expect(report.notes).toMatchObject([
      { title: 'Plan 0', text: expect.stringContaining('not shared with the connection') },
    ]);
    expect((await pull()).written).toBe(false);
    expect(countRequests(server)).toBe(2 + 4);
  });

  it('reads a page with 500 nested blocks in one request', async () => {
    const { world, server, folder, pull, page, clock } = await setUpPull(1);
    const body = Array.from({ length: 500 }, (_, index) => `${'\t'.repeat(index % 8)}- Block ${index}.`).join(
      '\n',
    );
    editPage(world, page(0).id, (each) => Object.assign(each, { body }));
    clock.advance(10 * MINUTE);
    await pull();
    expect(countRequests(server)).toBe(3);
    const file = fileOf(folder, 'plan-0') ?? '';
    for (let index = 0; index < 500; index++) expect(file).toContain(`Block ${index}.`);
  });

  it('reads relations of more than 25 pages', async () => {
    const { world, source, server, folder, pull } = await setUpPull(0, {
      Name: { title: {} },
      Tags: { relation: { data_source_id: 'x' } },
    });
    const targets = Array.from({ length: 30 }, (_, index) =>
      addPage(world, source.id, { title: `Tag ${index}`, createdAt: 0 }),
    );
    addPage(world, source.id, {
      title: 'Plan',
      createdAt: 0,
      properties: { Tags: relation(targets.map((each) => each.id)) },
    });
    await pull();
    expect(countRequests(server)).toBe(1 + 1 + 31 + 1);
    expect(fileOf(folder, 'plan-')?.match(/- Tag \d+/g)).toHaveLength(30);
    await pull();
    expect(countRequests(server)).toBe(2);
  });

  it('fetches everything again with full, and writes nothing with dry run', async () => {
    const { server, folder, pull } = await setUpPull(2);
    expect((await pull({ dryRun: true })).added).toEqual(['Plan 0', 'Plan 1']);
    expect(snapshot(folder)).toEqual({});
    await pull();
    const before = snapshot(folder);
    countRequests(server);
    expect((await pull({ full: true })).written).toBe(false);
    expect(countRequests(server)).toBe(4);
    expect(snapshot(folder)).toEqual(before);
  });

  it('mends what somebody deleted', async () => {
    const { folder, pull } = await setUpPull(3);
    await pull();
    const before = snapshot(folder);
    await disk.rm(join(folder, readdirSync(folder).find((name) => name.startsWith('plan-1')) ?? ''));
    await pull();
    expect(snapshot(folder)).toEqual(before);
    await disk.writeFile(join(folder, '.notion.json'), 'broken');
    await expect(pull()).rejects.toThrow('cannot be read. Nothing was changed.');
  });
});
