import { textDirection } from '../../languages/tags.ts';
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
  /** The language of the whole, for readers who have another. */
  locale: string;
}

/** An outline as HTML that stands alone: no styles needed, every address absolute. */
export function renderOutlineHtml(outline: Outline, options: OutlineHtmlOptions): string {
  let texts = 0;
  const html = [
    ...[...outline.notices, ...outline.lead].map(passageHtml),
    ...outline.sections.map(sectionHtml),
  ].join('\n');
  // Programs that read feeds take the direction of a text from nowhere else.
  return textDirection(options.locale) === 'rtl' ? `<div${marks(options.locale)}>\n${html}\n</div>` : html;

  function sectionHtml({ heading, locale, ordered, passages = [], items = [] }: Section): string {
    const list = ordered ? 'ol' : 'ul';
    return [
      `<h${options.level}${marks(locale)}>${plain(heading)}</h${options.level}>`,
      ...passages.map(passageHtml),
      ...(items.length > 0 ? [`<${list}>`, ...items.map(itemHtml), `</${list}>`] : []),
    ].join('\n');
  }

  function itemHtml({ title, locale, passages }: Item): string {
    const titleHtml = renderInlineHtml(title, options);
    if (passages.length === 0) return `<li${marks(locale)}>${titleHtml}</li>`;
    return `<li>${[title && `<p${marks(locale)}><strong>${titleHtml}</strong></p>`, ...passages.map(passageHtml)].filter(Boolean).join('\n')}</li>`;
  }

  function passageHtml({ label, isOwnLabel, markdown, locale }: Passage): string {
    // Only footnotes have ids; all other texts can be remembered under one prefix.
    const idPrefix = markdown.includes('[^') ? `text-${++texts}-` : undefined;
    const html = renderHtml(markdown, { ...options, headingBase: options.level + 1, idPrefix });
    if (!label) return marked(html, locale);
    const name = `<strong>${plain(label)}${markdown ? ':' : '.'}</strong>`;
    const isOne = html.startsWith('<p>') && (isOwnLabel || !locale);
    const text = isOne ? `<p>${name} ${html.slice(3)}` : `<p>${name}</p>${html && `\n${html}`}`;
    if (isOwnLabel || isOne) return marked(text, locale);
    return `<p>${name}</p>${html && `\n${marked(html, locale)}`}`;
  }
}

function marked(html: string, locale: string | undefined): string {
  return locale ? `<div${marks(locale)}>\n${html}\n</div>` : html;
}

function marks(locale: string | undefined): string {
  return locale ? ` lang="${escapeText(locale)}" dir="${textDirection(locale)}"` : '';
}

function plain(text: string): string {
  return escapeText(printable(text));
}
