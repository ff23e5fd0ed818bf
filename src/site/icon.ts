import type { Site } from '../release/site.ts';

/** The address of what a site is known by at a small size: its own logo, or a mark in its hue. */
export function siteIcon(site: Site): string {
  return site.look.logo ?? '/favicon.svg';
}
