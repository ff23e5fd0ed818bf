import { describe, expect, it } from 'vitest';
import { parseInitiative } from '../../src/plan/initiative.ts';
import { readMarkdown } from '../../src/sources/markdown.ts';
import { messagesOf, planOf, testSite } from '../plans.ts';

const summaryOf = (markdown: string) => planOf(`# T\n\n## Summary\n\n${markdown}\n`);

describe('internal notes in a public section', () => {
  it.each([
    '> **Internal:** the contract is not signed.\n> More of it.',
    '> internal – not signed',
    '> 🔒 not signed',
    '> 🔒️ not signed',
    '> [!INTERNAL]\n> not signed',
    '> I\u200Bnternal: not signed',
    '<!-- not signed -->',
    '<!--\nnot signed\n-->',
    '<details>\n<summary>Internal</summary>\n\nnot signed\n\n</details>',
    '<details><summary>🔒 Why</summary>\n\n- not signed\n\n<details><summary>More</summary>\n\nnot signed\n\n</details>\n\n</details>',
    '- Point\n\n  > Internal: not signed',
  ])('go with everything under them: %j', (note) => {
    const plan = summaryOf(`Before.\n\n${note}\n\nAfter.`);
    expect(plan.values.summary).toContain('Before.');
    expect(plan.values.summary).toContain('After.');
    expect(JSON.stringify(plan.values)).not.toContain('signed');
    expect(plan.sections[0]?.text).not.toContain('signed');
  });

  it('that are never closed take everything to the end of the section', () => {
    const plan = summaryOf(
      'Before.\n\n<details><summary>Internal</summary>\n\nnot signed\n\n## Risks\n\nNone',
    );
    expect(plan.values.summary).toBe('Before.');
  });

  it('go out of items and fields as well', () => {
    const plan = planOf(
      '---\ntitle: T\nsummary: "Good. <!-- not signed -->"\n---\n\n## Bug fixes\n\n- **Fixed.** It works.\n  > Internal: not signed\n- Next\n  <!-- not signed -->\n',
    );
    expect(JSON.stringify([plan.fields, plan.values])).not.toContain('signed');
    expect(plan.values.fixes?.map((change) => change.title)).toEqual(['Fixed', 'Next']);
  });

  it('are not seen in words that only begin alike', () => {
    expect(summaryOf('> Internally, tills talk Greek.').values.summary).toBe(
      '> Internally, tills talk Greek.',
    );
    expect(summaryOf('> International prices').values.summary).toBe('> International prices');
  });

  it('do not let what sets us apart out of a section that may become public', () => {
    const plan = planOf('# T\n\n## Value proposition\n\nFast.\n\nDifferentiation: cheaper than Contoso.\n');
    expect(plan.sections[0]?.text).toBe('Fast.');
  });
});

