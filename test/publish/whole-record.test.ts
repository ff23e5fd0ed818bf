import { expect, test } from 'vitest';
import { parseInitiative } from '../../src/plan/initiative.ts';
import { publish, type Records } from '../../src/publish/publish.ts';
import { SiteSchema } from '../../src/release/site.ts';
import { readMarkdown } from '../../src/sources/markdown.ts';
import { messagesOf, planOf, testSite } from '../plans.ts';

const nothing: Records = { releases: [], initiatives: [], withdrawn: [] };
const now = new Date('2026-11-21T12:00:00Z');
const publishOne = (text: string, site = testSite, previous = nothing) => {
  const plan = planOf(text, 'plans/a.md', site);
  return { plan, ...publish({ plans: [plan], initiatives: [moreGuests], previous, site, now }) };
};
const moreGuests = parseInitiative(
  readMarkdown('roadmap/more-guests.md', new TextEncoder().encode('---\ntitle: More guests\n---\n')),
  'more-guests',
  { site: testSite },
);

const long = 'p-'.padEnd(63, 'x');

test('a plan that says everything becomes a record that says everything public, and nothing else', () => {
  const { records } = publishOne(`---
title: Tables
id: ${long}
product: till
version: "1.2.0"
channel: beta
status: released
stage: beta
reason: It was late.
released: 2026-05-07
publishAt: 2026-05-07 09:00
editedAt: 2026-05-09
editNote: A name was wrong.
initiative: more-guests
theme: speed
locale: de
aliases: [tables]
visibility: public
publish: [Value proposition, Non-functional requirements]
---

## Summary

Short.

## Highlights

Bright.

## Value proposition

Cheap.

## Non-functional requirements

- Fast: under a second

## Included features

- **Reserve.** Ahead.
  - Purpose: Peace.
  - Link: [Guide](https://example.com/guide)

## Deprecations

- **Old way.** Go.
  - Removed in: 2.0.0
  - Use instead: The new way.

## Before you upgrade

1. Save.

## Known issues

- **Slow.** At noon.
  - Affects: Berlin
  - Workaround: Wait.
  - Discovered in: 1.1.0
  - Fixed in: 1.3.0

## Components

| Name | Kind | From | To | Notes |
| --- | --- | --- | --- | --- |
| core | library | 1 | 2 | New. |

## Downloads

| File | Address | Size | SHA-256 |
| --- | --- | --- | --- |
| till.zip | https://example.com/till.zip | 1000 | ${'ab'.repeat(32)} |

## Target audience

### Inclusion criteria

- Shops
  - Regions: DE
  - Plan tiers: Pro

### Exclusion criteria

- Kiosks
  - Reason: No table.

## Roll-out

### Waves

| Wave | Share |
| --- | --- |
| All | 100 % |

## Maintenance window

- **Night**
  - Start: 2026-05-06 02:00
  - End: 2026-05-06 03:00
  - Zone: Europe/Berlin
  - Impact: No tables.
  - Affected: till, api

## FAQ

- **Why?** Because.

## Marketing materials

| Kind | Title | Address | State |
| --- | --- | --- | --- |
| Guide | A guide | https://example.com/guide | published |
`);
  const [release] = records.releases;
  expect(release).toEqual({
    id: long,
    title: 'Tables',
    product: 'till',
    version: '1.2.0',
    channel: 'beta',
    status: 'released',
    stage: 'beta',
    reason: 'It was late.',
    released: '2026-05-07',
    publishAt: '2026-05-07T09:00:00+02:00',
    edited: { on: '2026-05-09', note: 'A name was wrong.' },
    initiative: 'more-guests',
    theme: 'speed',
    locale: 'de',
    aliases: ['tables'],
    summary: 'Short.',
    highlights: 'Bright.',
    upgrade: [{ text: 'Save.' }],
    changes: [
      {
        id: expect.any(String),
        kind: 'deprecated',
        title: 'Old way',
        text: 'Go.',
        removal: '2.0.0',
        replacement: 'The new way.',
      },
      {
        id: expect.any(String),
        kind: 'added',
        title: 'Reserve',
        text: 'Ahead.',
        purpose: 'Peace.',
        links: [{ title: 'Guide', url: 'https://example.com/guide' }],
      },
    ],
    knownIssues: [
      {
        id: expect.any(String),
        title: 'Slow',
        text: 'At noon.',
        affects: 'Berlin',
        workaround: 'Wait.',
        discoveredIn: '1.1.0',
        fixedIn: '1.3.0',
      },
    ],
    components: [{ name: 'core', kind: 'library', from: '1', to: '2', notes: 'New.' }],
    downloads: [
      { file: 'till.zip', url: 'https://example.com/till.zip', size: 1000, sha256: 'ab'.repeat(32) },
    ],
    audience: {
      include: [{ text: 'Shops', regions: ['DE'], tiers: ['Pro'] }],
      exclude: [{ text: 'Kiosks', reason: 'No table.' }],
    },
    waves: [{ name: 'All', state: 'done', share: 100 }],
    maintenance: [
      {
        id: expect.stringMatching(/^p-x{50,58}-m1$/),
        start: '2026-05-06T02:00:00+02:00',
        end: '2026-05-06T03:00:00+02:00',
        zone: 'Europe/Berlin',
        impact: 'No tables.',
        affected: ['till', 'api'],
      },
    ],
    faq: [{ question: 'Why?', answer: 'Because.' }],
    materials: [{ title: 'A guide', url: 'https://example.com/guide' }],
    extras: [
      { key: 'value', heading: 'Value proposition', text: 'Cheap.' },
      {
        key: 'requirements',
        heading: 'Non-functional requirements',
        text: '- Fast: under a second',
      },
    ],
  });
});

