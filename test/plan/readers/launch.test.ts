import { describe, expect, it } from 'vitest';
import { messagesOf, planOf } from '../../plans.ts';
import { without } from '../without.ts';

describe('materials', () => {
  const wanted = [
    {
      title: 'How it works',
      kind: 'Guide',
      url: 'https://help.example.com/a',
      owner: 'PMM',
      state: 'published',
    },
    { title: 'A film', kind: 'Film', state: 'draft' },
  ];

  it.each([
    '| Kind | Title | Address | Owner | State |\n|-|-|-|-|-|\n| Guide | How it works | https://help.example.com/a | PMM | live |\n| Film | A film | | | in progress |',
    '| Kind | Title | Owner | State |\n|-|-|-|-|\n| Guide | [How it works](https://help.example.com/a) | PMM | online |\n| Film | A film | | WIP |',
    '- [How it works](https://help.example.com/a)\n  - Kind: Guide\n  - Owner: PMM\n  - State: Published\n- A film\n  - Kind: Film\n  - State: draft',
    '### Guide\n\n- **How it works**\n  - Address: <https://help.example.com/a>\n  - Owner: PMM\n  - State: published\n\n### Film\n\n- A film\n  - State: draft',
  ])('are the same in each form: %j', (markdown) => {
    const plan = planOf(`## Marketing materials\n\n${markdown}\n`);
    expect(messagesOf(plan)).toEqual([]);
    const first = (plan.values.materials ?? []).map((material) => without('place', material));
    expect(first).toEqual(wanted);
  });

  it('need an address of the web', () => {
    const plan = planOf(
      '## Materials\n\n| Title | Address | State |\n|-|-|-|\n| A | on the shared drive | published |\n| B | ftp://x.example/b | live |\n',
    );
    expect(plan.values.materials?.map((material) => material.url)).toEqual([undefined, undefined]);
    expect(messagesOf(plan)).toEqual([
      'RP127 5:7 Unexpected `on the shared drive` as the address of “A”, expected one with http or https',
      'RP127 6:7 Unexpected `ftp://x.example/b` as the address of “B”, expected one with http or https',
    ]);
  });

  it('report a misspelt state', () => {
    const plan = planOf('## Materials\n\n- A\n  - State: publishd\n');
    expect(messagesOf(plan)).toEqual([
      'RP120 4:5 Unknown state of a material `publishd`; did you mean `published`?',
    ]);
  });
});

describe('announcements', () => {
  it('have an audience, a channel, a day and a state', () => {
    const plan = planOf(
      '## Announcements\n\n| Audience | Channel | Send on | State |\n|-|-|-|-|\n| Riders | E-mail | 2026-05-26 | done |\n| Cities | Letter | 2026-06 | |\n',
    );
    expect(without('place', plan.values.announcements)).toEqual([
      { audience: 'Riders', channel: 'E-mail', sendOn: '2026-05-26', state: 'sent' },
      { audience: 'Cities', channel: 'Letter' },
    ]);
    expect(messagesOf(plan)).toEqual([
      'RP121 6:21 Unexpected `2026-06` as the day of an announcement, expected a day such as 2026-11-18',
    ]);
  });

  it('may be grouped by audience, as a check-list', () => {
    const plan = planOf(
      '## Announcements\n\n### Riders\n\n- [x] E-mail\n  - Date: 2026-05-26\n- [ ] In-app note\n',
    );
    expect(without('place', plan.values.announcements)).toEqual([
      { audience: 'Riders', channel: 'E-mail', sendOn: '2026-05-26', state: 'sent' },
      { audience: 'Riders', channel: 'In-app note', state: 'planned' },
    ]);
  });
});

describe('a maintenance window', () => {
  const windowOf = (...lines: string[]) =>
    planOf(`## Maintenance window\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`);

  it('under a heading of its own is one of several', () => {
    const night = (name: string, day: number) =>
      `### ${name}\n\n- Start: 2026-11-0${day} 02:00\n- End: 2026-11-0${day} 05:00\n- Zone: UTC\n- Affected: Till ${day}\n`;
    const plan = planOf(`## Maintenance windows\n\n${night('First', 1)}\n${night('Reserve', 8)}`);
    expect(plan.values.maintenance?.map(({ start, affected }) => [start.slice(0, 10), affected])).toEqual([
      ['2026-11-01', ['Till 1']],
      ['2026-11-08', ['Till 8']],
    ]);
  });

  it('is read on the clocks of its zone, before and after they change', () => {
    const plan = windowOf(
      'Start: 2026-10-25 01:30',
      'End: 2026-10-25 03:30',
      'Zone: Europe/Stockholm',
      'Affected: Till, API',
    );
    expect(without('place', plan.values.maintenance)).toEqual([
      {
        start: '2026-10-25T01:30:00+02:00',
        end: '2026-10-25T03:30:00+01:00',
        zone: 'Europe/Stockholm',
        affected: ['Till', 'API'],
      },
    ]);
  });

  it('cannot begin in an hour that the clocks skip', () => {
    const plan = windowOf('Start: 2026-03-29 02:30', 'End: 2026-03-29 04:00', 'Zone: Europe/Stockholm');
    expect(messagesOf(plan)).toEqual([
      'RP051 3:3 Unexpected `2026-03-29 02:30` as the start of a maintenance window, expected a day and a time such as 2026-11-29 02:00',
    ]);
    expect(plan.file.messages[0]?.note).toBe('Clocks in Europe/Stockholm are put forward over this time.');
  });

  it('cannot end before it starts', () => {
    const plan = windowOf('Start: 2026-03-01 04:00', 'End: 2026-03-01 02:00', 'Zone: UTC');
    expect(messagesOf(plan)).toEqual([
      'RP051 4:3 Unexpected end 2026-03-01 02:00 before the start of the maintenance window',
    ]);
    expect(plan.values.maintenance).toEqual([]);
  });

  it('has an end, and a zone that there is', () => {
    expect(messagesOf(windowOf('Start: 2026-03-01 04:00', 'Zone: Europe/Stokholm'))).toEqual([
      'RP120 4:3 Unknown time zone `Europe/Stokholm`, expected a name such as Europe/Stockholm',
      'RP051 1:1 Unexpected maintenance window without an end',
    ]);
  });
});
