import { describe, expect, test } from 'vitest';
import { renderRelease } from '../../src/documents/public/record-file.ts';
import { parseInitiative } from '../../src/plan/initiative.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { publish, type Records } from '../../src/publish/publish.ts';
import { releaseAddress } from '../../src/release/address.ts';
import { readMarkdown } from '../../src/sources/markdown.ts';
import { messagesOf, planOf, testSite } from '../plans.ts';

const nothing: Records = { releases: [], initiatives: [], withdrawn: [] };
const now = new Date('2026-11-21T12:00:00Z');

function publishAll(plans: Plan[], previous: Records = nothing, site = testSite) {
  return publish({ plans, initiatives: [], previous, site, now });
}

function front(fields: Record<string, string>, body = ''): string {
  const all = {
    visibility: 'public',
    status: 'released',
    product: 'till',
    released: '2026-05-07',
    ...fields,
  };
  const lines = Object.entries(all).filter(([, value]) => value !== '');
  return `---\n${lines.map(([key, value]) => `${key}: ${value}`).join('\n')}\n---\n\n${body}`;
}

const tables = { title: 'Tables', id: 'p-tables', version: '"1.2.0"' };

describe('what is published', () => {
  test('nothing, unless the author says public', () => {
    const plan = planOf(front({ ...tables, visibility: '' }, '## Summary\n\nSecret.'));
    const { records, outcomes } = publishAll([plan]);
    expect(records).toEqual(nothing);
    expect(outcomes[0]?.outcome).toBe('internal');
  });

  test('no draft, nothing before its moment, nothing that was called off unheard', () => {
    const outcomes = publishAll([
      planOf(front({ ...tables, status: 'draft' })),
      planOf(front({ ...tables, id: 'p-2', version: '"2"', publishAt: '2026-11-21 13:01' })),
      planOf(front({ ...tables, id: 'p-3', version: '"3"', status: 'cancelled' })),
      planOf(front({ ...tables, id: 'p-4', version: '"4"', publishAt: '2026-11-21 12:59' })),
    ]).outcomes.map((each) => each.outcome);
    expect(outcomes).toEqual(['draft', 'scheduled', 'cancelled', 'published']);
  });

  test('public sections and fields, typed, and no internal ones', () => {
    const body = `
## Summary

Guests can book a table.

## Included features

- **Reserve.** Up to two hours ahead.
  - Component: Booking
  - Action required: Update the till first.
  - Epic: TILL-1
  - Points: 8

## Roll-out

### Waves

| Wave | Who | Share | Regions | State | Start | Go on when |
| --- | --- | --- | --- | --- | --- | --- |
| Beta | 200 shops that asked | 5 % | DE | done | 2026-05-01 | No crash |
| Rest | Everybody | 100 % | DE, AT | running | 2026-05-09 | |

## Risks

- Nobody comes.
`;
    const [release] = publishAll([planOf(front(tables, body))]).records.releases;
    expect(release).toEqual({
      id: 'p-tables',
      title: 'Tables',
      product: 'till',
      version: '1.2.0',
      status: 'released',
      released: '2026-05-07',
      summary: 'Guests can book a table.',
      changes: [
        {
          id: expect.stringMatching(/^c-/),
          kind: 'added',
          title: 'Reserve',
          text: 'Up to two hours ahead.',
          component: 'Booking',
          action: 'Update the till first.',
        },
      ],
      waves: [
        { name: 'Beta', state: 'done', share: 5, regions: ['DE'] },
        { name: 'Rest', state: 'running', share: 100, regions: ['DE', 'AT'] },
      ],
    });
  });

  test('an opt-in section where it is named, and one that is never public not even then', () => {
    const body =
      '## Product overview\n\nFor small kitchens.\n\n## Risks\n\nMany.\n\n## Validation contacts\n\n- A cook';
    const hidden = publishAll([planOf(front(tables, body))]).records.releases[0];
    expect(hidden?.extras).toBeUndefined();
    const opted = planOf(
      front({ ...tables, publish: '[Product overview, Risks, Validation contacts]' }, body),
    );
    expect(publishAll([opted]).records.releases[0]?.extras).toEqual([
      { key: 'overview', heading: 'Product overview', text: 'For small kitchens.' },
    ]);
  });
});

