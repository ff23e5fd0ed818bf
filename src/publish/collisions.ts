import type { VFile } from 'vfile';
import type { InitiativePlan } from '../plan/initiative.ts';
import { report } from '../plan/message.ts';
import type { Plan } from '../plan/plan.ts';
import { releaseAddress } from '../release/address.ts';
import type { Site } from '../release/site.ts';
import type { Status } from '../release/vocabulary.ts';
import { productOf, publicId } from './identity.ts';
import { isAhead } from './is-ahead.ts';

/**
 * Two plans with one id cannot both be it: neither is published anew, and each is told of the other. A plan that is not public takes nothing
 * from one that is: then only its own author is told.
 */
export function refuseSharedIds(
  plans: readonly Plan[],
  initiatives: readonly InitiativePlan[],
  site: Site,
  now: Date,
): void {
  const claims = [
    ...plans
      .filter((plan) => plan.fields.id ?? statusInPublic(plan, now))
      .map((plan) => ({
        value: publicId(plan, site),
        file: plan.file,
        yields: !statusInPublic(plan, now),
      })),
    ...initiatives.map(({ id, file, visibility }) => ({
      value: id,
      file,
      yields: visibility === 'internal',
    })),
  ];
  refuseShared(claims, 'RP150', 'id', 'An id belongs to one plan for good: give the newer one another.');
}

/** Two releases with one address would overwrite each other. */
export function refuseSharedAddresses(plans: readonly Plan[], site: Site, now: Date): void {
  const claims = plans.flatMap((plan) => {
    const { fields, file } = plan;
    const [status, product] = [statusInPublic(plan, now), productOf(plan, site)];
    if (!status || !product) return [];
    return { value: releaseAddress({ ...fields, id: publicId(plan, site), product, status }, true), file };
  });
  refuseShared(
    claims,
    'RP151',
    'address',
    'Give each its own version or channel; what differs only in dots and dashes is the same address.',
  );
}

interface Claim {
  value: string;
  file: VFile;
  /** True where its plan is not public: it takes nothing from one that is. */
  yields?: boolean;
}

function refuseShared(claims: readonly Claim[], code: string, what: string, hint: string): void {
  const byValue = Map.groupBy(claims, (claim) => claim.value);
  for (const [value, holders] of byValue) {
    if (holders.length < 2) continue;
    const yielding = holders.filter((holder) => holder.yields);
    for (const { file } of holders.length - yielding.length === 1 ? yielding : holders) {
      const others = holders.flatMap(({ file: other }) => (other === file ? [] : [other.path]));
      report(file, {
        code,
        severity: 'error',
        text: `Unexpected ${what} \`${value}\`, which ${others.join(' and ')} ${others.length > 1 ? 'have' : 'has'} too`,
        hint,
      });
    }
  }
}

/** The status that readers see; none where the plan is not public now. */
function statusInPublic({ fields }: Plan, now: Date): Status | undefined {
  const { visibility, status, publishAt } = fields;
  return visibility === 'public' && status !== 'draft' && !isAhead(publishAt, now) ? status : undefined;
}
