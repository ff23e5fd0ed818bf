import { z } from 'zod';
import {
  ChangeSchema,
  ComponentSchema,
  KnownIssueSchema,
  ReleaseSchema,
  WebAddressSchema,
} from '../src/release/release.ts';
import { ProductSchema } from '../src/release/site.ts';
import { Problem } from '../src/sources/problem.ts';

const { id, title, product, version, channel, status, released } = ReleaseSchema.shape;

/** What a comparison needs of a site's `releases.json`. Other fields may come and go. */
const PublishedSchema = z.object({
  version: z.literal(1),
  site: z.object({ url: WebAddressSchema }),
  products: z.array(ProductSchema.strip()),
  releases: z.array(
    z.object({
      id,
      title,
      product,
      version,
      channel,
      status,
      released,
      changes: z.array(ChangeSchema.strip()).optional(),
      knownIssues: z.array(KnownIssueSchema.strip()).optional(),
      components: z.array(ComponentSchema.strip()).optional(),
      upgrade: z.array(z.object({ text: z.string() })).optional(),
    }),
  ),
});
export type PublishedRelease = z.infer<typeof PublishedSchema>['releases'][number];

/** Bytes; a site with 10,000 releases stays below it. */
const MOST_BYTES = 200_000_000;
/** Milliseconds until a site that does not answer is given up. */
const PATIENCE = 30_000;

/**
 * Reads the releases of a published site.
 * @param address the site, or its `releases.json`
 * @throws {Problem} where nothing answers there, or what answers is no list of releases
 */
export async function readPublished(address: string): Promise<{
  releases: PublishedRelease[];
  site: { url: string; products: { id: string; name: string }[] };
}> {
  const url = urlOf(address);
  const text = await download(url);
  const result = PublishedSchema.safeParse(parseJson(text));
  if (!result.success) {
    throw new Problem(`${url} is no list of releases that this version of Slipway can read.`, {
      hint: 'Name the address under which a Slipway site stands, such as https://updates.example.com/.',
    });
  }
  const { releases, products, site } = result.data;
  return { releases, site: { url: site.url, products } };
}

function urlOf(address: string): string {
  if (!WebAddressSchema.safeParse(address).success) {
    throw new Problem(`\`${address}\` is no address of a site.`, {
      hint: 'Write it whole: `--site https://updates.example.com/`.',
    });
  }
  const url = new URL(address);
  if (!url.pathname.endsWith('.json')) url.pathname = url.pathname.replace(/\/*$/, '/releases.json');
  return url.href;
}

async function download(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    const parts: Uint8Array[] = [];
    let bytes = 0;
    for await (const part of response.body ?? []) {
      bytes += part.byteLength;
      if (bytes > MOST_BYTES) throw new Error(`it is larger than ${MOST_BYTES / 1_000_000} MB`);
      parts.push(part);
    }
    return Buffer.concat(parts).toString('utf8');
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.cause instanceof Error ? cause.cause : cause).message : '';
    throw new Problem(`${url} could not be read: ${reason}.`, {
      hint: 'Look whether the site answers there, or compare from the folder with `--content`.',
      cause,
    });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
