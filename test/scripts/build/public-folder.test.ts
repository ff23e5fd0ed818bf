import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { clearPictures, refuseLinksOut } from '../../../scripts/build/public-folder.ts';
import { temporaryFolder } from '../../house/files.ts';

describe('pictures in public/', () => {
  const exif = {
    IFD0: { Artist: 'Somebody', Orientation: '6' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 30/1 0/1' },
  };
  const picture = () => sharp({ create: { width: 40, height: 20, channels: 3, background: '#0a6' } });

  test.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'lose what a camera wrote into them: %s',
    async (format) => {
      const folder = temporaryFolder();
      mkdirSync(join(folder, 'images'));
      const file = join(folder, 'images', `a.${format}`);
      writeFileSync(file, await picture().withExif(exif).toFormat(format).toBuffer());
      expect(readFileSync(file).includes('Somebody')).toBe(true);
      await clearPictures(folder);
      expect(readFileSync(file).includes('Somebody')).toBe(false);
      const { exif: left, format: same } = await sharp(readFileSync(file)).metadata();
      expect(left).toBeUndefined();
      expect(same).toBe(format === 'avif' ? 'heif' : format);
    },
  );

  test('stand as they were seen', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'a.jpg');
    writeFileSync(file, await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer());
    await clearPictures(folder);
    expect(await sharp(readFileSync(file)).metadata()).toMatchObject({ width: 20, height: 40 });
  });

  test('stay byte for byte where nothing is in them', async () => {
    const folder = temporaryFolder();
    const bytes = await picture().jpeg({ quality: 40 }).toBuffer();
    writeFileSync(join(folder, 'a.jpg'), bytes);
    await clearPictures(folder);
    expect(readFileSync(join(folder, 'a.jpg')).equals(bytes)).toBe(true);
  });

  test('are named where they cannot be read', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.png'), 'no picture');
    await expect(clearPictures(folder)).rejects.toThrow('The picture `public/a.png` cannot be read');
  });
});

describe('links in public/', () => {
  test.each(['out', 'nowhere'])('that lead %s are refused', (name) => {
    const folder = temporaryFolder();
    const other = temporaryFolder();
    writeFileSync(join(other, 'out'), 'not for readers');
    symlinkSync(join(other, name), join(folder, 'a.txt'));
    expect(() => refuseLinksOut(folder)).toThrow('`public/a.txt` is a link');
  });

  test('to a neighbour whose name begins as that of the folder are refused', () => {
    const parent = temporaryFolder();
    for (const name of ['public', 'public-not']) mkdirSync(join(parent, name));
    symlinkSync(join(parent, 'public-not'), join(parent, 'public', 'a'));
    expect(() => refuseLinksOut(join(parent, 'public'))).toThrow('out of `public/`');
  });

  test('within it may stay', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.txt'), 'for readers');
    symlinkSync(join(folder, 'a.txt'), join(folder, 'b.txt'));
    expect(() => refuseLinksOut(folder)).not.toThrow();
  });
});
