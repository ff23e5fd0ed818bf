import { describe, expect, it } from 'vitest';
import { getCompleteness } from '../../src/plan/completeness.ts';
import { planOf } from '../plans.ts';

const filledKeys = (markdown: string) =>
  getCompleteness(planOf(markdown))
    .sections.filter(({ filled }) => filled)
    .map(({ key }) => key);

describe('completeness', () => {
  it('is asked by the profile, and by that of a feature where there is none', () => {
    const hotfix = getCompleteness(planOf('---\nprofile: hotfix\nsummary: Mended.\n---\n'));
    expect(hotfix.percent).toBe(50);
    expect(hotfix.sections.map(({ key, filled }) => [key, filled])).toEqual([
      ['summary', true],
      ['fixes', false],
    ]);
    expect(getCompleteness(planOf('# T\n')).sections).toHaveLength(16);
  });

  it('counts a section that is told by its parts, or elsewhere', () => {
    expect(filledKeys('## Target audience\n\n### Segments\n\n- Kiosks\n')).toEqual(['audience']);
    expect(filledKeys('## Roll-out\n\n- Strategy: canary\n- Rollback: Off.\n')).toEqual([
      'rollout',
      'rollback',
    ]);
    expect(filledKeys('## Objectives\n\n- Fast\n  - Metric: Start\n  - Target: 2 s\n')).toEqual([
      'objectives',
      'metrics',
    ]);
    expect(filledKeys('## Internal stakeholders\n\n- Support\n')).toEqual(['stakeholders']);
  });

  it('does not count prompts and place-holders', () => {
    expect(
      filledKeys('## Summary\n\nTBD\n\n## Risks\n\n<!-- What? -->\n\n## RACI matrix\n\n- [ ]\n'),
    ).toEqual([]);
    expect(
      filledKeys('## Product overview\n\nWhat is being released, for whom, and what it is good for.\n'),
    ).toEqual([]);
  });

  it('counts “None” as an answer', () => {
    expect(filledKeys('## Risks\n\nNone\n')).toEqual(['risks']);
  });
});
