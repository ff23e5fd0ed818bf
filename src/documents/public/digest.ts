import { wordsOf } from '../../languages/languages.ts';
import { releaseAddress } from '../../release/address.ts';
import { groupChanges } from '../../release/order.ts';
import type { Release } from '../../release/release.ts';
import type { Site } from '../../release/site.ts';
import { isUpcoming } from '../../release/vocabulary.ts';
import { formatPartialDate, formatWindow } from './format-date.ts';
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
  /** `left` says that there are more than the titles. */
  groups: { heading: string; titles: string[]; left: string }[];
}

/** Changes of a group that are named; the others are counted. */
const MOST_TITLES = 6;
/** Characters of a summary. */
const LONGEST_SUMMARY = 500;

/** @param releases newest first */
export function describeDigest(releases: readonly Release[], site: Site): Digest {
  const { page, documents } = wordsOf(site);
  return {
    title: site.name,
    locale: site.locale,
    url: siteUrl(site, '/changelog/'),
    more: page.readMore,
    entries: releases.map((release) => ({
      name: releaseName(release, site),
      url: siteUrl(site, releaseAddress(release, site.products.length > 1)),
      about: aboutOf(release, site),
      summary: renderExcerpt([release.reason, release.summary].filter(Boolean).join('\n\n'), LONGEST_SUMMARY),
      groups: [
        ...actionsOf(release, page.beforeYouUpgrade),
        ...windowsOf(release, site),
        ...groupChanges(release.changes ?? []).map(({ group, changes }) => ({
          heading: page.groups[group],
          titles: changes.slice(0, MOST_TITLES).map(({ title }) => renderPlainText(title)),
          left: changes.length > MOST_TITLES ? documents.left(changes.length - MOST_TITLES) : '',
        })),
      ],
    })),
  };
}

/** What must be done is never cut. */
function actionsOf({ upgrade = [], changes = [] }: Release, heading: string): DigestEntry['groups'] {
  const titles = [...upgrade.map(({ text }) => text), ...changes.flatMap(({ action }) => action ?? [])];
  return titles.length > 0
    ? [{ heading, titles: titles.map((text) => renderExcerpt(text, 300)), left: '' }]
    : [];
}

/** When something does not work, and what. */
function windowsOf({ maintenance = [] }: Release, site: Site): DigestEntry['groups'] {
  const titles = maintenance.map((window) => {
    const when = formatWindow(window, window.zone, site.locale);
    const what = [window.affected?.join(', '), renderExcerpt(window.impact ?? '', 300)];
    return [when, ...what].filter(Boolean).join(' · ');
  });
  return titles.length > 0 ? [{ heading: wordsOf(site).page.maintenance, titles, left: '' }] : [];
}

/** Of what is to come, too, that it is, and when, where its windows do not say that; of what was taken back its name says so. */
function aboutOf({ status, released, expected, maintenance }: Release, site: Site): string {
  const { page } = wordsOf(site);
  const state = isUpcoming(status) ? page.statuses[status] : statusWord(status, site);
  const due =
    isUpcoming(status) && !maintenance && expected && formatPartialDate(expected, site.locale, page.quarter);
  return [
    released && formatPartialDate(released, site.locale, page.quarter),
    !takenBack.includes(status) && state,
    due && `${page.expected}: ${due}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
