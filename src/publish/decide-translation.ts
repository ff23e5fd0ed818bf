import type { InitiativePlan } from '../plan/initiative.ts';
import { hasErrors } from '../plan/message.ts';
import type { Plan } from '../plan/plan.ts';
import type { Translation } from '../plan/translations.ts';
import type { Initiative, Release } from '../release/release.ts';
import type { Site } from '../release/site.ts';
import type { InitiativeTranslation, ReleaseTranslation } from '../release/translation.ts';
import type { Decision } from './decide-plan.ts';
import { hidesVisibility, saysInternal } from './identity.ts';
import { isAhead } from './is-ahead.ts';
import {
  limitInitiativeTranslation,
  publishInitiativeTranslation,
} from './publish-initiative-translation.ts';
import { limitTranslation, publishTranslation } from './publish-translation.ts';

/**
 * What becomes of a translated plan. It is public where its original is and it says so itself; being kept inside, a draft or an embargo holds back
 * the translation alone.
 * @param original the record of its original from now on, if it has one
 */
export function decideTranslation(
  { written: plan, locale }: Translation<Plan>,
  original: Release | undefined,
  previous: readonly ReleaseTranslation[] | undefined,
  site: Site,
  now: Date,
): Decision<ReleaseTranslation> {
  const { file, fields } = plan;
  const last = original && previous?.find((each) => each.of === original.id && each.locale === locale);
  if (fields.visibility !== 'public' && (!hidesVisibility(plan) || saysInternal(plan)))
    return { file, outcome: 'internal', last };
  if (!original) return { file, outcome: 'internal' };
  const kept = last && limitTranslation(last, original);
  const keep = (): Decision<ReleaseTranslation> =>
    kept ? { file, outcome: 'kept', record: kept, last } : { file, outcome: 'blocked' };
  // What is not to be public now is not, whatever else is wrong with it.
  if (fields.status === 'draft') return { file, outcome: 'draft', last };
  if (isAhead(fields.publishAt, now)) return { file, outcome: 'scheduled', last };
  if (hasErrors(file)) return keep();
  const record = publishTranslation(plan, locale, original, last, site, now);
  return record ? { file, outcome: 'published', record, last } : keep();
}

/** The same for a roadmap item, which is public unless its author says otherwise. */
export function decideInitiativeTranslation(
  { written, locale }: Translation<InitiativePlan>,
  original: Initiative | undefined,
  previous: readonly InitiativeTranslation[] | undefined,
): Decision<InitiativeTranslation> {
  const { file } = written;
  const last = original && previous?.find((each) => each.of === original.id && each.locale === locale);
  if (written.visibility === 'internal' || !original) return { file, outcome: 'internal', last };
  const record = hasErrors(file) ? undefined : publishInitiativeTranslation(written, locale, original);
  if (record) return { file, outcome: 'published', record, last };
  if (!last) return { file, outcome: 'blocked' };
  return { file, outcome: 'kept', record: limitInitiativeTranslation(last, original), last };
}
