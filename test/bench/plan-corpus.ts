import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Change, Release } from '../../src/release/release.ts';
import { createProse, type Prose } from './prose.ts';
import { describeSite } from './write-corpus.ts';

/** Writes a content folder that holds the plans alone, as their authors have it before anything was published: 3 to 6 kB a plan. */
export function writePlans(folder: string, releases: readonly Release[]): void {
  rmSync(folder, { recursive: true, force: true });
  for (const product of new Set(releases.map((release) => release.product)))
    mkdirSync(join(folder, 'plans', product), { recursive: true });
  mkdirSync(dirname(join(folder, 'site.yaml')), { recursive: true });
  writeFileSync(join(folder, 'site.yaml'), describeSite(releases));
  for (const release of releases) writeFileSync(planPath(folder, release), renderPlanOf(release));
}

export function planPath(folder: string, { product, id }: Release): string {
  return join(folder, 'plans', product, `${id}.md`);
}

/** A plan that would be published as this release: what readers see, and around it what plans hold for those inside. */
export function renderPlanOf(release: Release): string {
  const prose = createProse(Number(release.id.slice(2)) + 1_000_000);
  return [
    renderFields(release),
    `# ${release.title}`,
    `## Summary\n\n${release.summary ?? ''}`,
    ...(release.highlights ? [`## Highlights\n\n${release.highlights}`] : []),
    ...SECTIONS.flatMap(([heading, wanted]) => {
      const changes = (release.changes ?? []).filter(({ kind }) => kind === wanted);
      return changes.length > 0
        ? [`## ${heading}\n\n${changes.map((each) => renderChange(each, prose)).join('\n')}`]
        : [];
    }),
    ...renderInternal(prose),
    ...(prose.chance(0.6) ? [renderPeople(prose)] : []),
  ]
    .join('\n\n')
    .concat('\n');
}

const SECTIONS: readonly (readonly [heading: string, kind: Change['kind']])[] = [
  ['New features', 'added'],
  ['Improvements', 'changed'],
  ['Bug fixes', 'fixed'],
  ['Security', 'security'],
  ['Deprecations', 'deprecated'],
  ['Removed', 'removed'],
];

function renderFields({ title, id, product, version, status, released, horizon }: Release): string {
  const fields = { title, id, product, version, status, released, horizon, visibility: 'public' };
  const lines = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`],
  );
  return ['---', 'profile: feature', ...lines, 'owner: Product manager', 'tags: [corpus]', '---'].join('\n');
}

function renderChange(
  { title, text, component, action, removal, replacement }: Change,
  prose: Prose,
): string {
  const below = [
    ['Component', component],
    ['Action required', action],
    ['Removal', removal],
    ['Replacement', replacement],
    ['Story', `WORK-${prose.number(100, 9_999)}`],
    ['Points', String(prose.pick([1, 2, 3, 5, 8]))],
  ].flatMap(([label, value]) => (value ? [`  - ${label}: ${value}`] : []));
  return [`- **${title}.**${text ? ` ${text.replaceAll('\n', '\n  ')}` : ''}`, ...below].join('\n');
}

function renderInternal(prose: Prose): string[] {
  const state = prose.pick(['low', 'medium', 'high']);
  return [
    `## Product overview\n\n${prose.sentences(3)}`,
    `## Target audience\n\n### Segments\n\n- **Crews.** ${prose.sentences(1)}\n\n### Inclusion criteria\n\n- ${prose.title()}\n  - Channels: web`,
    `## Strategic alignment\n\n${prose.sentences(2)}`,
    `## Release objectives\n\n- **${prose.title()}.**\n  - Metric: ${prose.title()}\n  - Baseline: ${prose.number(2, 40)} %\n  - Target: ${prose.number(41, 90)} % within 60 days\n  - Segment: Crews\n  - Achievable because: ${prose.sentences(1)}\n  - Relevant because: ${prose.sentences(1)}\n  - Deadline: 2026-12-31`,
    `## Success measures

${table(
  ['Metric', 'Unit', 'Baseline', 'Target', 'Window', 'Segment'],
  [prose.title(), 'count', String(prose.number(1, 40)), String(prose.number(41, 90)), '60 days', 'Crews'],
)}`,
    `## Risks

${table(
  ['Risk', 'Probability', 'Impact', 'Mitigation', 'Owner'],
  [prose.title(), state, 'medium', prose.sentences(1), 'Support lead'],
  [prose.title(), 'low', state, prose.sentences(1), 'Engineering lead'],
)}`,
    `### Rollback

The old way stays behind a switch. ${prose.sentences(1)}`,
    `## Excluded features\n\n- **${prose.title()}.** Reason: ${prose.sentences(1)} Revisit: next year.`,
    `## Approvals\n\n${table(['Role', 'Decision', 'Date'], ['Product manager', 'approved', '2024-11-26'])}`,
  ];
}

function renderPeople(prose: Prose): string {
  const roles = ['Product manager', 'Release manager', 'Engineering lead', 'Support lead'];
  const people = table(
    ['Role', 'Team', 'Responsibility', 'Kept informed by'],
    ...roles.map((role) => [role, 'Console', prose.title(), 'Weekly review']),
  );
  const raci = table(
    ['Activity', ...roles],
    ['Agree the scope', 'A/R', 'I', 'C', 'C'],
    ['Build and test', 'C', 'I', 'A/R', 'I'],
    ['Switch it on', 'I', 'A/R', 'R', 'C'],
    ['Train support', 'C', 'I', 'I', 'A/R'],
  );
  return `## Stakeholders and responsibilities

${people}

## RACI matrix

${raci}`;
}

function table(head: readonly string[], ...rows: readonly string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
