import { normaliseName } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { Rule } from './rule.ts';
import { inclusionsOf, peopleOf, placeOfSection } from '../facts.ts';

/** Where a market of that name brings its own law on data, payments or accessibility; `complianceRegions` says otherwise. */
const COMPLIANCE_REGIONS = ['EU', 'EEA', 'European Union'];

export const legalReview: Rule = {
  code: 'RP035',
  name: 'A look by legal',
  severity: 'warning',
  what: 'A release for a region with rules of its own names somebody from legal or compliance.',
  why: 'What a region’s law forbids is cheap to learn early, and stops a roll-out late.',
  source: '004',
  fix: 'Put legal or compliance among the stakeholders, the RACI matrix or the approvals.',
  check(plan, { settings }) {
    const regions = new Set((settings.complianceRegions ?? COMPLIANCE_REGIONS).map(normaliseName));
    const named = regionsOf(plan).find((region) => regions.has(normaliseName(region)));
    if (!named || hasLegal(plan)) return [];
    return [
      {
        text: `Unexpected release for ${named} without anybody from legal or compliance`,
        place: placeOfSection(plan, 'inclusion', 'audience', 'regions'),
      },
    ];
  },
  examples: {
    ok: [
      '## Target audience\n\n- Shops\n  - Regions: EU\n\n## Approvals\n\n- Legal counsel: approved, 2026-11-02\n',
      '## Target audience\n\n- Shops\n  - Regions: Oslo\n',
    ],
    notOk: ['## Target audience\n\n- Shops\n  - Regions: EU\n'],
  },
};

function regionsOf(plan: Plan): string[] {
  const { regions = [], audience } = plan.values;
  return [...inclusionsOf(plan).flatMap((each) => each.regions), ...regions, ...(audience?.regions ?? [])];
}

function hasLegal(plan: Plan): boolean {
  const { raci, approvals = [], audience, validationContacts = [], segments = [] } = plan.values;
  const names = [
    ...[...peopleOf(plan), ...validationContacts].flatMap(({ role, team, responsibility }) => [
      role,
      team,
      responsibility,
    ]),
    ...approvals.map(({ role }) => role),
    ...(raci?.activities ?? []).flatMap(({ assignments }) => assignments.map(({ role }) => role)),
    ...(audience?.segments ?? []),
    ...segments.map(({ name }) => name),
  ];
  return names.some((name) =>
    /\b(?:legal|compliance|privacy|data protection|counsel|lawyer)/i.test(name ?? ''),
  );
}
