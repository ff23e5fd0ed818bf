import { releaseAddress } from '../../release/address.ts';
import { versionLabel } from '../../release/channel.ts';
import type { Change, Release } from '../../release/release.ts';
import type { Site } from '../../release/site.ts';
import type { Kind } from '../../release/vocabulary.ts';
import { renderMarkdownText, renderMarkdownTitle } from './markdown-text.ts';
import { linkMarkdown } from './outline.ts';
import { siteUrl } from './site-url.ts';
import { elsewhere, type PlaceElsewhere } from './text-address.ts';

/** The headings of keepachangelog.com/en/1.1.0, in its order; they are the same in every language. */
const HEADINGS: Record<Kind, string> = {
  added: 'Added',
  changed: 'Changed',
  deprecated: 'Deprecated',
  removed: 'Removed',
  fixed: 'Fixed',
  security: 'Security',
};

/**
 * CHANGELOG.md as Keep a Changelog describes it: what is out, newest first. A change that breaks something says so first, with what to do.
 * @param releases newest first; several products are told apart by name
 */
export function renderChangelog(releases: readonly Release[], site: Site): string {
  const several = new Set(releases.map(({ product }) => product)).size > 1;
  const nameOf = (id: string) => site.products.find((product) => product.id === id)?.name ?? id;
  let texts = 0;
  const parts = releases.map((release) => {
    const label = versionLabel(release) ?? release.title;
    const name = several ? `${nameOf(release.product)} ${label}` : label;
    const url = siteUrl(site, releaseAddress(release, site.products.length > 1));
    const place = elsewhere(site, url);
    const list = (heading: string, items: readonly string[]) => listOf(heading, items, place);
    const taken = release.status === 'yanked' || release.status === 'rolled back';
    const title = `## [${escapeLabel(name)}](<${url}>)${release.released ? ` - ${release.released}` : ''}${taken ? ' [YANKED]' : ''}`;
    return [
      title,
      ...[release.reason, release.summary, release.highlights].flatMap((text) => passage(text, place) ?? []),
      ...list(
        'Before you upgrade',
        (release.upgrade ?? []).map(({ text }) => text),
      ),
      ...(Object.keys(HEADINGS) as Kind[]).flatMap((kind) =>
        list(
          HEADINGS[kind],
          (release.changes ?? [])
            .filter((change) => change.kind === kind)
            .map((change) => changeText(change, place)),
        ),
      ),
      ...list(
        'Known issues',
        (release.knownIssues ?? []).map(({ title: what, text, workaround }) =>
          [renderMarkdownTitle(what, place), text, workaround].filter(Boolean).join('\n\n'),
        ),
      ),
    ].join('\n\n');
  });
  return `${[`# Changelog`, `What has changed in ${escapeLabel(site.name)}, newest first, after [Keep a Changelog](https://keepachangelog.com/en/1.1.0/).`, ...parts].join('\n\n')}\n`;

  function listOf(heading: string, items: readonly string[], place: PlaceElsewhere): string[] {
    if (items.length === 0) return [];
    const written = items.map((item) => `- ${indent(passage(item, place) ?? '')}`);
    const gap = written.some((item) => item.includes('\n\n')) ? '\n\n' : '\n';
    return [`### ${heading}`, written.join(gap)];
  }

  function passage(markdown: string | undefined, place: PlaceElsewhere): string | undefined {
    if (!markdown) return undefined;
    const prefix = markdown.includes(']:') ? `${++texts}-` : '';
    return renderMarkdownText(markdown, { headingBase: 4, place, prefix });
  }
}

function changeText(change: Change, place: PlaceElsewhere): string {
  const { title, text, breaking, action, component, removal, replacement, links } = change;
  const first = `${breaking ? '**Breaking:** ' : ''}${component ? `**${escapeLabel(component)}:** ` : ''}${renderMarkdownTitle(title, place)}`;
  const more = [
    text,
    action,
    replacement,
    removal && escapeLabel(removal),
    links?.map(linkMarkdown).join(' · '),
  ];
  return [first, ...more].filter(Boolean).join('\n\n');
}

function indent(text: string): string {
  return text.replace(/\n(?=[^\n])/g, '\n  ');
}

function escapeLabel(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, String.raw`\$&`);
}
