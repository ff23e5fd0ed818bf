import { describe, expect, test } from 'vitest';
import { getCompleteness } from '../../src/plan/completeness.ts';
import { extendFormat } from '../../src/plan/format.ts';
import { parsePlan } from '../../src/plan/parse-plan.ts';
import { publish } from '../../src/publish/publish.ts';
import { readMarkdown } from '../../src/sources/markdown.ts';
import { readSiteFile } from '../../src/sources/site-file.ts';
import { testSite } from '../plans.ts';

const { format, faults } = extendFormat({
  sections: {
    'Included features': ['Neue Funktionen'],
    'Legal review': {
      prompt: 'Who looked at the contracts?',
      aliases: ['Rechtsprüfung'],
      requiredFor: ['feature'],
    },
  },
  profiles: { patch: ['Summary', 'Bug fixes', 'Legal review'] },
});

function planOf(markdown: string) {
  return parsePlan(readMarkdown('a.md', new TextEncoder().encode(markdown)), { site: testSite, format });
}

describe('what a site adds to the format', () => {
  test('is without faults where it is right', () => {
    expect(faults).toEqual([]);
  });

  test('are names of known sections, in another language say', () => {
    const plan = planOf('# T\n\n## Neue Funktionen\n\n- **Tische.** Zwei Wochen voraus.\n');
    expect(plan.values.included?.[0]).toMatchObject({ kind: 'added', title: 'Tische' });
    expect(plan.file.messages).toEqual([]);
  });

  test('are sections of its own, that are read, asked for, and never public', () => {
    const markdown = `---
title: T
id: t
profile: patch
product: till
version: "1"
status: released
released: 2026-05-07
visibility: public
publish: [Legal review, Rechtsprüfung]
---

## Summary

Fine.

## Bug fixes

- One

## Rechtsprüfung

By counsel, in May.
`;
    const plan = planOf(markdown);
    expect(getCompleteness(plan, format).percent).toBe(100);
    const without = planOf(markdown.replace('By counsel, in May.', '<!-- Who looked? -->'));
    expect(getCompleteness(without, format).sections.find(({ filled }) => !filled)?.heading).toBe(
      'Legal review',
    );
    const previous = { releases: [], initiatives: [], withdrawn: [] };
    const { records } = publish({
      plans: [plan],
      initiatives: [],
      previous,
      site: testSite,
      now: new Date(),
    } as never);
    expect(records.releases).toHaveLength(1);
    expect(JSON.stringify(records)).not.toContain('counsel');
  });

  test('are profiles of its own', () => {
    expect(planOf('---\ntitle: T\nprofile: patch\n---\n').fields.profile).toBe('patch');
    const misspelt = planOf('---\ntitle: T\nprofile: pacth\n---\n');
    expect(misspelt.file.messages[0]?.reason).toBe('Unknown profile `pacth`; did you mean `patch`?');
  });

  test.each([
    ['profiles:\n  patch: [Sumary]\n', 'Unknown section `Sumary`; did you mean `Summary`?'],
    [
      'sections:\n  Legal review: { requiredFor: [featur] }\n',
      'Unknown profile `featur`; did you mean `feature`?',
    ],
    [
      'sections:\n  Risks: { prompt: x }\n',
      '“Risks” is a section of the format, expected only more names for it',
    ],
    ['profiles:\n  Patch: [Summary]\n', 'Patch'],
  ])('is told of in site.yaml by its line: %j', (yaml, sentence) => {
    const settings = 'name: K\nurl: https://k.example.com/\nproducts: [{ id: till, name: Till }]\n';
    const { file, settings: read } = readSiteFile('site.yaml', settings + yaml);
    expect(read).toBeUndefined();
    expect(file.messages.map((message) => message.reason).join('\n')).toContain(sentence);
    expect(file.messages[0]?.line).toBeGreaterThanOrEqual(4);
  });
});
