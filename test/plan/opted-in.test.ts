import { expect, test } from 'vitest';
import { extendFormat } from '../../src/plan/format.ts';
import { normaliseHeading } from '../../src/plan/headings.ts';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { type Section, sections } from '../../src/plan/sections.ts';
import { publishExtras } from '../../src/publish/extras.ts';
import { readMarkdown } from '../../src/sources/markdown.ts';
import { messagesOf, planOf, testSite } from '../plans.ts';

const told = (publish: string, body = '') => {
  const plan = planOf(`---\npublish: [${publish}]\n---\n\n${body}\n`);
  return plan.file.messages.map(({ ruleId, fatal, line, reason, note }) => [
    ruleId,
    fatal,
    line,
    reason,
    note,
  ]);
};

test('what `publish` names by the heading, an alias or the key of a section needs no telling', () => {
  expect(told('Excluded features, out of scope, overview, Summary, Benefits, Strategy')).toEqual([
    ['RP120', false, 2, 'Unexpected `Strategy` in `publish`, which is never public', 'It stays internal.'],
  ]);
});

test('a name that means nothing is told, with the one that is nearly so', () => {
  const [misspelt, other] = told('Excluded featurs, Weather');
  expect(misspelt?.slice(0, 4)).toEqual([
    'RP120',
    false,
    2,
    'Unknown section `Excluded featurs` in `publish`; did you mean `Excluded features`?',
  ]);
  expect(misspelt?.[4]).toMatch(/^Possible are Product overview, .*Excluded features/);
  expect(other?.[3]).toBe('Unknown section `Weather` in `publish`');
});

test('a section that holds nothing but parts is told where they are not named', () => {
  const goals = '## Release objectives\n\n### Specific goals\n\n- Twice as fast\n';
  expect(told('Release objectives', goals)).toEqual([
    [
      'RP120',
      false,
      2,
      'Unexpected `Release objectives` in `publish`, which holds nothing but parts that it does not name',
      'To publish them, name them as well: Specific goals.',
    ],
  ]);
  expect(told('Release objectives, Specific goals', goals)).toEqual([]);
  const [twice] = told('Release objectives', `${goals}\n### Achievability\n\nIt is.\n\n### Relevance\n`);
  expect(twice?.[4]).toBe('To publish them, name them as well: Specific goals, Achievability.');
  expect(
    told('Release objectives', '## Release objectives\n\n- Twice as fast\n\n### Relevance\n\nIt is.\n'),
  ).toEqual([]);
  expect(told('Excluded features', goals)).toEqual([]);
  const regions = '## Target customers\n\n### Regions\n\n- EU\n';
  expect(told('Excluded features', regions)).toEqual([]);
  expect(told('Release objectives', '## Value proposition\n\nCheap.\n')).toEqual([]);
});

test('sections with a name in common are for the same readers, as one of them tells of all', () => {
  const audiences = new Map<string, Set<string>>();
  for (const section of sections as readonly Section[]) {
    for (const name of [section.key, section.heading, ...(section.aliases ?? [])].map(normaliseHeading)) {
      audiences.set(name, (audiences.get(name) ?? new Set()).add(section.audience));
    }
  }
  expect([...audiences].filter(([, { size }]) => size > 1)).toEqual([]);
});

test('names that a site adds are names here, too', () => {
  const { format } = extendFormat({ sections: { 'Product overview': ['Überblick'], 'Legal review': [] } });
  const text =
    '---\npublish: [überblick, Legal review]\n---\n\n## Überblick\n\nKlein.\n\n## Legal review\n\nNever.\n';
  const document = readMarkdown('plans/a.md', new TextEncoder().encode(text));
  const plan = parsePlan(document, { site: testSite, format });
  expect(publishExtras(plan).map((extra) => extra.text)).toEqual(['Klein.']);
  expect(messagesOf(plan)).toEqual([
    'RP120 2:1 Unexpected `Legal review` in `publish`, which is never public',
  ]);
});
