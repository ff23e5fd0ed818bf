import { defaultSchema } from 'rehype-sanitize';

type Schema = typeof defaultSchema;

/** Ids come from footnotes alone, always with the caller's prefix before them and something behind. */
const FOOTNOTE_ID = /^[\w-]+-fn(?:ref)?-./;
const FOOTNOTE_LABEL_ID = /^[\w-]+-footnotes$/;

/**
 * The one list of what may come out of a text. It has the last word after every other step, and names only what our own
 * pipeline makes: a mistake elsewhere can lose something, but cannot let anything through.
 */
export const htmlSchema: Schema = {
  ...defaultSchema,
  tagNames: [
    ...[
      'a',
      'blockquote',
      'br',
      'code',
      'del',
      'div',
      'em',
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'hr',
      'img',
      'input',
    ],
    ...[
      'li',
      'ol',
      'p',
      'pre',
      'section',
      'strong',
      'sup',
      'table',
      'tbody',
      'td',
      'th',
      'thead',
      'tr',
      'ul',
    ],
  ],
  attributes: {
    a: [
      'href',
      'title',
      ['rel', 'noopener'],
      ['id', FOOTNOTE_ID],
      ['ariaDescribedBy', FOOTNOTE_LABEL_ID],
      'ariaLabel',
      ['className', 'footnote-back', 'footnote-ref'],
    ],
    code: [['className', /^language-./]],
    div: [['className', 'table'], ['role', 'region'], ['tabIndex', 0], 'ariaLabel'],
    img: ['src', 'alt', 'title', ['loading', 'lazy'], ['decoding', 'async']],
    input: [['type', 'checkbox'], ['disabled', true], 'checked', 'ariaLabel'],
    li: [
      ['id', FOOTNOTE_ID],
      ['className', 'task-list-item'],
    ],
    ol: ['start', ['className', 'contains-task-list']],
    p: [
      ['id', FOOTNOTE_LABEL_ID],
      ['className', 'visually-hidden'],
    ],
    pre: [['tabIndex', 0]],
    section: [['className', 'footnotes']],
    td: [['className', 'align-left', 'align-center', 'align-right']],
    th: [['className', 'align-left', 'align-center', 'align-right']],
    ul: [['className', 'contains-task-list']],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  required: { input: { disabled: true, type: 'checkbox' } },
  clobber: [],
  strip: [],
};
