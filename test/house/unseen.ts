import { renderInitiative, renderRelease } from '../../src/documents/public/record-file.ts';
import { type Change, type Release, ReleaseSchema } from '../../src/release/release.ts';

/** A site below a path, in colours, faces and words of its own, with what no demo would show: as files by their path. */
export function unseenSite(): Record<string, string> {
  return Object.fromEntries([
    ['site.yaml', SETTINGS],
    ...releases.map((release) => [`releases/${release.product}/${release.id}.yaml`, renderRelease(release)]),
    [
      'releases/_initiatives/far.yaml',
      renderInitiative({
        id: 'far',
        title: 'Far',
        horizon: 'later',
        outcome: 'Somebody gets there.',
        product: 'till',
      }),
    ],
  ]);
}

const SETTINGS = `name: Kiosk
url: https://example.com/updates/
locale: en
products:
  - { id: till, name: Till }
  - { id: shelf, name: Shelf with a name that is long enough to wrap on every phone }
look: { hue: 20, font: sans, logo: /favicon.svg }
strings:
  changelog: What is new
  groups.added: Added
  countOfReleases: '{1} release | {1} releases in all'
roadmap: { dates: never }
links: { feedback: 'https://example.com/say/' }
`;

/** Everything that a text can hold. */
export const everything = `A paragraph with **bold**, *italic*, ~~gone~~, \`code\` and a [link](https://example.com/), and a long word: ${'Donaudampfschifffahrtsgesellschaft'.repeat(3)}.

### A heading

- one
  - inside one
    1. numbered
    2. again
- two

- [x] a task that is done
- [ ] a task that is not

| Plan | Price | A column that is long enough to need room |
| :--- | ---: | --- |
| Small | 1.00 | \`a.b.c\` |
| Large | 12,000.00 | ${'wide '.repeat(12)} |

\`\`\`ts
// A client that waits its turn
const client = new Kiosk({ key: 'abc', retries: 3 });
await client.orders.list({ after: null });
\`\`\`

\`\`\`diff
- GET /v2/orders
+ GET /v3/orders?after=${'x'.repeat(90)}
\`\`\`

> A quote of two lines
> with its second line.

> [!NOTE]
> Something to know.

> [!WARNING]
> Save first.

![The till in the light](/favicon.svg#light "The till, as it stands by the door") ![The till in the dark](/favicon.svg#dark)

[A film](https://example.com/film.mp4), a footnote[^1], and x² + y² = z².

[^1]: Set small.

<details>HTML is shown as it was typed</details>
`;

const changes = (count: number): Change[] =>
  Array.from({ length: count }, (_, place) => ({
    id: `change-${place}`,
    kind: (['added', 'changed', 'fixed', 'security', 'deprecated', 'removed'] as const)[place % 6] ?? 'fixed',
    title: `Change number ${place} of \`module.${place}\``,
    ...(place % 5 === 0 ? { text: `It does **${place}** things.` } : {}),
    ...(place % 40 === 0 ? { breaking: true as const } : {}),
    ...(place % 80 === 0 ? { action: 'Look at it.' } : {}),
  }));

const releases: Release[] = [
  {
    id: 'everything',
    title: 'Everything that a text can hold',
    product: 'till',
    version: '3.0.0',
    status: 'released',
    released: '2026-05-07',
    summary: 'One of each.',
    upgrade: [
      { text: 'Save your work.' },
      { text: 'Restart the till.', who: 'Shops' },
      { text: 'Look at the lamp.' },
    ],
    highlights: everything,
    changes: [
      { id: 'first', kind: 'added', title: 'Text in a change', text: everything },
      {
        id: 'wide',
        kind: 'added',
        title: `\`${'wide.'.repeat(40)}\` and ${'Donaudampfschifffahrt'.repeat(9)}`,
      },
    ],
    faq: [
      { question: 'Does it hurt?', answer: 'No.' },
      { question: 'Is it long?', answer: 'A little.' },
    ],
    extras: [
      {
        key: 'objectives',
        heading: 'Objectives',
        text: '- **One.**\n  - Metric: a\n- **Two.**\n  - Metric: b',
      },
    ],
  },
  {
    id: 'many',
    title:
      'Two hundred changes in one release, whose title alone is so long that it needs three lines on every screen that a reader may hold',
    product: 'till',
    version: '2026.05.07-nightly.20260507T031500Z.build.1234567890+sha.abcd',
    status: 'rolling out',
    stage: 'beta',
    released: '2026-05-01',
    changes: changes(200),
    knownIssues: [{ id: 'stuck', title: `\`Till.drawer.openFully(${'wait'.repeat(12)})\` is stuck` }],
    components: [{ name: 'till-driver', from: `2.9.0-${'nightly.'.repeat(5)}1`, to: '3.0.0' }],
    waves: [
      { name: 'Staff', state: 'done', share: 1 },
      { name: 'Everybody', state: 'running', share: 40 },
    ],
  },
  {
    id: 'none',
    title: 'Nothing to see',
    product: 'till',
    version: '2.9.0',
    status: 'released',
    released: '2026-04-01',
  },
  {
    id: 'arabic',
    title: 'إصدار جديد للمتاجر',
    product: 'till',
    version: '2.8.0',
    status: 'released',
    locale: 'ar',
    released: '2026-03-01',
    summary: 'يمكن للمتاجر الآن طباعة الإيصالات من الهاتف مع خيار `receipt.print`.',
    changes: [{ id: 'ar', kind: 'added', title: 'طباعة الإيصالات', text: 'من الهاتف مباشرة.' }],
  },
  {
    id: 'name',
    title: 'A version that is a name',
    product: 'shelf',
    version: 'Bandana',
    status: 'yanked',
    reason: 'It fell.',
    released: '2026-02-01',
    changes: [{ id: 'a', kind: 'fixed', title: 'It stands' }],
  },
  {
    id: 'late',
    title: 'Late',
    product: 'shelf',
    status: 'delayed',
    reason: 'The screws were lost.',
    expected: '2026-Q4',
  },
].map((release) => ReleaseSchema.parse(release));