describe('when it is expected', () => {
  const coming = { ...tables, status: 'planned', released: '', target: '2026-12-18', confidence: 'expected' };
  const site = (dates: 'never' | 'quarter' | 'month') => ({
    ...testSite,
    roadmap: { ...testSite.roadmap, dates },
  });

  test.each([
    ['never', undefined],
    ['quarter', '2026-Q4'],
    ['month', '2026-12'],
  ] as const)('readers are told as much as the site allows: %s', (dates, expected) => {
    const [release] = publishAll([planOf(front(coming))], nothing, site(dates)).records.releases;
    expect(release?.expected).toBe(expected);
    expect(release?.confidence).toBe(expected && 'expected');
  });

  test('and never more than the plan wants told', () => {
    const vague = planOf(front({ ...coming, precision: 'year' }));
    expect(publishAll([vague], nothing, site('month')).records.releases[0]?.expected).toBe('2026');
  });
});

describe('what was public', () => {
  const first = publishAll([planOf(front(tables, '## Bug fixes\n\n- Receipts print once'))]).records;

  test('stays as it was while its plan cannot be read', () => {
    const broken = planOf('---\ntitle: "Tables\nid: p-tables\n---\n');
    const { records, outcomes } = publishAll([broken], first);
    expect(outcomes[0]?.outcome).toBe('kept');
    expect(records).toEqual(first);
  });

  test('goes at once when its author says internal, whatever else is broken', () => {
    const broken = planOf('---\nid: p-tables\nvisibility: internal\ntitle: "Tables\n---\n');
    const misspelt = planOf(front({ ...tables, visibility: 'internal', status: 'relased' }));
    for (const plan of [broken, misspelt]) {
      const { records } = publishAll([plan], first);
      expect(records.releases).toEqual([]);
      expect(records.withdrawn).toEqual(['/releases/till/1-2-0/']);
    }
  });

  test('goes with its plan, but not while a plan that cannot be read may be its own', () => {
    expect(publishAll([], first).orphans).toHaveLength(1);
    const unknown = planOf('---\n- not\n- a plan\n---\n');
    const spared = publishAll([unknown], first);
    expect(spared.spared).toHaveLength(1);
    expect(spared.records).toEqual(first);
  });

  test('keeps answering under an address that it had', () => {
    const moved = publishAll([planOf(front({ ...tables, version: '"1.2.1"' }))], first).records;
    expect(moved.releases[0]?.formerly).toEqual(['/releases/till/1-2-0/']);
    expect(moved.withdrawn).toEqual([]);
    const gone = publishAll([], moved).records;
    expect(gone.withdrawn).toEqual(['/releases/till/1-2-0/', '/releases/till/1-2-1/']);
    const back = publishAll([planOf(front(tables))], gone).records;
    expect(back.withdrawn).toEqual(['/releases/till/1-2-1/']);
  });

  test('keeps the ids of its changes', () => {
    const reworded = planOf(front(tables, '## Bug fixes\n\n- A new one\n- Receipts are printed once'));
    const [fresh, old] = publishAll([reworded], first).records.releases[0]?.changes ?? [];
    expect(old?.id).toBe(first.releases[0]?.changes?.[0]?.id);
    expect(fresh?.id).not.toBe(old?.id);
  });

  test('stays where its plan has lost its product, and nobody knows of which one it is', () => {
    const own = { title: 'Tables', version: '"1.2.0"', product: 'api' };
    const before = publishAll([planOf(front(own))]).records;
    for (const product of ['', 'apo']) {
      const { records, outcomes, spared } = publishAll([planOf(front({ ...own, product }))], before);
      expect(outcomes[0]?.outcome).toBe('blocked');
      expect(spared.map(({ id }) => id)).toEqual(['api-1-2-0']);
      expect(records).toEqual(before);
    }
  });

  test('is there once, whichever plans take it for theirs', () => {
    const other = { ...tables, id: 'p-other' };
    // One of the two has lost its product.
    const renamed = planOf(front({ ...tables, title: 'Better tables' }));
    const lost = publishAll([renamed, planOf(front({ ...other, product: '' }))], first).records;
    expect(lost.releases.map(({ id, title }) => [id, title])).toEqual([['p-tables', 'Better tables']]);
    // Two that were copied from one that is gone.
    const copies = ['a', 'b'].map((name) => planOf(front({ ...tables, id: `p-${name}` }), `${name}.md`));
    expect(publishAll(copies, first).records.releases).toEqual(first.releases);
    // A copy that nobody has numbered anew.
    const site = { ...testSite, products: testSite.products.slice(0, 1) };
    for (const order of [1, -1]) {
      const plans = [
        front({ ...tables, title: 'Better tables' }),
        front({ ...other, title: 'T'.repeat(2_000), status: 'planned' }),
      ];
      const all = plans.map((text) => planOf(text, 'a.md', site)).sort(() => order);
      expect(publishAll(all, first, site).records.releases).toMatchObject([{ title: 'Better tables' }]);
    }
  });

  test('is found again by its title, where a plan has neither id nor version', () => {
    const unnamed = { title: 'Tables', product: 'till' };
    const before = publishAll([planOf(front(unnamed, '## Bug fixes\n\n- Receipts print once'))]).records;
    const after = publishAll([planOf(front(unnamed, '## Bug fixes\n\n- Receipts are printed once'))], before);
    expect(after.orphans).toEqual([]);
    expect(after.records.releases[0]?.changes?.[0]?.id).toBe(before.releases[0]?.changes?.[0]?.id);
  });

  test('does not change when it is published again, in whatever order the files come', () => {
    const plans = () => [planOf(front(tables)), planOf(front({ ...tables, id: 'p-2', version: '"1.3.0"' }))];
    const once = publishAll(plans());
    const twice = publishAll(plans().toReversed(), once.records);
    expect(twice.records).toEqual(once.records);
    expect(twice.records.releases.map(renderRelease)).toEqual(once.records.releases.map(renderRelease));
  });
});

