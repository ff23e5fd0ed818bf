import { defaultSchema } from 'rehype-sanitize';
import { tokenKinds } from './code-tokens.ts';
import { alertKinds } from './html-callout.ts';
import { mathAttributes, mathElements, mathLooks } from './mathml.ts';

type Schema = typeof defaultSchema;

/** Ids come from footnotes alone, always with the caller's prefix before them and something behind. */
const FOOTNOTE_ID = /^[\w-]+-fn(?:ref)?-./;
const FOOTNOTE_LABEL_ID = /^[\w-]+-footnotes$/;

const ofMaths = [
  ...Object.entries(mathAttributes).map(
    ([name, values]) => [name, ...values] as [string, ...(string | RegExp)[]],
  ),
  ['className', ...mathLooks] as [string, ...string[]],
];

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
      'details',
      'div',
      'em',
      'figcaption',
      'figure',
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
      'span',
      'strong',
      'summary',
      'sup',
      'table',
      'tbody',
      'td',
      'th',
      'thead',
      'tr',
      'ul',
      'video',
    ],
    ...mathElements,
  ],
  attributes: {
    ...Object.fromEntries(mathElements.map((name) => [name, ofMaths])),
    math: [['display', 'block']],
    a: [
      'href',
      'title',
      ['rel', 'noopener'],
      ['id', FOOTNOTE_ID],
      ['ariaDescribedBy', FOOTNOTE_LABEL_ID],
      'ariaLabel',
      ['className', 'footnote-back', 'footnote-ref', 'video-link'],
    ],
    code: [['className', /^language-./]],
    details: [['open', true]],
    div: [
      [
        'className',
        'table',
        'columns',
        'column',
        'maths',
        'callout',
        ...alertKinds.map((kind) => `callout-${kind}`),
      ],
      ['role', 'group', 'note'],
      ['tabIndex', 0],
      'ariaLabel',
    ],
    img: [
      'src',
      'alt',
      'title',
      'width',
      'height',
      ['loading', 'lazy'],
      ['decoding', 'async'],
      ['className', 'only-dark', 'only-light'],
    ],
    input: [['type', 'checkbox'], ['disabled', true], 'checked', 'ariaLabel'],
    li: [
      ['id', FOOTNOTE_ID],
      ['className', 'task-list-item'],
    ],
    ol: ['start', ['className', 'contains-task-list']],
    p: [
      ['id', FOOTNOTE_LABEL_ID],
      ['className', 'visually-hidden', 'callout-title'],
    ],
    pre: [['tabIndex', 0]],
    section: [['className', 'footnotes']],
    span: [['className', ...tokenKinds.map((kind) => `tok-${kind}`)]],
    video: [
      'src',
      'poster',
      'width',
      'height',
      'title',
      ['controls', true],
      ['loading', 'lazy'],
      ['preload', 'none', 'metadata'],
      'ariaLabel',
    ],
    td: [['className', 'align-left', 'align-center', 'align-right']],
    th: [['className', 'align-left', 'align-center', 'align-right']],
    ul: [['className', 'contains-task-list']],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'], poster: ['http', 'https'] },
  required: { input: { disabled: true, type: 'checkbox' } },
  clobber: [],
  strip: [],
};
