import { documents } from '#language/documents';
import { type HtmlOptions, renderHtml, renderInlineHtml } from '../documents/public/html.ts';
import { filesBase } from './href.ts';
import { publicImageSize } from './public-image.ts';
import { withSiteWords } from './site-words.ts';

const base = import.meta.env.BASE_URL;
const words = withSiteWords({ documents }).documents.texts;

/**
 * A text of a record as HTML for a page. `owner` is the id of what it belongs to: it keeps footnotes of several texts on one
 * page apart. Ids of records are lower case, so a capital keeps them apart from those, too.
 */
export function textHtml(markdown: string, owner: string, options: HtmlOptions = {}): string {
  return renderHtml(markdown, {
    base,
    filesBase: filesBase(),
    words,
    idPrefix: `T-${owner}-`,
    sizeOf: publicImageSize,
    ...options,
  });
}

/** A title as HTML. Inside a link it must not hold links of its own. */
export function lineHtml(markdown: string, options: { links?: boolean } = {}): string {
  return renderInlineHtml(markdown, { base, words, ...options });
}