describe('a publication', () => {
  test('tells of each plan what was public of it and what is, and of each record without one', () => {
    const plans = () => [planOf(front(tables)), planOf(front({ ...tables, id: 'p-2', version: '"2"' }))];
    const all = plans();
    const first = publishAll(all);
    const [two, one] = first.records.releases;
    expect(first).toStrictEqual({
      records: {
        releases: [two, one],
        initiatives: [],
        withdrawn: [],
        authority: 'updates.kiosk.example.com,2026',
      },
      outcomes: [
        { file: all[0]?.file, outcome: 'published', record: one, last: undefined },
        { file: all[1]?.file, outcome: 'published', record: two, last: undefined },
      ],
      orphans: [],
      spared: [],
    });
    const again = plans().slice(1);
    const second = publishAll(again, first.records);
    expect(second.outcomes).toStrictEqual([
      { file: again[0]?.file, outcome: 'published', record: two, last: two },
    ]);
    expect([second.orphans, second.spared]).toStrictEqual([[one], []]);
    const unread = publishAll([...plans().slice(1), planOf('---\n- no\n- plan\n---\n')], first.records);
    expect([unread.orphans, unread.spared]).toStrictEqual([[], [one]]);
  });

  test('of a site with one product says so, where anything has shipped or is to', () => {
    const site = { ...testSite, products: testSite.products.slice(0, 1) };
    expect(publishAll([planOf(front(tables))], nothing, site).records.productInAddresses).toBe(false);
    expect(publishAll([], nothing, site).records).not.toHaveProperty('productInAddresses');
    expect(publishAll([planOf(front(tables))]).records).not.toHaveProperty('productInAddresses');
  });
});

