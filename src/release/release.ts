import { z } from 'zod';
import { findUnreadable } from './readable.ts';
import { noDevicePattern } from './device-name.ts';
import { DaySchema, MomentSchema, PartialDateSchema } from './date.ts';
import { confidences, horizons, kinds, stages, statuses, waveStates } from './vocabulary.ts';

/**
 * A release is the public record made from one plan: the only thing that a site may see.
 *
 * Every object is strict: a key that is not named here makes the record invalid, so nothing can ride along. Texts are
 * CommonMark with GFM, one paragraph a line. A part that has nothing to say is absent, never empty.
 */

const Line = z.string().min(1).max(1_000);
const Text = z
  .string()
  .min(1)
  .max(100_000)
  .superRefine((text, context) => {
    const { found, expected, line } = findUnreadable(text) ?? {};
    if (found) context.addIssue(`unexpected ${found} in line ${line} of the text, expected ${expected}`);
  });
const Words = z.array(Line).min(1);
/** BCP 47. */
const LocaleSchema = z.string().max(35);

/** Ids stand in addresses and anchors, so they hold nothing that a file system or a URL reads in its own way. */
export const IdSchema = z
  .string()
  .regex(
    new RegExp(`^${noDevicePattern()}[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$`),
    'an id of small letters, digits and hyphens, such as rider-app',
  );
/** http or https, on any host: names of an intranet have no dot. */
export const WebAddressSchema = z.url({ protocol: /^https?$/ });
/** A path below the site's base: `/releases/rider-app/1-2-0/`. */
export const AddressSchema = z.string().regex(/^\/(?:[\p{L}\p{N}-]+\/)+$/u);

export const LinkSchema = z.strictObject({ title: Line, url: WebAddressSchema });
export type Link = z.infer<typeof LinkSchema>;

export const ChangeSchema = z.strictObject({
  /** Given at the first publication and kept when the title, the kind or the place in the list changes. */
  id: IdSchema,
  kind: z.enum(kinds),
  /** Inline Markdown. */
  title: Line,
  text: Text.optional(),
  purpose: Text.optional(),
  component: Line.optional(),
  breaking: z.literal(true).optional(),
  /** What a customer must do because of this change. */
  action: Text.optional(),
  /** For deprecations: when support ends, as a partial date or as a version. */
  removal: Line.optional(),
  replacement: Text.optional(),
  links: z.array(LinkSchema).min(1).optional(),
  /** The language of its texts, where that is another than the release's: it is not translated yet. Only ever worked out. */
  locale: LocaleSchema.optional(),
  /** Its texts that stay in the language of the original, where its title is translated. Only ever worked out. */
  untranslated: z.array(Line).min(1).optional(),
});
export type Change = z.infer<typeof ChangeSchema>;

export const StepSchema = z.strictObject({
  text: Text,
  /** Whom the step concerns; everybody where absent. */
  who: Line.optional(),
  link: LinkSchema.optional(),
});
export type Step = z.infer<typeof StepSchema>;

export const KnownIssueSchema = z.strictObject({
  id: IdSchema,
  title: Line,
  text: Text.optional(),
  affects: Line.optional(),
  workaround: Text.optional(),
  /** The version in which it was first seen; the version of its release where absent. */
  discoveredIn: Line.optional(),
  fixedIn: Line.optional(),
  /** As those of a change. */
  locale: LocaleSchema.optional(),
  untranslated: z.array(Line).min(1).optional(),
});
export type KnownIssue = z.infer<typeof KnownIssueSchema>;

export const ComponentSchema = z.strictObject({
  name: Line,
  kind: Line.optional(),
  from: Line.optional(),
  to: Line.optional(),
  notes: Text.optional(),
});
export type Component = z.infer<typeof ComponentSchema>;

