import { type Comparable, familyOf, type Line } from './compare-line.ts';

/**
 * Tells whether what one release mended is mended in a later version, too: on the same patch line (1.2.x) it is, and on every patch line that
 * began on the same day or after it. Where a day is not known, the order of the versions decides alone. Releases are named by their places.
 */
export function describeReach({ releases }: Line): (from: number, to: number) => boolean {
  const lines = releases.map(patchLineOf);
  const begun = new Map<string, string>();
  for (const [place, { released }] of releases.entries()) {
    const key = lines[place] ?? '';
    const first = begun.get(key);
    if (released && (first === undefined || released < first)) begun.set(key, released);
  }
  const days = releases.map(({ released }) => released);
  const starts = lines.map((key) => begun.get(key));
  return (from, to) => {
    const [day, start] = [days[from], starts[to]];
    return !day || !start || start >= day || lines[from] === lines[to];
  };
}

/** `1.2` of 1.2.5, in its family; a name is a line of its own. */
function patchLineOf(release: Comparable): string {
  const match = /^v?(\d+)(?:\.(\d+))?/i.exec(release.version?.trim() ?? '');
  const numbers = match ? `${Number(match[1])}.${Number(match[2] ?? 0)}` : release.id;
  return `${familyOf(release)} ${numbers}`;
}
