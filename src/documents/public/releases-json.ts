import { initiativeAddress, releaseAddress } from '../../release/address.ts';
import { type Initiative, InitiativeSchema, type Release, ReleaseSchema } from '../../release/release.ts';
import type { Site } from '../../release/site.ts';
import { siteUrl } from './site-url.ts';

/** Grows with every change after which a program that reads the file would have to be changed. */
export const RELEASES_JSON_VERSION = 1;

/**
 * Every public record for programs, each with the URL of its page. Records are as they are stored; their texts are Markdown.
 * @param releases newest first
 */
export function renderReleasesJson(
  releases: readonly Release[],
  initiatives: readonly Initiative[],
  site: Site,
): string {
  return toJson({
    $schema: siteUrl(site, '/schema/releases.json'),
    version: RELEASES_JSON_VERSION,
    site: { name: site.name, url: siteUrl(site, '/'), locale: site.locale, timezone: site.timezone },
    products: site.products,
    themes: site.themes,
    releases: releases.map((release) => releaseRecord(release, site)),
    initiatives: initiatives.map((initiative) => ({
      url: siteUrl(site, initiativeAddress(initiative)),
      ...InitiativeSchema.parse(initiative),
    })),
  });
}

/** One release for programs: `/releases/1-2-0.json`. */
export function renderReleaseJson(release: Release, site: Site): string {
  return toJson({
    $schema: siteUrl(site, '/schema/release.json'),
    version: RELEASES_JSON_VERSION,
    release: releaseRecord(release, site),
  });
}

function releaseRecord(release: Release, site: Site): { url: string } & Release {
  return {
    url: siteUrl(site, releaseAddress(release, site.products.length > 1)),
    ...inOrder(release),
  };
}

/**
 * Parsing puts the keys into the schema's order, so that the same record always gives the same bytes. A record that comes from its file as it
 * is has been parsed; one that was translated or made vaguer since has not.
 */
function inOrder(release: Release): Release {
  const places = Object.keys(release).map((key) => PLACES.get(key) ?? -1);
  const isParsed = !release.locale && places.every((place, index) => place > (places[index - 1] ?? -1));
  return isParsed ? release : ReleaseSchema.parse(release);
}

const PLACES: ReadonlyMap<string, number> = new Map(
  Object.keys(ReleaseSchema.shape).map((key, place) => [key, place]),
);

function toJson(document: unknown): string {
  return `${JSON.stringify(document, undefined, 1)}\n`;
}
