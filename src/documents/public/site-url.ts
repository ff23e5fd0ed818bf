import type { Site } from '../../release/site.ts';

/** The whole URL of an address of the site: `/releases/1-2-0/` → `https://example.com/updates/releases/1-2-0/`. */
export function siteUrl(site: Pick<Site, 'url'>, address: string): string {
  return new URL(address.replace(/^\//, ''), siteBase(site)).href;
}

/** Where the site begins, with a slash at its end. */
export function siteBase(site: Pick<Site, 'url'>): string {
  return site.url.replace(/\/*$/, '/');
}
