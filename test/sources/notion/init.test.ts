import { describe, expect, it } from 'vitest';
import { type InitOptions, initNotion } from '../../../src/sources/notion/write/init.ts';
import { createColumn } from '../../notion-server/columns.ts';
import { addPage, renameColumn } from '../../notion-server/edits.ts';
import { setUp } from './setting.ts';

const site = {
  products: [{ id: 'rider-app', name: 'Rider app' }],
  themes: [{ id: 'safe-rides', name: 'Safer rides' }],
};

async function setUpInit() {
  const setting = await setUp();
  const parent = addPage(setting.world, setting.source.id, { title: 'Home' });
  const known: InitOptions['known'] = {};
  const init = (options: Partial<InitOptions> = {}) =>
    initNotion({
      client: setting.connect(),
      site,
      parent: `https://www.notion.so/acme/Home-${parent.id.replaceAll('-', '')}`,
      known,
      onCreated: (kind, id) => Object.assign(known, { [kind]: id }),
      ...options,
    });
  const sourceOf = (kind: 'plans' | 'roadmap') => {
    const source = setting.world.sources.get(known[kind] ?? '');
    if (!source) throw new Error(`no ${kind}`);
    return source;
  };
  const writes = () => setting.server.log.splice(0).filter((line) => !/^GET|\/query$/.test(line));
  return { ...setting, known, init, sourceOf, writes };
}

describe('notion init', () => {
  it('makes databases, views and template pages from the tables', async () => {
    const { world, init, sourceOf, writes } = await setUpInit();
    const report = await init();
    expect(report.sources.map((source) => source.kind)).toEqual(['roadmap', 'plans']);
    expect(writes()).toHaveLength(2 + 1 + 3 + 5);
    const columns = Object.fromEntries(sourceOf('plans').columns.map((column) => [column.name, column.type]));
    expect(columns).toMatchObject({
      Title: 'title',
      Status: 'status',
      Visibility: 'select',
      Version: 'rich_text',
      Released: 'date',
      Publish: 'multi_select',
      Summary: 'rich_text',
    });
    const product = sourceOf('plans').columns.find((column) => column.name === 'Product');
    expect(product).toMatchObject({ select: { options: [{ name: 'rider-app' }] } });
    expect([...world.views.values()].map((view) => [view.name, view.type])).toEqual([
      ['Now, next, later', 'board'],
      ['Board', 'board'],
      ['Timeline', 'timeline'],
      ['Calendar', 'calendar'],
    ]);
    const template = [...world.pages.values()].find((page) =>
      page.body.startsWith('## Summary\nWhat changes'),
    );
    expect(template?.body).toContain('## Target audience\n');
  });

  it('changes nothing when it is run again', async () => {
    const { init, writes } = await setUpInit();
    await init();
    writes();
    expect(await init({ parent: undefined })).toMatchObject({ added: [], differs: [] });
    expect(writes()).toEqual([]);
  });

  it('adds what is missing, says what differs, and takes nothing away', async () => {
    const { world, init, sourceOf } = await setUpInit();
    await init();
    const plans = sourceOf('plans');
    plans.columns = plans.columns.filter((column) => column.name !== 'Stage');
    renameColumn(world, plans.id, 'Summary', 'Our summary');
    plans.columns.push(createColumn('Ours', { number: {} }));
    const at = plans.columns.findIndex((column) => column.name === 'Version');
    plans.columns[at] = createColumn('Version', { number: {} });
    const status = plans.columns.find((column) => column.type === 'status');
    if (status?.type === 'status')
      status.status.options = status.status.options.filter((option) => option.name !== 'yanked');
    const report = await init();
    expect(report.added).toEqual([
      'Release plans: “yanked” to “Status”',
      'Release plans: the property “Stage”',
      'Release plans: the property “Summary”',
    ]);
    expect(report.differs).toEqual(['Release plans: “Version” is a number and would be made a rich_text']);
    const names = sourceOf('plans').columns.map((column) => column.name);
    expect(names).toEqual(expect.arrayContaining(['Ours', 'Our summary', 'Stage', 'Summary']));
    expect(sourceOf('plans').columns.find((column) => column.name === 'Status')).toMatchObject({
      status: { options: { length: 12 } },
    });
    expect(await init()).toMatchObject({ added: [] });
  });

  it('says what it made where it breaks off, and goes on from there', async () => {
    const { server, init, known, world } = await setUpInit();
    server.fail({ on: /POST \/v1\/views/, nth: 2, fault: { status: 503 } });
    await expect(init()).rejects.toThrow(
      /^Notion has a problem of its own.* Made so far: the database “Roadmap”; .*the database “Release plans”\.$/,
    );
    expect(Object.keys(known)).toEqual(['roadmap', 'plans']);
    await init();
    expect(world.databases.size).toBe(3);
    expect(world.views.size).toBe(4);
  });

  it('asks for a page that is shared', async () => {
    const { init, world } = await setUpInit();
    await expect(init({ parent: undefined })).rejects.toThrow(
      'There is no page to put the database “Roadmap” on.',
    );
    await expect(init({ parent: world.nextId() })).rejects.toThrow(
      /^Notion shows the connection no page or database/,
    );
  });
});
