import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderHtml } from '../../src/documents/public/html.ts';
import { renderMarkdownText, renderMarkdownTitle } from '../../src/documents/public/markdown-text.ts';
import { renderReleaseMarkdown } from '../../src/documents/public/release-markdown.ts';
import { renderReleaseJson, renderReleasesJson } from '../../src/documents/public/releases-json.ts';
import { ReleaseJsonSchema, ReleasesJsonSchema } from '../../src/documents/public/releases-json-schema.ts';
import { elsewhere } from '../../src/documents/public/text-address.ts';
import { initiatives, releases } from '../fixtures/site-records.ts';
import { makeRelease, site } from './records.ts';

const place = elsewhere(site, 'https://example.com/updates/releases/rider-app/3-2-0/');
const part = { headingBase: 3, place, prefix: '1-' };

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

test('an address is whole, for the text is read elsewhere than on the site', () => {
  const at = (markdown: string) => renderMarkdownText(markdown, part);
  expect(at('[a](/roadmap/) [b](../3-1-0/ "B") [c](#c)')).toBe(
    '[a](https://example.com/updates/roadmap/) [b](https://example.com/updates/releases/rider-app/3-1-0/ "B") [c](https://example.com/updates/releases/rider-app/3-2-0/#c)',
  );
  expect(at('[a]\n\n[a]: /roadmap/')).toBe('[a][1-a]\n\n[1-a]: https://example.com/updates/roadmap/');
  expect(at('<https://x.y> <mailto:a@b.example>')).toBe('<https://x.y> <mailto:a@b.example>');
  expect(at('[a](javascript:alert(1)) [b](file:///c)')).toBe('a b');
  expect(at('![a](/images/a.png#light "A") ![b](/images/a.png#dark)')).toBe(
    '![a](https://example.com/updates/images/a.png "A")',
  );
  expect(at('![a ride](/ride.mp4)')).toBe('[a ride](https://example.com/updates/ride.mp4)');
  expect(renderMarkdownTitle('See [a](/roadmap/)', place)).toBe(
    'See [a](https://example.com/updates/roadmap/)',
  );
  const german = { url: 'https://example.com/updates/de/', locale: 'de', path: 'de/' };
  const original = { ...site, ...german, original: site };
  expect(renderMarkdownText('![a](/a.png)', { ...part, place: elsewhere(original, german.url) })).toBe(
    '![a](https://example.com/updates/a.png)',
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
      expect(words(renderHtml(renderMarkdownText(markdown, { headingBase: 1, place, prefix: '' })))).toBe(
        words(renderHtml(markdown)),
      );
      expect(renderMarkdownTitle(markdown, place)).not.toContain('\n');
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
