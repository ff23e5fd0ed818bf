import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addPage, recompute, renameColumn, setProperty } from '../../notion-server/edits.ts';
import { date, status, title } from '../../notion-server/values.ts';
import { fileOf, MINUTE, setUpPull, snapshot } from './pull-setting.ts';
import { countRequests } from './setting.ts';

describe('a pull of a database that changes', () => {
  it('follows renamed properties by their id, even between two pages of the list', async () => {
    const { world, source, server, folder, pull } = await setUpPull(150);
    server.fail({
      on: /query/,
      nth: 2,
      fault: { meanwhile: () => renameColumn(world, source.id, 'Version', 'Build') },
    });
    await pull();
    expect(fileOf(folder, 'plan-149')).toContain("version: '1.149'");
    const report = await pull();
    expect(report.notes.map((note) => note.text)).toEqual([
      expect.stringMatching(/^The property “Version” is now called “Build”\..*https:\/\/app\.notion\.com\//),
    ]);
    expect(report.changed).toEqual([]);
  });

  it('ends with one message where a property is gone or has another type', async () => {
    const { world, source, folder, pull } = await setUpPull(2);
    await pull();
    const before = snapshot(folder);
    const found = world.sources.get(source.id) as typeof source;
    const columns = [...found.columns];
    found.columns = columns.filter((column) => column.name !== 'Visibility');
    await expect(pull()).rejects.toThrow(
      'The property “Visibility”, which plans were read from, is gone from the database.',
    );
    found.columns = columns.map(
      (column) =>
        (column.name === 'Released'
          ? { ...column, type: 'checkbox', checkbox: {} }
          : column) as typeof column,
    );
    await expect(pull()).rejects.toThrow(
      'The property “Released” is a checkbox, and was a date; Released cannot be read from it.',
    );
    expect(snapshot(folder)).toEqual(before);
    found.columns = columns.filter((column) => column.name !== 'Visibility');
    expect((await pull({ acceptSchema: true })).changed).toHaveLength(2);
  });

  it('takes over a renamed status, and two titles that were swapped', async () => {
    const { world, folder, pull, page, clock } = await setUpPull(3);
    await pull();
    const column =
      [...Object.entries(page(0).properties)].find(([, value]) => value.type === 'status')?.[0] ?? '';
    for (const index of [0, 1, 2])
      recompute(world, page(index).id, (each) =>
        Object.assign(each.properties, { [column]: status('shipped') }),
      );
    expect((await pull()).changed).toHaveLength(3);
    setProperty(world, page(0).id, 'Name', title('Plan 1'));
    setProperty(world, page(1).id, 'Name', title('Plan 0'));
    clock.advance(10 * MINUTE);
    await pull();
    expect(fileOf(folder, 'plan-1-')).toMatch(/title: Plan 1\n[^]*status: shipped\n[^]*This is plan 0\./);
    expect(fileOf(folder, 'plan-0-')).toMatch(/title: Plan 0\n[^]*This is plan 1\./);
    expect(readdirSync(folder).filter((name) => name.endsWith('.md'))).toHaveLength(3);
  });

  it('accepts the id or link of a database, and explains what is neither', async () => {
    const { world, database, source, server, pull } = await setUpPull(1);
    const report = await pull({
      dataSource: `https://app.notion.com/p/acme/Plans-${database.id.replaceAll('-', '')}?v=1`,
    });
    expect(report.notes[0]?.text).toContain(`its data source is ${source.id}`);
    expect(countRequests(server)).toBe(5);
    await expect(pull({ dataSource: 'my plans' })).rejects.toThrow(
      '`my plans` is neither an id nor a link of Notion.',
    );
    await expect(pull({ dataSource: world.nextId() })).rejects.toThrow(
      /^Notion shows the connection no page or database for the database of your plans/,
    );
    (world.sources.get(source.id) as typeof source).inTrash = true;
    await expect(pull()).rejects.toThrow('The database of your plans is in Notion’s trash.');
  });

  it('reads properties by the names or ids of site.yaml', async () => {
    const { world, source, folder, pull } = await setUpPull(0, { Name: { title: {} }, Launch: { date: {} } });
    addPage(world, source.id, { title: 'Plan', createdAt: 0, properties: { Launch: date('2026-11-18') } });
    await pull({ mapping: { released: 'launch' } });
    expect(fileOf(folder, 'plan-')).toContain("released: '2026-11-18'");
    await expect(pull({ mapping: { released: 'Lunch' } })).rejects.toThrow(
      'The database has no property “Lunch”, which site.yaml names for Released.',
    );
    await expect(pull({ mapping: { relased: 'Launch' } })).rejects.toMatchObject({
      hint: 'Did you mean `released`?',
    });
  });
});
