import fc from 'fast-check';
import { type Section, sections } from '../../src/plan/sections.ts';
import { notes } from './hiding-places.ts';

/** A content folder whose public part is fixed, with whatever its authors keep inside. */
export interface Variant {
  /** Plans by the names of their files, in the order in which they are read. */
  plans: Record<string, string>;
  roadmap: Record<string, string>;
}

/** What is public of one plan. */
export interface PublicPart {
  id: string;
  status: 'planned' | 'in development' | 'rolling out' | 'released' | 'delayed';
  version: string;
  title: string;
  changes: { title: string; text: string }[];
}

const word = fc.constantFrom(
  ...'anchor birch copper delta ember fjord garnet harbour indigo jasmine kelp lagoon maple nectar orchid'.split(
    ' ',
  ),
);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((each) => each.join(' '));

export const publicParts: fc.Arbitrary<PublicPart[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map((number) =>
        fc.record({
          id: fc.constant(`p-${number}`),
          version: fc.constant(`${number}.0.0`),
          status: fc.constantFrom('planned', 'in development', 'rolling out', 'released', 'delayed'),
          title: words,
          changes: fc.uniqueArray(fc.record({ title: words, text: words }), {
            minLength: 1,
            maxLength: 4,
            selector: ({ title }) => title,
          }),
        }),
      ),
    ),
  );

/** Words that stand inside alone; `secret` keeps them apart from public ones. */
const secret = words.map((each) => `secret ${each}`);
const note = fc
  .tuple(fc.constantFrom(...Object.entries(notes).filter(([name]) => isWhole(name))), secret)
  .map(([[, text], inside]) => text.replaceAll('kanari', inside.replaceAll(' ', '-')));

/** Notes that leave nothing of themselves behind. */
function isWhole(name: string): boolean {
  return !/line|item|lazily|without an end|link|attribute|title of a box|over blocks|over code|in a quote|^a toggle named|picture in|hidden|displayed|script|style|definition/.test(
    name,
  );
}

const secretSection = fc
  .tuple(
    fc.constantFrom(
      ...(sections as readonly Section[]).filter((each) => !each.partOf && each.audience !== 'public'),
    ),
    fc.array(secret, { minLength: 1, maxLength: 3 }),
  )
  .map(
    ([{ heading }, lines]) => `## ${heading}\n\n${lines.map((line) => `- **${line}.** ${line}`).join('\n')}`,
  );
const unknownSection = secret.map((line) => `## ${line}\n\n${line}\n\n### ${line}\n\n${line}`);
const internalPart = secret.map((line) => `### Internal: ${line}\n\n${line}`);

const fields = fc
  .record(
    {
      owner: secret,
      releaseManager: secret,
      tags: fc.array(secret, { minLength: 1, maxLength: 3 }).map((each) => `[${each.join(', ')}]`),
      'key of our own': secret,
    },
    { requiredKeys: [] },
  )
  .map((each) => Object.entries(each).map(([key, value]) => `${key}: ${value}`));

const inside = fc.record({
  fields,
  comment: secret,
  day: fc.integer({ min: 1, max: 30 }),
  preamble: fc.option(secret),
  notes: fc.array(note, { maxLength: 3 }),
  part: fc.option(internalPart),
  sections: fc.array(fc.oneof(secretSection, unknownSection), { maxLength: 4 }),
  labels: fc.array(
    fc.tuple(fc.constantFrom('Epic', 'Story', 'Impact', 'Urgency', 'Points', 'Owner', 'Internal'), secret),
    { maxLength: 3 },
  ),
  cohort: secret,
  material: secret,
  isLast: fc.boolean(),
});

const hiddenPlan = fc.record({
  how: fc.constantFrom(
    'visibility: internal',
    'visibility: public\nstatus: draft',
    'visibility: public\nstatus: planned\npublishAt: 2030-01-01 09:00',
    'visibility: public\nstatus: cancelled',
    'status: released\nreleased: 2026-01-01',
  ),
  title: secret,
  /** Of a plan that is public, or none. */
  id: fc.option(fc.integer({ min: 1, max: 9 })),
});

