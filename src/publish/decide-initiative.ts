import type { InitiativePlan } from '../plan/initiative.ts';
import { hasErrors } from '../plan/message.ts';
import type { Initiative } from '../release/release.ts';
import type { Decision } from './decide-plan.ts';
import { publishInitiative } from './publish-initiative.ts';

/** What becomes of one roadmap item. */
export function decideInitiative(
  plan: InitiativePlan,
  previous: readonly Initiative[],
): Decision<Initiative> {
  const { file } = plan;
  const last = previous.find((record) => record.id === plan.id);
  if (plan.visibility === 'internal') return { file, outcome: 'internal', last };
  if (plan.dropped && !last && !hasErrors(file)) return { file, outcome: 'cancelled', last };
  const record = hasErrors(file) ? undefined : publishInitiative(plan);
  if (record) return { file, outcome: 'published', record, last };
  return last ? { file, outcome: 'kept', record: last, last } : { file, outcome: 'blocked' };
}
