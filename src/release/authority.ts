import type { Site } from './site.ts';

/** `host,year` in the ids of feeds and calendars (RFC 4151): that of the site, or else its host. The year says when the host was its own. */
export function authorityOf({ authority, url }: Pick<Site, 'authority' | 'url'>): string {
  return authority ?? `${new URL(url).hostname},2026`;
}

/** False for a machine that somebody tries the site on: everybody has one of that name. */
export function isForAll(authority: string): boolean {
  return /\.[a-z][a-z0-9-]*,/.test(authority);
}
