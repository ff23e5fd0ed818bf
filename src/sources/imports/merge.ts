import { type ImportedRelease, labelOf } from './imported.ts';

/** A version, or a day without one, that is told more than once is one release: what a later telling adds is added to the first. */
export function mergeReleases(releases: readonly ImportedRelease[]): ImportedRelease[] {
  const told = Map.groupBy(releases, (release) => `${release.product ?? ''} ${labelOf(release) ?? ''}`);
  return [...told.values()].map(merge);
}

function merge(releases: readonly ImportedRelease[]): ImportedRelease {
  const [first, ...others] = releases as [ImportedRelease, ...ImportedRelease[]];
  if (others.length === 0) return first;
  const summaries = new Set(releases.flatMap(({ summary }) => summary ?? []));
  return {
    ...first,
    fields: Object.assign(
      {},
      ...releases.toReversed().map(({ fields }) => fields),
    ) as ImportedRelease['fields'],
    ...(releases.some(({ isInternal }) => isInternal) && { isInternal: true as const }),
    ...(summaries.size > 0 && { summary: [...summaries].join('\n\n') }),
    upgrade: join(
      releases,
      ({ upgrade }) => upgrade,
      ({ text }) => text,
    ),
    changes: join(
      releases,
      ({ changes }) => changes,
      ({ kind, title, text }) => JSON.stringify([kind, title, text]),
    ),
    knownIssues: join(
      releases,
      ({ knownIssues }) => knownIssues,
      ({ title, text }) => JSON.stringify([title, text]),
    ),
    downloads: join(
      releases,
      ({ downloads }) => downloads,
      ({ url }) => url,
    ),
  };
}

/** All that the first says, and of the others what none has said before it. */
function join<Thing>(
  [first, ...others]: readonly ImportedRelease[],
  of: (release: ImportedRelease) => readonly Thing[],
  keyOf: (thing: Thing) => string,
): Thing[] {
  const joined = first ? [...of(first)] : [];
  const known = new Set(joined.map(keyOf));
  for (const other of others) {
    const fresh = of(other).filter((thing) => !known.has(keyOf(thing)));
    for (const thing of fresh) known.add(keyOf(thing));
    joined.push(...fresh);
  }
  return joined;
}