describe('two plans that are in each other’s way', () => {
  test('with one id are both told, by name', () => {
    const plans = [planOf(front(tables), 'a.md'), planOf(front({ ...tables, version: '"9"' }), 'b.md')];
    expect(publishAll(plans).records.releases).toEqual([]);
    expect(messagesOf(plans[0]!)).toContain('RP150 Unexpected id `p-tables`, which b.md has too');
    expect(messagesOf(plans[1]!)).toContain('RP150 Unexpected id `p-tables`, which a.md has too');
  });

  test('of three, each is told of both others, and what to do', () => {
    const plans = ['a', 'b', 'c'].map((name) => planOf(front(tables), `${name}.md`));
    publishAll(plans);
    expect(messagesOf(plans[0]!)).toContain('RP150 Unexpected id `p-tables`, which b.md and c.md have too');
    expect(plans[0]!.file.messages.map(({ note }) => note).join()).toContain('give the newer one another');
  });

  test('a plan that is not public yet takes no id from one that is', () => {
    const later: Record<string, string>[] = [
      { status: 'draft' },
      { status: '' },
      { publishAt: '2026-11-21 13:01' },
    ];
    for (const fields of later) {
      const plans = [planOf(front(tables)), planOf(front({ ...tables, version: '"9"', ...fields }))];
      expect(publishAll(plans).records.releases.map(({ version }) => version)).toEqual(['1.2.0']);
    }
    const past = { ...tables, version: '"9"', publishAt: '2026-11-21 13:00' };
    expect(publishAll([planOf(front(tables)), planOf(front(past))]).records.releases).toEqual([]);
  });

  test('with one address are both told, by name', () => {
    const plans = [
      planOf(front({ ...tables, version: '"1.2"' }), 'a.md'),
      planOf(front({ ...tables, id: 'p-2', version: '"1-2"' }), 'b.md'),
    ];
    expect(publishAll(plans).records.releases).toEqual([]);
    expect(messagesOf(plans[0]!).join()).toContain(
      'RP151 Unexpected address `/releases/till/1-2/`, which b.md has too',
    );
    expect(messagesOf(plans[1]!).join()).toContain('which a.md has too');
  });

  test('with one version in several channels are all published, with and without ids of their own', () => {
    for (const ids of [
      ['p-1', 'p-2', 'p-3'],
      ['', '', ''],
    ]) {
      const plans = ['release', 'Beta', 'ESR'].map((channel, at) =>
        planOf(front({ title: 'Tables', id: ids[at] ?? '', version: '"128.0"', channel })),
      );
      const { records } = publishAll(plans);
      const addresses = records.releases.map((record) => releaseAddress(record, true));
      expect(addresses.sort()).toEqual([
        '/releases/till/128-0-beta/',
        '/releases/till/128-0-esr/',
        '/releases/till/128-0/',
      ]);
      expect(new Set(records.releases.map(({ id }) => id)).size).toBe(3);
      expect(publishAll(plans.toReversed(), records).records).toEqual(records);
    }
  });

  test('a version that comes in a second channel moves nothing', () => {
    const beta = () => planOf(front({ ...tables, channel: 'beta' }));
    const first = publishAll([beta()]).records;
    const { records } = publishAll([beta(), planOf(front({ ...tables, id: 'p-stable' }))], first);
    expect(records.releases).toHaveLength(2);
    expect(records.releases.flatMap(({ formerly }) => formerly ?? [])).toEqual([]);
    expect(records.releases).toEqual(expect.arrayContaining(first.releases));
  });

  test('with one version in one channel under two names are still refused', () => {
    const plans = ['stable', 'Release'].map((channel, at) =>
      planOf(front({ ...tables, id: `p-${at}`, channel }), `${channel}.md`),
    );
    expect(publishAll(plans).records.releases).toEqual([]);
    expect(messagesOf(plans[0]!).join()).toContain('RP151');
  });
});

