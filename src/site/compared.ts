import type { Comparison } from '../release/compare.ts';
import type { Line } from '../release/compare-line.ts';
import type { IssueLife } from '../release/issue-life.ts';
import type { Change, Component, KnownIssue, Release, Step } from '../release/release.ts';
import { once } from './once.ts';

/**
 * What a page that compares releases may show of them. All of a product's releases take part in each of its comparisons, so that such a page
 * would otherwise be made anew for each word that is mended in a text that it does not show.
 */
export type Compared = Pick<Release, (typeof RELEASE)[number]> & {
  changes?: Pick<Change, (typeof CHANGE)[number]>[];
  knownIssues?: Pick<KnownIssue, (typeof ISSUE)[number]>[];
  components?: Pick<Component, (typeof COMPONENT)[number]>[];
  upgrade?: Pick<Step, (typeof STEP)[number]>[];
};

const RELEASE = [
  'id',
  'product',
  'title',
  'version',
  'channel',
  'status',
  'released',
  'locale',
  'translatedFrom',
  'untranslated',
] as const;
const CHANGE = [
  'id',
  'kind',
  'title',
  'breaking',
  'action',
  'removal',
  'replacement',
  'locale',
  'untranslated',
] as const;
const ISSUE = ['id', 'title', 'discoveredIn', 'fixedIn', 'locale', 'untranslated'] as const;
const COMPONENT = ['name', 'kind', 'from', 'to'] as const;
const STEP = ['text'] as const;

/** What the comparisons of a product rest on. */
export function comparedIn(line: Line<Release>): { releases: Compared[]; awaited: string[] } {
  return { releases: line.releases.map(comparedOf), awaited: [...line.awaited] };
}

/** What a page shows of a comparison: of an issue not its places in the line, which move with each release that comes before them. */
export function shownOf({ openIssues, fixedIssues, ...rest }: Comparison<Compared>): unknown {
  return { ...rest, openIssues: openIssues.map(shownLife), fixedIssues: fixedIssues.map(shownLife) };
}

export type ShownLife = Pick<IssueLife<Compared>, 'issue' | 'latest' | 'fixes'>;

const shownLife = once(({ issue, latest, fixes }: IssueLife<Compared>): ShownLife => ({
  issue,
  latest,
  fixes,
}));

export function comparedOf(release: Release): Compared {
  const known = compared.get(release);
  if (known) return known;
  const { changes, knownIssues, components, upgrade } = release;
  const own: Compared = {
    ...pick(release, RELEASE),
    ...(changes && { changes: changes.map((each) => pick(each, CHANGE)) }),
    ...(knownIssues && { knownIssues: knownIssues.map((each) => pick(each, ISSUE)) }),
    ...(components && { components: components.map((each) => pick(each, COMPONENT)) }),
    ...(upgrade && { upgrade: upgrade.map((each) => pick(each, STEP)) }),
  };
  compared.set(release, own);
  return own;
}

const compared = new WeakMap<Release, Compared>();

function pick<T extends object, K extends keyof T>(whole: T, names: readonly K[]): Pick<T, K> {
  const part: Partial<T> = {};
  for (const name of names) if (name in whole) part[name] = whole[name];
  return part as Pick<T, K>;
}
