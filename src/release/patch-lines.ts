import { type Comparable, familyOf, type Line } from './compare-line.ts';

/**
 * Tells whether what one release mended is mended in a later version, too: on the same patch line (1.2.x) it is, and on every patch line that
 * began on the same day or after it. Where a day is not known, the order of the versions decides alone.
 */
export function describeReach(line: Line): (from: Comparable, to: Comparable) => boolean {
  const begun = new Map<string, string>();
  const known = new Map<Comparable, string>();
  const lineOf = (release: Comparable) => {
    const own = known.get(release) ?? patchLineOf(release);
    known.set(release, own);
    return own;
  };
  for (const release of line.releases) {
    const [key, day] = [lineOf(release), release.released];
    const first = begun.get(key);
    if (day && (first === undefined || day < first)) begun.set(key, day);
  }
  return (from, to) => {
    const [own, other] = [lineOf(from), lineOf(to)];
    const start = begun.get(other);
    return own === other || !from.released || !start || start >= from.released;
  };
}

/** `1.2` of 1.2.5, in its family; a name is a line of its own. */
function patchLineOf(release: Comparable): string {
  const match = /^v?(\d+)(?:\.(\d+))?/i.exec(release.version?.trim() ?? '');
  const numbers = match ? `${Number(match[1])}.${Number(match[2] ?? 0)}` : release.id;
  return `${familyOf(release)} ${numbers}`;
}
