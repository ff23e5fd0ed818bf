import fc from 'fast-check';
import { announcementStates, materialStates } from '../../../src/plan/launch.ts';
import type { FormValues, PlanFields, PlanValues } from '../../../src/plan/plan.ts';
import { type SectionForm, type SectionKey, sections } from '../../../src/plan/sections.ts';
import { decisions } from '../../../src/plan/teamwork.ts';
import { stages, statuses } from '../../../src/release/vocabulary.ts';
import {
  actual,
  atLeastOne,
  change,
  criterion,
  many,
  metric,
  milestone,
  mitigation,
  person,
  raci,
  step,
  wave,
  windows,
} from './arbitrary-items.ts';
import { cells, date, day, inline, line, markdown, some } from './arbitrary-texts.ts';

/** Plans as their authors may mean them. */

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
