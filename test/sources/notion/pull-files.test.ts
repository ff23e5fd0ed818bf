import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { addFile, editPage } from '../../notion-server/edits.ts';

import { fileOf, MINUTE, setUpPull } from './pull-setting.ts';
import { countRequests } from './setting.ts';

describe('files of a plan', () => {
  const picture = () =>
    sharp({ create: { width: 30, height: 20, channels: 3, background: '#09c' } })
      .png()
      .toBuffer();

  async function setUpFiles(
    body: (files: string[]) => string,
    ...files: [name: string, bytes: Uint8Array, type: string][]
  ) {
    const setting = await setUpPull(1);
    const marks = files.map(([name, bytes, type]) => addFile(setting.world, name, bytes, type));
    editPage(setting.world, setting.page(0).id, (each) => Object.assign(each, { body: body(marks) }));
    setting.clock.advance(10 * MINUTE);
    return { ...setting, ids: marks.map((mark) => mark.slice(7, -2)) };
  }

  it('are taken once, and no signed address is left', async () => {
    const setting = await setUpFiles(
      ([map, pdf]) => `![Map](${map})\n<pdf src="${pdf}">Paper</pdf>\n![Map again](${map})`,
      ['map.png', await picture(), 'image/png'],
      ['paper.pdf', Buffer.from('%PDF-1.7 x'), 'application/pdf'],
    );
    const { folder, server, pull, world, page, clock } = setting;
    await pull();
    const file = fileOf(folder, 'plan-0') ?? '';
    expect(file).toMatch(
      /!\[Map\]\(\/media\/([0-9a-f]{20})\.png\)\n\n\[Paper\]\(\/media\/[0-9a-f]{20}\.pdf\)\n\n!\[Map again\]\(\/media\/\1\.png\)/,
    );
    expect(file + readFileSync(join(folder, '.notion.json'), 'utf8')).not.toMatch(/X-Amz-|Signature/);
    expect([countRequests(server), server.fileLog.length]).toEqual([3, 2]);
    editPage(world, page(0).id, (each) => Object.assign(each, { body: `${each.body}\nMore.` }));
    clock.advance(3 * 3_600_000);
    await pull();
    expect(server.fileLog).toHaveLength(2);
    expect(readdirSync(join(folder, 'media'))).toHaveLength(2);
  });

  it('go when no page shows them any more', async () => {
    const { folder, pull, world, page, clock } = await setUpFiles(
      ([map]) => `![Map](${map})`,
      ['map.png', await picture(), 'image/png'],
    );
    await pull();
    editPage(world, page(0).id, (each) => Object.assign(each, { body: 'Without.' }));
    clock.advance(10 * MINUTE);
    await pull();
    expect(existsSync(join(folder, 'media'))).toBe(false);
  });

  it.each([
    ['200 with XML', { status200Xml: true }, 'no picture'],
    ['403', { status: 403 }, 'answered 403'],
    [
      'a redirect to a private address',
      { redirect: 'https://192.168.0.1/x.png' },
      'not on the public internet',
    ],
    ['a body of 300 MB', { endless: 300_000_000 }, 'larger than 1 MB'],
  ] as const)('are left out after %s, with a message, and tried again', async (_, fault, reason) => {
    const { folder, server, pull, ids } = await setUpFiles(
      ([map]) => `Before\n![Map](${map})`,
      ['map.png', await picture(), 'image/png'],
    );
    server.fileFaults.set(ids[0] ?? '', fault);
    const report = await pull();
    expect(report.notes).toMatchObject([{ title: 'Plan 0', text: expect.stringContaining(reason) }]);
    expect(fileOf(folder, 'plan-0')).toMatch(/Before\n\nMap\n$/);
    server.fileFaults.clear();
    await pull();
    expect(fileOf(folder, 'plan-0')).toMatch(/!\[Map\]\(\/media\//);
  });

  it('are refused as SVG', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const { folder, pull } = await setUpFiles(([map]) => `![Map](${map})`, ['map.svg', svg, 'image/svg+xml']);
    expect((await pull()).notes[0]?.text).toContain('SVG is not, either');
    expect(fileOf(folder, 'plan-0')).not.toContain('svg');
  });
});
