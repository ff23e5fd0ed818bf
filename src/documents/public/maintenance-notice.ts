import { wordsOf } from '../../languages/languages.ts';
import { releaseAddress } from '../../release/address.ts';
import type { Release } from '../../release/release.ts';
import type { Site } from '../../release/site.ts';
import { formatWindow } from './format-date.ts';
import { renderMarkdownText, renderMarkdownTitle } from './markdown-text.ts';
import { escapeMarkdown, linkMarkdown } from './outline.ts';
import { releaseName } from './release-name.ts';
import { siteUrl } from './site-url.ts';
import { elsewhere } from './text-address.ts';

/**
 * What customers are told of a maintenance window: when, in its zone and in UTC, what is affected, and what they notice. From the public record
 * alone.
 * @returns `undefined` where the release has no window
 */
export function renderMaintenanceNotice(release: Release, site: Site): string | undefined {
  const { maintenance = [], status } = release;
  if (maintenance.length === 0) return undefined;
  const { page, documents } = wordsOf(site);
  const name = releaseName(release, site);
  const url = siteUrl(site, releaseAddress(release, site.products.length > 1));
  const place = elsewhere(site, url);
  const isOff = status === 'cancelled';
  const windows = maintenance.map((window) => {
    const what =
      window.affected?.join(', ') ?? site.products.find(({ id }) => id === release.product)?.name ?? '';
    const heading = isOff ? page.statuses.cancelled : documents.calendarMaintenance(what);
    return [
      `## ${renderMarkdownTitle(escapeMarkdown(heading), place)}`,
      `**${escapeMarkdown(formatWindow(window, window.zone, site.locale))}**`,
      window.zone !== 'UTC' && escapeMarkdown(formatWindow(window, 'UTC', site.locale)),
      window.affected && `${documents.affected}: ${escapeMarkdown(window.affected.join(', '))}`,
      window.impact && renderMarkdownText(window.impact, { headingBase: 3, place, prefix: '' }),
    ];
  });
  const parts = [
    `# ${escapeMarkdown(`${page.maintenance}: ${name}`)}`,
    release.summary && renderMarkdownText(release.summary, { headingBase: 3, place, prefix: 's-' }),
    ...windows.flat(),
    release.reason && renderMarkdownText(release.reason, { headingBase: 3, place, prefix: 'r-' }),
    linkMarkdown({ title: name, url }),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
