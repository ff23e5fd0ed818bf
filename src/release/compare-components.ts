import type { Comparable } from './compare-line.ts';

export interface ComponentMove {
  name: string;
  kind?: string;
  from?: string;
  to?: string;
}

/**
 * Each component once, from the version that it had before the first of the releases to the one that it has in the last.
 * @param history what came before the releases, oldest first
 */
export function collectComponents(
  releases: readonly Comparable[],
  history: readonly Comparable[],
): ComponentMove[] {
  const moves = new Map<string, ComponentMove>();
  for (const { components = [] } of releases) {
    for (const { name, kind, from, to } of components) {
      const known = moves.get(name) ?? { name, from: ownOf(history, name) ?? from ?? lastOf(history, name) };
      moves.set(name, { name, kind: kind ?? known.kind, from: known.from, to: to ?? known.to });
    }
  }
  return [...moves.values()].filter(({ from, to }) => from !== to).map(withoutNothing);
}

/** What the release at the start says itself counts most: it may be one that was yanked. */
function ownOf(history: readonly Comparable[], name: string): string | undefined {
  return history.at(-1)?.components?.find((each) => each.name === name)?.to;
}

function lastOf(history: readonly Comparable[], name: string): string | undefined {
  const last = history.findLast(({ components }) =>
    components?.some((each) => each.name === name && each.to),
  );
  return last?.components?.find((each) => each.name === name)?.to;
}

function withoutNothing({ name, kind, from, to }: ComponentMove): ComponentMove {
  return { name, ...(kind && { kind }), ...(from && { from }), ...(to && { to }) };
}
