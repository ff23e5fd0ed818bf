import { describe, expect, test } from 'vitest';
import { parseRelease, renderInitiative, renderRelease } from '../../src/documents/public/record-file.ts';
import { parseInitiative } from '../../src/plan/initiative.ts';
import { publish } from '../../src/publish/publish.ts';
import { readMarkdown } from '../../src/sources/markdown.ts';
import { messagesOf, planOf, testSite } from '../plans.ts';
import { notes, notesInside, parts, unspell } from './hiding-places.ts';

const front =
  'title: T\nid: p-1\nproduct: till\nversion: "1"\nstatus: released\nreleased: 2026-05-07\nvisibility: public';

function recordOf(body: string, more = ''): string {
  return publishAll([planOf(`---\n${front}\n${more}\n---\n\n${body}`)]);
}

function publishAll(plans: ReturnType<typeof planOf>[], roadmap: string[] = []): string {
  const initiatives = roadmap.map((text) =>
    parseInitiative(readMarkdown('roadmap/x.md', new TextEncoder().encode(text)), 'x', { site: testSite }),
  );
  const previous = { releases: [], initiatives: [], withdrawn: [] };
  const now = new Date('2026-11-21T12:00:00Z');
  const { records } = publish({ plans, initiatives, previous, site: testSite, now });
  return unspell(
    [...records.releases.map(renderRelease), ...records.initiatives.map(renderInitiative)].join('\n'),
  );
}

const all = { ...notes, ...notesInside, ...parts };

describe('does not publish what stands in', () => {
  test.each(Object.entries(all))('%s', (name, text) => {
    const inText = recordOf(`## Summary\n\nA public text.\n\n${text}\n`);
    expect(inText).toContain('A public text.');
    expect(inText).not.toContain('kanari');
    const inField = recordOf('', `summary: |\n${`A public text.\n\n${text}`.replace(/^/gm, '  ')}`);
    expect(inField).toContain('A public text.');
    // A heading that means nothing is one of the field's own.
    if (!name.startsWith('an unknown heading')) expect(inField).not.toContain('kanari');
    const behindChanges = recordOf(`## Included features\n\n- **A public change.** With text.\n\n${text}\n`);
    expect(behindChanges).toContain('A public change');
    expect(behindChanges).not.toContain('kanari');
  });

  test.each(Object.entries(notes))(
    '%s, inside of an item, a cell, a field and a section that is opted in',
    (_, text) => {
      const indented = text.replace(/^(?=.)/gm, '  ');
      const inItem = recordOf(
        `## Included features\n\n- **A public change.** With text.\n\n${indented}\n- Next\n`,
      );
      expect(inItem).toContain('A public change');
      expect(inItem).not.toContain('kanari');
      const opted = recordOf(
        `## Product overview\n\nA public text.\n\n${text}\n`,
        'publish: [Product overview]',
      );
      expect(opted).toContain('A public text.');
      expect(opted).not.toContain('kanari');
      const item = publishAll([], [`---\ntitle: T\n---\n\n## Problem\n\nA public text.\n\n${text}\n`]);
      expect(item).toContain('A public text.');
      expect(item).not.toContain('kanari');
    },
  );
});

