import { wordsOf } from '../../languages/languages.ts';
import { formatLanguage } from '../../languages/tags.ts';
import { releaseAddress } from '../../release/address.ts';
import { foreignText } from '../../release/language.ts';
import type { Release } from '../../release/release.ts';
import type { Site } from '../../release/site.ts';
import { renderMarkdownText, renderMarkdownTitle } from './markdown-text.ts';
import { escapeMarkdown, type Item, type Passage, type Section } from './outline.ts';
import { outlineRelease } from './release-outline.ts';
import { releaseName } from './release-name.ts';
import { siteUrl } from './site-url.ts';
import { elsewhere } from './text-address.ts';

export interface ReleaseMarkdownOptions {
  /** The level of the release's own heading, 1–4; 0 leaves it out, as the body of a release elsewhere wants it. Default 1. */
  level?: number;
  /** False where the place that it is written for has a title and an address of its own. Default true. */
  title?: boolean;
}

/** A release as a Markdown document (CommonMark with GFM) that ends with a line end. */
export function renderReleaseMarkdown(
  release: Release,
  site: Site,
  { level = 1, title: hasTitle = level > 0 }: ReleaseMarkdownOptions = {},
): string {
  const outline = outlineRelease(release, site);
  let texts = 0;
  const url = siteUrl(site, releaseAddress(release, site.products.length > 1));
  const place = elsewhere(site, url);
  const parts = [
    hasTitle && `${'#'.repeat(level)} ${escapeMarkdown(releaseName(release, site))}`,
    hasTitle && [release.released, `<${url}>`, languageLine(release, site)].filter(Boolean).join(' · '),
    ...outline.notices.map((notice) => quote(passage(notice))),
    ...outline.lead.map(passage),
    ...outline.sections.map(sectionMarkdown),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;

  function sectionMarkdown({ heading, ordered, passages = [], items = [] }: Section): string {
    const list = items.map((item, index) => itemMarkdown(item, ordered ? `${index + 1}.` : '-'));
    // A list is loose as soon as one of its items has a second paragraph.
    const gap = items.some(({ title, passages }) => passages.length + (title ? 1 : 0) > 1) ? '\n\n' : '\n';
    const title = `${'#'.repeat(level + 1)} ${renderMarkdownTitle(heading, place)}`;
    return [title, ...passages.map(passage), list.join(gap)].filter(Boolean).join('\n\n');
  }

  function itemMarkdown({ title, passages }: Item, marker: string): string {
    const parts = [
      title && renderMarkdownTitle(title, place, { strong: passages.length > 0 }),
      ...passages.map(passage),
    ];
    return `${marker} ${indent(parts.filter(Boolean).join('\n\n'), marker.length + 1)}`;
  }

  function passage({ label, markdown }: Passage): string {
    // Only what has definitions has references; all other texts need no names.
    const prefix = markdown.includes(']:') ? `${++texts}-` : '';
    return renderMarkdownText(markdown, { headingBase: level + 2, place, prefix, label });
  }
}

/** What the texts are in, where that is not the language of the site. */
function languageLine(release: Release, site: Site): string | undefined {
  const locale = foreignText(site, release);
  return locale && `${wordsOf(site).page.language}: ${formatLanguage(locale, site.locale)}`;
}

function quote(text: string): string {
  return text.replace(/^/gm, '> ').replace(/(?<! ) +$/gm, '');
}

function indent(text: string, width: number): string {
  return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(width)}`);
}
