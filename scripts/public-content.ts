import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Content, arrangeContent } from '../src/site/content.ts';
import { SiteSchema } from '../src/release/site.ts';
import { Problem } from '../src/sources/problem.ts';
import type { OptionValues } from './command.ts';
import { display, readSettings } from './content.ts';
import { readNow } from './now.ts';
import { parseRecords, readRecordFiles } from './records.ts';

/**
 * What is public in a content folder, as the site has it. Plans are not looked at.
 * @throws {Problem} where there are no records
 */
export function readPublicContent(options: OptionValues): Content {
  const folder = resolve(String(options['content'] ?? 'content'));
  const files = readRecordFiles(join(folder, 'releases'));
  if (files.size === 0) {
    throw new Problem(`There are no public records in \`${display(folder)}\`.`, {
      hint: 'Run `slipway publish` first, or name another folder with `--content`.',
    });
  }
  const records = parseRecords(join(folder, 'releases'), files);
  const products = [...new Set(records.releases.map(({ product }) => product))];
  const settings = existsSync(join(folder, 'site.yaml')) ? readSettings(folder).settings : undefined;
  const site =
    settings?.site ??
    SiteSchema.parse({
      name: 'Changelog',
      url: 'http://localhost:4321/',
      products: (products.length > 0 ? products : ['product']).map((id) => ({ id, name: id })),
    });
  return arrangeContent(site, records, readNow(options['now'], settings));
}