describe('does not publish of items', () => {
  test.each([
    [
      'a label of a label',
      '## Included features\n\n- **A public one.** Text.\n  - Detail\n    - Internal: kanari',
    ],
    [
      'a label that no reader knows',
      '## Known issues\n\n- **A public one.** Text.\n  - Internal only: kanari',
    ],
    ['a cell', '## Bug fixes\n\n| Fix | Text |\n| - | - |\n| A public one | Internal: kanari |'],
    ['a row', '## Bug fixes\n\n| Fix | Text |\n| - | - |\n| A public one | x |\n| Internal: y | kanari |'],
    ['a line of the text', '## Included features\n\n- **A public one.** Text.\n  Internal: kanari'],
    [
      'a toggle with a list in a list',
      '## FAQ\n\n<details><summary>A public one?</summary>\n\nText\n\n- a\n  - Internal: kanari\n\n</details>',
    ],
    ['an answer', '## FAQ\n\nQ: A public one?\nA: Because.\nInternal: kanari'],
    ['whom a step concerns', '## Before you upgrade\n\n1. A public one.\n   - Who: Internal: kanari'],
    [
      'code below a label',
      '## Included features\n\n- **A public one.** Text.\n\n  Owner: run this:\n\n  ```\n  kanari\n  ```',
    ],
    [
      'a list below a label',
      '## Included features\n\n- **A public one.** Text.\n\n  Tickets:\n\n  - kanari\n  - more',
    ],
    ['the owner of a step', '## Before you upgrade\n\n1. A public one.\n   - Owner: kanari'],
    [
      'an address behind that of a file',
      '## Downloads\n\n- [A public one](https://a.example/a.zip) or [inside](https://b.example/kanari)',
    ],
    [
      'notes of a part',
      '## Components\n\n| Component | Version | Notes |\n| - | - | - |\n| A public one | 1.0 | Internal: kanari |',
    ],
    ['a label of a part', '## Components\n\n- A public one 1.0 → 1.1\n  - Internal: kanari'],
    ['a criterion', '## Inclusion criteria\n\n- A public one\n- Internal: kanari'],
    ['a reason', '## Inclusion criteria\n\n- A public one\n  - Internal: kanari'],
    ['the reason of an exclusion', '## Exclusion criteria\n\n- A public one\n  - Reason: Internal: kanari'],
    ['a bullet of a wave', '## Waves\n\n- A public one: 5 %\n  - Ask kanari first.'],
    ['a note of a wave', '## Waves\n\n- A public one: 5 %\n  - Internal: kanari'],
    ['a line of a wave', '## Waves\n\n- A public one: 5 %\n  Internal: kanari'],
    [
      'an effect',
      '## Maintenance window\n\n- Start: 2026-12-01 10:00\n- End: 2026-12-01 11:00\n- Impact: A public one.\n  - Internal: kanari',
    ],
  ])('%s', (_, body) => {
    const record = recordOf(`${body}\n`);
    expect(record).toContain('A public one');
    expect(record).not.toContain('kanari');
  });

  test('what a validation report keeps inside that is opted in', () => {
    const body = '## Validation\n\nA public text.\n\nInternal: kanari\n';
    const record = recordOf(body, 'publish: [Validation]');
    expect(record).toContain('A public text.');
    expect(record).not.toContain('kanari');
  });
});

