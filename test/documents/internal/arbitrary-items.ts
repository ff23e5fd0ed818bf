import fc from 'fast-check';
import { renderInline } from '../../../src/plan/markdown.ts';
import type { FormValues } from '../../../src/plan/plan.ts';
import { raciLetters } from '../../../src/plan/teamwork.ts';
import { waveStates } from '../../../src/release/vocabulary.ts';
import { amount, cells, date, day, days, inline, line, markdown, some } from './arbitrary-texts.ts';

/** Items of sections as their authors may mean them. */

export const criterion = some<FormValues['inclusions'][number]>(
  { text: inline, reason: markdown, regions: cells, channels: cells, tiers: cells },
  ...(['text', 'regions', 'channels', 'tiers'] as const),
);

export const metric = some<FormValues['metrics'][number]>(
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

export const wave = some<FormValues['waves'][number]>(
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

export const milestone = some<FormValues['milestones'][number]>({ name: inline, date }, 'name');

export const change = (kind: FormValues['changes'][number]['kind'], isBreaking: boolean) =>
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

export const person = (side: 'internal' | 'external' | undefined) =>
  some<FormValues['people'][number]>(
    { role: line, name: line, team: line, responsibility: line, communication: line, segment: line },
    'role',
  ).map(({ team, role, ...rest }) => ({
    role,
    ...rest,
    ...(team && team !== role && { team }),
    ...(side && { side }),
  }));

export const raci = fc.uniqueArray(line, { minLength: 1, maxLength: 4 }).chain((roles) =>
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

export const windows = fc
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

export const step = some<FormValues['steps'][number]>(
  {
    text: line.map((text) => renderInline([{ type: 'text', value: text }])),
    who: line,
    link: fc.constant({ title: 'Guide', url: 'https://a.example/g' }),
  },
  'text',
);

export const actual = some<FormValues['actuals'][number]>(
  { metric: inline, value: amount, unit: fc.constantFrom('s', '%'), readOn: date },
  'metric',
);
export const mitigation = some<FormValues['mitigations'][number]>(
  { issue: inline, mitigation: markdown },
  'issue',
);

export const many = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.array(arbitrary, { maxLength: 3 });
export const atLeastOne = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.array(arbitrary, { minLength: 1, maxLength: 3 });