const front = (fields: string) => `---\ntitle: T\nvisibility: public\n${fields}\n---\n`;

test('a plan without an id is known by its product and version, or by its title', () => {
  const id = (fields: string, site = testSite) => publishOne(front(fields), site).records.releases[0]?.id;
  expect(id('product: api\nversion: "2.0"\nstatus: planned')).toBe('api-2-0');
  expect(id('product: api\nstatus: planned')).toBe('t');
  const single = SiteSchema.parse({ ...testSite, products: [{ id: 'till', name: 'Till' }] });
  expect(id('version: "2.0"\nstatus: planned', single)).toBe('till-2-0');
  expect(publishOne(front('version: "2.0"\nstatus: planned'), single).records.releases[0]?.product).toBe(
    'till',
  );
});

test('a record is found again by its address where its plan has another id, in its own product alone', () => {
  const released = (product: string, fields: string) =>
    front(`product: ${product}\nversion: "1.0"\nstatus: released\nreleased: 2026-05-07\n${fields}`);
  const body = '\n## Included features\n\n- **One.** Text.\n';
  const { records } = publishOne(released('till', 'id: old') + body);
  const again = publishOne(released('till', 'id: new') + body, testSite, records);
  expect(again.records.releases[0]?.changes).toEqual(records.releases[0]?.changes);
  expect(again.orphans).toEqual([]);
  const other = publishOne(released('api', 'id: new') + body, testSite, records);
  expect(other.orphans.map(({ id }) => id)).toEqual(['old']);
});

test('a roadmap item that cannot be published keeps its record, and its author is told', () => {
  const item = (text: string) =>
    parseInitiative(readMarkdown('roadmap/x.md', new TextEncoder().encode(text)), 'x', { site: testSite });
  const publishItem = (text: string, previous: Records) => {
    const initiative = item(text);
    return {
      initiative,
      ...publish({ plans: [], initiatives: [initiative], previous, site: testSite, now }),
    };
  };
  const first = publishItem('---\ntitle: T\n---\n\n## Problem\n\nP\n', nothing);
  expect(first.outcomes[0]?.outcome).toBe('published');
  expect(first.records.initiatives).toEqual([{ id: 'x', title: 'T', horizon: 'later', problem: 'P' }]);
  const broken = publishItem(`---\ntitle: ${'T'.repeat(1_001)}\n---\n`, first.records);
  expect(broken.outcomes[0]?.outcome).toBe('kept');
  expect(broken.records.initiatives).toEqual(first.records.initiatives);
  expect(messagesOf(broken.initiative).join()).toMatch(
    /^RP110 Unexpected title, expected at most 1,000 characters$/,
  );
  expect(publishItem(`---\ntitle: ${'T'.repeat(1_001)}\n---\n`, nothing).outcomes[0]?.outcome).toBe(
    'blocked',
  );
  const inside = publishItem('---\ntitle: T\nvisibility: internal\n---\n', first.records);
  expect([inside.outcomes[0]?.outcome, inside.records.initiatives]).toEqual(['internal', []]);
  expect(inside.records.withdrawn).toEqual(['/roadmap/x/']);
});

test('an internal plan takes nothing from a public one that has its id, and is told', () => {
  const plans = [
    planOf(front('id: p-1\nproduct: till\nversion: "1"\nstatus: planned'), 'plans/a.md'),
    planOf(front('id: p-1\nproduct: till\nstatus: planned').replace('public', 'internal'), 'plans/b.md'),
  ];
  const { records, outcomes } = publish({ plans, initiatives: [], previous: nothing, site: testSite, now });
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['published', 'internal']);
  expect(records.releases.map(({ id }) => id)).toEqual(['p-1']);
  const told = plans.map((plan) => messagesOf(plan).filter((message) => message.startsWith('RP150')));
  expect(told).toEqual([[], ['RP150 Unexpected id `p-1`, which plans/a.md has too']]);
});
