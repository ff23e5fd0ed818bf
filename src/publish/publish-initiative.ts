import type { InitiativePlan } from '../plan/initiative.ts';
import { type Initiative, InitiativeSchema } from '../release/release.ts';
import { validate } from './validate.ts';

/** The public record of a roadmap item: what is named here, and nothing else. */
export function publishInitiative(plan: InitiativePlan): Initiative | undefined {
  const record: Record<keyof Initiative, unknown> = {
    id: plan.id,
    title: plan.title,
    horizon: plan.horizon,
    problem: plan.problem,
    outcome: plan.outcome,
    text: plan.more,
    theme: plan.theme,
    product: plan.product,
    stage: plan.stage,
    updated: plan.updated,
    dropped: plan.dropped,
    locale: plan.locale,
    translatedFrom: undefined,
    untranslated: undefined,
    formerly: undefined,
  };
  return validate(InitiativeSchema, record, plan.file);
}
