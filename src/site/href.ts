import { getSite } from './load.ts';

/**
 * The link to an address of this site, below whatever sub-path it stands. Addresses start with a slash: `/changelog/`,
 * `/releases/1-2-0/#change`.
 */
export function href(address: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + address;
}

/** The whole URL of an address of this site, for feeds and canonical links. */
export function absoluteHref(address: string): string {
  return new URL(href(address), import.meta.env.SITE).href;
}

/** The link to a file that all languages of a site share: its icon, a script, a picture. */
export function fileHref(address: string): string {
  return filesBase().replace(/\/$/, '') + address;
}

/** Where those files stand, as a path with a slash at its end. */
export function filesBase(): string {
  const { original } = getSite();
  return original ? new URL(original.url).pathname.replace(/\/*$/, '/') : import.meta.env.BASE_URL;
}
