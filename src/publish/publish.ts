import type { VFile } from 'vfile';
import type { InitiativePlan } from '../plan/initiative.ts';
import type { Plan } from '../plan/plan.ts';
import { dayIn } from '../release/date.ts';
import type { RoadmapChange } from '../release/plan-history.ts';
import type { Initiative, Release } from '../release/release.ts';
import type { Site } from '../release/site.ts';
import { byId } from './by-id.ts';
import { keepAddresses, withdrawnAddresses } from './addresses.ts';
import { refuseSharedAddresses, refuseSharedIds } from './collisions.ts';
import type { Translation } from '../plan/translations.ts';
import type { InitiativeTranslation, ReleaseTranslation } from '../release/translation.ts';
import { decideInitiative } from './decide-initiative.ts';
import { keepAuthority } from './keep-authority.ts';
import { type Decision, decidePlan, type Outcome } from './decide-plan.ts';
import { publishTranslations } from './publish-translations.ts';
import { collectRoadmapChanges } from './roadmap-changes.ts';
import { reportItems, withoutHiddenItems } from './roadmap-items.ts';

/** Everything that is public: what the folder of records holds. */
export interface Records {
  releases: Release[];
  initiatives: Initiative[];
  /** Addresses whose content was taken back. */
  withdrawn: string[];
  /** How the roadmap changed from one publication to the next, oldest first; absent until it did. */
  roadmapChanges?: RoadmapChange[];
  /** False while the site has one product: then its id stands in no address. */
  productInAddresses?: false;
  /** What the ids of feeds begin with, from the first publication on. */
  authority?: string;
  /** Texts of the above in other languages; absent where there are none. */
  translations?: Translations;
}

export interface Translations {
  releases: ReleaseTranslation[];
  initiatives: InitiativeTranslation[];
}

export interface PublishInput {
  plans: readonly Plan[];
  initiatives: readonly InitiativePlan[];
  translations?: PlanTranslations;
  previous: Records;
  site: Site;
  now: Date;
}

export interface PlanTranslations {
  plans: readonly Translation<Plan>[];
  initiatives: readonly Translation<InitiativePlan>[];
  /** Meant as translations of nobody knows what. */
  failed: readonly (Plan | InitiativePlan)[];
}

export type PublicRecord = Release | Initiative | ReleaseTranslation | InitiativeTranslation;

export interface Publication {
  records: Records;
  /** What became of each plan, with what is public of it from now on and what was until now. */
  outcomes: {
    file: VFile;
    outcome: Outcome;
    record?: PublicRecord;
    last?: PublicRecord;
  }[];
  /** Records behind which no plan stands any more. They go. */
  orphans: (Release | Initiative)[];
  /** The same, where a plan that cannot be read may be theirs. They stay until it can. */
  spared: (Release | Initiative)[];
}

/**
 * Decides what is public from now on. Reads and writes nothing; problems are messages on the plans' files.
 *
 * What its author keeps inside goes at once, whatever else is wrong with it. What cannot be read keeps its last record. A record without a plan
 * goes, unless a plan that cannot be read may be its own.
 */
export function publish(input: PublishInput): Publication {
  const { plans, initiatives, previous, site, now } = input;
  refuseSharedIds(plans, initiatives, site, now);
  refuseSharedAddresses(plans, site, now);
  reportItems(plans, initiatives);
  const decisions = [
    ...plans.map((plan) => decidePlan(plan, previous.releases, site, now)),
    ...initiatives.map((initiative) => decideInitiative(initiative, previous.initiatives)),
  ];
  const claimed = new Set(decisions.map((decision) => decision.last?.id));
  const unclaimed = [...previous.releases, ...previous.initiatives].filter(
    (record) => !claimed.has(record.id),
  );
  const isUnsure = decisions.some((decision) => decision.unidentified);
  const spared = isUnsure ? unclaimed : [];
  const records = sortRecords([
    ...recordsOf(decisions, 'kept'),
    ...recordsOf(decisions, 'published'),
    ...spared,
  ]);
  const releases = withoutHiddenItems(records.releases, records.initiatives);
  const kept = keepAddresses({ ...records, releases }, previous, site);
  const translated = publishTranslations(input, decisions, kept, isUnsure);
  const failed = (input.translations?.failed ?? []).map(({ file }) => ({
    file,
    outcome: 'blocked' as const,
  }));
  const roadmapChanges = collectRoadmapChanges(previous, kept, dayIn(site.timezone, now));
  return {
    records: {
      ...kept,
      withdrawn: withdrawnAddresses(kept, previous, site),
      ...(roadmapChanges.length > 0 && { roadmapChanges }),
      ...(translated.records && { translations: translated.records }),
      ...(site.products.length === 1 && kept.releases.length > 0 && { productInAddresses: false }),
      ...keepAuthority(kept, previous, site),
    },
    outcomes: [
      ...[...decisions, ...translated.decisions].map(({ file, outcome, record, last }) => ({
        file,
        outcome,
        record,
        last,
      })),
      ...failed,
    ],
    orphans: isUnsure ? [] : unclaimed,
    spared,
  };
}

function recordsOf(
  decisions: readonly Decision<Release | Initiative>[],
  wanted: Outcome,
): (Release | Initiative)[] {
  return decisions.flatMap(({ outcome, record }) => (outcome === wanted && record) || []);
}

/**
 * By id, so that the order of files decides nothing. The last of two counts: where two plans have one record for theirs, it is kept once, and not
 * beside what one of them makes of it now.
 */
function sortRecords(records: readonly (Release | Initiative)[]): Pick<Records, 'releases' | 'initiatives'> {
  const sorted = [...new Map(records.map((record) => [record.id, record])).values()].sort(byId);
  return {
    releases: sorted.filter((record): record is Release => 'status' in record),
    initiatives: sorted.filter((record): record is Initiative => !('status' in record)),
  };
}
