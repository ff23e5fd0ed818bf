import type { InitiativePlan } from '../plan/initiative.ts';
import { report } from '../plan/message.ts';
import { nearest } from '../plan/nearest.ts';
import type { Plan } from '../plan/plan.ts';
import type { Initiative, Release } from '../release/release.ts';

/** Tells the authors of public plans of roadmap items that there are not, and of those that readers do not see. */
export function reportItems(plans: readonly Plan[], initiatives: readonly InitiativePlan[]): void {
  const items = new Map(initiatives.map(({ id, visibility }) => [id, visibility]));
  for (const { file, fields, places } of plans) {
    const { initiative, visibility } = fields;
    if (!initiative || visibility !== 'public') continue;
    const isInternal = items.get(initiative) === 'internal';
    if (items.has(initiative) && !isInternal) continue;
    const guess = nearest(initiative, [...items.keys()]);
    const text = isInternal
      ? `Unexpected roadmap item \`${initiative}\` of a public plan, expected one that is public`
      : `Unknown roadmap item \`${initiative}\`${guess ? `; did you mean \`${guess}\`?` : ''}`;
    const hint =
      'The release is published without it. The name of an item is that of its file in `roadmap/`.';
    report(file, { code: 'RP120', severity: 'warning', text, hint, place: places.initiative });
  }
}

/** Releases without the names of roadmap items that are not public: who plans what is not for readers, either. */
export function withoutHiddenItems(
  releases: readonly Release[],
  initiatives: readonly Initiative[],
): Release[] {
  const open = new Set<string | undefined>(initiatives.map(({ id }) => id));
  return releases.map((release) => {
    const { initiative, ...others } = release;
    return open.has(initiative) ? release : others;
  });
}
