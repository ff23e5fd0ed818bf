import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { copyMedia } from '../../scripts/media.ts';
import { temporaryFolder } from '../house/files.ts';
import { addFile } from '../notion-server/edits.ts';
import { setUpNotion } from './notion-setting.ts';

/** A small picture, with what a camera writes into it. */
const picture = (red: number) =>
  sharp({ create: { width: 4, height: 4, channels: 3, background: { r: red, g: 0, b: 0 } } })
    .withExif({ IFD0: { Copyright: 'Taken at home' }, IFD3: { GPSLatitude: '59/1 20/1 0/1' } })
    .jpeg()
    .toBuffer();

async function setUp() {
  const notion = await setUpNotion();
  const { world, addPlan, run, folder } = notion;
  const shown = addFile(world, 'shown.jpg', await picture(200), 'image/jpeg');
  const hidden = addFile(world, 'hidden.jpg', await picture(100), 'image/jpeg');
  const page = addPlan(
    'Book a table',
    '1.2',
    `Look: ![The new page](${shown})\n## Risks\n![Sketch](${hidden})`,
  );
  await run(['pull']);
  await run(['publish']);
  return {
    ...notion,
    page,
    media: join(folder, 'releases/_media'),
    pulled: join(folder, 'plans/notion/media'),
  };
}

test('what a public record shows stands beside it, drawn anew, and nothing else does', async () => {
  const { media, pulled, folder } = await setUp();
  expect(readdirSync(pulled)).toHaveLength(2);
  const [name = '', ...others] = readdirSync(media);
  expect([name, others]).toEqual([expect.stringMatching(/^[0-9a-f]{20}\.jpg$/), []]);
  expect(readFileSync(join(folder, 'releases/till/1-2.yaml'), 'utf8')).toContain(`/media/${name}`);
  const { exif, width } = await sharp(join(media, name)).metadata();
  expect([exif, width]).toEqual([undefined, 4]);
});

test('the site is built from the records alone', async () => {
  const { media, folder } = await setUp();
  rmSync(join(folder, 'plans'), { recursive: true });
  const site = temporaryFolder();
  copyMedia(folder, site);
  expect(readdirSync(join(site, 'media'))).toEqual(readdirSync(media));

  const [name = ''] = readdirSync(media);
  for (const wrong of [await picture(50), '<svg onload="alert(1)"/>']) {
    writeFileSync(join(media, name), wrong);
    expect(() => copyMedia(folder, temporaryFolder())).toThrow(
      'is not beside the records as it was published',
    );
  }
});

test('what nothing shows any more goes with the next publication, and comes back with its text', async () => {
  const { media, run, folder } = await setUp();
  const [name = ''] = readdirSync(media);
  writeFileSync(join(media, '0123456789abcdef0123.png'), 'left by somebody');
  writeFileSync(join(folder, 'releases/.gitattributes'), '* text eol=lf');
  await run(['publish']);
  expect(readdirSync(media)).toEqual([name]);
  expect(readdirSync(join(folder, 'releases'))).toContain('.gitattributes');

  const plan = join(
    folder,
    'plans/notion',
    readdirSync(join(folder, 'plans/notion')).find((each) => each.endsWith('.md')) ?? '',
  );
  const text = readFileSync(plan, 'utf8');
  writeFileSync(plan, text.replace(/!\[The new page\]\([^)]*\)/, 'here'));
  await run(['publish']);
  expect(readdirSync(join(folder, 'releases'))).not.toContain('_media');
  writeFileSync(plan, text);
  await run(['publish', '--dry-run']);
  expect(readdirSync(join(folder, 'releases'))).not.toContain('_media');
  await run(['publish']);
  expect(readdirSync(media)).toEqual([name]);
});

test('a file that is gone holds up no publication, and is told of', async () => {
  const { media, pulled, run, folder } = await setUp();
  for (const place of [media, pulled]) rmSync(place, { recursive: true });
  const { output, code } = await run(['publish']);
  expect(code).toBe(0);
  expect(output).toMatch(/till\/1-2\.yaml shows the file \/media\/[0-9a-f]{20}\.jpg, which is not here/);
  expect(() => copyMedia(folder, temporaryFolder())).toThrow('is not beside the records');
});
