import { describe, expect, it } from 'vitest';
import { messagesOf, planOf } from '../../plans.ts';
import { without } from '../without.ts';

describe('changes', () => {
  const wanted = {
    kind: 'added',
    title: 'Quick start',
    text: 'In two seconds.',
    purpose: 'No queue.',
    component: 'Till',
    links: [{ title: 'How', url: 'https://help.example.com/' }],
    epics: [],
    stories: ['T-1', 'T-2'],
    points: '5',
  };

  it('are the same as bullets, as sub-headings and as a table', () => {
    const bullets = planOf(
      '## New features\n\n- **Quick start.** In two seconds.\n  - Purpose: No queue.\n  - Component: Till\n  - Link: [How](https://help.example.com/)\n  - Stories: T-1, T-2\n  - Points: 5\n',
    );
    const headings = planOf(
      '## New features\n\n### Quick start\n\nIn two seconds.\n\nPurpose: No queue.\nComponent: Till\nLink: [How](https://help.example.com/)\nStories: T-1, T-2\nPoints: 5\n',
    );
    const table = planOf(
      '## New features\n\n| Feature | Description | Purpose | Component | Link | Stories | Points |\n|-|-|-|-|-|-|-|\n| Quick start | In two seconds. | No queue. | Till | [How](https://help.example.com/) | T-1, T-2 | 5 |\n',
    );
    for (const plan of [bullets, headings, table]) {
      expect(without('place', plan.values.included)).toEqual([wanted]);
      expect(messagesOf(plan)).toEqual([]);
    }
  });

  it('keep what their author wrote in words: ids, breaking, what to do', () => {
    const plan = planOf(
      '## Improvements\n\n- Breaking: **Keys** are longer {#long-keys}\n  - Action required: Print new ones.\n- Receipts are shorter (breaking)\n- Plain — with a text behind a dash\n',
    );
    expect(without('place', plan.values.improvements)).toMatchObject([
      { id: 'long-keys', title: '**Keys** are longer', breaking: true, action: 'Print new ones.' },
      { title: 'Receipts are shorter', breaking: true },
      { title: 'Plain', text: 'with a text behind a dash' },
    ]);
  });

  it('say where something stands that nobody will see', () => {
    const plan = planOf(
      '## Bug fixes\n\nSome words before.\n\n| Fix | Weather | Component |\n| --- | --- | --- |\n| Receipts | 300 | Till |\n| | 200 | Till |\n',
    );
    expect(plan.values.fixes?.map((change) => change.title)).toEqual(['Receipts']);
    expect(messagesOf(plan)).toEqual([
      'RP124 3:1 Unexpected text beside the items of “Bug fixes”: “Some words before.”',
      'RP125 3:1 Unknown column “Weather” in “Bug fixes”',
      'RP126 8:1 Unexpected item without a title in “Bug fixes”',
    ]);
  });
});

describe('“None” in a list', () => {
  it.each(['None', 'None.', '- None', 'n/a', '| Change |\n| --- |\n| None |'])('is no item: %j', (none) => {
    const plan = planOf(
      `## Breaking changes\n\n${none}\n\n## Excluded features\n\n${none}\n\n## Components\n\n${none}\n\n## Waves\n\n${none}\n\n## Before you upgrade\n\n${none}\n\n## Feature flags\n\n${none}\n\n## Exclusion criteria\n\n${none}\n`,
    );
    expect(plan.values).toEqual({
      breaking: [],
      excluded: [],
      components: [],
      waves: [],
      upgrade: [],
      flags: [],
      exclusion: [],
    });
    expect(messagesOf(plan)).toEqual([]);
  });

  it('is Norway where regions are listed', () => {
    const plan = planOf('## Target audience\n\n- Shops\n  - Regions: SE, NO\n');
    expect(plan.values.audience?.include[0]?.regions).toEqual(['SE', 'NO']);
  });
});

describe('what is left out', () => {
  it('has a reason and a time to look again', () => {
    const table = planOf(
      '## Out of scope\n\n| What | Reason | Revisit |\n|-|-|-|\n| A watch | Too small | 2027 |\n',
    );
    const line = planOf('## Out of scope\n\n- **A watch.** Reason: Too small Revisit: 2027\n');
    for (const plan of [table, line]) {
      expect(without('place', plan.values.excluded)).toEqual([
        { what: 'A watch', reason: 'Too small', revisit: '2027' },
      ]);
    }
  });
});

