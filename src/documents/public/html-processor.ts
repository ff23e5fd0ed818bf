import rehypeSanitize from 'rehype-sanitize';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkRehype from 'remark-rehype';
import { frameElements } from './frame-nodes.ts';
import { htmlSchema } from './html-schema.ts';
import { rehypeSettle } from './html-settle.ts';
import { htmlText } from './html-text.ts';
import { inlineOnly } from './inline-only.ts';
import { literalHtml } from './literal-html.ts';

/** Whole texts. Built once: building costs more than rendering. */
export const htmlProcessor = remark()
  .use(remarkGfm)
  .use(frameElements)
  .use(remarkRehype, {
    clobberPrefix: '',
    footnoteLabelTagName: 'p',
    footnoteLabelProperties: { className: ['visually-hidden'] },
    handlers: { html: literalHtml },
  })
  .use(rehypeSettle)
  .use(rehypeSanitize, htmlSchema)
  .use(htmlText)
  .freeze();

/** Single lines. */
export const inlineHtmlProcessor = remark()
  .use(remarkGfm)
  .use(inlineOnly)
  .use(remarkRehype, { handlers: { html: literalHtml } })
  .use(rehypeSettle)
  .use(rehypeSanitize, htmlSchema)
  .use(htmlText)
  .freeze();
