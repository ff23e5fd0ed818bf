import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { renderPlan } from '../../../src/documents/internal/plan-file.ts';
import type { Plan, PlanFields, PlanValues } from '../../../src/plan/plan.ts';
import { type SectionKey, sections } from '../../../src/plan/sections.ts';
import { without } from '../../plan/without.ts';
import { messagesOf, planOf } from '../../plans.ts';
import { planFields, planValues, valueOf } from './plan-arbitrary.ts';

function planWith(fields: PlanFields, values: PlanValues): Plan {
  const written = Object.keys(values).map((key) => ({
    key: key as SectionKey,
    heading: key,
    filled: true,
    text: '',
  }));
  return {
    file: new VFile(),
    fields,
    places: {},
    values,
    sections: written.map((each) => ({ ...each, openText: () => '' })),
    unknown: [],
  };
}

describe('a plan as a file', () => {
  it.each(sections.map((section) => [section.heading, section.key] as const))(
    'gives back the values of “%s”',
    (_, key) => {
      fc.assert(
        fc.property(valueOf(key), (value) => {
          const read = planOf(renderPlan(planWith({ title: 'T' }, { [key]: value })));
          expect(without('place', read.values)).toEqual({ [key]: without('place', value) });
          expect(messagesOf(read)).toEqual([]);
        }),
        { numRuns: 25 },
      );
    },
  );

  it('gives back several sections and all fields', () => {
    fc.assert(
      fc.property(planFields, planValues, (fields, values) => {
        const read = planOf(renderPlan(planWith(fields, values)));
        expect(read.fields).toEqual(fields);
        expect(without('place', read.values)).toEqual(without('place', values));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps what its author wrote under headings of no meaning', () => {
    const plan = planOf(
      '# T\n\n## Summary\n\nText\n\n## Weather\n\nRain\n\n### Tomorrow\n\n- Sun\n\n## Target audience\n\n- Shops\n\n## Waether\n\nFog\n',
    );
    const read = planOf(renderPlan(plan));
    expect(read.unknown.map(({ heading, nodes }) => [heading, nodes.length])).toEqual([
      ['Weather', 3],
      ['Waether', 1],
    ]);
    expect(without('place', read.values)).toEqual(without('place', plan.values));
  });

  it('does not make an unknown heading known by its new place', () => {
    const plan = planOf('# T\n\n## Regions\n\nSecret\n\n## Target audience\n\n- Shops\n');
    expect(plan.values.regions).toBeUndefined();
    const read = planOf(renderPlan(plan));
    expect(read.unknown.map(({ heading }) => heading)).toEqual(['Regions']);
    expect(read.values.regions).toBeUndefined();
  });

  it('keeps sections that are still open, and those that say “None”', () => {
    const read = planOf(renderPlan(planOf('# T\n\n## Summary\n\nTBD\n\n## Known issues\n\nNone\n')));
    expect(read.sections.map(({ key, filled }) => [key, filled])).toEqual([
      ['summary', false],
      ['knownIssues', true],
    ]);
    expect(read.values.knownIssues).toEqual([]);
  });

  it('holds no internal note of the original', () => {
    const plan = planOf('# T\n\n## Summary\n\nText <!-- secret -->\n\n> Internal: secret\n');
    expect(renderPlan(plan)).not.toContain('secret');
  });
});

describe('the plans of the demo', () => {
  const folder = 'content/plans';
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.md'),
  );

  it.each(paths)('%s says the same when it is written anew', (path) => {
    const plan = planOf(readFileSync(`${folder}/${path}`, 'utf8'));
    const read = planOf(renderPlan(plan));
    expect(read.fields).toEqual(plan.fields);
    expect(without('place', read.values)).toEqual(without('place', plan.values));
  });
});