describe('non-functional requirements', () => {
  const wanted = {
    requirement: 'Starts fast',
    category: 'Speed',
    measure: 'Seconds',
    target: '≤ 2',
    test: 'In the build',
  };

  it.each([
    '| Category | Requirement | Measure | Target | Test |\n|-|-|-|-|-|\n| Speed | Starts fast | Seconds | ≤ 2 | In the build |',
    '- **Starts fast**\n  - Category: Speed\n  - Measure: Seconds\n  - Target: ≤ 2\n  - Test: In the build',
    '### Starts fast\n\n- Category: Speed\n- Measure: Seconds\n- Target: ≤ 2\n- Test: In the build',
    '### Speed\n\n- Starts fast\n  - Measure: Seconds\n  - Target: ≤ 2\n  - Test: In the build',
    '### Speed\n\n| Requirement | Measure | Target | Test |\n|-|-|-|-|\n| Starts fast | Seconds | ≤ 2 | In the build |',
    '- Requirement: Starts fast\n- Category: Speed\n- Measure: Seconds\n- Target: ≤ 2\n- Test: In the build',
  ])('are the same in each form: %j', (markdown) => {
    const plan = planOf(`## Non-functional requirements\n\n${markdown}\n`);
    expect(without('place', plan.values.requirements)).toEqual([wanted]);
    expect(messagesOf(plan)).toEqual([]);
  });
});

describe('labels that are for those inside', () => {
  it.each([
    'Owner',
    'PM',
    'Release manager',
    'Approved by',
    'Reviewers',
    'Stakeholders',
    'Customer',
    'ARR',
    'Deal size',
    'Feature flag',
    'Zuständig',
    '担当者',
  ])('are no text of a change or a known issue: %s', (label) => {
    const items = `- **Quick start.** In two seconds.\n  - ${label}: ACME\n`;
    const { values } = planOf(`## New features\n\n${items}\n## Known issues\n\n${items}`);
    expect(values.included).toMatchObject([{ title: 'Quick start', text: 'In two seconds.' }]);
    expect(values.knownIssues).toMatchObject([{ title: 'Quick start', text: 'In two seconds.' }]);
  });

  it('are told where they stand beside the items and may be items themselves', () => {
    const plan = planOf(
      '## New features\n\n- Kitchen display\n- Tickets: two of them can be merged\n- Docs: complete and offline, too\n- Purpose: no more calling out\n- Story: T-12\n',
    );
    expect(plan.values.included).toMatchObject([
      { title: 'Kitchen display', purpose: 'no more calling out' },
    ]);
    expect(messagesOf(plan)).toEqual([
      'RP124 4:3 Unexpected note beside the items of “Included features”: “two of them can be merged”, which stays inside with “Kitchen display”',
      'RP124 5:3 Unexpected note beside the items of “Included features”: “complete and offline, too”, which stays inside with “Kitchen display”',
      'RP126 7:3 Unexpected item without a title in “Included features”',
    ]);
  });

  it('need no telling where they are short, a user story, below their item, or in a section that nobody sees', () => {
    const plan = planOf(
      '## New features\n\n- One\n- Owner: Maria Berg\n- Story: As a guest I want to pay\n- Two\n  - Cost: three weeks of work\n\n## Dependencies\n\n- Map\n- Ticket: we wait for them\n',
    );
    expect(messagesOf(plan)).toEqual([]);
  });
});

