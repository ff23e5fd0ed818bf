import { wordsOf } from '../../languages/languages.ts';
import { releaseAddress } from '../../release/address.ts';
import { groupChanges } from '../../release/order.ts';
import type { Release } from '../../release/release.ts';
import type { Site } from '../../release/site.ts';
import { isShipped } from '../../release/vocabulary.ts';
import { describeDigest } from './digest.ts';
import { renderDigestText } from './digest-text.ts';
import { formatPartialDate } from './format-date.ts';
import { escapeMarkdown } from './outline.ts';
import { renderExcerpt } from './plain-text.ts';
import { renderReleaseMarkdown } from './release-markdown.ts';
import { releaseName } from './release-name.ts';
import { siteUrl } from './site-url.ts';
import { oneLine } from './one-line.ts';

/** Characters: of a short message as networks take it, and of a line in a product. */
const [SHORT, LINE] = [280, 120];

/** What is sent and shown when a release is announced, in each length that is asked for. From the public record alone: all of it may be sent. */
export function renderAnnouncementPack(release: Release, site: Site): string {
  const url = siteUrl(site, releaseAddress(release, site.products.length > 1));
  const name = releaseName(release, site);
  const title = oneLine(release.title);
  const about = aboutOf(release);
  const parts = [
    `# Announcement pack: ${escapeMarkdown(name)}`,
    `Made from the public record: everything below may be sent. ${outWhen(release, site)}`.trim(),
    '## Subject lines',
    [...new Set([name, title])].map((line) => `- ${escapeMarkdown(line)}`).join('\n'),
    '## In the product',
    `**${escapeMarkdown(title)}**`,
    [about && escapeMarkdown(renderExcerpt(about, LINE)), `<${url}>`].filter(Boolean).join(' '),
    '## Short message',
    `${escapeMarkdown(fit([title, about].filter(Boolean).join(': '), SHORT - url.length - 1))} <${url}>`,
    '## E-mail, as text',
    fence(renderDigestText(describeDigest([release], site))),
    '## The whole story',
    renderReleaseMarkdown(release, site, { level: 2, title: false }).trim(),
    `<${url}>`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** What is said of a release in one breath: its summary, or what changes, the weightiest first. */
function aboutOf({ summary, changes = [] }: Release): string {
  if (summary) return renderExcerpt(summary, 400);
  const titles = groupChanges(changes).flatMap((group) => group.changes.map(({ title }) => title));
  return titles.map((title) => renderExcerpt(title, 200)).join(' · ');
}

function outWhen({ status, released, expected }: Release, { locale, ...site }: Site): string {
  const { quarter } = wordsOf({ locale, ...site }).page;
  const day = isShipped(status) ? released : expected;
  if (!day) return isShipped(status) ? '' : 'It is not out yet.';
  const when = formatPartialDate(day, locale, quarter);
  return isShipped(status) ? `Out since ${when}.` : `It is not out yet; expected: ${when}.`;
}

function fit(text: string, most: number): string {
  return renderExcerpt(escapeMarkdown(text), Math.max(20, most));
}

function fence(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}text\n${text.trimEnd()}\n${ticks}`;
}