describe('does not publish of fields', () => {
  const without = (key: string) =>
    front
      .split('\n')
      .filter((line) => !line.startsWith(`${key}:`))
      .join('\n');
  const withField = (field: string, body = '## Summary\n\nA.\n') =>
    publishAll([planOf(`---\n${without(field.split(':', 1)[0] as string)}\n${field}\n---\n\n${body}`)]);

  test.each([
    ['title: "Public <!-- kanari -->"', 'title: Public\n'],
    ['title: "Public {>> kanari <<}"', 'title: Public\n'],
    ['title: "Public (internal: kanari)"', 'title: Public\n'],
    ['title: "[Public](https://www.notion.so/kanari)"', 'title: Public\n'],
    ['channel: "beta <!-- kanari -->"', 'channel: beta\n'],
    ['version: "1.0 <!-- kanari -->"', "version: '1.0'"],
  ])('%s', (field, line) => {
    const record = withField(field);
    expect(record).toContain(line);
    expect(record).not.toContain('kanari');
  });

  test('the title that a heading gives', () => {
    const body = `# Public <!-- kanari --> (internal: kanari)\n\n## Summary\n\nA.\n`;
    const record = publishAll([planOf(`---\n${without('title')}\n---\n\n${body}`)]);
    expect(record).toContain('title: Public\n');
    expect(record).not.toContain('kanari');
  });

  test('a comment of YAML that is none in a text of several lines, and says so', () => {
    const plan = planOf(`---\n${front}\nsummary: |\n  Public.\n  # kanari\n\n  More.\n---\n`);
    expect(publishAll([plan])).toContain('summary: |-\n  Public.\n\n  More.\n');
    expect(messagesOf(plan)).toContain(
      'RP140 9:1 Unexpected `#` at the beginning of a line in a text of several lines, expected words for readers',
    );
  });

  test.each([
    ['a folded text', 'summary: >\n  Public.\n  # kanari\n  More.', 'Public.'],
    [
      'a folded text that goes farther to the right',
      'summary: >-\n  Public.\n      # kanari\n  More.',
      'Public.',
    ],
    ['a folded text that begins so', 'summary: >\n  # kanari\n  Public.', 'Public.'],
    ['a text in quotation marks', 'summary: "Public.\n  # kanari\n  More."', 'Public.'],
    ['a text in simple ones', "summary: 'Public.\n  # kanari\n  More.'", 'Public.'],
  ])('a comment of YAML that is none in %s, and says so', (_, field, kept) => {
    const plan = planOf(`---\n${front}\n${field}\n---\n`);
    const record = publishAll([plan]);
    expect(record).toContain(kept);
    expect(record).not.toContain('kanari');
    expect(messagesOf(plan).join()).toContain('RP140 9:1 Unexpected `#` at the beginning of a line');
  });

  test('lines with a comment of YAML in them, and says so', () => {
    const plan = planOf(`---\n${front.replace('title: T', 'title: >\n  Public\n  # kanari')}\n---\n`);
    expect(publishAll([plan])).not.toContain('kanari');
    expect(messagesOf(plan)[0]).toBe('RP121 2:1 Unexpected line `# kanari` as title, expected one line');
    const text = '---\ntitle: |\n  Public\n  # kanari\n---\n\n## Problem\n\nP.\n';
    const item = parseInitiative(readMarkdown('roadmap/x.md', new TextEncoder().encode(text)), 'x', {
      site: testSite,
    });
    expect(messagesOf(item)[0]).toBe('RP121 Unexpected line `# kanari` as title, expected one line');
    expect(publishAll([], [text])).not.toContain('kanari');
  });

  test('but what looks like a comment behind words, and says that it does', () => {
    const messages = (summary: string) =>
      messagesOf(planOf(`---\n${front}\nsummary: ${summary}\n---\n`)).filter((each) =>
        each.startsWith('RP145'),
      );
    for (const summary of ['|\n  Public. # ask Sales', '|\n  Public.\n  #ask Sales', '"Public. # ask Sales"'])
      expect(messages(summary), summary).toEqual([
        'RP145 9:1 Doubtful `#` before “ask Sales”, which begins no comment in a text of several lines or in quotation marks',
      ]);
    for (const summary of [
      '|\n  #12 is done',
      '|\n  In C# and F#',
      '|\n  Run:\n\n      # a',
      '|\n  Item # 12',
    ])
      expect(messages(summary), summary).toEqual([]);
  });

  test.each([
    ...['Included features', 'Known issues', 'Before you upgrade', 'FAQ', 'Components', 'Inclusion criteria'],
    'Exclusion criteria',
  ])('who does it and where it is followed, of items of %s', (section) => {
    for (const label of [
      'Owner',
      'Assignee',
      'DRI',
      'Ticket',
      'Jira',
      'User story',
      'Epics',
      'Requested by',
    ]) {
      expect(recordOf(`## ${section}\n\n- **Kept.** Text 1.2.\n  - ${label}: kanari\n`), label).not.toContain(
        'kanari',
      );
      expect(
        recordOf(`## ${section}\n\n| Name | ${label} |\n| - | - |\n| Kept 1.2 | kanari |\n`),
      ).not.toContain('kanari');
    }
  });

  test('anything of a public plan whose title is a note, and says so', () => {
    const plan = planOf(`---\n${front.replace('title: T', 'title: "Internal: kanari"')}\n---\n`);
    expect(publishAll([plan])).not.toContain('kanari');
    expect(messagesOf(plan)[0]).toBe(
      'RP121 2:1 Unexpected `Internal: kanari` as title, which is a note for those inside, expected words for readers',
    );
    // Inside, a plan may be called so.
    const inside = planOf('---\ntitle: "Confidential: the move"\nvisibility: internal\n---\n');
    expect(inside.fields.title).toBe('Confidential: the move');
    expect(messagesOf(inside).join()).not.toContain('RP121');
  });

  test('of roadmap items: comments in the title, in the heading and in the reason', () => {
    const items = [
      '---\ntitle: "Public <!-- kanari -->"\n---\n\n## Problem\n\nP.\n\nInternal: kanari\n',
      '# Public <span hidden>kanari</span>\n\n## Problem\n\nP.\nInternal: kanari\n',
    ];
    for (const item of items) {
      const record = publishAll([], [item]);
      expect(record).toContain('title: Public\n');
      expect(record).not.toContain('kanari');
    }
    const text = '---\ntitle: T\ndropped: "Too few asked. <!-- kanari -->"\n---\n';
    const document = readMarkdown('roadmap/x.md', new TextEncoder().encode(text));
    expect(parseInitiative(document, 'x', { site: testSite }).dropped).toBe('Too few asked.');
  });
});

