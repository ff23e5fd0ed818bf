import { wordsOf } from '../../languages/languages.ts';
import { releaseAddress } from '../../release/address.ts';
import { groupChanges } from '../../release/order.ts';
import type { Release } from '../../release/release.ts';
import type { Site } from '../../release/site.ts';
import { formatPartialDate } from './format-date.ts';
import { renderExcerpt, renderPlainText } from './plain-text.ts';
import { releaseName } from './release-name.ts';
import { siteUrl } from './site-url.ts';
import { statusWord, takenBack } from './words.ts';

/** What a message tells of releases: enough to decide whether to read on. All texts are plain. */
export interface Digest {
  title: string;
  locale: string;
  url: string;
  more: string;
  entries: DigestEntry[];
}

export interface DigestEntry {
  name: string;
  url: string;
  /** The day as readers write it, and a state that they must know. */
  about: string;
  summary: string;
  groups: { heading: string; titles: string[]; left: number }[];
}

/** Changes of a group that are named; the others are counted. */
const MOST_TITLES = 6;
/** Characters of a summary. */
const LONGEST_SUMMARY = 500;

/** @param releases newest first */
export function describeDigest(releases: readonly Release[], site: Site): Digest {
  const { page } = wordsOf(site);
  return {
    title: site.name,
    locale: site.locale,
    url: siteUrl(site, '/changelog/'),
    more: page.readMore,
    entries: releases.map((release) => ({
      name: releaseName(release, site),
      url: siteUrl(site, releaseAddress(release, site.products.length > 1)),
      about: [
        release.released && formatPartialDate(release.released, site.locale, page.quarter),
        // Of what was taken back its name says so.
        !takenBack.includes(release.status) && statusWord(release.status, site),
      ]
        .filter(Boolean)
        .join(' · '),
      summary: renderExcerpt([release.reason, release.summary].filter(Boolean).join('\n\n'), LONGEST_SUMMARY),
      groups: [
        ...actionsOf(release, page.beforeYouUpgrade),
        ...groupChanges(release.changes ?? []).map(({ group, changes }) => ({
          heading: page.groups[group],
          titles: changes.slice(0, MOST_TITLES).map(({ title }) => renderPlainText(title)),
          left: Math.max(0, changes.length - MOST_TITLES),
        })),
      ],
    })),
  };
}

/** What must be done is never cut. */
function actionsOf({ upgrade = [], changes = [] }: Release, heading: string): DigestEntry['groups'] {
  const titles = [...upgrade.map(({ text }) => text), ...changes.flatMap(({ action }) => action ?? [])];
  return titles.length > 0
    ? [{ heading, titles: titles.map((text) => renderExcerpt(text, 300)), left: 0 }]
    : [];
}
