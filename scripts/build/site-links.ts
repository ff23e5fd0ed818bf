import { readFileSync } from 'node:fs';
import { hasLinks, readLinks, type SiteLinks } from '../../src/site/broken-links.ts';
import { createLinkTable, type LinkTable, type PackedLinks } from './link-table.ts';
import type { FileEntry } from './manifest.ts';
import type { SiteFiles } from './site-files.ts';

/**
 * The links of every file of a site. Files are read only where nobody has read their links yet.
 * @param made what was read as files were made
 * @param last what was known of the site before
 * @param siteUrl the address that the site stands under, with a slash at its end
 */
export function gatherLinks(
  files: ReadonlyMap<string, FileEntry>,
  places: SiteFiles,
  { made, last }: { made: PackedLinks; last: PackedLinks | undefined },
  siteUrl: string,
): { links: SiteLinks; packed: PackedLinks } {
  const table = createLinkTable();
  const digests = new Set([...files.values()].map(({ hash }) => hash));
  if (last) table.take(last, (digest) => digests.has(digest));
  table.take(made);
  for (const [path, { hash }] of files) {
    if (!hasLinks(path) || table.packed.files.has(hash)) continue;
    table.add(hash, readLinks(path, readFileSync(places.get(path) ?? '', 'utf8'), siteUrl));
  }
  return { links: linksOf(files, table), packed: table.packed };
}

function linksOf(files: ReadonlyMap<string, FileEntry>, table: LinkTable): SiteLinks {
  return {
    has: (path) => files.has(path),
    get(path) {
      const entry = files.get(path);
      return entry && hasLinks(path) ? table.get(entry.hash) : undefined;
    },
    keys: () => files.keys(),
  };
}
