import fc from 'fast-check';
import { renderInline } from '../../../src/plan/markdown.ts';
import type { FormValues, PlanFields, PlanValues } from '../../../src/plan/plan.ts';
import { type SectionForm, type SectionKey, sections } from '../../../src/plan/sections.ts';
import { announcementStates, materialStates } from '../../../src/plan/launch.ts';
import { decisions, raciLetters } from '../../../src/plan/teamwork.ts';
import { statuses, stages, waveStates } from '../../../src/release/vocabulary.ts';

/** Plans as their authors may mean them, with texts that are full of what Markdown and YAML could misread. */

const word = fc.constantFrom(
  ...[
    'alpha',
    'Beta',
    'gamma',
    'Ölpreis',
    '東京',
    'العربية',
    'don’t',
    '#5',
    '*',
    '_x_',
    '`y`',
    '<b>',
    '&amp;',
    '[z]',
  ],
  ...['|', '~~', '1.', 'a*b', '!', '\\', '"q"', "it's", '{x}', '=', '^', '@me', '(p)', 'e.g.', '+', '?'],
);

/** One line of plain text: it begins with a letter, and says more than “no”. */
const line = fc
  .tuple(
    fc.constantFrom('Tills', 'Queue', 'Ångström', 'über'),
    fc.array(word, { maxLength: 5 }),
    fc.constantFrom('end', 'Ω', 'x)'),
  )
  .map(([first, middle, last]) => [first, ...middle, last].join(' '));

const inline = fc.oneof(
  line.map((text) => renderInline([{ type: 'text', value: text }])),
  fc.constantFrom(
    'Keys are **much** longer',
    'The `verify()` call',
    'See [the guide](https://a.example/x_y)',
    'Done — almost, _really_',
  ),
);

const markdown = fc.oneof(
  inline,
  fc.constantFrom(
    'First paragraph.\n\nSecond one.',
    'A list:\n\n- one\n- two',
    '```js\nconst a = "## Summary";\n```',
    'Before\n\n> A quote of **somebody**\n\nAfter',
    '1. First\n2. Second\n   - below',
  ),
);

const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const date = fc.oneof(day, fc.constantFrom('2026-11', '2026-Q4', '2027'));
const amount = fc.oneof(
  fc.integer({ min: 0, max: 999_999 }),
  fc.integer({ min: 1, max: 9_999 }).map((each) => each / 100),
);
const days = fc.integer({ min: 1, max: 400 });
const cells = fc.uniqueArray(line, { maxLength: 3 });

function some<Value extends object>(
  shape: { [Key in keyof Value]: fc.Arbitrary<Value[Key]> },
  ...required: (keyof Value)[]
) {
  return fc.record(shape, { requiredKeys: required as never }) as fc.Arbitrary<Value>;
}

const criterion = some<FormValues['inclusions'][number]>(
  { text: inline, reason: markdown, regions: cells, channels: cells, tiers: cells },
  ...(['text', 'regions', 'channels', 'tiers'] as const),
);

const metric = some<FormValues['metrics'][number]>(
  {
    name: inline,
    unit: fc.constantFrom('s', '%', 'points of 5'),
    baseline: amount,
    comparator: fc.constantFrom('at least', 'at most', 'more than', 'less than', 'exactly'),
    target: amount,
    window: days,
    segment: line,
  },
  'name',
).map(({ comparator, ...rest }) => ({
  ...rest,
  ...(comparator && rest.target !== undefined && { comparator }),
}));

const wave = some<FormValues['waves'][number]>(
  {
    name: inline,
    cohort: line.filter((text) => !/\d/.test(text)),
    share: fc.integer({ min: 0, max: 100 }),
    regions: cells,
    state: fc.constantFrom(...waveStates),
    start: date,
    end: date,
    duration: days,
    exit: markdown,
  },
  'name',
  'regions',
);

const milestone = some<FormValues['milestones'][number]>({ name: inline, date }, 'name');

const change = (kind: FormValues['changes'][number]['kind'], isBreaking: boolean) =>
  some<FormValues['changes'][number]>(
    {
      kind: fc.constant(kind),
      title: inline,
      id: fc.constantFrom('long-keys', 'a1'),
      text: markdown,
      purpose: markdown,
      component: line,
      breaking: fc.constant(true as const),
      action: markdown,
      removal: line,
      replacement: markdown,
      links: fc.array(
        fc.record({
          title: inline.filter((text) => !text.includes('](')),
          url: fc.constantFrom('https://a.example/x', 'https://b.example/?q=1'),
        }),
        { maxLength: 2 },
      ),
      epics: cells,
      stories: cells,
      impact: inline,
      urgency: inline,
      points: line,
    },
    ...(['kind', 'title', 'links', 'epics', 'stories'] as const),
    ...(isBreaking ? (['breaking'] as const) : []),
  );

