import { MOST_IN_A_SITEMAP, type SitemapEntry } from '../documents/public/sitemap.ts';
import { siteUrl } from '../documents/public/site-url.ts';
import { initiativeAddress } from '../release/address.ts';
import { changeGroups, groupOf } from '../release/order.ts';
import type { Release } from '../release/release.ts';
import { addressOf, productAddress } from './addresses.ts';
import { changelogAddress } from './changelog-addresses.ts';
import type { Content } from './content.ts';
import { groupBy, once } from './once.ts';
import { getOwnUrl, getPageLanguages } from './page-languages.ts';
import { hasSeveralProducts } from './products.ts';

/** Every page that is worth finding, in files of a size that all search engines take. */
export const getSitemaps = once((content: Content): SitemapEntry[][] => {
  const entries = getEntries(content);
  const files = Math.max(1, Math.ceil(entries.length / MOST_IN_A_SITEMAP));
  return Array.from({ length: files }, (_, file) =>
    entries.slice(file * MOST_IN_A_SITEMAP, (file + 1) * MOST_IN_A_SITEMAP),
  );
});

function getEntries(content: Content): SitemapEntry[] {
  const { site, shipped, upcoming, initiatives, roadmapChanges } = content;
  const months = groupBy(
    shipped.filter(({ released }) => released),
    ({ released = '' }) => released.slice(0, 7),
  );
  const products = groupBy(shipped, ({ product }) => product);
  const newest = newestDay(shipped);
  const moved = new Map(roadmapChanges.map(({ id, day }) => [id, day]));
  const lastMove = roadmapChanges.at(-1)?.day;
  const pages: [string, string | undefined][] = [
    ['/', newest],
    ['/changelog/', newest],
    ['/roadmap/', latest(site.roadmap.updated, lastMove)],
    ['/roadmap/changes/', lastMove],
    ['/releases/', newest],
    ...['/compare/', '/known-issues/', '/deprecations/', '/maintenance/', '/search/'].map(
      (each): [string, undefined] => [each, undefined],
    ),
    ...[...products].flatMap(([product, releases]): [string, string | undefined][] => [
      [changelogAddress({ kind: 'product', product }), newestDay(releases)],
      ...(hasSeveralProducts(site)
        ? [[productAddress(product), newestDay(releases)] as [string, string | undefined]]
        : []),
    ]),
    ...changeGroups.flatMap((group): [string, string | undefined][] => {
      const own = shipped.filter(({ changes }) => changes?.some((change) => groupOf(change) === group));
      return own.length > 0 ? [[changelogAddress({ kind: 'group', group }), newestDay(own)]] : [];
    }),
    ...[...months].map(([month, releases]): [string, string | undefined] => [
      changelogAddress({ kind: 'month', month }),
      newestDay(releases),
    ]),
    ...[...shipped, ...upcoming].map((release): [string, string | undefined] => [
      addressOf(site, release),
      latest(changedOn(release), moved.get(release.id)),
    ]),
    ...initiatives.map((initiative): [string, string | undefined] => [
      initiativeAddress(initiative),
      latest(initiative.updated, moved.get(initiative.id)),
    ]),
  ];
  return pages
    .filter(([address]) => !getOwnUrl(content, address))
    .map(([address, changed]) => ({
      url: siteUrl(site, address),
      changed,
      languages: getPageLanguages(content, address),
    }));
}

function newestDay(releases: readonly Release[]): string | undefined {
  return latest(...releases.map(changedOn));
}

function latest(...days: (string | undefined)[]): string | undefined {
  return days.reduce((last, day) => (day && (!last || day > last) ? day : last), undefined);
}

function changedOn({ released, edited }: Release): string | undefined {
  return edited?.on ?? released;
}