export const DownloadSchema = z.strictObject({
  file: Line,
  url: WebAddressSchema,
  /** Bytes. */
  size: z.int().nonnegative().optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
export type Download = z.infer<typeof DownloadSchema>;

export const WaveSchema = z.strictObject({
  name: Line,
  state: z.enum(waveStates),
  /** Per cent of those whom the release is for. */
  share: z.number().min(0).max(100).optional(),
  regions: Words.optional(),
});
export type Wave = z.infer<typeof WaveSchema>;

/** One condition on who gets a release. The lists name what a machine can compare; the text is what people read. */
export const CriterionSchema = z.strictObject({
  text: Line,
  reason: Text.optional(),
  regions: Words.optional(),
  channels: Words.optional(),
  tiers: Words.optional(),
});
export type Criterion = z.infer<typeof CriterionSchema>;

export const AudienceSchema = z.strictObject({
  include: z.array(CriterionSchema).min(1).optional(),
  exclude: z.array(CriterionSchema).min(1).optional(),
  regions: Words.optional(),
  channels: Words.optional(),
  tiers: Words.optional(),
});
export type Audience = z.infer<typeof AudienceSchema>;

export const MaintenanceWindowSchema = z.strictObject({
  id: IdSchema,
  start: MomentSchema,
  end: MomentSchema,
  /** IANA name of the zone that the times are shown in. */
  zone: Line,
  /** How often it was moved since it was first public; never where absent. */
  revision: z.int().positive().optional(),
  impact: Text.optional(),
  affected: Words.optional(),
});
export type MaintenanceWindow = z.infer<typeof MaintenanceWindowSchema>;

/** A window that was called off: calendars that have it must hear of that. Nothing of its texts is kept. */
export const CancelledWindowSchema = MaintenanceWindowSchema.pick({
  id: true,
  start: true,
  end: true,
  zone: true,
}).extend({
  revision: z.int().positive(),
});
export type CancelledWindow = z.infer<typeof CancelledWindowSchema>;

/** What became of the day on which a release was expected or came. */
export const DateHistorySchema = z.strictObject({
  /** How often it was moved, taken back or named again since it was first public. */
  revision: z.int().positive(),
  /** The one that was told last, where none is told any more. */
  withdrawn: PartialDateSchema.optional(),
});
export type DateHistory = z.infer<typeof DateHistorySchema>;

export const QuestionSchema = z.strictObject({ question: Line, answer: Text });

/** A section that is internal unless its author opted in by name. */
export const ExtraSchema = z.strictObject({ key: IdSchema, heading: Line, text: Text });
export type Extra = z.infer<typeof ExtraSchema>;

export const ReleaseSchema = z.strictObject({
  id: IdSchema,
  /** Plain text, as titles of initiatives are too. */
  title: Line,
  product: IdSchema,
  version: z.string().min(1).max(100).optional(),
  channel: Line.optional(),
  status: z.enum(statuses),
  stage: z.enum(stages).optional(),
  /** Why it is delayed, paused, rolled back, yanked, cancelled or at its end. */
  reason: Text.optional(),
  released: DaySchema.optional(),
  publishAt: MomentSchema.optional(),
  /** Corrected after publication: on which day, and what was corrected. */
  edited: z.strictObject({ on: DaySchema, note: Text.optional() }).optional(),
  /** When it is expected, already as vague as the site tells dates. */
  expected: PartialDateSchema.optional(),
  confidence: z.enum(confidences).optional(),
  dates: DateHistorySchema.optional(),
  horizon: z.enum(horizons).optional(),
  initiative: IdSchema.optional(),
  theme: IdSchema.optional(),
  locale: LocaleSchema.optional(),
  /** Of a translated one, the language of the original. Only ever worked out, as is the next. */
  translatedFrom: LocaleSchema.optional(),
  /** Parts in a translated release that stay in the language of the original. */
  untranslated: z.array(Line).min(1).optional(),
  /** Other names of this release that lead to its page. */
  aliases: z.array(IdSchema).min(1).optional(),
  /** Addresses that this release had before; each leads to its page. */
  formerly: z.array(AddressSchema).min(1).optional(),
  summary: Text.optional(),
  upgrade: z.array(StepSchema).min(1).optional(),
  highlights: Text.optional(),
  changes: z.array(ChangeSchema).min(1).optional(),
  knownIssues: z.array(KnownIssueSchema).min(1).optional(),
  components: z.array(ComponentSchema).min(1).optional(),
  downloads: z.array(DownloadSchema).min(1).optional(),
  audience: AudienceSchema.optional(),
  waves: z.array(WaveSchema).min(1).optional(),
  maintenance: z.array(MaintenanceWindowSchema).min(1).optional(),
  cancelledMaintenance: z.array(CancelledWindowSchema).min(1).optional(),
  faq: z.array(QuestionSchema).min(1).optional(),
  materials: z.array(LinkSchema).min(1).optional(),
  extras: z.array(ExtraSchema).min(1).optional(),
});
export type Release = z.infer<typeof ReleaseSchema>;

/** A problem worth solving and the outcome wanted; releases deliver it. */
export const InitiativeSchema = z.strictObject({
  id: IdSchema,
  title: Line,
  horizon: z.enum(horizons),
  problem: Text.optional(),
  outcome: Text.optional(),
  text: Text.optional(),
  theme: IdSchema.optional(),
  product: IdSchema.optional(),
  stage: z.enum(stages).optional(),
  updated: DaySchema.optional(),
  /** Given up, and why. It keeps its page, and stands on the roadmap no more. */
  dropped: Text.optional(),
  /** The language of its texts; that of the site where absent. */
  locale: LocaleSchema.optional(),
  /** Of a translated one, the language of the original. Only ever worked out, as is the next. */
  translatedFrom: LocaleSchema.optional(),
  /** Parts of a translated one that stay in the language of the original. */
  untranslated: z.array(Line).min(1).optional(),
  formerly: z.array(AddressSchema).min(1).optional(),
});
export type Initiative = z.infer<typeof InitiativeSchema>;

/** Addresses that once answered and whose content was taken back. Each still answers, and says so. */
export const WithdrawnSchema = z.strictObject({ addresses: z.array(AddressSchema) });
export type Withdrawn = z.infer<typeof WithdrawnSchema>;

export const AuthoritySchema = z
  .string()
  .regex(/^[a-z0-9.-]+,\d{4}(?:-\d{2}){0,2}$/, 'a host and a year such as updates.example.com,2026');

/** How the addresses and the ids of the records are made. */
export const AddressFormSchema = z.strictObject({
  /** Where the site has one product: its id stands in no address. */
  productInAddresses: z.literal(false).optional(),
  /** In the ids of feeds and calendars for good, wherever the site moves. */
  authority: AuthoritySchema.optional(),
});
export type AddressForm = z.infer<typeof AddressFormSchema>;
