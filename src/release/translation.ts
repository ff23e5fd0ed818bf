import { z } from 'zod';
import {
  ChangeSchema,
  ExtraSchema,
  IdSchema,
  KnownIssueSchema,
  LinkSchema,
  QuestionSchema,
  ReleaseSchema,
  StepSchema,
} from './release.ts';

/**
 * The texts of a public record in another language. What is no text (kinds, states, days, shares, addresses) stands in the record that it
 * translates, and nowhere else; what it does not say is said by that one.
 */

const { title, reason, summary, highlights } = ReleaseSchema.shape;
const change = ChangeSchema.shape;
const issue = KnownIssueSchema.shape;

/** BCP 47. */
const LocaleSchema = z.string().min(2).max(35);

export const TranslatedChangeSchema = z.strictObject({
  /** That of the change which it translates. */
  id: change.id,
  title: change.title,
  text: change.text,
  purpose: change.purpose,
  component: change.component,
  action: change.action,
  replacement: change.replacement,
  links: change.links,
});

export const TranslatedIssueSchema = z.strictObject({
  id: issue.id,
  title: issue.title,
  text: issue.text,
  affects: issue.affects,
  workaround: issue.workaround,
});

/** Parts that have no ids are as many as in the record, in its order. */
const criteria = z
  .array(z.strictObject({ text: title, reason }))
  .min(1)
  .optional();

export const ReleaseTranslationSchema = z.strictObject({
  /** The id of the release. */
  of: IdSchema,
  locale: LocaleSchema,
  title,
  reason,
  editNote: reason,
  summary,
  upgrade: z.array(StepSchema).min(1).optional(),
  highlights,
  changes: z.array(TranslatedChangeSchema).min(1).optional(),
  knownIssues: z.array(TranslatedIssueSchema).min(1).optional(),
  audience: z.strictObject({ include: criteria, exclude: criteria }).optional(),
  /** Names. */
  waves: z.array(title).min(1).optional(),
  maintenance: z
    .array(z.strictObject({ impact: reason, affected: z.array(title).min(1).optional() }))
    .min(1)
    .optional(),
  faq: z.array(QuestionSchema).min(1).optional(),
  materials: z.array(LinkSchema).min(1).optional(),
  extras: z.array(ExtraSchema).min(1).optional(),
});
export type ReleaseTranslation = z.infer<typeof ReleaseTranslationSchema>;

export const InitiativeTranslationSchema = z.strictObject({
  /** The id of the initiative. */
  of: IdSchema,
  locale: LocaleSchema,
  title,
  problem: reason,
  outcome: reason,
  text: reason,
  dropped: reason,
});
export type InitiativeTranslation = z.infer<typeof InitiativeTranslationSchema>;
