import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderHtml, renderInlineHtml } from '../../src/documents/public/html.ts';
import { documents } from '../../src/languages/en.ts';
import { htmlProcessor, inlineHtmlProcessor } from '../../src/documents/public/html-processor.ts';
import { renderMarkdownText, renderMarkdownTitle } from '../../src/documents/public/markdown-text.ts';
import { readPlainParagraphs } from '../../src/documents/public/plain-line.ts';
import { renderExcerpt, renderPlainText } from '../../src/documents/public/plain-text.ts';
import { printable } from '../../src/documents/public/printable.ts';
import { elsewhere } from '../../src/documents/public/text-address.ts';
import { inBrowser } from './browser.ts';
import { site } from './records.ts';

const place = elsewhere(site, site.url);

/** Letters of many scripts, digits and the marks that Markdown gives no meaning. */
const plain = fc.string({
  unit: fc.constantFrom(..."abc XYZ019 äßéñ漢字かな한글ابت👩‍🚀 ,;()'’“”—…/=%"),
  minLength: 1,
});
const anything = fc.string({ unit: 'binary', maxLength: 60 });
const nasty = fc
  .array(
    fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      '`',
      '*',
      '_',
      '[',
      ']',
      '(',
      ')',
      '!',
      '\\',
      '#',
      '|',
      '~',
      ':',
      '/',
      'www.',
      'a',
      ' ',
      '\n',
      '@',
      '-',
      '1.',
      '<script>',
      '&lt;',
      '[^a]',
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

/** CommonMark 0.31 §2.4: any ASCII punctuation may be escaped by a backslash. */
const escaped = (text: string) => text.replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
const words = (text: string) => text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
const expected = (text: string) => words(printable(text).replace(/^\uFEFF/, ''));

describe('what an author writes is what a reader sees', () => {
  test('in a browser: same text, no element that was not asked for', async () => {
    const texts = [
      ...fc.sample(plain, 1_000).map(words),
      ...fc
        .sample(fc.oneof(anything, nasty), 3_000)
        .map((text) => words(printable(text).replace(/^\uFEFF/, ''))),
    ];
    const rendered = texts.flatMap((text) => [renderHtml(escaped(text)), renderInlineHtml(escaped(text))]);
    const seen = await inBrowser((page) =>
      page.evaluate(
        (all) =>
          all.map((html) => {
            const body = new DOMParser().parseFromString(`<!doctype html><body>${html}`, 'text/html').body;
            return {
              text: body.textContent ?? '',
              elements: [...body.querySelectorAll('*')].map((each) => each.localName),
            };
          }),
        rendered,
      ),
    );
    seen.forEach(({ text, elements }, index) => {
      const source = texts[Math.floor(index / 2)] ?? '';
      expect(words(text)).toBe(expected(source));
      // Addresses become links even where their dots are escaped.
      expect(elements.filter((name) => name !== 'a')).toEqual(index % 2 === 0 && source ? ['p'] : []);
    });
  }, 30_000);

  test('plain text needs no escapes', () => {
    fc.assert(
      fc.property(plain.map(words), (text) => {
        fc.pre(text !== '' && !/^\d+[.)]|^=/.test(text));
        expect(renderInlineHtml(text)).toBe(text);
        expect(renderHtml(text)).toBe(`<p>${text}</p>`);
        expect(renderPlainText(text)).toBe(text);
      }),
    );
  });

  test('as plain text: same words', () => {
    fc.assert(
      fc.property(fc.oneof(anything, nasty), (source) => {
        const text = expected(source);
        expect(words(renderPlainText(escaped(text)))).toBe(renderPlainText(escaped(text)));
        expect(renderPlainText(escaped(text))).toBe(text);
        expect(renderExcerpt(escaped(text))).toBe(text);
      }),
    );
  });

  test('any text renders, and what shows it as plain says so', () => {
    fc.assert(
      fc.property(fc.oneof(anything, nasty), (text) => {
        expect(renderInlineHtml(text)).not.toMatch(/<(?!\/?(?:a|code|del|em|strong)[ >])/);
        renderHtml(text);
      }),
    );
  });

  test('an excerpt ends between words and is never longer than asked', () => {
    fc.assert(
      fc.property(plain, fc.integer({ min: 5, max: 40 }), (text, length) => {
        expect(renderExcerpt(text, length).length).toBeLessThanOrEqual(length);
      }),
    );
    expect(renderExcerpt('Riders can pay with vouchers now', 20)).toBe('Riders can pay with…');
  });
});

test('the short way for simple texts gives what the long way gives', () => {
  const settings = {
    filesBase: undefined,
    words: documents.texts,
    headingBase: 4,
    idPrefix: 'text-',
    base: '/',
    page: undefined,
    links: true,
    blocks: true,
  };
  const part = { headingBase: 1, place, prefix: '' };
  const pieces = fc.constantFrom(
    'a',
    'é b',
    ' ',
    '`',
    '`b`',
    '<',
    '"',
    '1.',
    '2',
    ')',
    '#',
    '-',
    ':',
    '://',
    '.',
    '(',
    '\u00A0',
    '=',
    '\n',
    '\n\n',
    '\n\n\n',
    '\na',
    '|',
  );
  let short = 0;
  fc.assert(
    fc.property(
      fc.constantFrom('', 'a'),
      fc.array(pieces, { minLength: 1, maxLength: 10 }),
      (first, parts) => {
        const text = first + parts.join('');
        if (readPlainParagraphs(text)) short++;
        const long = String(htmlProcessor.processSync({ value: text, data: { html: settings } }));
        expect(meaning(renderHtml(text))).toBe(meaning(long));
        // A comment at the end sends the same text the long way, and leaves nothing behind; in a fence that stays open it would be code.
        if (/^ *```/m.test(text)) return;
        expect(renderMarkdownText(text, part)).toBe(renderMarkdownText(`${text}\n\n<!-- -->`, part));
        expect(renderExcerpt(text)).toBe(renderExcerpt(`${text}\n\n<!-- -->`));
      },
    ),
    { numRuns: 3_000 },
  );
  expect(short).toBeGreaterThan(100);
});

test('the short way for simple titles gives what the long way gives', () => {
  const settings = {
    filesBase: undefined,
    words: documents.texts,
    headingBase: 4,
    idPrefix: 'text-',
    base: '/',
    page: undefined,
    links: true,
    blocks: false,
  };
  const pieces = fc.constantFrom(
    'a',
    ' ',
    '`',
    '`b',
    'c`',
    '<',
    '"',
    '&',
    '>',
    '1.',
    '2',
    ')',
    '#',
    '-',
    ':',
    '//',
    'www',
    '.',
    '(',
    'é',
    '\u00A0',
    '==',
    '+',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const line = parts.join('').replace(/ +/g, ' ').replace(/^ | $/g, '');
      const long = String(inlineHtmlProcessor.processSync({ value: line, data: { html: settings } }));
      expect(meaning(renderInlineHtml(line))).toBe(meaning(long));
      // A comment goes the long way, and leaves nothing behind.
      expect(renderMarkdownTitle(line, place)).toBe(renderMarkdownTitle(`${line}<!-- -->`, place));
    }),
    { numRuns: 3_000 },
  );
});

/** HTML has several ways to write one character. */
function meaning(html: string): string {
  return html
    .replace(/&(?:quot|#x22);/g, '"')
    .replace(/&(?:gt|#x3E);/g, '>')
    .replace(/&#x3C;/g, '&lt;')
    .replace(/&#x26;/g, '&amp;');
}
