import { describe, expect, test } from 'vitest';
import { hexOf } from '../../src/documents/public/colour.ts';
import { renderMark } from '../../src/documents/public/mark.ts';
import { describeShareImages } from '../../src/documents/public/share-image.ts';
import type { Initiative, Release } from '../../src/release/release.ts';
import { getShareImage } from '../../src/site/share-image.ts';
import { arrangeContent } from '../../src/site/content.ts';
import { makeRelease, site } from './records.ts';

const initiative: Initiative = { id: 'parking', title: 'Parking that fits', horizon: 'now' };
const content = (releases: Release[], initiatives = [initiative]) =>
  arrangeContent(site, { releases, initiatives, withdrawn: [] }, new Date('2026-11-21T12:00:00Z'));

test('a picture says what a release is, and nothing that is not public', () => {
  const [image] = describeShareImages(
    content([makeRelease({ id: 'x', title: 'Pay with `vouchers`\u0001', status: 'yanked', locale: 'de' })]),
  ).filter(({ address }) => address === '/og/releases/x.png');
  expect(image).toMatchObject({
    title: 'Pay with `vouchers`',
    product: 'Rider app',
    version: '3.2.0',
    when: 'May 7, 2026',
    language: 'de',
  });
  expect(image?.kinds[0]).toBe('Withdrawn');
  const held = makeRelease({ id: 'later', publishAt: '2027-01-01T00:00:00Z' });
  const draft = makeRelease({ id: 'draft', status: 'draft' });
  const addresses = describeShareImages(content([held, draft])).map(({ address }) => address);
  expect(addresses.filter((address) => /later|draft/.test(address))).toEqual([]);
});

describe('which picture a page has', () => {
  const many = Array.from({ length: 400 }, (_, index) =>
    makeRelease({
      id: `r-${index}`,
      version: `1.${index}.0`,
      released: new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10),
    }),
  );
  const coming = makeRelease({ id: 'soon', version: '9.0.0', status: 'planned', released: undefined });
  const all = content([...many, coming]);

  test('what is new or to come has its own, the others that of their product', () => {
    const image = (address: string) => getShareImage(all, address).address;
    expect(image('/releases/rider-app/1-399-0/')).toBe('/og/releases/r-399.png');
    expect(image('/releases/rider-app/1-0-0/')).toBe('/og/products/rider-app.png');
    expect(image('/roadmap/soon/')).toBe('/og/releases/soon.png');
    expect(image('/roadmap/parking/')).toBe('/og/roadmap/parking.png');
    expect(image('/changelog/product/rider-app/')).toBe('/og/products/rider-app.png');
    expect(image('/changelog/')).toBe('/og/site.png');
    expect(image('/nowhere/')).toBe('/og/site.png');
  });

  test('every page has one that is drawn, and their number does not grow with the releases', () => {
    const drawn = new Set(describeShareImages(all).map(({ address }) => address));
    expect(drawn.size).toBeLessThan(130);
    for (const { version } of many) {
      const address = `/releases/rider-app/${version?.replaceAll('.', '-')}/`;
      expect(drawn).toContain(getShareImage(all, address).address);
    }
  });
});

test('the mark has the hue of the site', () => {
  expect(renderMark(165)).not.toBe(renderMark(255));
  expect(renderMark(255)).toContain(hexOf(0.41, 0.125, 255));
});

test.each([
  [1, 0, 0, '#ffffff'],
  [0, 0, 0, '#000000'],
  // The primaries, from the samples of CSS Color 4.
  [0.627955, 0.257683, 29.2339, '#ff0000'],
  [0.86644, 0.294827, 142.4953, '#00ff00'],
  [0.452014, 0.313214, 264.052, '#0000ff'],
])('oklch(%f %f %f) is %s', (lightness, chroma, hue, hex) => {
  expect(hexOf(lightness, chroma, hue)).toBe(hex);
});
