import type { VFile } from 'vfile';
import { hasErrors } from '../plan/message.ts';
import type { Plan } from '../plan/plan.ts';
import { releaseSlug } from '../release/address.ts';
import type { Release } from '../release/release.ts';
import type { Site } from '../release/site.ts';
import {
  guessIdentity,
  hasIdentity,
  hidesVisibility,
  productOf,
  publicId,
  saysInternal,
} from './identity.ts';
import { isAhead } from './is-ahead.ts';
import { recordAt, recordOfId } from './last-record.ts';
import { publishPlan } from './publish-plan.ts';

export type Outcome =
  | 'published'
  /** Its author keeps it inside. */
  | 'internal'
  | 'draft'
  /** `publishAt` has not come. */
  | 'scheduled'
  /** Called off before anybody outside had heard of it. */
  | 'cancelled'
  /** It has errors: its last published record stays as it is. */
  | 'kept'
  /** It has errors, and nothing of it was ever published. */
  | 'blocked';

export interface Decision<Record> {
  file: VFile;
  outcome: Outcome;
  /** What is public of it from now on. */
  record?: Record;
  /** What was public of it until now. */
  last?: Record;
  /** True where it cannot be said which record is its own. */
  unidentified?: boolean;
}

/** What becomes of one plan. */
export function decidePlan(
  plan: Plan,
  previous: readonly Release[],
  site: Site,
  now: Date,
): Decision<Release> {
  const { file, fields } = plan;
  const last = findLast(plan, previous, site);
  const withhold = (outcome: Outcome): Decision<Release> => ({ file, outcome, last });
  if (fields.visibility !== 'public' && (!hidesVisibility(plan) || saysInternal(plan)))
    return withhold('internal');
  // What is not to be public now is not, whatever else is wrong with it.
  if (fields.status === 'draft') return withhold('draft');
  // Its moment had come when it was published, whatever the clock says today.
  const isOut = last?.publishAt !== undefined && last.publishAt === fields.publishAt;
  if (!isOut && isAhead(fields.publishAt, now)) return withhold('scheduled');
  if (hasErrors(file)) return keep(plan, last, site);
  if (!fields.status) return withhold('draft');
  if (fields.status === 'cancelled' && !last) return withhold('cancelled');
  const record = publishPlan(plan, site, last, now);
  return record ? { file, outcome: 'published', record, last } : keep(plan, last, site);
}

function keep(plan: Plan, last: Release | undefined, site: Site): Decision<Release> {
  const { file } = plan;
  if (last) return { file, outcome: 'kept', record: last, last };
  return { file, outcome: 'blocked', unidentified: !hasIdentity(plan, site) };
}

/** The last record of a plan: by its id, or by its address where it had no id or has another one now. */
function findLast(plan: Plan, previous: readonly Release[], site: Site): Release | undefined {
  const fields = hasIdentity(plan, site) ? plan.fields : guessIdentity(plan, site);
  const { id, version, title } = fields;
  if (!id && !version && !title) return undefined;
  const own = publicId({ fields }, site);
  const byId = recordOfId(previous, own);
  if (byId || !version) return byId;
  const slug = releaseSlug({ ...fields, id: own });
  return recordAt(previous, productOf({ fields }, site), slug);
}
