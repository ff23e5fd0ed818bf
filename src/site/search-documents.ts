import { renderExcerpt, renderPlainText } from '../documents/public/plain-text.ts';
import { type ChangeGroup, groupOf } from '../release/order.ts';
import type { Change, Initiative, KnownIssue, Release } from '../release/release.ts';
import { initiativeAddress } from '../release/address.ts';
import { addressOf } from './addresses.ts';
import type { Content } from './content.ts';
import { getIssueRegister } from './known-issues.ts';

/** What can be found. Texts are worked out only for those that the index has room for. */
export interface SearchDocument {
  /** Plain text. */
  title: string;
  /** The beginning of its text, plain, as much as a result shows. */
  excerpt: () => string;
  /** All of its words, with whatever Markdown is between them. */
  body: () => string;
}

export interface ReleaseDocument extends SearchDocument {
  release: Release;
  address: string;
  changes: (SearchDocument & { id: string; group: ChangeGroup })[];
  issues: (SearchDocument & { id: string })[];
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
  const { open, fixed } = getIssueRegister(content);
  const told = new Set(
    [...open.values(), ...fixed.values()].flat().map(({ latest, issue }) => `${latest.id}/${issue.id}`),
  );
  return {
    releases: content.shipped.map((release) => ({
      ...releaseDocument(release),
      release,
      address: addressOf(content.site, release),
      changes: (release.changes ?? []).map(changeDocument),
      issues: (release.knownIssues ?? [])
        .filter(({ id }) => told.has(`${release.id}/${id}`))
        .map(issueDocument),
    })),
    roadmap: [
      ...content.initiatives.map(initiativeDocument),
      ...content.upcoming.map((release) => ({
        ...releaseDocument(release),
        address: addressOf(content.site, release),
        product: release.product,
      })),
    ],
  };
}

function releaseDocument(release: Release): SearchDocument {
  const changes = release.changes ?? [];
  return document(release.title, release.summary, [
    release.reason,
    release.highlights,
    release.channel,
    ...(release.upgrade ?? []).flatMap(({ text, who }) => [text, who]),
    ...(release.components ?? []).flatMap(({ name, to, notes }) => [name, to, notes]),
    ...(release.downloads ?? []).map(({ file }) => file),
    ...(release.audience?.include ?? []).map(({ text }) => text),
    ...(release.audience?.exclude ?? []).flatMap(({ text, reason }) => [text, reason]),
    ...(release.waves ?? []).flatMap(({ name, regions }) => [name, ...(regions ?? [])]),
    ...(release.faq ?? []).flatMap(({ question, answer }) => [question, answer]),
    ...(release.extras ?? []).flatMap(({ heading, text }) => [heading, text]),
    // Changes of shipped releases are found themselves.
    ...(release.released ? [] : changes.flatMap(({ title, text }) => [title, text])),
  ]);
}

function changeDocument(change: Change): ReleaseDocument['changes'][number] {
  const { id, title, text, purpose, component, action, removal, replacement } = change;
  return {
    ...document(title, text ?? action ?? purpose, [component, purpose, action, removal, replacement]),
    id,
    group: groupOf(change),
  };
}

function issueDocument({
  id,
  title,
  text,
  affects,
  workaround,
}: KnownIssue): ReleaseDocument['issues'][number] {
  return { ...document(title, text ?? workaround ?? affects, [affects, workaround]), id };
}

function initiativeDocument(initiative: Initiative): RoadmapDocument {
  const { title, problem, outcome, text, product } = initiative;
  return {
    ...document(title, outcome ?? problem, [problem, text]),
    address: initiativeAddress(initiative),
    product,
  };
}

function document(title: string, lead: string | undefined, rest: (string | undefined)[]): SearchDocument {
  let excerpt: string | undefined;
  return {
    title: renderPlainText(title),
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
