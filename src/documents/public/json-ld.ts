import type { BreadcrumbList, Graph, ItemList, Organization, WebPageLeaf, WebSite } from 'schema-dts';
import { releaseAddress } from '../../release/address.ts';
import type { Release } from '../../release/release.ts';
import type { Site } from '../../release/site.ts';
import { feedMoment } from './feed-moment.ts';
import { renderExcerpt } from './plain-text.ts';
import { printable } from './printable.ts';
import { releaseName } from './release-name.ts';
import { siteUrl } from './site-url.ts';
import { cutWords, oneLine } from './one-line.ts';

/** What search engines are told of a page, in the words of schema.org. */
export interface JsonLdPage {
  title: string;
  description?: string;
  address: string;
  /** The address of its picture. */
  image?: string;
  /** The pages above this one, the home page first. */
  trail: readonly { title: string; address: string }[];
}

/** Any other page. */
export function describePageJsonLd(page: JsonLdPage, site: Site): string {
  if (page.trail.length === 0) return render([{ ...website(site), inLanguage: site.locale }]);
  return render([
    {
      '@type': 'WebPage',
      ...webPage(page, site),
    },
    breadcrumb(page, site),
  ]);
}

/** A page that lists releases. */
export function describeListJsonLd(page: JsonLdPage, releases: readonly Release[], site: Site): string {
  return render([
    {
      '@type': 'CollectionPage',
      ...webPage(page, site),
      // A list of nothing is a fault to those who read it.
      mainEntity: releases.length > 0 ? list(releases, site) : undefined,
    },
    breadcrumb(page, site),
  ]);
}

function list(releases: readonly Release[], site: Site): ItemList {
  return {
    '@type': 'ItemList',
    numberOfItems: releases.length,
    itemListElement: releases.map((release, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: releaseName(release, site),
      url: addressOf(release, site),
    })),
  };
}

function webPage(page: JsonLdPage, site: Site): Omit<WebPageLeaf, '@type'> {
  const url = siteUrl(site, page.address);
  return {
    '@id': url,
    url,
    name: printable(page.title),
    description: page.description && printable(page.description),
    inLanguage: site.locale,
    isPartOf: website(site),
  };
}

/** A release: an article about a version of a product. */
export function describeReleaseJsonLd(page: JsonLdPage, release: Release, site: Site): string {
  const url = addressOf(release, site);
  const product = site.products.find(({ id }) => id === release.product);
  const published = release.publishAt ?? (release.released && feedMoment(release.released, site.timezone));
  const organization: Organization = {
    '@type': 'Organization',
    name: printable(site.name),
    url: site.links.home ?? siteUrl(site, '/'),
  };
  return render([
    {
      '@type': 'TechArticle',
      '@id': url,
      url,
      mainEntityOfPage: url,
      // Search engines cut a headline at 110 characters.
      headline: cutWords(releaseName(release, site), 110),
      description: release.summary && renderExcerpt(release.summary, 300),
      image: page.image && siteUrl(site, page.image),
      datePublished: published,
      dateModified: release.edited ? feedMoment(release.edited.on, site.timezone) : published,
      inLanguage: release.locale ?? site.locale,
      author: organization,
      publisher: organization,
      isPartOf: website(site),
      about: {
        '@type': 'SoftwareApplication',
        name: printable(product?.name ?? release.product),
        description: product?.description && printable(product.description),
        softwareVersion: release.version && printable(release.version),
        releaseNotes: url,
        downloadUrl: release.downloads?.map((download) => download.url),
      },
    },
    breadcrumb({ ...page, title: oneLine(release.title) }, site),
  ]);
}

function website(site: Site): WebSite {
  const url = siteUrl(site, '/');
  return { '@type': 'WebSite', '@id': `${url}#website`, url, name: printable(site.name) };
}

function breadcrumb({ title, address, trail }: JsonLdPage, site: Site): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [...trail, { title, address }].map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: printable(step.title),
      item: siteUrl(site, step.address),
    })),
  };
}

function addressOf(release: Release, site: Site): string {
  return siteUrl(site, releaseAddress(release, site.products.length > 1));
}

/** Inside `<script>` a `<` could end it. */
function render(graph: Graph['@graph']): string {
  const document: Graph = { '@context': 'https://schema.org', '@graph': graph };
  return JSON.stringify(document).replaceAll('<', String.raw`\u003c`);
}
