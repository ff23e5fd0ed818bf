import { readFileSync } from 'node:fs';
import {
  type BrokenLink,
  findBrokenLinks,
  hasLinks,
  readLinks,
  type SiteLinks,
} from '../../src/site/broken-links.ts';
import { groupBy } from '../../src/site/once.ts';
import type { LinkTable } from './link-table.ts';
import type { FileEntry, Manifest } from './manifest.ts';
import type { SiteFiles } from './site-files.ts';

type Files = ReadonlyMap<string, FileEntry>;

/**
 * The links of a site that lead to nothing. Files are read only where nobody has read their links yet, and where nothing that links can lead to
 * is gone, only the links of what is new are followed.
 * @param table what is known of this site and of the one before; takes what is read
 * @param before what was known of the site before
 * @param siteUrl the address that the site stands under, with a slash at its end
 */
export function findBroken(
  files: Files,
  placeOf: SiteFiles,
  table: LinkTable,
  before: Manifest | undefined,
  siteUrl: string,
): BrokenLink[] {
  for (const [path, { hash }] of files) {
    if (!hasLinks(path) || table.has(hash)) continue;
    table.add(hash, readLinks(path, readFileSync(placeOf(path)), siteUrl));
  }
  const known = before && leadsWhereItDid(files, before.files, table) ? before.broken : undefined;
  const byFile = known && groupBy(known, ({ file }) => file);
  return findBrokenLinks(linksOf(files, table), siteUrl, (file) =>
    byFile && !files.get(file)?.fresh ? (byFile.get(file) ?? []) : undefined,
  );
}

/** True where there are the same files as before, and pages have the same anchors. */
function leadsWhereItDid(files: Files, last: Files, table: LinkTable): boolean {
  for (const path of last.keys()) if (!files.has(path)) return false;
  for (const [path, { hash, fresh }] of files) {
    if (!last.has(path)) return false;
    if (!fresh || !path.endsWith('.html')) continue;
    const then = table.get(last.get(path)?.hash ?? '')?.anchors;
    const now = new Set(table.get(hash)?.anchors);
    if (then?.length !== now.size || !then.every((anchor) => now.has(anchor))) return false;
  }
  return true;
}

function linksOf(files: Files, table: LinkTable): SiteLinks {
  return {
    has: (path) => files.has(path),
    get(path) {
      const entry = files.get(path);
      return entry && hasLinks(path) ? table.get(entry.hash) : undefined;
    },
    keys: () => files.keys(),
  };
}
