import { normaliseName } from '../fields.ts';
import type { PlanCriterion } from '../plan.ts';
import type { Rule } from './rule.ts';
import { exclusionsOf, inclusionsOf, isSame } from '../facts.ts';

const DIMENSIONS = ['regions', 'channels', 'tiers'] as const;

export const contradictingCriteria: Rule = {
  code: 'RP032',
  name: 'No contradiction',
  severity: 'error',
  what: 'No region, channel or plan tier is both included and excluded.',
  why: 'The site tells each customer whether they get it; two answers are none.',
  source: '004',
  fix: 'Take it out of one of the two lists, or say in the exclusion what sets its customers apart.',
  check(plan) {
    const { audience, regions = [], channels = [], tiers = [] } = plan.values;
    const whole: PlanCriterion = {
      text: '',
      regions: [...regions, ...(audience?.regions ?? [])],
      channels: [...channels, ...(audience?.channels ?? [])],
      tiers: [...tiers, ...(audience?.tiers ?? [])],
    };
    const included = [...inclusionsOf(plan), whole];
    return exclusionsOf(plan).flatMap((exclusion) => {
      const twin = included.find((each) => contradicts(each, exclusion));
      if (!twin) return [];
      const shared = DIMENSIONS.flatMap((key) => sharedWords(twin[key], exclusion[key]));
      const name = shared.join(', ') || exclusion.text;
      return [{ text: `Unexpected exclusion of ${name}, which is included too`, place: exclusion.place }];
    });
  },
  examples: {
    ok: [
      '## Target audience\n\n### Inclusion criteria\n\n- Shops\n  - Regions: EU\n  - Channels: web\n\n### Exclusion criteria\n\n- Old tills\n  - Regions: EU\n  - Channels: desktop\n  - Reason: Too slow.\n',
    ],
    notOk: [
      '## Target audience\n\n### Inclusion criteria\n\n- Shops\n  - Regions: SE, NO\n\n### Exclusion criteria\n\n- Shops in Norway\n  - Regions: NO\n  - Reason: The tax engine is late.\n',
      '## Target audience\n\n### Inclusion criteria\n\n- Shops with one till\n\n### Exclusion criteria\n\n- Shops with one till\n  - Reason: None.\n',
    ],
  },
};

/** An exclusion takes back an inclusion where everything that it names is named there too. */
function contradicts(included: PlanCriterion, excluded: PlanCriterion): boolean {
  if (included.text !== '' && isSame(included.text, excluded.text)) return true;
  const named = DIMENSIONS.filter((key) => excluded[key].length > 0);
  return named.length > 0 && named.every((key) => sharedWords(included[key], excluded[key]).length > 0);
}

function sharedWords(left: readonly string[], right: readonly string[]): string[] {
  const known = new Set(left.map(normaliseName));
  return right.filter((word) => known.has(normaliseName(word)));
}
