import { recordsWithShareImage, type ShareRecords } from '../../src/documents/public/share-image-records.ts';
import type { Site } from '../../src/release/site.ts';
import { arrangeContent } from '../../src/site/content.ts';
import { collectRecords, type SiteRecords } from '../../src/site/record-files.ts';

/** What has a picture of its own for shared links. */
export function listShareRecords(site: Site, files: SiteRecords, now: Date): ShareRecords {
  const { releases, initiatives } = arrangeContent(site, collectRecords(files), now);
  const shown = recordsWithShareImage({ site, releases, initiatives });
  return {
    site,
    releases: releases.filter(({ id }) => shown.has(id)),
    initiatives: initiatives.filter(({ id }) => shown.has(id)),
  };
}
