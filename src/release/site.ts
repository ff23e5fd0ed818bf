import { z } from 'zod';
import { DaySchema } from './date.ts';
import { AuthoritySchema, IdSchema, WebAddressSchema } from './release.ts';
import { datePolicies } from './vocabulary.ts';

/** What `content/site.yaml` says about the site as readers see it. */

const Name = z.string().min(1).max(200);

export const ProductSchema = z.strictObject({ id: IdSchema, name: Name, description: z.string().optional() });
export type Product = z.infer<typeof ProductSchema>;

/** The product that a word means: its id, or its name in any case. */
export function findProduct<P extends Pick<Product, 'id' | 'name'>>(
  products: readonly P[],
  word: string,
): P | undefined {
  const name = word.trim().toLowerCase();
  return (
    products.find(({ id }) => id === word) ?? products.find((product) => product.name.toLowerCase() === name)
  );
}

export const ThemeSchema = z.strictObject({ id: IdSchema, name: Name, description: z.string().optional() });
export type Theme = z.infer<typeof ThemeSchema>;

const TagSchema = z.string().refine(isLocale, 'a BCP 47 language tag such as en, de or pt-BR');
const StringsSchema = z.record(z.string(), z.string()).default({});
const LinksSchema = z.strictObject({
  home: WebAddressSchema.optional(),
  support: z.union([WebAddressSchema, z.email()]).optional(),
  feedback: z.union([WebAddressSchema, z.email()]).optional(),
});
const Renamed = z.strictObject({ name: Name.optional(), description: z.string().optional() });

/** What the site says about itself in another language; what is absent is said as in the first. */
const LanguageSchema = z.strictObject({
  name: Name.optional(),
  tagline: z.string().optional(),
  disclaimer: z.string().optional(),
  /** By id. */
  products: z.record(IdSchema, Renamed).default({}),
  themes: z.record(IdSchema, Renamed).default({}),
  strings: StringsSchema,
  links: LinksSchema.prefault({}),
});

export const SiteSchema = z.strictObject({
  name: Name,
  tagline: z.string().optional(),
  /** Where the site will stand, with its sub-path: `https://example.com/updates/`. */
  url: WebAddressSchema,
  /**
   * `host,year` (RFC 4151) in the ids of feeds. Where absent, the host that the site was first published for: a site that moves keeps it, so that
   * no reader sees every entry again.
   */
  authority: AuthoritySchema.optional(),
  locale: TagSchema.default('en'),
  /** Other languages that the site is published in, each below its tag: `de: { name: … }` → `/de/`. */
  languages: z.record(TagSchema, LanguageSchema.prefault({})).default({}),
  timezone: z.string().refine(isZone, 'an IANA time zone such as Europe/Berlin').default('UTC'),
  products: z.array(ProductSchema).min(1),
  themes: z.array(ThemeSchema).default([]),
  look: z
    .strictObject({
      /** Degrees on the OKLCH colour circle. */
      hue: z.number().min(0).max(360).default(255),
      /** A file in `public/`, as an address from the root of the site. */
      logo: z.string().startsWith('/', 'the address of a file in public/, such as /logo.svg').optional(),
      /** The face of titles; texts are without serifs. No font is loaded: each is what the reader's system has. */
      font: z.enum(['serif', 'sans']).default('serif'),
    })
    .prefault({}),
  roadmap: z
    .strictObject({
      dates: z.enum(datePolicies).default('quarter'),
      disclaimer: z.string().optional(),
      updated: DaySchema.optional(),
      reviewEvery: z.int().positive().default(30),
    })
    .prefault({}),
  /** The site's own sentences in other words: `changelog: What is new`, `groups.added: Added`. */
  strings: StringsSchema,
  links: LinksSchema.prefault({}),
});
export type Site = z.infer<typeof SiteSchema> & {
  /** Given where this is the site in another of its languages: what it is a translation of. */
  original?: { locale: string; url: string; products: readonly Product[] };
};

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
