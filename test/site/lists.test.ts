import { expect, test } from 'vitest';
import { renderSitemap, renderSitemapIndex } from '../../src/documents/public/sitemap.ts';
import type { Release } from '../../src/release/release.ts';
import { SiteSchema } from '../../src/release/site.ts';
import { getBrowse } from '../../src/site/browse.ts';
import { arrangeContent } from '../../src/site/content.ts';
import { getSitemaps } from '../../src/site/sitemap.ts';
import { initiatives, releases } from '../fixtures/site-records.ts';

const site = SiteSchema.parse({
  name: 'Wheelway',
  url: 'https://example.com/updates/',
  products: ['rider-app', 'fleet-console', 'partner-api'].map((id) => ({ id, name: id })),
});
const arrange = (records: Release[]) =>
  arrangeContent(site, { releases: records, initiatives, withdrawn: [] }, new Date('2026-05-12'));
const content = arrange([...releases]);

test('everything that is out can be browsed, once, newest first', () => {
  const listed = getBrowse(content).flatMap(({ years }) => years.flatMap((year) => year.releases));
  expect(new Set(listed.map(({ release }) => release.id))).toEqual(
    new Set(content.shipped.map(({ id }) => id)),
  );
  expect(listed).toHaveLength(content.shipped.length);
  for (const { years } of getBrowse(content)) {
    const order = years.map(({ year }) => year);
    expect(order).toEqual([...order].sort().toReversed());
  }
});

test('where there is too much to list, months lead on', () => {
  const many = Array.from({ length: 600 }, (_, index): Release => {
    const month = String((index % 12) + 1).padStart(2, '0');
    return {
      id: `r-${index}`,
      title: 'A',
      product: 'rider-app',
      status: 'released',
      released: `2025-${month}-01`,
    };
  });
  const [product] = getBrowse(arrange(many));
  expect(product?.years[0]).toMatchObject({ year: '2025', count: 600, releases: [] });
  expect(product?.years[0]?.months[0]).toEqual({
    month: '2025-12',
    address: '/changelog/2025/12/',
    count: 50,
  });
});

test('the sitemap names each page once, with the day of its newest record', () => {
  const entries = getSitemaps(content).flat();
  const urls = entries.map(({ url }) => url);
  expect(new Set(urls).size).toBe(urls.length);
  expect(urls).toContain('https://example.com/updates/releases/rider-app/3-4-0/');
  expect(urls.every((url) => url.startsWith('https://example.com/updates/') && url.endsWith('/'))).toBe(true);
  expect(entries.find(({ url }) => url.endsWith('/rider-app/3-4-0/'))?.changed).toBe('2026-05-09');
  const cancelled = releases.filter(({ status }) => status === 'cancelled');
  for (const { id } of cancelled) expect(urls.join()).not.toContain(`/${id}/`);
  expect(renderSitemap([{ url: 'https://example.com/?a&b', changed: '2026-05-09' }])).toContain(
    '<loc>https://example.com/?a&amp;b</loc>\n<lastmod>2026-05-09</lastmod>',
  );
  expect(renderSitemapIndex(['https://example.com/sitemap-0.xml'])).toContain('<sitemap>\n<loc>');
});

test('the sitemap dates the roadmap and what stands on it by what became of them', () => {
  const [upcoming] = content.upcoming;
  if (!upcoming) throw new Error('The fixtures have something that is to come.');
  const roadmapChanges = ['2026-04-01', '2026-05-02'].map((day) => ({
    day,
    what: 'moved' as const,
    id: upcoming.id,
    title: 'x',
  }));
  const records = { releases: [...releases], initiatives, withdrawn: [], roadmapChanges };
  const entries = getSitemaps(arrangeContent(site, records, new Date('2026-05-12'))).flat();
  const changed = (end: string) => entries.find(({ url }) => url.endsWith(end))?.changed;
  expect(changed('/roadmap/changes/')).toBe('2026-05-02');
  expect(changed('/roadmap/')).toBe('2026-05-02');
  expect(changed(`/roadmap/${upcoming.id}/`)).toBe('2026-05-02');
});