describe('publishes', () => {
  test.each([
    ['a quote', '> Internally, tills talk Greek.'],
    ['words that begin alike', '> International prices'],
    ['a word that is internal further on', '> An internal server error'],
    ['arrows and signs', 'a \\--> b \\<- c'],
    ['code with a comment', '```html\n<!-- kept -->\n```'],
    ['a comment in code', 'Write `<!-- kept -->` there'],
    ['a sub-heading', '### Kept\n\nkept'],
    ['a heading in another script', '### Риски\n\nkept'],
    ['a footnote', 'Fast[^1]\n\n[^1]: kept'],
    ['a footnote of a footnote', 'Fast[^1]\n\n[^1]: kept[^2]\n\n[^2]: kept too'],
    ['a link', '[kept](https://a.example/kept "kept")'],
    ['a reference', 'See [kept][g]\n\n[g]: https://a.example/kept'],
    ['a picture', '![kept](/images/kept.png "kept")'],
    ['a paragraph about what is internal', 'Internal links kept'],
    ['a bold line', '**What is kept**\nkept'],
    [
      'a bold line behind a bold line that is internal',
      '**What is kept**\n\n**Risks**\n\nx\n\n**Kept**\n\nkept',
    ],
    ['shares', '100%% kept, 50%% not'],
    ['a lock before words for all', '🔒 Passwords are kept safe'],
    ['a flag', 'kept in \u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
    ['letters that are joined', 'kept 👩‍🚀, می‌خواهم'],
    ['a number with a hash', '#12 is kept'],
    ['a heading of another word', '### Disks\n\nkept'],
    ['a word in brackets that is no note', 'Links (internal) are kept'],
    ['a word of a sentence that is no note', 'There are two. Internal links are kept.'],
    ['a word for young people at work', 'An intern: kept'],
    ['what is confidential by name', '### Confidential computing\n\nkept'],
    ['an expression of a template', 'Write `{% if a %}` or {% if a %}, kept'],
    ['a number with a hash in braces', '{#12} is kept'],
    ['two dashes in braces', '{--force} is kept'],
    ['an address of three slashes', '///kept is no box'],
  ])('%s', (_, text) => {
    const record = recordOf(`## Summary\n\n${text}\n`);
    expect(record).toMatch(/kept|Greek|International|server error|-->/);
    const plan = planOf(`---\n${front}\n---\n\n## Summary\n\n${text}\n`);
    expect(plan.values.summary?.replace(/\\(?=[^\w\s])/g, '')).toContain(
      text
        .split('\n')[0]
        ?.replace(/^#+ |\\|\[g\]/g, '')
        .slice(0, 8),
    );
  });

  test('a wave of those inside, by its name', () => {
    expect(recordOf('## Waves\n\n- Internal: 1 %\n- Beta: 5 %\n')).toMatch(/name: 'Internal: 1 %'/);
    expect(recordOf('## Waves\n\n| Wave | Share |\n| - | - |\n| Internal | 1 % |\n')).toContain(
      'name: Internal\n',
    );
  });

  test('a percentage in a formula', () => {
    expect(recordOf('## Summary\n\n$$\n10\\% kept % gone\n$$\n')).toContain('10\\% kept \n');
  });

  test('the rows of a table with a lock before words for all', () => {
    const table = '| a | b |\n| - | - |\n| 🔒 | kept safe |';
    expect(recordOf(`## Summary\n\n${table}\n`)).toContain('kept safe');
  });

  test('what stands under a heading in a comment as what it is', () => {
    expect(recordOf('## Summary\n\nA.\n\n## Risks\n\n<!-- <h2>Summary</h2> -->\n\nkanari\n')).not.toContain(
      'kanari',
    );
    expect(recordOf('## Summary\n\nA.\n\n<!-- <h2>Risks</h2> -->\n\nkept\n')).toContain('kept');
  });

  test('what an element of a line holds that has the word in its address', () => {
    expect(recordOf('## Summary\n\n<a href="https://a.example/internal/">kept</a>\n')).toContain('kept');
  });

  test('what stands behind a note, a toggle, a comment and a part that is internal', () => {
    for (const [name, text] of Object.entries(notes)) {
      if (name.endsWith('without an end') || name.endsWith('lazily')) continue;
      expect(recordOf(`## Summary\n\nFirst.\n\n${text}\n\n## Highlights\n\nSecond.\n`), name).toContain(
        'Second.',
      );
      if (!name.includes('item')) {
        expect(recordOf(`## Summary\n\nFirst.\n\n${text}\n\nSecond.\n`), name).toContain('Second.');
      }
    }
    const changes = recordOf(
      '## Included features\n\n### One\n\nText.\n\n### Internal notes\n\nkanari\n\n#### More\n\nkanari\n\n### Two\n\nText.\n',
    );
    expect(changes).toContain('title: Two');
    expect(changes).not.toContain('kanari');
  });

  test('what a toggle shows that is not internal, with its title', () => {
    const toggle = '<details>\n<summary>More</summary>\n\nkept\n\n</details>';
    expect(parseRelease(recordOf(`## Summary\n\n${toggle}\n`)).summary).toBe(toggle);
    // One that never ends is no toggle.
    expect(parseRelease(recordOf('## Summary\n\n<details><summary>More</summary>\n\nkept\n')).summary).toBe(
      '**More**\n\nkept',
    );
  });
});

describe('tells the author', () => {
  const messages = (text: string) => messagesOf(planOf(`# T\n\n## Summary\n\nFirst.\n\n${text}\n`));

  test('of a comment and of HTML that never end', () => {
    expect(messages('Text <!-- a')).toEqual([
      'RP140 7:1 Unexpected `<!--` without an end, expected `-->` below it',
    ]);
    expect(messages('<details><summary>Internal</summary>\n\nx')).toEqual([
      'RP140 7:1 Unexpected `<details>` without an end, expected `</details>` below it',
    ]);
  });

  test('of a heading that keeps its text inside, and asks whether that was meant', () => {
    const plan = (heading: string) =>
      planOf(`# T\n\n## Included features\n\n### ${heading}\n\nx\n`).file.messages;
    for (const heading of ['Internal', 'Internal: x', 'Internal notes', '🔒 x', 'INTERNAL ONLY']) {
      expect(plan(heading).map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([['RP102', undefined]]);
    }
    const [asked] = plan('Internal links open faster');
    expect(asked?.fatal).toBe(false);
    expect(asked?.reason).toBe(
      'Unexpected heading “Internal links open faster”, which keeps everything under it internal',
    );
  });
});
