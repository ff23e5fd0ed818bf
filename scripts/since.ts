import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { renderComparisonJson } from '../src/documents/public/comparison-json.ts';
import { renderComparisonMarkdown } from '../src/documents/public/comparison-markdown.ts';
import { renderFault } from '../src/documents/public/comparison-words.ts';
import { siteUrl } from '../src/documents/public/site-url.ts';
import { releaseAddress } from '../src/release/address.ts';
import { compareReleases } from '../src/release/compare.ts';
import type { Comparable } from '../src/release/compare-line.ts';
import type { Fault } from '../src/release/compare-versions.ts';
import { findProduct, type Site } from '../src/release/site.ts';
import { Problem } from '../src/sources/problem.ts';
import { type Command, commonOptions, type OptionValues } from './command.ts';
import { display, readSettings } from './content.ts';
import { readPublished } from './published.ts';
import { parseRecords, readRecordFiles } from './records.ts';
import { printComparison } from './since-report.ts';
import { printLine } from './terminal.ts';

export const sinceCommand: Command = {
  parameters: '<version>',
  options: {
    to: { type: 'string', value: '<version>', help: 'The version to go to (the newest)' },
    product: { type: 'string', value: '<id>', help: 'The product, where several have the version' },
    channel: { type: 'string', value: '<name>', help: 'Only releases of this channel' },
    content: commonOptions.content,
    site: { type: 'string', value: '<url>', help: 'Ask a published site instead of the folder' },
    json: commonOptions.json,
    markdown: { type: 'boolean', help: 'Print Markdown' },
  },
  async run(words, options) {
    const [from, extra] = words;
    if (from === undefined || extra !== undefined) {
      throw new Problem('`slipway since` needs one version.', {
        hint: 'Write `slipway since 1.2`, or `slipway since 1.2 --to 1.6`.',
      });
    }
    const { releases, site } = await readReleases(options);
    const nameOf = (product: string) => site.products.find(({ id }) => id === product)?.name ?? product;
    const { product: asked, ...question } = pick(options, ['to', 'product', 'channel']);
    const product = asked === undefined ? undefined : (findProduct(site.products, asked)?.id ?? asked);
    const result = compareReleases(releases, {
      from,
      ...question,
      ...(product !== undefined && { product }),
    });
    if ('fault' in result) throw new Problem(renderFault(result, nameOf), { hint: hintFor(result) });
    const urlOf = (release: Comparable) => siteUrl(site, releaseAddress(release, site.products.length > 1));
    const name = site.products.length > 1 ? nameOf(result.product) : undefined;
    if (options['json']) process.stdout.write(renderComparisonJson(result, urlOf));
    else if (options['markdown']) printLine(renderComparisonMarkdown(result, { product: name }).trimEnd());
    else printComparison(result, { product: name, urlOf });
    return 0;
  },
};

/** The public records of a folder, or of a site that is published. Plans are not looked at. */
async function readReleases(
  options: OptionValues,
): Promise<{ releases: Comparable[]; site: Pick<Site, 'url' | 'products'> }> {
  if (typeof options['site'] === 'string') return readPublished(options['site']);
  const folder = resolve(String(options['content'] ?? 'content'));
  const records = join(folder, 'releases');
  const files = readRecordFiles(records);
  if (files.size === 0) {
    throw new Problem(`There are no public records in \`${display(folder)}\`.`, {
      hint: 'Run `slipway publish` first, name another folder with `--content`, or a published site with `--site`.',
    });
  }
  const { releases } = parseRecords(records, files);
  if (existsSync(join(folder, 'site.yaml'))) return { releases, site: readSettings(folder).settings.site };
  const products = [...new Set(releases.map(({ product }) => product))].map((id) => ({ id, name: id }));
  return { releases, site: { url: 'http://localhost:4321/', products } };
}

function pick<Key extends string>(options: OptionValues, keys: readonly Key[]): Partial<Record<Key, string>> {
  const given = keys.flatMap((key) => (typeof options[key] === 'string' ? [[key, options[key]]] : []));
  return Object.fromEntries(given) as Partial<Record<Key, string>>;
}

function hintFor(fault: Fault): string | undefined {
  switch (fault.fault) {
    case 'unknown-product':
    case 'several-products':
      return `Name one with \`--product\`: ${fault.products.join(', ')}.`;
    case 'two-products':
      return 'Name the product with `--product`.';
    default:
      return undefined;
  }
}
