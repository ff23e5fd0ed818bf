import type { Site } from '../../release/site.ts';

/**
 * An id for the whole world that never changes (RFC 4151): `tag:example.com,2026:release:vouchers`. The year says when the host
 * was the site's; a site that moves keeps its old `authority`.
 */
export function tagUri(site: Site, parts: readonly string[]): string {
  return `tag:${site.authority ?? `${new URL(site.url).hostname},2026`}:${parts.join(':')}`;
}
