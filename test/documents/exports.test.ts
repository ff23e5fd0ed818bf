import { expect, test } from 'vitest';
import { renderChangelog } from '../../src/documents/public/changelog-markdown.ts';
import { describeDigest } from '../../src/documents/public/digest.ts';
import { renderDigestHtml } from '../../src/documents/public/digest-html.ts';
import { renderDigestText } from '../../src/documents/public/digest-text.ts';
import { renderSlack } from '../../src/documents/public/slack.ts';
import { type Release, ReleaseSchema } from '../../src/release/release.ts';
import { readImports } from '../../src/sources/imports/formats.ts';
import { testSite } from '../plans.ts';

const release = (parts: Partial<Release>) =>
  ReleaseSchema.parse({ id: 'r-1', title: 'Tables', product: 'till', status: 'released', ...parts });
const tables = release({
  version: '1.2.0',
  released: '2026-05-07',
  summary: 'Guests can <b>book</b> & pay.',
  upgrade: [{ text: 'Set your opening hours.' }],
  changes: [
    { id: 'c-1', kind: 'added', title: 'Book ahead', text: 'Two weeks.\n\n- A\n- B' },
    { id: 'c-2', kind: 'changed', title: 'Hours *count*', breaking: true, action: 'Set them.' },
    ...Array.from({ length: 8 }, (_, at) => ({ id: `f-${at}`, kind: 'fixed' as const, title: `Fix ${at}` })),
  ],
});
const yanked = release({
  id: 'r-0',
  version: '1.1.0',
  channel: 'beta',
  status: 'yanked',
  reason: 'It lost orders.',
  released: '2026-04-01',
});

test('a changelog that is read again has the same releases and changes', () => {
  const text = renderChangelog([tables, yanked], testSite);
  expect(text).toContain(
    '## [1.1.0 beta](<https://updates.kiosk.example.com/releases/till/1-1-0-beta/>) - 2026-04-01 [YANKED]',
  );
  const { releases } = readImports('keep-a-changelog', [{ path: 'CHANGELOG.md', text }]);
  expect(releases.map(({ fields }) => [fields.version, fields.status, fields.released])).toEqual([
    ['1.2.0', 'released', '2026-05-07'],
    ['1.1.0', 'yanked', '2026-04-01'],
  ]);
  expect(releases[0]?.upgrade).toEqual([{ text: 'Set your opening hours.' }]);
  expect(releases[0]?.changes.map(({ kind, title, breaking }) => [kind, title, breaking])).toEqual(
    tables.changes?.map(({ kind, title, breaking }) => [kind, title.replaceAll('*', '_'), breaking]),
  );
  expect(releases[0]?.changes[0]?.text).toBe('Two weeks.\n\n- A\n- B');
});

test('a changelog says what each of its lines is', () => {
  const text = renderChangelog(
    [
      release({
        version: '1.3.0',
        released: '2026-06-01',
        upgrade: [
          { text: 'Back up.' },
          { text: 'Count.', who: 'Shops', link: { title: 'How', url: 'https://a.example/' } },
        ],
        changes: [
          {
            id: 'c-1',
            kind: 'deprecated',
            title: 'Old till',
            action: 'Move on.',
            removal: '2027-03-31',
            replacement: 'The new one',
          },
        ],
        knownIssues: [
          {
            id: 'k-1',
            title: 'It hums',
            text: 'At night.',
            affects: 'Old drawers',
            workaround: 'Close it.',
            fixedIn: '1.4',
          },
        ],
      }),
    ],
    testSite,
  );
  expect(text).toContain('1. Back up.\n\n2. **Shops:** Count.\n\n   [How](https://a.example/)\n');
  expect(text).toContain(
    '- Old till\n\n  **What you must do:** Move on.\n\n  **Instead:** The new one\n\n  **Ends:** 2027-03-31\n',
  );
  expect(text).toContain(
    '- It hums\n\n  At night.\n\n  **Affects:** Old drawers\n\n  **Workaround:** Close it.\n\n  **Fixed in:** 1.4\n',
  );
});

test('an e-mail says what must be done, loads nothing, and lets no text become markup', () => {
  const digest = describeDigest([tables, yanked], testSite);
  const html = renderDigestHtml(digest);
  expect(html).toContain('<li>Set your opening hours.</li>');
  expect(html).not.toMatch(/<(?:b|img|script|link|style)\b|url\(/);
  expect(html).toContain('and 2 more</a>');
  const text = renderDigestText(digest);
  expect(text.split('\n').filter((line) => line.length > 76)).toEqual([]);
  expect(text).toContain('Withdrawn: Till 1.1.0 beta: Tables');
  expect(text).toContain('It lost orders.');
});

test('a message for Slack keeps to what Slack takes', () => {
  const long = release({ ...tables, title: 'x'.repeat(300), summary: `<!channel> ${'y '.repeat(400)}` });
  const { blocks } = JSON.parse(renderSlack(describeDigest([long], testSite))) as {
    blocks: { type: string; text?: { text: string } }[];
  };
  expect(blocks[0]?.text?.text).toHaveLength(150);
  expect(blocks.every(({ text }) => !text || text.text.length <= 3000)).toBe(true);
  expect(JSON.stringify(blocks)).not.toContain('<!channel>');
  expect(JSON.stringify(blocks)).toContain(
    '• Fix 5\\n• <https://updates.kiosk.example.com/releases/till/1-2-0/|and 2 more>',
  );
});