describe('roadmap items', () => {
  test('that are given up keep their page and say why; unheard ones are nothing', () => {
    const dropped = '---\ntitle: Faster\ndropped: Too few asked for it.\n---\n';
    const run = (markdown: string, previous = nothing) =>
      publish({ plans: [], initiatives: [item(markdown)], previous, site: testSite, now });
    expect(run(dropped).outcomes[0]?.outcome).toBe('cancelled');
    const { records } = run(dropped, run('---\ntitle: Faster\n---\n').records);
    expect(records.initiatives).toMatchObject([{ id: 'faster', dropped: 'Too few asked for it.' }]);
    expect(records.roadmapChanges).toMatchObject([{ what: 'dropped', reason: 'Too few asked for it.' }]);
    expect(run('---\ntitle: Faster\ndropped: yes\n---\n').outcomes[0]?.file.messages.join()).toContain(
      'expected the reason why it was given up',
    );
  });

  const item = (markdown: string) =>
    parseInitiative(readMarkdown('roadmap/faster.md', new TextEncoder().encode(markdown)), 'faster', {
      site: testSite,
    });

  test('are published with problem and outcome, and without anything else', () => {
    const initiative = item(
      '---\ntitle: Faster\nhorizon: now\ntheme: speed\nowner: me\n---\n\n## Problem\n\nSlow.\n\n## Internal notes\n\nSecret.\n\n## Outcome\n\nQuick.\n\n> Internal: cheap',
    );
    const { records } = publish({
      plans: [],
      initiatives: [initiative],
      previous: nothing,
      site: testSite,
      now,
    });
    expect(records.initiatives).toEqual([
      { id: 'faster', title: 'Faster', horizon: 'now', theme: 'speed', problem: 'Slow.', outcome: 'Quick.' },
    ]);
  });

  test('have no name in releases before they are public, and from when on they are not', () => {
    const run = (markdown: string, previous = nothing, named = 'faster') => {
      const plan = planOf(front({ ...tables, initiative: named }));
      const { records } = publish({
        plans: [plan],
        initiatives: [item(markdown)],
        previous,
        site: testSite,
        now,
      });
      const { messages } = plan.file;
      for (const { fatal, note } of messages) {
        expect(fatal).toBe(false);
        expect(note).toContain('The release is published without it.');
      }
      return { records, initiative: records.releases[0]?.initiative, messages: messagesOf(plan) };
    };
    const open = run('---\ntitle: Faster\n---\n');
    expect(open).toMatchObject({ initiative: 'faster', messages: [] });
    const inside = run('---\ntitle: Faster\nvisibility: internal\n---\n', open.records);
    expect(inside.initiative).toBeUndefined();
    expect(inside.messages).toEqual([
      'RP120 9:1 Unexpected roadmap item `faster` of a public plan, expected one that is public',
    ]);
    const misspelt = run('---\ntitle: Faster\n---\n', nothing, 'fastr');
    expect(misspelt.initiative).toBeUndefined();
    expect(misspelt.messages).toEqual(['RP120 9:1 Unknown roadmap item `fastr`; did you mean `faster`?']);
    expect(run('---\ntitle: Faster\n---\n', nothing, 'x').messages).toEqual([
      'RP120 9:1 Unknown roadmap item `x`',
    ]);
    expect(run('---\ntitle: Faster\nvisibility: x\n---\n').messages).toEqual([]);
    const hidden = planOf(front({ ...tables, initiative: 'x', visibility: 'internal' }));
    publishAll([hidden]);
    expect(messagesOf(hidden)).toEqual([]);
  });

  test('go when they are internal, and are told of a horizon that there is not', () => {
    const internal = item('---\ntitle: Faster\nvisibility: internal\n---\n');
    const misspelt = item('---\ntitle: Faster\nhorizon: nwo\n---\n');
    const out = (initiative: typeof internal) =>
      publish({ plans: [], initiatives: [initiative], previous: nothing, site: testSite, now }).records
        .initiatives;
    expect(out(internal)).toEqual([]);
    expect(out(misspelt)).toEqual([]);
    expect(messagesOf(misspelt)).toEqual(['RP120 Unknown horizon `nwo`; did you mean `now`?']);
  });
});
