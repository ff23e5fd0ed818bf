import sharp from 'sharp';
import { expect, test, vi } from 'vitest';
import { readImageSize } from '../../src/site/image-size.ts';
import { publicImageSize } from '../../src/site/public-image.ts';
import { recordReader } from '../../src/site/record-files.ts';
import { temporaryFolder, writeFiles } from '../house/files.ts';

const picture = () => sharp({ create: { width: 321, height: 123, channels: 3, background: '#abc' } });

test.each([
  ['PNG', () => picture().png().toBuffer()],
  ['JPEG', () => picture().jpeg().toBuffer()],
  ['a JPEG that comes in steps', () => picture().jpeg({ progressive: true }).toBuffer()],
  ['GIF', () => picture().gif().toBuffer()],
  ['WebP', () => picture().webp().toBuffer()],
  ['WebP without loss', () => picture().webp({ lossless: true }).toBuffer()],
  ['SVG', () => Promise.resolve(Buffer.from('<svg xmlns="x" width="321" height="123px"></svg>'))],
] as [string, () => Promise<Buffer>][])('%s says its size', async (_, make) => {
  expect(readImageSize(await make())).toEqual({ width: 321, height: 123 });
});

test('what is no image, or is cut off, says nothing and harms nothing', async () => {
  const jpeg = await picture().jpeg().toBuffer();
  for (let end = 0; end < 64; end++) expect(() => readImageSize(jpeg.subarray(0, end))).not.toThrow();
  expect(readImageSize(Buffer.from('hello, this is a text and nothing else at all'))).toBeUndefined();
  expect(readImageSize(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]))).toBeUndefined();
});

test('an SVG without a size fills the column in its shape', () => {
  expect(readImageSize(Buffer.from('<?xml?><svg viewBox="0 0 340 100"></svg>'))).toEqual({
    width: 680,
    height: 200,
  });
  expect(readImageSize(Buffer.from('<svg viewBox="0 0 0 0"></svg>'))).toBeUndefined();
});

test('a picture beside the records has its size, and what leads elsewhere has none', async () => {
  const folder = temporaryFolder();
  const picture = await sharp({ create: { width: 5, height: 3, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  writeFiles(folder, { '_media/0123456789abcdef0123.png': picture, 'secret.png': picture });
  vi.stubGlobal('__SLIPWAY_RECORDS__', recordReader(folder).read);
  expect(publicImageSize('/media/0123456789abcdef0123.png')).toEqual({ width: 5, height: 3 });
  expect(publicImageSize('/media/0123456789abcdef0124.png')).toBeUndefined();
  expect(publicImageSize('/media/../secret.png')).toBeUndefined();
  vi.unstubAllGlobals();
});
