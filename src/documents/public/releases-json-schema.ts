import { z } from 'zod';
import { InitiativeSchema, ReleaseSchema, WebAddressSchema } from '../../release/release.ts';
import { ProductSchema, type Site, SiteSchema, ThemeSchema } from '../../release/site.ts';
import { RELEASES_JSON_VERSION } from './releases-json.ts';
import { changeWords, initiativeWords, issueWords, releaseWords, windowWords } from './schema-words.ts';
import { siteUrl } from './site-url.ts';

const version = z.literal(RELEASES_JSON_VERSION);
const $schema = WebAddressSchema;
const url = WebAddressSchema;
const PublishedRelease = z.strictObject({ url, ...ReleaseSchema.shape });

/** What `renderReleasesJson` writes. */
export const ReleasesJsonSchema = z.strictObject({
  $schema,
  version,
  site: z.strictObject({
    name: z.string(),
    url,
    locale: SiteSchema.shape.locale.unwrap(),
    timezone: SiteSchema.shape.timezone.unwrap(),
  }),
  products: z.array(ProductSchema),
  themes: z.array(ThemeSchema),
  releases: z.array(PublishedRelease),
  initiatives: z.array(z.strictObject({ url, ...InitiativeSchema.shape })),
});

/** What `renderReleaseJson` writes. */
export const ReleaseJsonSchema = z.strictObject({ $schema, version, release: PublishedRelease });

/** JSON Schema 2020-12 of the site's files, by the name that they are served under, with a sentence on each field. */
export function renderJsonSchema(name: 'releases' | 'release', site: Site): string {
  const schema = z.toJSONSchema(name === 'releases' ? ReleasesJsonSchema : ReleaseJsonSchema) as Node;
  const { $schema, ...rest } = schema;
  const { properties = {} } = rest;
  describe(properties['releases']?.items ?? properties['release'], releaseWords, {
    changes: changeWords,
    knownIssues: issueWords,
    maintenance: windowWords,
  });
  describe(properties['initiatives']?.items, initiativeWords);
  describe(rest, fileWords);
  const document = {
    $schema,
    $id: siteUrl(site, `/schema/${name}.json`),
    title: name === 'releases' ? 'Every public record of the site' : 'One release',
    ...rest,
  };
  return `${JSON.stringify(document, undefined, 1)}\n`;
}

interface Node {
  $schema?: string;
  description?: string;
  properties?: Record<string, Node>;
  items?: Node;
}

const fileWords = {
  $schema: 'Where this schema stands.',
  version:
    'Grows with every change after which a program that reads the file would have to be changed. New fields may come without that.',
  site: 'Whose records these are.',
  products: 'What is released.',
  themes: 'What the roadmap is sorted by.',
  releases: 'Those with the newest day first, then those to come.',
  initiatives: 'The roadmap.',
  release: 'The record.',
};

function describe(
  node: Node | undefined,
  words: Readonly<Record<string, string>>,
  below: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): void {
  for (const [name, property] of Object.entries(node?.properties ?? {})) {
    const word = words[name];
    if (word) property.description = word;
    if (below[name]) describe(property.items, below[name]);
  }
}
