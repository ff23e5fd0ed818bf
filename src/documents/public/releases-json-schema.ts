import { z } from 'zod';
import { InitiativeSchema, ReleaseSchema, WebAddressSchema } from '../../release/release.ts';
import { ProductSchema, SiteSchema, ThemeSchema } from '../../release/site.ts';
import { RELEASES_JSON_VERSION } from './releases-json.ts';

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

/** JSON Schema 2020-12 of the site's files, by the name that they are served under. */
export function renderJsonSchema(name: 'releases' | 'release'): string {
  const schema = name === 'releases' ? ReleasesJsonSchema : ReleaseJsonSchema;
  return `${JSON.stringify(z.toJSONSchema(schema), undefined, 1)}\n`;
}
