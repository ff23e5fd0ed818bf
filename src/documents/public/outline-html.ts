import { escapeText } from './escape-text.ts';
import { type HtmlOptions, renderHtml, renderInlineHtml } from './html.ts';
import type { Item, Outline, Passage, Section } from './outline.ts';
import { printable } from './printable.ts';

export interface OutlineHtmlOptions extends Pick<HtmlOptions, 'filesBase' | 'words'> {
  /** The level of the sections' headings. */
  level: number;
  /** Where the site begins, absolute. */
  base: string;
  /** The release's page, absolute. */
  page: string;
}

/** An outline as HTML that stands alone: no styles needed, every address absolute. */
export function renderOutlineHtml(outline: Outline, options: OutlineHtmlOptions): string {
  let texts = 0;
  return [
    ...[...outline.notices, ...outline.lead].map(passageHtml),
    ...outline.sections.map(sectionHtml),
  ].join('\n');

  function sectionHtml({ heading, ordered, passages = [], items = [] }: Section): string {
    const list = ordered ? 'ol' : 'ul';
    return [
      `<h${options.level}>${plain(heading)}</h${options.level}>`,
      ...passages.map(passageHtml),
      ...(items.length > 0 ? [`<${list}>`, ...items.map(itemHtml), `</${list}>`] : []),
    ].join('\n');
  }

  function itemHtml({ title, passages }: Item): string {
    const titleHtml = renderInlineHtml(title, options);
    if (passages.length === 0) return `<li>${titleHtml}</li>`;
    return `<li>${[title && `<p><strong>${titleHtml}</strong></p>`, ...passages.map(passageHtml)].filter(Boolean).join('\n')}</li>`;
  }

  function passageHtml({ label, markdown }: Passage): string {
    // Only footnotes have ids; all other texts can be remembered under one prefix.
    const idPrefix = markdown.includes('[^') ? `text-${++texts}-` : undefined;
    const html = renderHtml(markdown, { ...options, headingBase: options.level + 1, idPrefix });
    if (!label) return html;
    const name = `<strong>${plain(label)}${markdown ? ':' : '.'}</strong>`;
    return html.startsWith('<p>') ? `<p>${name} ${html.slice(3)}` : `<p>${name}</p>${html && `\n${html}`}`;
  }
}

function plain(text: string): string {
  return escapeText(printable(text));
}
