import { initiativeAddress, releaseAddress } from '../release/address.ts';
import type { Site } from '../release/site.ts';
import { refuseCollisions } from './collisions.ts';
import { arrangeContent, type Content } from './content.ts';
import { hasSeveralProducts } from './products.ts';
import { collectRecords, ofKind, type SiteRecords } from './record-files.ts';

/** The settings of the site: all that a page needs that shows what its path hands it. */
export function getSite(): Site {
  return __SLIPWAY_SITE__;
}

/**
 * Everything that pages are made from, arranged once for a whole build. A page that asks for it is made anew whenever anything changes, so
 * pages of which there are many take what they show from the props of their path.
 */
export async function loadContent(): Promise<Content> {
  __SLIPWAY_WATCH__?.('everything');
  return arrange();
}

/** The same for a page that shows nothing which outlines leave out (`outlineOf`); mended texts do not make it anew. */
export async function loadOutlines(): Promise<Content> {
  __SLIPWAY_WATCH__?.('outlines');
  return arrange();
}

/**
 * What a page shows that there is once. A page that exports this as `getProps` is made anew only where something of it has changed, as one is
 * that is handed props by its path.
 */
export function pick<T>(take: (content: Content) => T): () => T {
  return () => take(arrange());
}

function arrange(): Content {
  const records = __SLIPWAY_RECORDS__();
  if (known?.records !== records) known = { records, content: readContent(records) };
  return known.content;
}

let known: { records: SiteRecords; content: Content } | undefined;

function readContent(files: SiteRecords): Content {
  const site = getSite();
  const several = hasSeveralProducts(site);
  refuseCollisions([
    ...ofKind(files, 'release').map(({ file, record }) => ({
      file,
      address: releaseAddress(record, several),
    })),
    ...ofKind(files, 'initiative').map(({ file, record }) => ({ file, address: initiativeAddress(record) })),
  ]);
  return arrangeContent(site, collectRecords(files), new Date(__SLIPWAY_NOW__));
}