const person = (side: 'internal' | 'external' | undefined) =>
  some<FormValues['people'][number]>(
    { role: line, name: line, team: line, responsibility: line, communication: line, segment: line },
    'role',
  ).map(({ team, role, ...rest }) => ({
    role,
    ...rest,
    ...(team && team !== role && { team }),
    ...(side && { side }),
  }));

const raci = fc.uniqueArray(line, { minLength: 1, maxLength: 4 }).chain((roles) =>
  fc
    .array(
      fc.tuple(
        inline,
        fc.array(fc.subarray([...raciLetters], { minLength: 1 }), {
          minLength: roles.length,
          maxLength: roles.length,
        }),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((rows) => ({
      activities: rows.map(([activity, letters]) => ({
        activity,
        assignments: roles.map((role, index) => ({ role, letters: letters[index] ?? [] })),
      })),
    })),
);

const windows = fc
  .record({
    day,
    hour: fc.integer({ min: 4, max: 20 }),
    zone: fc.constantFrom('UTC', 'Asia/Tokyo'),
    impact: markdown,
    affected: cells,
    notice: inline,
  })
  .map(({ day: on, hour, zone, ...rest }) => {
    const at = (each: number) =>
      `${on}T${String(each).padStart(2, '0')}:30:00${zone === 'UTC' ? '+00:00' : '+09:00'}`;
    return { start: at(hour), end: at(hour + 2), zone, ...rest };
  });

const step = some<FormValues['steps'][number]>(
  {
    text: line.map((text) => renderInline([{ type: 'text', value: text }])),
    who: line,
    link: fc.constant({ title: 'Guide', url: 'https://a.example/g' }),
  },
  'text',
);

const actual = some<FormValues['actuals'][number]>(
  { metric: inline, value: amount, unit: fc.constantFrom('s', '%'), readOn: date },
  'metric',
);
const mitigation = some<FormValues['mitigations'][number]>({ issue: inline, mitigation: markdown }, 'issue');

const many = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.array(arbitrary, { maxLength: 3 });
const atLeastOne = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.array(arbitrary, { minLength: 1, maxLength: 3 });

const sideOf = (key: string) =>
  key === 'internalStakeholders' ? 'internal' : key === 'externalStakeholders' ? 'external' : undefined;

const forms = (
  section: (typeof sections)[number],
): { [Form in SectionForm]: fc.Arbitrary<FormValues[Form]> } => ({
  text: markdown,
  changes: atLeastOne(change('kind' in section ? section.kind : 'changed', section.key === 'breaking')),
  excluded: many(
    some<FormValues['excluded'][number]>({ what: inline, reason: inline, revisit: line }, 'what'),
  ),
  steps: atLeastOne(step),
  knownIssues: many(
    some<FormValues['knownIssues'][number]>(
      {
        id: fc.constantFrom('ki-1', 'x'),
        title: inline,
        text: markdown,
        affects: line,
        workaround: markdown,
        discoveredIn: line,
        fixedIn: line,
      },
      'title',
    ),
  ),
  components: atLeastOne(
    some<FormValues['components'][number]>(
      { name: inline, kind: line, from: line, to: line, notes: markdown },
      'name',
    ),
  ),
  downloads: atLeastOne(
    some<FormValues['downloads'][number]>(
      {
        file: fc.constantFrom('till-1.2.0_x64.zip', 'a b.dmg', 'Till*.tar.gz'),
        url: fc.constantFrom('https://dl.example/a_b.zip'),
        size: fc.integer({ min: 0, max: 9_999_999 }),
        sha256: fc.constant('0123456789abcdef'.repeat(4)),
      },
      'file',
      'url',
    ),
  ),
  audience: some<FormValues['audience']>(
    {
      text: fc.constantFrom('For shops.', 'One.\n\nTwo.'),
      segments: cells,
      include: many(criterion),
      exclude: many(criterion),
      regions: cells,
      channels: cells,
      tiers: cells,
      waves: many(wave),
      metrics: many(metric),
    },
    ...(['segments', 'include', 'exclude', 'regions', 'channels', 'tiers', 'waves', 'metrics'] as const),
  ).filter(({ segments, include }) => segments.length + include.length > 0),
  inclusions: atLeastOne(criterion),
  exclusions: atLeastOne(criterion),
  words: atLeastOne(line),
  rollout: some<FormValues['rollout']>(
    { strategy: line, waves: many(wave), flags: cells, rollback: markdown },
    'strategy',
    'waves',
    'flags',
  ),
  waves: atLeastOne(wave),
  windows: atLeastOne(windows),
  questions: atLeastOne(fc.record({ question: inline, answer: markdown })),
  metrics: many(metric),
  segments: many(
    some<FormValues['segments'][number]>(
      { name: inline, text: markdown, size: fc.integer({ min: 0, max: 99_999 }) },
      'name',
    ),
  ),
  objectives: many(
    some<FormValues['objectives'][number]>(
      {
        goal: inline,
        text: markdown,
        metrics: many(metric),
        achievability: markdown,
        relevance: markdown,
        deadline: date,
        milestones: many(milestone),
      },
      'goal',
      'metrics',
      'milestones',
    ),
  ),
  milestones: many(milestone),
  requirements: many(
    some<FormValues['requirements'][number]>(
      { requirement: inline, category: line, measure: line, target: line, test: line },
      'requirement',
    ),
  ),
  dependencies: many(
    some<FormValues['dependencies'][number]>(
      { name: inline, owner: line, status: line, neededBy: date, notes: markdown },
      'name',
    ),
  ),
  people: many(person(sideOf(section.key))),
  raci,
  materials: many(
    some<FormValues['materials'][number]>(
      {
        title: inline.filter((text) => !text.includes('](')),
        kind: line,
        url: fc.constantFrom('https://a.example/m_1', 'https://a.example/?x=1&y=2'),
        owner: line,
        state: fc.constantFrom(...materialStates),
      },
      'title',
    ),
  ),
  announcements: many(
    some<FormValues['announcements'][number]>(
      { audience: inline, channel: line, sendOn: day, state: fc.constantFrom(...announcementStates) },
      'audience',
    ),
  ),
  approvals: many(
    some<FormValues['approvals'][number]>(
      {
        role: inline,
        decision: fc.constantFrom(...decisions),
        date,
        fingerprint: fc.constantFrom('plan:ab12 included:0123abcd.fff'),
      },
      'role',
    ),
  ),
  risks: many(
    some<FormValues['risks'][number]>(
      { risk: inline, probability: line, impact: line, mitigation: markdown, owner: line },
      'risk',
    ),
  ),
  readiness: many(
    some<FormValues['readiness'][number]>({ team: inline, ready: fc.boolean(), missing: markdown }, 'team'),
  ),
  validation: some<FormValues['validation']>(
    {
      text: fc.constantFrom('All is well.', 'One.\n\nTwo.'),
      actuals: many(actual),
      mitigations: many(mitigation),
    },
    'text',
    'actuals',
    'mitigations',
  ),
  actuals: many(actual),
  mitigations: many(mitigation),
});

/** The value of one section. */
export function valueOf(key: SectionKey): fc.Arbitrary<unknown> {
  const section = sections.find((each) => each.key === key) ?? sections[0];
  return forms(section)[section.form];
}

/** Some sections of a plan with their values. */
export const planValues: fc.Arbitrary<PlanValues> = fc
  .uniqueArray(fc.constantFrom(...sections.map((section) => section.key)), { minLength: 1, maxLength: 8 })
  .chain(
    (keys) =>
      fc.record(
        Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<string, fc.Arbitrary<unknown>>,
      ) as fc.Arbitrary<PlanValues>,
  );

export const planFields: fc.Arbitrary<PlanFields> = some<PlanFields>(
  {
    title: fc.oneof(
      line,
      fc.constantFrom(
        'null',
        'Yes: no',
        '- dash',
        '"quoted"',
        '2026',
        '#5 # six',
        '{a: b}',
        "it's",
        'tab\\t',
      ),
    ),
    id: fc.constantFrom('a-1', '2026'),
    version: fc.constantFrom('1.10', '1.2.0-rc.1', 'Bandana', '0x1F', '1e3'),
    channel: line,
    status: fc.constantFrom(...statuses),
    stage: fc.constantFrom(...stages),
    reason: markdown,
    target: date,
    released: day,
    publishAt: day.map((on) => `${on}T09:30:00+00:00`),
    summary: markdown,
    tags: fc.uniqueArray(line, { minLength: 1, maxLength: 3 }),
    publish: fc.uniqueArray(line, { minLength: 1, maxLength: 3 }),
    aliases: fc.constant(['old-name', 'older']),
    owner: line,
  },
  'title',
);
