import type { VFile } from 'vfile';
import type { InitiativePlan } from '../plan/initiative.ts';
import { report } from '../plan/message.ts';
import type { Plan } from '../plan/plan.ts';
import { releaseAddress } from '../release/address.ts';
import type { Site } from '../release/site.ts';
import { publicId } from './identity.ts';

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
      .filter((plan) => plan.fields.id ?? isPublic(plan, now))
      .map((plan) => ({ value: publicId(plan, site), file: plan.file, isOpen: isPublic(plan, now) })),
    ...initiatives.map(({ id, file, visibility }) => ({
      value: id,
      file,
      isOpen: visibility !== 'internal',
    })),
  ];
  refuseShared(claims, 'RP150', 'id', 'An id belongs to one plan for good: give the newer one another.');
}

/** Two releases with one address would overwrite each other. */
export function refuseSharedAddresses(plans: readonly Plan[], site: Site, now: Date): void {
  const claims = plans
    .filter((plan) => isPublic(plan, now))
    .map((plan) => {
      const id = publicId(plan, site);
      const product = plan.fields.product ?? site.products[0]?.id ?? '';
      const status = plan.fields.status ?? 'draft';
      const value = releaseAddress({ ...plan.fields, id, product, status }, true);
      return { value, file: plan.file, isOpen: true };
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
  /** True where its plan is public. */
  isOpen: boolean;
}

function refuseShared(claims: readonly Claim[], code: string, what: string, hint: string): void {
  const byValue = Map.groupBy(claims, (claim) => claim.value);
  for (const [value, holders] of byValue) {
    if (holders.length < 2) continue;
    const owner = holders.filter((holder) => holder.isOpen);
    for (const { file } of owner.length === 1 ? holders.filter((holder) => !holder.isOpen) : holders) {
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

function isPublic({ fields }: Plan, now: Date): boolean {
  const { visibility, status = 'draft', publishAt } = fields;
  return (
    visibility === 'public' && status !== 'draft' && !(publishAt && Date.parse(publishAt) > now.getTime())
  );
}
