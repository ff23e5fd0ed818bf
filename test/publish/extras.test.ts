import { describe, expect, it, test } from 'vitest';
import { type Section, sections } from '../../src/plan/sections.ts';
import { publishExtras } from '../../src/publish/extras.ts';
import { IdSchema } from '../../src/release/release.ts';
import { planOf } from '../plans.ts';

const body = `
## Product overview

For small kitchens.

## Customer value

Cheap.

## Risks

Many.

## Bug fixes

- One
`;
const extrasOf = (publish: string, text = body) =>
  publishExtras(planOf(`---\ntitle: T\npublish: ${publish}\n---\n${text}`));
const overview = { key: 'overview', heading: 'Product overview', text: 'For small kitchens.' };
const value = { key: 'value', heading: 'Value proposition', text: 'Cheap.' };

test('nothing is opted in by itself, nor what nobody wrote', () => {
  expect(publishExtras(planOf(`---\ntitle: T\n---\n${body}`))).toEqual([]);
  expect(extrasOf('[Segments, Markets]')).toEqual([]);
});

test.each(['Product overview', 'OVERVIEW', 'about this release', 'overview', 'Background'])(
  '%s opts one section in',
  (name) => expect(extrasOf(`[${name}]`)).toEqual([overview]),
);

test('sections have the names of the format, and its order', () => {
  expect(extrasOf('[Benefits, Overview]')).toEqual([overview, value]);
});

test('what is never public, and what is public anyway, is no matter of choice', () => {
  expect(extrasOf('[Risks, Bug fixes, fixes, risks]')).toEqual([]);
});

test('a section that holds nothing but the template’s prompt, or internal notes, is not there', () => {
  const prompt = (sections as readonly Section[]).find(({ key }) => key === 'timeline')?.prompt;
  expect(extrasOf('[Timeline]', `## Timeline\n\n<!-- ${prompt} -->\n`)).toEqual([]);
  expect(extrasOf('[Overview]', '## Overview\n\n> Internal: cheap\n')).toEqual([]);
  const twice = '## Overview\n\n## Risks\n\nMany.\n\n## Overview\n\nFor small kitchens.\n';
  expect(extrasOf('[Overview]', twice)).toEqual([overview]);
});

test('the keys of all that can be opted in are ids, as in records', () => {
  const keys = (sections as readonly Section[]).flatMap(({ audience, key }) =>
    audience === 'opt-in' ? [key] : [],
  );
  expect(keys.length).toBeGreaterThan(10);
  for (const key of keys) expect(IdSchema.safeParse(key).success, key).toBe(true);
});

describe('data that is opted in', () => {
  const published = (section: string, text: string) => {
    const plan = planOf(`---\npublish: [${section}]\n---\n\n## ${section}\n\n${text}\n`);
    return publishExtras(plan).map((extra) => extra.text);
  };

  it.each([
    [
      'Excluded features',
      'We talked to ACME.\n\n- **Offline.** Too early.\n  - Revisit: in spring\n  - Owner: Maria\n  - Customer: ACME\n- Two\n  Owner: Maria\n\nOwner: Maria',
      '- **Offline.** Too early.\n  - Revisit: in spring\n- Two',
    ],
    [
      'Non-functional requirements',
      '| Requirement | Owner | Target | Budget&#32; |\n| --- | --- | --: | --- |\n| Fast | Maria | 1 s | 5 |',
      '| Requirement | Target |\n| - | - |\n| Fast | 1 s |',
    ],
    ['Excluded features', '- Revenue\n- Costs', '- Revenue\n- Costs'],
    ['Excluded features', '| Owner |\n| --- |\n| Maria |', undefined],
    ['Product overview', 'A text.\n\n| Budget |\n| - |\n| 5 |', 'A text.\n\n| Budget |\n| - |\n| 5 |'],
  ])(
    'is published without what its author is told to stay inside, and without labels: %s',
    (section, text, wanted) => {
      expect(published(section, text)).toEqual(wanted === undefined ? [] : [wanted]);
    },
  );
});
