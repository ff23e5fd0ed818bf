import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Release, ReleaseSchema } from '../../src/release/release.ts';
import { arrangeContent, type Content, type Records } from '../../src/site/content.ts';
import { parseSite } from '../../src/site/site-file.ts';
import { initiatives, releases, withdrawn } from '../fixtures/site-records.ts';

const file = join(import.meta.dirname, '../fixtures/site/site.yaml');
export const site = parseSite(readFileSync(file, 'utf8'), file);

/** The fixture site, or a site of the given records, as it stands on 10 May 2026. */
export function contentOf(records: Partial<Records> = { releases, initiatives, withdrawn }): Content {
  const now = new Date('2026-05-10T08:00:00Z');
  return arrangeContent(site, { releases: [], initiatives: [], withdrawn: [], ...records }, now);
}

/** A release with what every release has; it is checked, so that a test never rests on an impossible record. */
export function release(id: string, parts: Partial<Release> = {}): Release {
  return ReleaseSchema.parse({ id, title: id, product: 'rider-app', status: 'released', ...parts });
}
