import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderHtml } from '../../src/documents/public/html.ts';
import { renderMarkdownText, renderMarkdownTitle } from '../../src/documents/public/markdown-text.ts';
import { renderReleaseMarkdown } from '../../src/documents/public/release-markdown.ts';
import { renderReleaseJson, renderReleasesJson } from '../../src/documents/public/releases-json.ts';
import { ReleaseJsonSchema, ReleasesJsonSchema } from '../../src/documents/public/releases-json-schema.ts';
import { initiatives, releases } from '../fixtures/site-records.ts';
import { makeRelease, site } from './records.ts';

const part = { headingBase: 3, prefix: '1-' };

test('a release is a Markdown document', () => {
  const release = makeRelease({
    upgrade: [{ text: 'Sign in again.', who: 'Riders' }],
    changes: [
      { id: 'a', kind: 'added', title: 'Pay with `vouchers`', text: 'One code\n\n```\nABC\n```' },
      { id: 'b', kind: 'fixed', title: '1. is no list' },
      { id: 'c', kind: 'fixed', title: 'A **bold** fix', text: 'It is mended.' },
    ],
  });
  expect(renderReleaseMarkdown(release, site)).toBe(`# Rider app 3.2.0: Pay with vouchers

2026-05-07 · <https://example.com/updates/releases/rider-app/3-2-0/>

Riders can pay with vouchers.

## Before you upgrade

1. **Riders:** Sign in again.

## New

- **Pay with \`vouchers\`**

  One code

  \`\`\`
  ABC
  \`\`\`

## Fixed

- 1\\. is no list

- **A bold fix**

  It is mended.
`);
  expect(renderReleaseMarkdown(release, site, { level: 0 })).toMatch(
    /^Riders can pay[^#]+\n\n# Before you upgrade\n/,
  );
});

test('no text reaches into its neighbours', () => {
  expect(renderMarkdownText('```\nnever closed', part)).toBe('```\nnever closed\n```');
  expect(renderMarkdownText('a <!-- never closed', part)).toBe('a \\<!-- never closed');
  expect(renderMarkdownText('<!-- never closed', part)).toBe('');
  expect(renderMarkdownText('<details>\n\nx', part)).toBe('\\<details>\n\nx');
  expect(renderMarkdownText('# a\n\n### b', part)).toBe('### a\n\n#### b');
  expect(renderMarkdownText('[a][x] b[^x]\n\n[x]: https://x.y\n\n[^x]: note', part)).toBe(
    '[a][1-x] b[^1-x]\n\n[1-x]: https://x.y\n\n[^1-x]: note',
  );
});

test('a label stands in the first paragraph, or before what is none', () => {
  expect(renderMarkdownText('Do it.', { ...part, label: 'Why' })).toBe('**Why:** Do it.');
  expect(renderMarkdownText('- a', { ...part, label: 'Why' })).toBe('**Why:**\n\n- a');
  expect(renderMarkdownText('', { ...part, label: 'Withdrawn' })).toBe('**Withdrawn.**');
});

test('what is written once more reads the same', () => {
  const source = fc
    .array(
      fc.constantFrom(
        'a ',
        'b',
        '`c`',
        '**d** ',
        '\n\n',
        '- e',
        '> f',
        '1. g',
        '\n',
        '| h |\n| - |\n| i |',
        '\\*',
        '<b>',
        '&amp;',
        '_',
      ),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(source, (markdown) => {
      const words = (html: string) =>
        html
          .replace(/<[^>]*>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim();
      expect(words(renderHtml(renderMarkdownText(markdown, { headingBase: 1, prefix: '' })))).toBe(
        words(renderHtml(markdown)),
      );
      expect(renderMarkdownTitle(markdown)).not.toContain('\n');
    }),
  );
});

test('releases.json and the file of a release are what their schemas say', () => {
  const all = JSON.parse(renderReleasesJson(releases, initiatives, site)) as unknown;
  expect(ReleasesJsonSchema.parse(all).releases[0]?.url).toMatch(
    /^https:\/\/example\.com\/updates\/(?:releases|roadmap)\//,
  );
  expect(ReleasesJsonSchema.parse(all).releases).toHaveLength(releases.length);
  for (const release of releases) ReleaseJsonSchema.parse(JSON.parse(renderReleaseJson(release, site)));
});

test('the same record in another order of keys gives the same bytes', () => {
  const release = makeRelease({ changes: [{ id: 'a', kind: 'added', title: 'A' }] });
  const turned = Object.fromEntries(Object.entries(release).toReversed()) as typeof release;
  expect(renderReleaseJson(turned, site)).toBe(renderReleaseJson(release, site));
});
