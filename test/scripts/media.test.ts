import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { copyMedia } from '../../scripts/media.ts';
import { temporaryFolder } from '../house/files.ts';
import { addFile } from '../notion-server/edits.ts';
import { setUpNotion } from './notion-setting.ts';

test('the site gets the pictures that public records show, checked, and no others', async () => {
  const { run, addPlan, world, folder } = await setUpNotion();
  const picture = (red: number) =>
    sharp({ create: { width: 4, height: 4, channels: 3, background: { r: red, g: 0, b: 0 } } })
      .png()
      .toBuffer();
  const shown = addFile(world, 'shown.png', await picture(200), 'image/png');
  const hidden = addFile(world, 'hidden.png', await picture(100), 'image/png');
  addPlan('Book a table', '1.2', `Look: ![The new page](${shown})\n## Risks\n![Sketch](${hidden})`);
  await run(['pull']);
  const media = join(folder, 'plans/notion/media');
  expect(readdirSync(media)).toHaveLength(2);
  await run(['publish']);
  const site = temporaryFolder();
  copyMedia(folder, site);
  const [name = '', ...others] = readdirSync(join(site, 'media'));
  expect([name, others]).toEqual([expect.stringMatching(/^[0-9a-f]{20}\.png$/), []]);

  writeFileSync(join(media, name), await picture(50));
  expect(() => copyMedia(folder, temporaryFolder())).toThrow('is not what was pulled from Notion');
  writeFileSync(join(media, name), '<svg onload="alert(1)"/>');
  expect(() => copyMedia(folder, temporaryFolder())).toThrow('is not what was pulled from Notion');
});
