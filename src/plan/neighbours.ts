import { versionKey } from '../release/version.ts';
import { releaseDayOf } from './facts.ts';
import type { Plan } from './plan.ts';

/** Plans as rules ask for them; each list is made once for all plans, because every plan asks. */
interface Neighbours {
  /** Those with a version and a day that were not called off, by product and channel, in the order of their days. */
  releases: Map<string, DatedPlan[]>;
  /** The same for feature releases, by product, with a version or without. */
  features: Map<string, DatedPlan[]>;
  /** Product and version of all. */
  versions: Set<string>;
}

export interface DatedPlan {
  day: string;
  plan: Plan;
}

/** The releases of the same product and channel on earlier days, in the order of their days. */
export function releasesBefore(plan: Plan, plans: readonly Plan[]): DatedPlan[] {
  const day = releaseDayOf(plan);
  if (!day) return [];
  const line = neighboursOf(plans).releases.get(lineOf(plan)) ?? [];
  return line.slice(0, firstOn(line, day));
}

/** The last feature release of the same product up to a day, other than the plan itself. */
export function featureUntil(plan: Plan, day: string, plans: readonly Plan[]): DatedPlan | undefined {
  const line = neighboursOf(plans).features.get(plan.fields.product ?? '') ?? [];
  return line.slice(0, firstOn(line, `${day}~`)).findLast((each) => each.plan !== plan);
}

/** True where a plan of the product has this version, however it is spelt. */
export function isPlannedVersion(
  product: string | undefined,
  version: string,
  plans: readonly Plan[],
): boolean {
  return neighboursOf(plans).versions.has(nameOf(product, version));
}

const known = new WeakMap<readonly Plan[], Neighbours>();

function neighboursOf(plans: readonly Plan[]): Neighbours {
  const neighbours = known.get(plans) ?? collect(plans);
  known.set(plans, neighbours);
  return neighbours;
}

function collect(plans: readonly Plan[]): Neighbours {
  const dated = plans
    .flatMap((plan) => {
      const day = releaseDayOf(plan);
      return day && plan.fields.status !== 'cancelled' ? [{ day, plan }] : [];
    })
    .sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
  const versions = plans.flatMap(({ fields: { product, version } }) =>
    version === undefined ? [] : [nameOf(product, version)],
  );
  return {
    releases: Map.groupBy(
      dated.filter(({ plan }) => plan.fields.version),
      ({ plan }) => lineOf(plan),
    ),
    features: Map.groupBy(
      dated.filter(({ plan }) => (plan.fields.profile ?? 'feature') === 'feature'),
      ({ plan }) => plan.fields.product ?? '',
    ),
    versions: new Set(versions),
  };
}

/** Where the first release of a day stands, or would stand. */
function firstOn(line: readonly DatedPlan[], day: string): number {
  let [low, high] = [0, line.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((line[middle] as DatedPlan).day < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lineOf({ fields }: Plan): string {
  return `${fields.product ?? ''}\n${fields.channel ?? ''}`;
}

function nameOf(product: string | undefined, version: string): string {
  return `${product ?? ''}\n${versionKey(version) ?? `named ${version}`}`;
}
