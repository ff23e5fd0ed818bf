import type { KnownIssue, Release } from '../release/release.ts';
import { compareVersions } from '../release/version.ts';
import type { Content } from './content.ts';
import { groupBy, once } from './once.ts';

/** A known issue through its whole life, which may span many releases. */
export interface IssueLife {
  /** As the newest release that mentions it tells it. */
  issue: KnownIssue;
  product: string;
  /** The oldest release that mentions it. */
  since: Release;
  /** The newest release that mentions it. */
  latest: Release;
  discoveredIn?: string;
  fixedIn?: string;
  /** `coming` where the fix was announced for a version that is not out. */
  state: 'open' | 'coming' | 'fixed';
}

export interface IssueRegister {
  open: Map<string, IssueLife[]>;
  fixed: Map<string, IssueLife[]>;
}

/** Every known issue once, by product: an issue lives until a version that is out fixes it. */
export const getIssueRegister = once((content: Content): IssueRegister => {
  const lives = [...allLives(content).values()];
  return {
    open: groupBy(
      lives.filter((life) => life.state !== 'fixed'),
      (life) => life.product,
    ),
    fixed: groupBy(
      lives.filter((life) => life.state === 'fixed'),
      (life) => life.product,
    ),
  };
});

/** The issues of a release, as it told them, each with what has become of it: an old page, too, tells what was fixed since. */
export function getIssuesOf(content: Content, release: Release): IssueLife[] {
  return (release.knownIssues ?? []).flatMap((issue) => {
    const life = allLives(content).get(`${release.product}/${issue.id}`);
    return life ? [{ ...life, issue }] : [];
  });
}

/** The anchor of an issue in the register: its id, with its product in front where two products have the same id. */
export function issueAnchor(content: Content, { product, issue }: IssueLife): string {
  return productsById(content).get(issue.id) === product ? issue.id : `${product}.${issue.id}`;
}

const productsById = once((content: Content) => {
  const lives = [...allLives(content).values()].toReversed();
  return new Map(lives.map(({ issue, product }) => [issue.id, product]));
});

const allLives = once((content: Content): Map<string, IssueLife> => {
  const isOut = releasedVersions(content);
  const lives = new Map<string, IssueLife>();
  for (const release of content.shipped) {
    for (const issue of release.knownIssues ?? []) {
      const key = `${release.product}/${issue.id}`;
      const newer = lives.get(key);
      const fixedIn = newer?.fixedIn ?? issue.fixedIn;
      lives.set(key, {
        issue: newer?.issue ?? issue,
        product: release.product,
        since: release,
        latest: newer?.latest ?? release,
        discoveredIn: issue.discoveredIn ?? newer?.issue.discoveredIn ?? release.version,
        fixedIn,
        state: !fixedIn ? 'open' : isOut(release.product, fixedIn) ? 'fixed' : 'coming',
      });
    }
  }
  return lives;
});

/** Tells whether a version is out: it was released, or lies below the newest that was. */
function releasedVersions({ shipped, upcoming }: Content): (product: string, version: string) => boolean {
  const out = groupBy(shipped, (release) => release.product);
  const newest = new Map<string, string>();
  for (const [product, releases] of out) {
    for (const { version } of releases) {
      const known = newest.get(product);
      if (version && (!known || (compareVersions(version, known) ?? 0) > 0)) newest.set(product, version);
    }
  }
  const versions = new Set(shipped.map((release) => `${release.product}/${release.version}`));
  const awaited = new Set(upcoming.map((release) => `${release.product}/${release.version}`));
  return (product, version) => {
    const key = `${product}/${version}`;
    if (versions.has(key)) return true;
    if (awaited.has(key)) return false;
    const last = newest.get(product);
    return !last || (compareVersions(version, last) ?? 0) <= 0;
  };
}