describe('hostile text', () => {
  it('loses HTML, and its author is told where', () => {
    const plan = summaryOf(
      'Hello <script>alert(1)</script> world.\n\n<iframe src="https://x.example"></iframe>',
    );
    expect(plan.values.summary).toBe('Hello world.');
    expect(messagesOf(plan)).toEqual([
      'RP140 5:7 Unexpected HTML `<script>`, expected Markdown',
      'RP140 7:1 Unexpected HTML `<iframe src="https://x.example"></iframe>`, expected Markdown',
    ]);
  });

  it('loses the comments of a diagram, and not what sets it up', () => {
    const code = (text: string) => summaryOf(`\`\`\`mermaid\n${text}\n\`\`\``).values.summary;
    expect(code('%%{init: {}}%%\n%% not yet\ngraph TD\n  %% nor this\n  a --> b %% c')).toBe(
      '```mermaid\n%%{init: {}}%%\ngraph TD\n  a --> b %% c\n```',
    );
  });

  it('loses links into a company’s own network, and addresses there', () => {
    const plan = summaryOf(
      'See [the plan](https://jira.corp.internal/x), https://wiki.intranet/x/ and [this](https://a.corp.example).',
    );
    expect(plan.values.summary).toBe('See the plan, and [this](https://a.corp.example).');
    expect(messagesOf(plan)).toEqual([
      'RP141 5:5 Unexpected link into your own network behind “the plan”, expected a public page',
      'RP141 5:47 Unexpected link into your own network behind “https://wiki.intranet/x/”, expected a public page',
    ]);
  });

  it.each([
    '[go](javascript:alert(1))',
    '[go](JaVaScRiPt:alert(1))',
    '[go](<java&#10;script:alert(1)>)',
    '[go](data:text/html,x)',
    '[go](vbscript:x)',
    '[go](//evil.example/x)',
    '[go](file:///etc/passwd)',
    '[go][ref]\n\n[ref]: javascript:alert(1)',
  ])('keeps only the words of a link that leads elsewhere: %s', (link) => {
    const plan = summaryOf(`Please ${link}`);
    expect(plan.values.summary).toBe('Please go');
    expect(messagesOf(plan)).toEqual([expect.stringMatching(/^RP141 5:8 Unexpected link to `.*`, expected/)]);
  });

  it.each([
    ['http://wiki/a', 'a network'],
    ['http://10.1.2.3/a', 'a network'],
    ['http://0x0a000001/a', 'a network'],
    ['http://172.16.0.1/', 'a network'],
    ['http://172.31.0.1/', 'a network'],
    ['http://[fd00::1]/', 'a network'],
    ['http://[::ffff:10.0.0.1]/', 'a network'],
    ['https://a.lan/', 'a network'],
    ['https://a.corp./', 'a network'],
    ['https://a.internal/', 'a network'],
    ['http://jira.acme.local/', 'a network'],
    ['http://jira.corp.local./', 'a network'],
    ['http://jira.corp.local.example/', 'everybody'],
    ['http://grafana.svc.cluster.local/', 'everybody'],
    ['http://localhost:3000/', 'everybody'],
    ['http://printer.local/', 'everybody'],
    ['http://192.168.1.1/', 'everybody'],
    ['http://172.32.0.1/', 'everybody'],
    ['http://172.15.0.1/', 'everybody'],
    ['http://110.0.0.1/', 'everybody'],
    ['https://10.example/', 'everybody'],
    ['https://a.corp.example/', 'everybody'],
    ['https://user@a.example/', 'everybody'],
    ['mailto:a@wiki', 'everybody'],
    ['https://user:secret@a.example/', 'nobody'],
  ])('knows that %s is for %s', (url, whom) => {
    const plan = summaryOf(`See [the page](${url}).`);
    expect(plan.values.summary).toBe(whom === 'everybody' ? `See [the page](${url}).` : 'See the page.');
    expect(messagesOf(plan)).toEqual(
      whom === 'everybody'
        ? []
        : [
            whom === 'nobody'
              ? 'RP141 5:5 Unexpected password in the address of a link, expected a public page'
              : 'RP141 5:5 Unexpected link into your own network behind “the page”, expected a public page',
          ],
    );
  });

  it('keeps no link into Notion', () => {
    const plan = summaryOf(
      'See [the plan](https://www.notion.so/acme/Secret-123) and <https://acme.notion.site/x>.',
    );
    expect(plan.values.summary).toBe('See the plan and .');
    expect(messagesOf(plan).map((message) => message.slice(0, 10))).toEqual(['RP141 5:5 ', 'RP141 5:59']);
  });

  it.each([
    ['a paragraph behind a lock', '🔒 Passwords are safe', 1],
    ['an item behind a lock', '- **🔒 Passwords** are safe', 1],
    ['a cell behind a lock', '| a |\n| - |\n| 🔐 kept safe |', 1],
    ['a paragraph that speaks of a note', 'Internal only, the Danes wait.', 1],
    ['a line of code', '```js\nkept();\n// Internal: safe\n```', 1],
    ['code without such a line', '```js\nkept(); // Internal: safe\n```', 0],
    ['a lock behind a word', 'Passwords are safe 🔒', 0],
    ['an item with a label', '- Faster\n  - Internal queue: safe', 1],
    ['a line that names a section', 'Risks:\n\n- safe', 1],
    ['a line that names a public section', 'Highlights:\n\n- safe', 0],
    ['a word that is no note', 'Internal links open faster', 0],
    ['what stays inside', 'A\n\n> 🔒 b\n\nInternal: c\n\n```\nInternal: f\n```\n\n### 🔒 D\n\n🔒 e', 0],
  ])('says of %s that it is published', (_, text, count) => {
    const plan = summaryOf(text);
    const found = messagesOf(plan).filter((message) => message.startsWith('RP145'));
    expect(found).toHaveLength(count);
    if (count > 0) expect(plan.values.summary).toMatch(/safe|Danes/);
  });

  it.each([
    ['- **Internal rollout plan.** safe', 'an item'],
    ['**Internal rollout plan.** safe', 'a paragraph'],
    ['### Interner Plan\n\nsafe', 'a part'],
    ['- **Interner Plan.** safe', 'an item'],
    ['TODO: safe', 'a paragraph'],
    ['TODO safe', 'a paragraph'],
    ['Words.\nFixme: safe', 'a paragraph'],
    ['INTERNAL do not tell anybody: safe', 'a paragraph'],
    ['- Words\n  CONFIDENTIAL words: safe', 'an item'],
    ['Words. Owner: safe', 'the rest of its line'],
    ['Words.\n**Words** and words, owner: safe', 'the rest of its line'],
    ['- Words (owner: safe)', 'the rest of its line'],
    ['- Words – owner: safe', 'the rest of its line'],
    ['- Owner:Jane is safe', 'the rest of its line'],
    ['> Owner: safe', 'a quote'],
    ['| a |\n| - |\n| Words. Owner: safe |', 'the rest of its line'],
    ['- [Draft] safe', 'an item'],
    ['- Words\n\n  WIP – safe', 'a paragraph'],
    ['> Private: safe', 'a quote'],
    ['> Interner Hinweis an alle: safe', 'a quote'],
    ['**Risks.** safe', 'a paragraph'],
    ['- **Risks** – safe', 'an item'],
    ['### Approvals: safe\n\nsafe', 'a part'],
    ['### Private notes\n\nsafe', 'a part'],
    ['Words, internal: safe', 'a paragraph'],
    ['- Words for internal use: safe', 'an item'],
    ['| a |\n| - |\n| Note to self: safe |', 'a cell'],
    ['*Not for the public:* safe', 'a paragraph'],
    ['Embargoed until 5 May: safe', 'a paragraph'],
    ['下書き：safe', 'a paragraph'],
    ['### Entwurf: safe\n\nsafe', 'a part'],
    ['### Open questions\n\nsafe', 'a part'],
    ['**Meeting notes**\n\nsafe', 'a paragraph'],
    ['- Acceptance criteria: safe', 'an item'],
    ['Decision: safe', 'a paragraph'],
    ['Note for support: safe', 'a paragraph'],
    ['Restricted: safe', 'a paragraph'],
    ['> Under NDA safe', 'a quote'],
    ['> Embargoed until May. safe', 'a quote'],
    ['> Never share it. safe', 'a quote'],
  ])('says of %j that %s is published', (text, what) => {
    const plan = summaryOf(text);
    const found = plan.file.messages.filter(({ ruleId }) => ruleId === 'RP145');
    expect(found.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(`^Doubtful mark before “[^”]+”, which does not keep ${what} internal$`),
    ]);
    expect(plan.values.summary).toContain('safe');
  });

  it.each([
    'Todo lists can be sorted',
    '**Draft releases** stay',
    'Private rooms: two of them',
    'INTERNAL_ERROR is told',
    'Internal do not tell anybody',
    'Words.\nOwner: Jane',
    '- Words.\n  Owner: Jane',
    '- Owner: Jane\n- Words',
    '> Benefit: twice as fast',
    '- Secret keys turn',
    'TODO-lists sort',
    '**International prices.** All',
    'Team calendars: new',
    'Decisions are kept',
    '**Meeting notes** are kept',
    'Under embargoes',
    'Open questions are answered: all',
    '- An internal error is told',
    '- Internal links open faster',
    '| Date |\n| - |\n| TBD |',
  ])('says nothing of %j', (text) => {
    expect(messagesOf(summaryOf(text))).toEqual([]);
  });

  it('says of changes, not of rows of prose or of waves, that they begin with the word', () => {
    const table = (head: string) => `| ${head} | Text |\n| - | - |\n| Internal plan | safe |\n`;
    const told = (body: string) =>
      messagesOf(planOf(`# T\n\n${body}`)).filter((message) => message.startsWith('RP145'));
    expect(told(`## Included features\n\n${table('Title')}`)).toEqual([
      'RP145 7:1 Doubtful mark before “Internal plan”, which does not keep a row internal',
    ]);
    expect(told('## Included features\n\n- Internal plan\n')).toEqual([
      'RP145 5:3 Doubtful mark before “Internal plan”, which does not keep an item internal',
    ]);
    expect(told(`## Summary\n\n${table('Title')}`)).toEqual([]);
    expect(told('## Waves\n\n- **Internal users.** 1 %\n')).toEqual([]);
  });

  it('says it of the title of a public plan alone, and of sections that are opted in alone', () => {
    const told = (front: string) =>
      planOf(`---\n${front}\n---\n\n## Product overview\n\nTODO: safe\n`).file.messages.flatMap(
        ({ ruleId, reason, note }) => (ruleId === 'RP145' ? [`${reason}. ${note}`] : []),
      );
    expect(told('title: "WIP: faster tills"\nvisibility: internal')).toEqual([]);
    expect(told('title: "WIP: faster tills"\nvisibility: public')).toEqual([
      'Doubtful mark before “WIP: faster tills”, which does not keep a title internal. Readers see it. To keep the whole plan inside, write `visibility: internal`.',
    ]);
    expect(told('title: Internal plan\nvisibility: public')).toHaveLength(1);
    expect(told('title: T\nvisibility: public\npublish: [Product overview]')).toHaveLength(1);
  });

  it('says it of roadmap items', () => {
    const text = '---\ntitle: "Draft: T"\n---\n\n## Problem\n\nTODO: safe\n';
    const document = readMarkdown('roadmap/x.md', new TextEncoder().encode(text));
    expect(messagesOf(parseInitiative(document, 'x', { site: testSite }))).toEqual([
      'RP145 Doubtful mark before “Draft: T”, which does not keep a title internal',
      'RP145 7:1 Doubtful mark before “TODO: safe”, which does not keep a paragraph internal',
    ]);
  });

  it('asks no other host for a picture', () => {
    const plan = summaryOf(
      '![map](https://tracker.example/p.png) ![own](/images/map.png) ![up](/../../etc/x.png)',
    );
    expect(plan.values.summary).toBe(
      '[map](https://tracker.example/p.png) ![own](/images/map.png) [up](/../../etc/x.png)',
    );
    expect(messagesOf(plan).map((message) => message.slice(0, 10))).toEqual(['RP142 5:1 ', 'RP142 5:63']);
  });

  it('is only worth a word where readers may see it', () => {
    expect(messagesOf(planOf('# T\n\n## Risks\n\n- Late <b>delivery</b>\n'))).toEqual([]);
  });
});

describe('references', () => {
  it('become plain links, so that a section stands on its own', () => {
    const plan = planOf(
      '# T\n\n## Summary\n\nSee [the guide][g] and [g].\n\n## Risks\n\nNone\n\n[g]: https://a.example/g\n',
    );
    expect(plan.values.summary).toBe('See [the guide](https://a.example/g) and [g](https://a.example/g).');
  });

  it('without a definition are text', () => {
    expect(summaryOf('See [the guide] and [x][nowhere].').values.summary).toMatch(/See \\?\[the guide\\?\]/);
  });

  it('to footnotes stay with their notes, and go without', () => {
    const plan = planOf(
      '# T\n\n## Summary\n\nFast[^1] and safe[^2].\n\n[^1]: Two seconds.\n\n## Risks\n\nLate\n\n[^2]: Elsewhere.\n',
    );
    expect(plan.values.summary).toBe('Fast[^1] and safe.\n\n[^1]: Two seconds.');
  });
});
