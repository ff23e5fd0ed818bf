import { compareReleases, type Comparison } from '../../src/release/compare.ts';
import type { Kind } from '../../src/release/vocabulary.ts';
import { type Change, ChangeSchema, type Release, ReleaseSchema } from '../../src/release/release.ts';

/** A release of one product with its version; checked, so that no test rests on an impossible record. */
export function release(version: string, released: string, parts: Partial<Release> = {}): Release {
  return ReleaseSchema.parse({
    id: idOf(`r-${parts.channel ?? ''}-${version}`),
    title: `Release ${version}`,
    product: 'rider-app',
    version,
    status: 'released',
    ...(released && { released }),
    ...Object.fromEntries(
      Object.entries(parts).filter(([, part]) => !Array.isArray(part) || part.length > 0),
    ),
  });
}

export function change(kind: Kind, title: string, parts: Partial<Change> = {}): Change {
  return ChangeSchema.parse({ id: idOf(title), kind, title, ...parts });
}

/** The comparison, or a test that fails with the fault. */
export function between(
  releases: readonly Release[],
  from: string,
  to?: string,
  rest: { product?: string; channel?: string } = {},
): Comparison<Release> {
  const result = compareReleases(releases, { from, ...(to && { to }), ...rest });
  if ('fault' in result) throw new Error(JSON.stringify(result));
  return result;
}

function idOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