describe('items that have only labels', () => {
  it.each([
    ['Inclusion criteria', 'Why: they asked'],
    ['Exclusion criteria', 'Why: they asked'],
    ['Before you upgrade', 'Who: admins'],
    ['Components', 'To: 2.0'],
    ['Excluded features', 'Why: too early'],
    ['Known issues', 'Workaround: restart'],
  ])('are told and left out: %s', (heading, label) => {
    const plan = planOf(`## ${heading}\n\n- ${label}\n`);
    expect(messagesOf(plan)).toEqual([`RP126 3:3 Unexpected item without a title in “${heading}”`]);
  });

  it('are criteria by the region, the channel or the tier that they name', () => {
    const plan = planOf('## Inclusion criteria\n\n- Region: EU\n- Plan tier: Pro, Team\n- Region: US\n');
    expect(without('place', plan.values.inclusion)).toMatchObject([
      { text: 'EU, Pro, Team', regions: ['EU'], tiers: ['Pro', 'Team'] },
      { text: 'US', regions: ['US'] },
    ]);
  });

  it('are known issues by what they say that the issue is, unless that is a ticket', () => {
    const plan = planOf(
      '## Known issues\n\n- Issue: Printing fails\n  - Workaround: restart\n- Scanner\n  - Issue: It is T-1 for us\n- Issue: T-2\n',
    );
    expect(plan.values.knownIssues).toMatchObject([
      { title: 'Printing fails', workaround: 'restart' },
      { title: 'Scanner' },
    ]);
    expect(messagesOf(plan)).toEqual(['RP126 7:3 Unexpected item without a title in “Known issues”']);
  });
});

describe('questions', () => {
  const wanted = [
    { question: 'Is it free?', answer: 'Yes.' },
    { question: 'For all?', answer: 'So far.' },
  ];
  it.each([
    '### Is it free?\n\nYes.\n\n### For all?\n\nSo far.',
    '**Is it free?**\n\nYes.\n\n**For all?**\n\nSo far.',
    '**Is it free?**\nYes.\n\n**For all?**  \nSo far.',
    '**Is it free?** Yes.\n\n**For all?** So far.',
    'Is it free?\n\nYes.\n\nFor all?\n\nSo far.',
    'Is it free?\nYes.\n\nFor all?<br>\nSo far.',
    'Q: Is it free?\nA: Yes.\n\nQ: For all?\nA: So far.',
    'Q: Is it free?\n\nA: Yes.\n\nQ. For all?\n\nA. So far.',
    '**Q: Is it free?**\n\n**A:** Yes.\n\n**Q:** For all?\n\nA: So far.',
    '- Is it free? Yes.\n- For all? So far.',
    '- **Is it free?** Yes.\n- Q: For all?\n  - A: So far.',
    '- Q: Is it free?\n- A: Yes.\n- Q: For all?\n- A: So far.',
    '| Question | Answer |\n| --- | --- |\n| Is it free? | Yes. |\n| For all? | So far. |',
  ])('may be written as %j', (text) => {
    const plan = planOf(`## FAQ\n\n${text}\n`);
    expect(plan.values.faq).toEqual(wanted);
    expect(messagesOf(plan)).toEqual([]);
  });

  it('end where the next one begins, be it one for those inside', () => {
    const plan = planOf(
      '## FAQ\n\n**Is it free?**\n\nYes.\n\nInternal: and for ACME?\n\nNever tell them.\n\n**For all?**\n\nSo far.\n\n🔒 **When?**\n\nNever tell them.\n',
    );
    expect(plan.values.faq).toEqual(wanted);
  });

  it('may have rhetorical ones in their answers where they are headings or items', () => {
    const plan = planOf('## FAQ\n\n### Is it free?\n\nWhy not?\n\n**Pricing**\n\nNone.\n');
    expect(plan.values.faq).toEqual([
      { question: 'Is it free?', answer: 'Why not?\n\n**Pricing**\n\nNone.' },
    ]);
    const list = planOf('## FAQ\n\nQuestions?\n\n- **Is it free?** Yes.\n- **For all?** So far.\n');
    expect(list.values.faq).toEqual(wanted);
  });

  it('are told where they have no answer, and answers without a question', () => {
    const plan = planOf('## FAQ\n\n- A: Yes.\n- Is it free?\n');
    expect(messagesOf(plan)).toEqual([
      'RP126 3:3 Unexpected answer without a question',
      'RP126 4:3 Unexpected question without an answer: “Is it free?”',
    ]);
  });
});

