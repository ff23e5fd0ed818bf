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
