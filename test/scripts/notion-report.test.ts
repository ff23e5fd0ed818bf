import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { checkContent } from '../../scripts/check.ts';
import { readContent } from '../../scripts/content.ts';
import { reportToNotion } from '../../scripts/notion-report.ts';
import { parseRecords, readRecordFiles } from '../../scripts/records.ts';
import { editPage, setProperty } from '../notion-server/edits.ts';
import { date } from '../notion-server/values.ts';
import type { PropertyValue } from '../notion-server/wire.ts';
import type { PageRecord } from '../notion-server/world.ts';
import { setUpNotion } from './notion-setting.ts';

async function setUpReport() {
  const setting = await setUpNotion();
  const { run, folder, env, server, world, source } = setting;
  const report = async () => {
    await run(['pull']);
    const content = readContent(folder);
    const releases = parseRecords(folder, readRecordFiles(join(folder, 'releases'))).releases;
    checkContent(content, releases, new Date('2026-05-04'));
    let output = '';
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((data) => {
      output += String(data);
      return true;
    });
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    server.log.length = 0;
    try {
      await reportToNotion(content, releases);
    } finally {
      write.mockRestore();
      vi.unstubAllEnvs();
    }
    return output;
  };
  const valueOf = (page: PageRecord, name: string): PropertyValue | undefined => {
    const column = world.sources.get(source.id)?.columns.find((each) => each.name === name);
    return page.properties[column?.id ?? ''];
  };
  const comments = () =>
    [...world.comments.values()].map(({ text }) => text.map((item) => item.plain_text).join(''));
  return { ...setting, report, valueOf, comments };
}

test('authors are told on their pages, once, and again only when something else is to be said', async () => {
  const { run, addPlan, report, valueOf, comments, world, server, folder } = await setUpReport();
  const page = addPlan('Book a table', '1.2');
  await run(['pull']);
  await run(['publish']);
  expect(await report()).toContain(
    '1 plan in Notion: 1 comment written, 0 updated; properties of 1 page changed.',
  );
  expect(comments()).toHaveLength(1);
  expect(comments()[0]).toMatch(/^Slipway: \d+ warnings?\.\n• [^]*\n\d+ % complete; missing: /);
  expect(valueOf(page, 'Published URL')).toMatchObject({
    url: 'https://updates.kiosk.example.com/news/releases/1-2/',
  });
  const completeness = valueOf(page, 'Completeness') as unknown as { number: number };
  expect(completeness.number).toBeGreaterThan(0);
  expect(completeness.number).toBeLessThan(1);

  expect(await report()).toContain('0 comments written, 0 updated; properties of 0 pages changed.');
  expect(server.log.filter((line) => !/^GET|\/query$/.test(line))).toEqual([]);
  // Whoever has no memory asks Notion what the comment says.
  rmSync(join(folder, '.slipway'), { recursive: true });
  expect(await report()).toContain('0 comments written, 0 updated; properties of 0 pages changed.');

  world.clock.advance(600_000);
  setProperty(world, page.id, 'Released', date('2027-01-01'));
  editPage(world, page.id, (each) => Object.assign(each, { body: '## Sumary\nBetter.' }));
  expect(await report()).toContain('0 comments written, 1 updated');
  expect(comments()).toHaveLength(1);
  expect(comments()[0]).toContain('Unknown section “Sumary”; did you mean “Summary”?');
});

test('a property of the same name and another type is left alone, and 403 says what to switch on', async () => {
  const { addPlan, report, source, server, comments } = await setUpReport();
  addPlan('Book a table', '1.2');
  source.columns.push({
    ...(source.columns[1] as (typeof source.columns)[0]),
    id: 'x%3Ay',
    name: 'Completeness',
  });
  expect(await report()).toContain(
    'The property “Completeness” is a rich_text and would have to be a number',
  );
  expect(comments()).toHaveLength(1);
  addPlan('Split the bill', '1.3');
  server.fail({ on: /POST \/v1\/comments/, fault: { status: 403 } });
  await expect(report()).rejects.toMatchObject({
    message: expect.stringContaining('does not let the connection comment') as string,
    hint: expect.stringContaining('Insert comments') as string,
  });
  expect(comments()).toHaveLength(1);
});
