import sharp from 'sharp';
import { expect, test } from 'vitest';
import { readImageSize } from '../../src/site/image-size.ts';

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
