import { type Comparable, familyOf, type Line } from './compare-line.ts';
import { wasTakenBack } from './compare-versions.ts';
import { describeReach } from './patch-lines.ts';
import { compareVersions, isNumbered } from './version.ts';

/**
 * A known issue lives from the release in which it was discovered until one that mends it, across every release between them, whether that
 * says so or not. A fix on one patch line mends that line and every line begun after it; a line that was there already stays as it is,
 * until a release of it says that it is mended, too.
 */
export interface IssueLife<R extends Comparable> {
  /** As the newest release that mentions it tells it. */
  issue: IssueOf<R>;
  /** The oldest and the newest release that mention it. */
  since: R;
  latest: R;
  discoveredIn?: string;
  /** Every version that mends it, out or not, oldest first; for one that was taken back, the next that stands. */
  fixes: string[];
  /** Those of them that are still to come. */
  coming: string[];
  /** Places in the line of the releases that have it, as pairs of first and last. */
  spans: [number, number][];
  /** What is said of it and cannot be: a fix before the discovery, which is passed over, or in a version that never was. */
  doubts: { fixedIn: string; why: 'before-discovery' | 'no-such-version' }[];
}
type IssueOf<R extends Comparable> = NonNullable<R['knownIssues']>[number];

/** Every issue of a line, newest mention first. They live as long as their line, and much asks for them. */
export function describeIssues<R extends Comparable>(line: Line<R>): IssueLife<R>[] {
  const known = described.get(line) as IssueLife<R>[] | undefined;
  const issues = known ?? collectIssues(line);
  described.set(line, issues);
  return issues;
}

const described = new WeakMap<Line, unknown>();

function collectIssues<R extends Comparable>(line: Line<R>): IssueLife<R>[] {
  const mentions = new Map<string, Mention<R>[]>();
  for (const [at, release] of line.releases.entries()) {
    for (const issue of release.knownIssues ?? []) {
      const known = mentions.get(issue.id) ?? [];
      mentions.set(issue.id, known);
      known.push({ at, release, issue });
    }
  }
  const course: Course<R> = {
    line,
    families: line.releases.map(familyOf),
    places: placesOf(line.releases),
    reaches: describeReach(line),
  };
  const lives = [...mentions.values()].map((each) => ({
    life: describeLife(course, each),
    at: each.at(-1)?.at ?? 0,
  }));
  return lives
    .sort((a, b) => b.at - a.at || (a.life.issue.id < b.life.issue.id ? -1 : 1))
    .map(({ life }) => life);
}

export function isOpenAt({ spans }: Pick<IssueLife<Comparable>, 'spans'>, place: number): boolean {
  return spans.some(([first, last]) => first <= place && place <= last);
}

interface Course<R extends Comparable> {
  line: Line<R>;
  families: readonly string[];
  /** The first place of each version, as it is written in small letters. */
  places: ReadonlyMap<string, number>;
  reaches: ReturnType<typeof describeReach>;
}

interface Mention<R extends Comparable> {
  at: number;
  release: R;
  issue: IssueOf<R>;
}

/** Where a version stands: at a release of the line, or between two of them. */
interface Fix {
  version: string;
  place: number;
  release?: Comparable;
}

function describeLife<R extends Comparable>(
  course: Course<R>,
  mentions: readonly Mention<R>[],
): IssueLife<R> {
  const { line } = course;
  const [first, last] = [mentions[0], mentions.at(-1)];
  if (!first || !last) throw new Error('An issue without a mention has no life.');
  const told = mentions.flatMap(({ issue }) => issue.discoveredIn ?? []);
  const discovered = Math.min(first.at, ...told.map((version) => placeOf(course, version) ?? first.at));
  const versions = [...new Set(mentions.flatMap(({ issue }) => issue.fixedIn ?? []))];
  const doubts: IssueLife<R>['doubts'] = [];
  const fixes: Fix[] = [];
  for (const version of versions) {
    const place = placeOf(course, version);
    const release = place === undefined ? undefined : line.releases[place];
    if (place !== undefined && place < discovered) {
      doubts.push({ fixedIn: version, why: 'before-discovery' });
      continue;
    }
    if (!release && place !== undefined && place < line.releases.length - 1 && !line.awaited.has(version))
      doubts.push({ fixedIn: version, why: 'no-such-version' });
    fixes.push({ version, place: place ?? Infinity, ...(release && { release }) });
  }
  fixes.sort((a, b) => a.place - b.place);
  const isDue = ({ version, place }: Fix) => !line.awaited.has(version) && place <= line.releases.length - 1;
  const due = fixes.filter(isDue);
  return {
    issue: last.issue,
    since: first.release,
    latest: last.release,
    discoveredIn: told[0] ?? first.release.version,
    fixes: [...new Set(fixes.flatMap((fix) => standingFix(course, fix) ?? []))],
    coming: fixes.filter((fix) => !isDue(fix)).map(({ version }) => version),
    spans: spansOf(course, mentions, discovered, due),
    doubts,
  };
}

/** The version that readers can have; `undefined` where a fix was taken back, and none that has it came after it. */
function standingFix({ line, families, reaches }: Course<Comparable>, fix: Fix): string | undefined {
  if (!fix.release || !wasTakenBack(fix.release.status)) return fix.version;
  const next = line.releases.findIndex(
    ({ status }, place) =>
      place > fix.place &&
      families[place] === families[fix.place] &&
      !wasTakenBack(status) &&
      reaches(fix.place, place),
  );
  return line.releases[next]?.version;
}

function spansOf<R extends Comparable>(
  { line, families, reaches }: Course<R>,
  mentions: readonly Mention<R>[],
  discovered: number,
  fixes: readonly Fix[],
): [number, number][] {
  const own = new Set(mentions.map(({ at }) => families[at]));
  const isMended = (place: number) =>
    fixes.some(
      (fix) => said <= fix.place && fix.place <= place && (!fix.release || reaches(fix.place, place)),
    );
  const told = new Map(mentions.map(({ at, issue }) => [at, issue]));
  const spans: [number, number][] = [];
  let said = discovered;
  for (let place = Math.max(0, Math.ceil(discovered)); place < line.releases.length; place++) {
    const family = families[place];
    if (family === undefined || !own.has(family)) continue;
    const issue = told.get(place);
    // Who lists an issue without its fix has it, whatever was mended elsewhere.
    if (issue && !fixes.some((fix) => fix.version === issue.fixedIn && fix.place <= place)) said = place;
    if (isMended(place)) continue;
    const open = spans.at(-1);
    if (open?.[1] === place - 1) open[1] = place;
    else spans.push([place, place]);
  }
  return spans;
}

/** The place of a version in a line; `1.4.5` where there is no such release lies half a place behind the one before it. */
function placeOf<R extends Comparable>({ line, places }: Course<R>, version: string): number | undefined {
  const exact = places.get(version.trim().toLowerCase());
  if (exact !== undefined) return exact;
  if (!isNumbered(version)) return undefined;
  const below = line.releases.findLastIndex(
    (each) => each.version && (compareVersions(each.version, version) ?? 1) <= 0,
  );
  const at = below >= 0 ? line.releases[below] : undefined;
  return at?.version && compareVersions(at.version, version) === 0 ? below : below + 0.5;
}

function placesOf(releases: readonly Comparable[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [place, { version }] of releases.entries()) {
    const word = version?.toLowerCase();
    if (word !== undefined && !places.has(word)) places.set(word, place);
  }
  return places;
}
