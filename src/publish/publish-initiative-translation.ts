import type { InitiativePlan } from '../plan/initiative.ts';
import type { Initiative } from '../release/release.ts';
import { type InitiativeTranslation, InitiativeTranslationSchema } from '../release/translation.ts';
import { validate } from './validate.ts';

/** The public texts of a roadmap item that translates another: those that the original has, too. */
export function publishInitiativeTranslation(
  { file, title, problem, outcome, more, dropped }: InitiativePlan,
  locale: string,
  original: Initiative,
): InitiativeTranslation | undefined {
  const record: Record<keyof InitiativeTranslation, unknown> = {
    of: original.id,
    locale,
    title: title ?? original.title,
    problem,
    outcome,
    text: more,
    dropped,
  };
  const translation = validate(InitiativeTranslationSchema, record, file);
  return translation && limitInitiativeTranslation(translation, original);
}

/** Leaves out what the original does not say, or says no more. */
export function limitInitiativeTranslation(
  { of, locale, title, problem, outcome, text, dropped }: InitiativeTranslation,
  original: Initiative,
): InitiativeTranslation {
  return {
    of,
    locale,
    title,
    ...(original.problem && problem && { problem }),
    ...(original.outcome && outcome && { outcome }),
    ...(original.text && text && { text }),
    ...(original.dropped && dropped && { dropped }),
  };
}
