import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { clearDrawingsAndFilms, clearPictures } from '../../../scripts/build/public-folder.ts';
import { clearFilm } from '../../../src/sources/clear-film.ts';
import { readFileKind } from '../../../src/sources/notion/files/file-kind.ts';
import { prepareMedia } from '../../../src/sources/notion/files/media.ts';
import { temporaryFolder } from '../../house/files.ts';

/** A box of ISO/IEC 14496-12. */
function box(kind: string, ...parts: (string | Buffer)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(kind, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/** One whose size takes 8 bytes. */
function longBox(kind: string, body: string): Buffer {
  const head = Buffer.alloc(16);
  head.writeUInt32BE(1);
  head.write(kind, 4, 'latin1');
  head.writeBigUInt64BE(BigInt(body.length + 16), 8);
  return Buffer.concat([head, Buffer.from(body)]);
}

const moment = Buffer.from([0xe6, 0x12, 0x34, 0x56, 0xe6, 0x12, 0x34, 0x57]);
const film = Buffer.concat([
  box('ftyp', 'isom'),
  box(
    'moov',
    box('mvhd', Buffer.alloc(4), moment, 'rate'),
    box(
      'trak',
      box('tkhd', Buffer.from([1, 0, 0, 0]), moment, moment, 'id'),
      box('mdia', box('udta', 'kanari')),
    ),
    box('udta', '\u00a9xyz+52.5200+013.4050/ kanari'),
    box('meta', 'com.apple.quicktime.location.ISO6709 kanari'),
  ),
  longBox('uuid', 'kanari'),
  longBox('mdat', 'udta pictures'),
  box('free', 'x'),
]);

test('films lose where, when and by whom they were made, and nothing moves', async () => {
  const cleared = Buffer.from(clearFilm(film));
  expect(cleared).toHaveLength(film.length);
  expect(cleared.includes('kanari')).toBe(false);
  expect(cleared.includes(moment)).toBe(false);
  expect(cleared.indexOf('udta pictures')).toBe(film.indexOf('udta pictures'));
  for (const kept of ['isom', 'rate', 'id', 'mdat']) expect(cleared.includes(kept), kept).toBe(true);
  expect(film.includes('kanari')).toBe(true);
  expect(Buffer.from(clearFilm(cleared)).equals(cleared)).toBe(true);

  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.mp4'), film);
  clearDrawingsAndFilms(folder);
  expect(readFileSync(join(folder, 'a.mp4')).equals(cleared)).toBe(true);
  const media = await prepareMedia(film);
  expect(Buffer.from(media.bytes).equals(cleared)).toBe(true);
  expect(media.name).toMatch(/\.mp4$/);
});

test('what is no film, or no whole one, stays as it is', () => {
  for (const bytes of [Buffer.from('%PDF-1.7 udta'), Buffer.alloc(0), Buffer.alloc(3)])
    expect(Buffer.from(clearFilm(bytes)).equals(bytes)).toBe(true);
  const cut = film.subarray(0, 40);
  expect(Buffer.from(clearFilm(cut)).equals(cut)).toBe(true);
  const mad = Buffer.concat([box('ftyp', 'isom'), Buffer.from([0, 0, 0, 1, 0x75, 0x64])]);
  expect(Buffer.from(clearFilm(mad)).equals(mad)).toBe(true);
});

test('a picture that is held as a film is none', () => {
  for (const brand of ['heic', 'heix', 'mif1', 'msf1', 'hevc'])
    expect(readFileKind(box('ftyp', brand, Buffer.alloc(8)))).toBeUndefined();
  expect(readFileKind(box('ftyp', 'isom', Buffer.alloc(8)))?.extension).toBe('mp4');
  expect(readFileKind(box('ftyp', 'avif', Buffer.alloc(8)))?.extension).toBe('avif');
});

test('drawings lose comments and what programs say of their users', () => {
  const folder = temporaryFolder();
  const drawn = '<rect width="1" height="1"/><text>kept</text>';
  const text = `<svg xmlns="http://www.w3.org/2000/svg" sodipodi:docname="kanari.svg" inkscape:export-filename='/home/kanari/x.png' content="&lt;mxfile&gt;kanari&lt;/mxfile&gt;" content='&lt;mxfile&gt;kanari'><!-- kanari --><metadata id="m"><dc>kanari</dc></metadata><metadata/>${drawn}</svg>`;
  writeFileSync(join(folder, 'a.svg'), text);
  writeFileSync(join(folder, 'b.txt'), '<!-- kept -->');
  clearDrawingsAndFilms(folder);
  expect(readFileSync(join(folder, 'a.svg'), 'utf8')).toBe(
    `<svg xmlns="http://www.w3.org/2000/svg">${drawn}</svg>`,
  );
  expect(readFileSync(join(folder, 'b.txt'), 'utf8')).toBe('<!-- kept -->');
});

test('drawings keep the bytes of letters in other encodings', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'a.svg');
  writeFileSync(file, '<svg><!-- kanari --><text>Gr\u00fc\u00dfe</text></svg>', 'latin1');
  clearDrawingsAndFilms(folder);
  expect(readFileSync(file, 'latin1')).toBe('<svg><text>Gr\u00fc\u00dfe</text></svg>');
});

test.each(['<!--', '<metadata ', '<metadata>', '<metadata/ ', ' sodipodi:docname=', ' content="&lt;mxfile '])(
  'drawings that are full of `%s` are cleared quickly',
  (text) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.svg'), text.repeat(200_000));
    const start = performance.now();
    clearDrawingsAndFilms(folder);
    expect(performance.now() - start).toBeLessThan(2000);
  },
);

test.each(['png', 'jpeg'] as const)('a picture ends where it ends: %s', async (format) => {
  const folder = temporaryFolder();
  const file = join(folder, `a.${format}`);
  const picture = sharp({ create: { width: 9, height: 9, channels: 3, background: '#0a6' } });
  writeFileSync(file, Buffer.concat([await picture.toFormat(format).toBuffer(), Buffer.from('kanari')]));
  await clearPictures(folder);
  expect(readFileSync(file).includes('kanari')).toBe(false);
  expect(await sharp(readFileSync(file)).metadata()).toMatchObject({ width: 9 });
});

test.each(['png', 'jpeg'] as const)(
  'of a picture that a smaller one was saved over nothing is left: %s',
  async (format) => {
    const folder = temporaryFolder();
    const file = join(folder, `a.${format}`);
    const draw = (width: number) =>
      sharp({
        create: {
          width,
          height: width,
          channels: 3,
          background: '#0a6',
          noise: { type: 'gaussian', mean: 9, sigma: 9 },
        },
      })
        .toFormat(format)
        .toBuffer();
    const [cropped, whole] = [await draw(9), await draw(90)];
    writeFileSync(file, Buffer.concat([cropped, whole.subarray(cropped.length)]));
    await clearPictures(folder);
    expect(readFileSync(file).includes(whole.subarray(-200))).toBe(false);
    expect(await sharp(readFileSync(file)).metadata()).toMatchObject({ width: 9 });
  },
);
