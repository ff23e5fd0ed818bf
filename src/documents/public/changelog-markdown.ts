import { wordsOf } from '../../languages/languages.ts';
import { releaseAddress } from '../../release/address.ts';
import { versionLabel } from '../../release/channel.ts';
import type { Change, KnownIssue, Release } from '../../release/release.ts';
import type { Site } from '../../release/site.ts';
import type { Kind } from '../../release/vocabulary.ts';
import { renderMarkdownText, renderMarkdownTitle } from './markdown-text.ts';
import { escapeMarkdown, type Item, linkMarkdown, type Passage, texts as labelled } from './outline.ts';
import { stepItem } from './release-outline.ts';
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
  const { page } = wordsOf(site);
  let texts = 0;
  const parts = releases.map((release) => {
    const label = versionLabel(release) ?? release.title;
    const name = several ? `${nameOf(release.product)} ${label}` : label;
    const url = siteUrl(site, releaseAddress(release, site.products.length > 1));
    const place = elsewhere(site, url);
    const taken = release.status === 'yanked' || release.status === 'rolled back';
    const title = `## [${escapeLabel(name)}](<${url}>)${release.released ? ` - ${release.released}` : ''}${taken ? ' [YANKED]' : ''}`;
    return [
      title,
      ...[release.reason, release.summary, release.highlights].flatMap((markdown) =>
        markdown ? [passage({ markdown }, place)] : [],
      ),
      ...list('Before you upgrade', (release.upgrade ?? []).map(stepItem), place, true),
      ...(Object.keys(HEADINGS) as Kind[]).flatMap((kind) => {
        const changes = (release.changes ?? []).filter((change) => change.kind === kind);
        return list(
          HEADINGS[kind],
          changes.map((change) => changeItem(change, page, place)),
          place,
        );
      }),
      ...list(
        'Known issues',
        (release.knownIssues ?? []).map((issue) => issueItem(issue, page, place)),
        place,
      ),
    ].join('\n\n');
  });
  return `${[`# Changelog`, `What has changed in ${escapeLabel(site.name)}, newest first, after [Keep a Changelog](https://keepachangelog.com/en/1.1.0/).`, ...parts].join('\n\n')}\n`;

  function list(heading: string, items: readonly Item[], place: PlaceElsewhere, isOrdered = false): string[] {
    if (items.length === 0) return [];
    const written = items.map(({ title, passages }, index) => {
      const marker = isOrdered ? `${index + 1}.` : '-';
      const parts = [title, ...passages.map((each) => passage(each, place))].filter(Boolean);
      return `${marker} ${indent(parts.join('\n\n'), marker.length + 1)}`;
    });
    const gap = written.some((item) => item.includes('\n\n')) ? '\n\n' : '\n';
    return [`### ${heading}`, written.join(gap)];
  }

  function passage({ markdown, label }: Passage, place: PlaceElsewhere): string {
    const prefix = markdown.includes(']:') ? `${++texts}-` : '';
    return renderMarkdownText(markdown, { headingBase: 4, place, prefix, label });
  }
}

type PageWords = ReturnType<typeof wordsOf>['page'];

/** @returns with a title that is written as it stands in the list */
function changeItem(change: Change, words: PageWords, place: PlaceElsewhere): Item {
  const { title, text, breaking, action, component, removal, replacement, links } = change;
  return {
    title: `${breaking ? '**Breaking:** ' : ''}${component ? `**${escapeLabel(component)}:** ` : ''}${renderMarkdownTitle(title, place)}`,
    passages: [
      ...labelled(text),
      ...labelled(action, words.action),
      ...labelled(replacement, words.replacement),
      ...labelled(removal && escapeMarkdown(removal), words.removal),
      ...labelled(links?.map(linkMarkdown).join(' · ')),
    ],
  };
}

function issueItem(issue: KnownIssue, words: PageWords, place: PlaceElsewhere): Item {
  const { title, text, affects, workaround, fixedIn } = issue;
  return {
    title: renderMarkdownTitle(title, place),
    passages: [
      ...labelled(text),
      ...labelled(affects && escapeMarkdown(affects), words.affects),
      ...labelled(workaround, words.workaround),
      ...labelled(fixedIn && escapeMarkdown(fixedIn), words.fixedIn),
    ],
  };
}

function indent(text: string, width: number): string {
  return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(width)}`);
}

function escapeLabel(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, String.raw`\$&`);
}
