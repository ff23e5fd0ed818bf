import { renderExcerpt, renderPlainText } from '../documents/public/plain-text.ts';
import { type ChangeGroup, groupOf } from '../release/order.ts';
import type { Change, Initiative, KnownIssue, Release } from '../release/release.ts';
import { initiativeAddress } from '../release/address.ts';
import { foreignItem, foreignPart } from '../release/language.ts';
import type { Site } from '../release/site.ts';
import { addressOf } from './addresses.ts';
import type { Content } from './content.ts';
import { getLastTold } from './known-issues.ts';
import { oneLine } from '../documents/public/one-line.ts';

/** What can be found. Texts are worked out only for those that the index has room for. */
export interface SearchDocument {
  /** Plain text. */
  title: string;
  /** The beginning of its text, plain, as much as a result shows. */
  excerpt: () => string;
  /** All of its words, with whatever Markdown is between them. */
  body: () => string;
  /** The languages of title and excerpt, where they are said. */
  locale: string | undefined;
  excerptLocale: string | undefined;
}

export interface ReleaseDocument extends SearchDocument {
  release: Release;
  address: string;
  changes: () => (SearchDocument & { id: string; group: ChangeGroup })[];
  issues: () => (SearchDocument & { id: string })[];
}

export interface RoadmapDocument extends SearchDocument {
  address: string;
  product: string | undefined;
}

/** Everything that can be found, releases newest first. A known issue is found once, where it was told last. */
export function getSearchDocuments(content: Content): {
  releases: ReleaseDocument[];
  roadmap: RoadmapDocument[];
} {
  const told = getLastTold(content);
  return {
    releases: content.shipped.map((release) => ({
      ...releaseDocument(release, content.site),
      release,
      address: addressOf(content.site, release),
      changes: remember(() =>
        (release.changes ?? []).map((change) => changeDocument(change, release, content.site)),
      ),
      issues: remember(() =>
        (release.knownIssues ?? [])
          .filter(({ id }) => told.has(`${release.id}/${id}`))
          .map((issue) => issueDocument(issue, release, content.site)),
      ),
    })),
    roadmap: [
      ...content.initiatives.map((initiative) => initiativeDocument(initiative, content.site)),
      ...content.upcoming.map((release) => ({
        ...releaseDocument(release, content.site),
        address: addressOf(content.site, release),
        product: release.product,
      })),
    ],
  };
}

function releaseDocument(release: Release, site: Site): SearchDocument {
  const changes = release.changes ?? [];
  const locales = [release.locale, foreignPart(site, release, 'summary')] as const;
  return document(oneLine(release.title), locales, release.summary, [
    release.reason,
    release.highlights,
    release.channel,
    ...(release.upgrade ?? []).flatMap(({ text, who }) => [text, who]),
    ...(release.components ?? []).flatMap(({ name, to, notes }) => [name, to, notes]),
    ...(release.downloads ?? []).map(({ file }) => file),
    ...(release.audience?.include ?? []).map(({ text }) => text),
    ...(release.audience?.exclude ?? []).flatMap(({ text, reason }) => [text, reason]),
    ...(release.waves ?? []).flatMap(({ name, regions }) => [name, ...(regions ?? [])]),
    ...(release.maintenance ?? []).flatMap(({ impact, affected }) => [impact, ...(affected ?? [])]),
    ...(release.materials ?? []).map(({ title }) => title),
    ...(release.faq ?? []).flatMap(({ question, answer }) => [question, answer]),
    ...(release.extras ?? []).flatMap(({ heading, text }) => [heading, text]),
    // Changes of shipped releases are found themselves.
    ...(release.released ? [] : changes.flatMap(({ title, text }) => [title, text])),
  ]);
}

function changeDocument(
  change: Change,
  release: Release,
  site: Site,
): ReturnType<ReleaseDocument['changes']>[number] {
  const { id, title, text, purpose, component, action, removal, replacement } = change;
  const lead = text !== undefined ? 'text' : action !== undefined ? 'action' : 'purpose';
  const locales = [foreignItem(site, release, change), foreignItem(site, release, change, lead)] as const;
  return {
    ...document(renderPlainText(title), locales, text ?? action ?? purpose, [
      component,
      purpose,
      action,
      removal,
      replacement,
    ]),
    id,
    group: groupOf(change),
  };
}

function issueDocument(
  issue: KnownIssue,
  release: Release,
  site: Site,
): ReturnType<ReleaseDocument['issues']>[number] {
  const { id, title, text, affects, workaround } = issue;
  const lead = text !== undefined ? 'text' : workaround !== undefined ? 'workaround' : 'affects';
  const locales = [foreignItem(site, release, issue), foreignItem(site, release, issue, lead)] as const;
  return {
    ...document(renderPlainText(title), locales, text ?? workaround ?? affects, [affects, workaround]),
    id,
  };
}

function initiativeDocument(initiative: Initiative, site: Site): RoadmapDocument {
  const { title, locale, problem, outcome, text, product } = initiative;
  return {
    ...document(
      oneLine(title),
      [locale, foreignPart(site, initiative, outcome ? 'outcome' : 'problem')],
      outcome ?? problem,
      [problem, text],
    ),
    address: initiativeAddress(initiative),
    product,
  };
}

function document(
  title: string,
  [locale, excerptLocale]: readonly [title: string | undefined, excerpt: string | undefined],
  lead: string | undefined,
  rest: (string | undefined)[],
): SearchDocument {
  let excerpt: string | undefined;
  return {
    title,
    locale,
    excerptLocale,
    excerpt: () => (excerpt ??= lead ? renderExcerpt(lead, 160) : ''),
    body: () => withoutTargets([lead, ...rest].filter(Boolean).join('\n')),
  };
}

/** Nobody searches for where a link leads or for what a comment says. */
function withoutTargets(markdown: string): string {
  return markdown
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/\]\([^)\s]*/g, ' ')
    .replace(/https?:\/\/\S+/g, ' ');
}

/** What old releases have is worked out only where the index has room for it. */
function remember<T>(make: () => T): () => T {
  let known: T | undefined;
  return () => (known ??= make());
}