/** What is inside beside the public parts: it fits every list of them. */
export const internals = fc.record({
  plans: fc.array(inside, { minLength: 3, maxLength: 3 }),
  names: fc.uniqueArray(fc.integer({ min: 10, max: 99 }), { minLength: 3, maxLength: 3 }),
  others: fc.array(hiddenPlan, { maxLength: 3 }),
  initiative: fc.option(secret),
  isReversed: fc.boolean(),
});

export function renderVariant(parts: readonly PublicPart[], internal: Internal): Variant {
  const own = parts.map((part, index) => {
    const more = internal.plans[index] as Inside;
    return [
      `${internal.names[index]}-${more.comment.replaceAll(' ', '-')}.md`,
      renderPlan(part, more),
    ] as const;
  });
  const others = internal.others.map(({ how, title, id }, index) => {
    const front = `title: ${title}\nproduct: till\n${id && !how.includes('cancelled') ? `id: p-${id}\nversion: "${id}.0.0"\n` : ''}${how}`;
    return [`z-${index}.md`, `---\n${front}\n---\n\n## Summary\n\n${title}\n`] as const;
  });
  const all = [...own, ...others];
  const secretItem =
    internal.initiative &&
    `---\ntitle: ${internal.initiative}\nvisibility: internal\n---\n\n## Problem\n\n${internal.initiative}\n`;
  return {
    plans: Object.fromEntries(internal.isReversed ? all.toReversed() : all),
    roadmap: {
      'reach-more.md': `---\ntitle: Reach more\nhorizon: next\nowner: ${internal.plans[0]?.comment}\n---\n\n## Problem\n\nFew know.\n\n${internal.plans[0]?.notes.join('\n\n')}\n\n## ${internal.plans[0]?.comment}\n\n${internal.plans[0]?.comment}\n`,
      ...(secretItem && { 'secret.md': secretItem }),
    },
  };
}

type Inside = Internal['plans'][number];
export type Internal = typeof internals extends fc.Arbitrary<infer Value> ? Value : never;

function renderPlan({ id, status, version, title, changes }: PublicPart, more: Inside): string {
  const upcoming = ['planned', 'in development', 'delayed'].includes(status);
  const front = [
    `id: ${id}`,
    `title: ${title}`,
    'product: till',
    `version: "${version}"`,
    `status: ${status}`,
    ...(upcoming ? [`target: 2027-11-${String(more.day).padStart(2, '0')}`] : ['released: 2026-05-07']),
    ...(status === 'delayed' ? ['reason: Parts are late.'] : []),
    'visibility: public',
  ];
  const items = changes.map(
    ({ title: name, text }, index) =>
      `- **${name}.** ${text}\n${index === 0 ? more.labels.map(([label, value]) => `  - ${label}: ${value}\n`).join('') : ''}`,
  );
  const secrets = more.sections.join('\n\n');
  const body = [
    more.preamble ?? '',
    more.isLast ? '' : secrets,
    `## Summary\n\nIt is ${title}.`,
    ...more.notes,
    more.part ?? '',
    `## Included features\n\n${items.join('')}`,
    `## Roll-out\n\n### Waves\n\n| Wave | Who | Share | State | Start | Go on when |\n| --- | --- | --- | --- | --- | --- |\n| First | ${more.cohort} | 5 % | running | 2027-01-${String(more.day).padStart(2, '0')} | ${more.cohort} |`,
    `## Marketing materials\n\n| Kind | Title | Address | Owner | State |\n| --- | --- | --- | --- | --- |\n| Guide | A guide | https://example.com/guide | ${more.material} | published |\n| Draft | ${more.material} | https://example.com/draft | x | draft |`,
    more.isLast ? secrets : '',
  ];
  const lines = more.isLast ? [...front, ...more.fields] : [...more.fields, ...front];
  return `---\n${lines.join('\n')}\n# ${more.comment}\n---\n\n${body.filter(Boolean).join('\n\n')}\n`;
}