describe('labels in lines of a paragraph', () => {
  it.each([
    '- **Quick start.** In two seconds.\n  Owner: Maria\n  Purpose: No queue.',
    '- Quick start\n  Owner: Maria\n  Purpose: No queue.\n\n  In two seconds.',
    '- Quick start  \n  In two seconds.<br>Owner: Maria<br>Purpose: No queue.',
    '- Quick start\n\n  In two seconds.\n  Purpose: No queue.\n  Owner: Maria',
    '### Quick start\n\nIn two seconds.\nPurpose: No queue.\nOwner: Maria',
  ])('are labels behind other lines, too: %j', (text) => {
    const { values } = planOf(`## New features\n\n${text}\n`);
    expect(values.included).toMatchObject([
      { title: 'Quick start', text: 'In two seconds.', purpose: 'No queue.' },
    ]);
  });

  it('take no other label with them whose name means nothing', () => {
    const text =
      '- **Leak.** Closed.\n  Severity: high\n  in some tills\n  Reported by: Ada\n  who wrote to us\n  Owner: Maria';
    const { values } = planOf(`## Security\n\n${text}\n`);
    expect(values.security).toMatchObject([
      { title: 'Leak', text: 'Closed. Reported by: Ada who wrote to us', impact: 'high in some tills' },
    ]);
    const people = planOf('## Security\n\n- **Leak.** Closed.\n\n  Owner: Maria\n  Backup: Ada\n');
    expect(people.values.security).toMatchObject([{ title: 'Leak', text: 'Closed.' }]);
  });

  it('are told where what stands in them may be for readers', () => {
    const plan = planOf(
      '## Highlights\n\n- **Tickets:** two of them can be merged\n- One\n  - Stories: to be read aloud\n- Owner: Maria\n\nShort.\nTickets: two of them can be merged\n',
    );
    expect(plan.sections[0]?.text).toBe('- One\n\nShort.');
    expect(messagesOf(plan)).toEqual([
      'RP124 3:3 Unexpected note in “Highlights”: “two of them can be merged”, which stays inside',
      'RP124 5:5 Unexpected note in “Highlights”: “to be read aloud”, which stays inside',
      'RP124 8:1 Unexpected note in “Highlights”: “two of them can be merged”, which stays inside',
    ]);
    expect(messagesOf(planOf('## Product overview\n\nTickets: two of them can be merged\n'))).toEqual([]);
  });
});

describe('steps before an upgrade', () => {
  const read = (body: string) =>
    planOf(`## Before you upgrade\n\n${body}`).values.upgrade?.map(({ text }) => text);

  it('are as bold as their author made them', () => {
    expect(
      read(
        '1. Back up.\n2. Run:\n\n   ```sh\n   till convert\n   ```\n3. **Switch on.** In the settings.\n4. Open each:\n   - tills\n   - drawers\n5. **Count**\n\n   Twice.\n',
      ),
    ).toEqual([
      'Back up.',
      'Run:\n\n```sh\ntill convert\n```',
      '**Switch on.** In the settings.',
      'Open each:\n\n- tills\n- drawers',
      '**Count.** Twice.',
    ]);
  });
});

describe('downloads', () => {
  const sum = '3f1c0a5b7d9e2f4860718293a4b5c6d7e8f90123456789abcdef0123456789ab';
  const url = 'https://example.com/till.dmg';

  it.each([
    ['a list', `- [macOS](${url})\n  - Size: 4.2 MB\n  - SHA-256: ${sum}\n`],
    ['one line', `- [macOS](${url}) – 4.2 MB – SHA-256 \`${sum}\`\n`],
    ['brackets', `- [macOS](${url}) (4.2 MB, SHA-256: ${sum})\n`],
    [
      'a table',
      `| File | Address | Size | SHA-256 |\n| - | - | - | - |\n| macOS | ${url} | 4.2 MB | ${sum} |\n`,
    ],
    ['a decimal comma', `- [macOS](${url})\n  - Größe: x\n  - Size: 4,2 MB\n  - SHA-256: ${sum}\n`],
    ['commas between thousands', `- [macOS](${url}): 4,200 kB, ${sum}\n`],
  ])('have their size and checksum from %s', (_, body) => {
    expect(planOf(`## Downloads\n\n${body}`).values.downloads).toEqual([
      { file: 'macOS', url, size: 4_200_000, sha256: sum },
    ]);
  });

  it('say what of their line stays in the plan', () => {
    const plan = planOf(`## Downloads\n\n- [macOS](${url}) – 4.2 MB, for Apple silicon\n`);
    expect(plan.values.downloads).toEqual([{ file: 'macOS', url, size: 4_200_000 }]);
    expect(messagesOf(plan)).toEqual([
      'RP124 3:3 Unexpected words beside the download “macOS”, expected its size and SHA-256',
    ]);
  });
});
