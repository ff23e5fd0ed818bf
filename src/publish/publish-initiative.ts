import type { InitiativePlan } from '../plan/initiative.ts';
import { report } from '../plan/message.ts';
import { type Initiative, InitiativeSchema } from '../release/release.ts';
import { describeIssue } from './describe-issue.ts';
import { withoutUnseen } from './visible-text.ts';

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
    locale: undefined,
    untranslated: undefined,
    formerly: undefined,
  };
  const result = InitiativeSchema.safeParse(withoutUnseen(record));
  if (result.success) return dropUndefined(result.data);
  const [issue] = result.error.issues;
  report(plan.file, {
    code: 'RP110',
    severity: 'error',
    text: describeIssue(issue),
  });
  return undefined;
}

function dropUndefined<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Value;
}
