import { wordsOf } from '../../languages/languages.ts';
import { groupChanges } from '../../release/order.ts';
import type { Initiative, Release } from '../../release/release.ts';
import type { Product, Site } from '../../release/site.ts';
import { formatPartialDate } from './format-date.ts';
import { renderExcerpt } from './plain-text.ts';
import { printable } from './printable.ts';
import { releaseName } from './release-name.ts';
import { ownRecords, type ShareRecords } from './share-image-records.ts';
import { statusWord } from './words.ts';
import { oneLine } from './one-line.ts';

/** What stands on the picture that is shown where somebody shares a page (https://ogp.me/). All texts are plain, and public. */
export interface ShareImage {
  /** Below the site's base: `/og/releases/vouchers.png`. */
  address: string;
  site: string;
  title: string;
  product?: string;
  version?: string;
  /** Kinds of changes, or the state where that comes first. */
  kinds: string[];
  /** A day, or as much of it as is public. */
  when?: string;
  language: string;
  hue: number;
  face: 'serif' | 'sans';
}

/** Every picture that a site has: its own, one a product, everything on the roadmap, and its newest releases. */
export function describeShareImages(records: ShareRecords): ShareImage[] {
  const { site } = records;
  const own = ownRecords(records);
  return [
    describe(site, { address: siteImage, title: site.tagline ?? site.name }),
    ...site.products.map((product) => describeProduct(product, site)),
    ...own.map((record) =>
      'status' in record ? describeRelease(record, site) : describeInitiative(record, site),
    ),
  ];
}

export const siteImage = '/og/site.png';
/** The site's logo or mark as a square, for readers of feeds and home screens. */
export const iconImage = '/icon.png';

export function productImage(product: string): string {
  return `/og/products/${product}.png`;
}

export function recordImage(record: Release | Initiative): string {
  return `/og/${'status' in record ? 'releases' : 'roadmap'}/${record.id}.png`;
}

/** What the picture of a record says, for those who cannot see it. */
export function shareImageText(record: Release | Initiative, site: Site): string {
  return 'status' in record ? releaseName(record, site) : oneLine(record.title);
}

function describeProduct({ id, name, description }: Product, site: Site): ShareImage {
  const title = description ? renderExcerpt(description, 160) : name;
  return describe(site, {
    address: productImage(id),
    title,
    ...(title !== name && { product: name }),
  });
}

function describeRelease(release: Release, site: Site): ShareImage {
  const { page } = wordsOf(site);
  const product = site.products.find(({ id }) => id === release.product)?.name ?? release.product;
  const state = statusWord(release.status, site);
  const groups = groupChanges(release.changes ?? []).map(({ group }) => page.groups[group]);
  const date = release.released ?? release.expected;
  return describe(site, {
    address: recordImage(release),
    title: oneLine(release.title),
    product,
    version: release.version,
    kinds: [...(state ? [state] : []), ...groups].slice(0, 4),
    ...(date && { when: formatPartialDate(date, site.locale, page.quarter) }),
    language: release.locale ?? site.locale,
  });
}

function describeInitiative(initiative: Initiative, site: Site): ShareImage {
  const product = site.products.find(({ id }) => id === initiative.product)?.name;
  return describe(site, {
    address: recordImage(initiative),
    title: oneLine(initiative.title),
    ...(product && { product }),
  });
}

function describe(
  site: Site,
  image: Pick<ShareImage, 'address' | 'title'> & Partial<ShareImage>,
): ShareImage {
  const { version, product } = image;
  return {
    kinds: [],
    language: site.locale,
    hue: site.look.hue,
    face: site.look.font,
    ...image,
    site: printable(site.name),
    title: printable(image.title),
    ...(product && { product: printable(product) }),
    ...(version && { version: printable(version) }),
  };
}
