import type { VFile } from 'vfile';
import type { InitiativePlan } from '../plan/initiative.ts';
import { report } from '../plan/message.ts';
import type { Plan } from '../plan/plan.ts';
import { releaseAddress } from '../release/address.ts';
import type { Site } from '../release/site.ts';
import { publicId } from './identity.ts';

/** Two plans with one id cannot both be it: neither is published anew, and each is told of the other. */
export function refuseSharedIds(
  plans: readonly Plan[],
  initiatives: readonly InitiativePlan[],
  site: Site,
): void {
  const claims = [
    ...plans
      .filter((plan) => plan.fields.id ?? isPublic(plan))
      .map((plan) => [publicId(plan, site), plan.file] as const),
    ...initiatives.map((initiative) => [initiative.id, initiative.file] as const),
  ];
  refuseShared(claims, 'RP150', 'id', 'An id belongs to one plan for good: give the newer one another.');
}

/** Two releases with one address would overwrite each other. */
export function refuseSharedAddresses(plans: readonly Plan[], site: Site): void {
  const claims = plans.filter(isPublic).map((plan) => {
    const id = publicId(plan, site);
    const product = plan.fields.product ?? site.products[0]?.id ?? '';
    const status = plan.fields.status ?? 'draft';
    return [releaseAddress({ ...plan.fields, id, product, status }, true), plan.file] as const;
  });
  refuseShared(
    claims,
    'RP151',
    'address',
    'Give each its own version or channel; what differs only in dots and dashes is the same address.',
  );
}

function refuseShared(
  claims: readonly (readonly [string, VFile])[],
  code: string,
  what: string,
  hint: string,
): void {
  const files = Map.groupBy(claims, ([value]) => value);
  for (const [value, holders] of files) {
    if (holders.length < 2) continue;
    for (const [, file] of holders) {
      const others = holders.flatMap(([, other]) => (other === file ? [] : [other.path]));
      report(file, {
        code,
        severity: 'error',
        text: `Unexpected ${what} \`${value}\`, which ${others.join(' and ')} ${others.length > 1 ? 'have' : 'has'} too`,
        hint,
      });
    }
  }
}

function isPublic(plan: Plan): boolean {
  return plan.fields.visibility === 'public' && (plan.fields.status ?? 'draft') !== 'draft';
}
