import { authorityOf } from '../../release/authority.ts';
import type { Site } from '../../release/site.ts';

/**
 * An id for the whole world that never changes (RFC 4151): `tag:example.com,2026:release:vouchers`. A site that
 * moves keeps its old `authority`. What is said in another language is another thing: `tag:…:de:release:vouchers`.
 */
export function tagUri(site: Site, parts: readonly string[]): string {
  const language = site.original ? [site.locale.toLowerCase()] : [];
  return `tag:${authorityOf(site)}:${[...language, ...parts].join(':')}`;
}
