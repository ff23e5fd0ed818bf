import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkInitiative, checkPlan, checkRoadmap } from '../../src/plan/check-plan.ts';
import { parseInitiative } from '../../src/plan/initiative.ts';
import { catalogue, rules } from '../../src/plan/rules/catalogue.ts';
import { CheckSettingsSchema } from '../../src/plan/settings.ts';
import { readMarkdown } from '../../src/sources/markdown.ts';
import { messagesOf, planOf, testSite } from '../plans.ts';
import { VFile } from 'vfile';
import { contextOf, readExample } from './context.ts';

describe.each(rules.map((rule) => [`${rule.code} ${rule.name}`, rule] as const))('%s', (_, rule) => {
  it.each(rule.examples.ok)('has nothing to say about its good example %#', (example) => {
    const { plan, context } = readExample(example);
    expect(rule.check(plan, context)).toEqual([]);
  });

  it.each(rule.examples.notOk)('is the only rule that finds its bad example %#', (example) => {
    const { plan, context } = readExample(example);
    const found = rules.filter(({ code, check }) => code !== 'RP100' && check(plan, context).length > 0);
    const expected = rule.code === 'RP100' ? [] : [rule.code];
    expect(found.map(({ code }) => code)).toEqual(expected);
    expect(messagesOf(plan)).toEqual([]);
    for (const finding of rule.check(plan, context)) {
      expect(finding.text).toMatch(/^(?:Unexpected|Unknown|Unfilled|Void) /);
      expect(finding.text).not.toMatch(/undefined|null|NaN/);
    }
  });
});

describe('the catalogue', () => {
  it('documents every code that a message can have, once', () => {
    const used = new Set(
      ['src/plan', 'src/sources', 'src/publish']
        .flatMap((folder) =>
          readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
        )
        .filter((path) => path.endsWith('.ts'))
        .flatMap((path) => readFileSync(path, 'utf8').match(/\bRP\d{3}\b/g) ?? []),
    );
    const codes = catalogue.map((rule) => rule.code);
    expect(codes).toEqual([...new Set(codes)].toSorted());
    expect([...used].filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('says what, why and how to fix in whole sentences', () => {
    for (const rule of catalogue) {
      for (const text of [rule.what, rule.why, rule.fix])
        expect(text, rule.code).toMatch(/^\p{L}|^[“`].{20,}/u);
      for (const text of [rule.what, rule.why]) expect(text, rule.code).toMatch(/\.$/);
    }
  });
});

describe('checking a plan', () => {
  const broken =
    '---\ntitle: T\nid: t\nprofile: hotfix\nsummary: S\nstatus: planned\ntarget: 2026-01-01\n---\n\n## Bug fixes\n\n- One\n\n## Wether\n\nText\n';

  it('puts what the rules find beside what was found in reading, with what to do', () => {
    const plan = planOf(broken);
    checkPlan(plan, contextOf(plan));
    expect(messagesOf(plan)).toEqual([
      'RP102 14:1 Unknown section “Wether”',
      'RP082 7:1 Unexpected target 2026-01-01 in the past, the release is still planned',
    ]);
    expect(plan.file.messages[1]).toMatchObject({ fatal: false, note: expect.stringContaining('delayed') });
  });

  it('takes severities from the settings, for what reading found as well', () => {
    const plan = planOf(broken);
    const settings = { site: testSite, rules: { RP082: 'error', RP102: 'off' } as const };
    checkPlan(plan, contextOf(plan, { settings }));
    expect(plan.file.messages.map((message) => [message.ruleId, message.fatal])).toEqual([['RP082', true]]);
  });

  it('lets no setting soften what the wall rests on', () => {
    const plan = planOf(
      '---\nid: t\nproduct: till\nstatus: planned\nvisibility: public\nprofile: hotfix\nsummary: S\n---\n\n## Bug fixes\n\n- One\n',
    );
    checkPlan(plan, contextOf(plan, { settings: { site: testSite, rules: { RP104: 'off' } } }));
    expect(plan.file.messages.map((message) => [message.ruleId, message.fatal])).toEqual([['RP104', true]]);
  });

  it('adds nothing to a file that could not be read', () => {
    const plan = planOf('---\ntitle: a: b\n---\n');
    checkPlan(plan, contextOf(plan));
    expect(plan.file.messages.map((message) => message.ruleId)).toEqual(['RP130']);
  });

  it('looks for dates on roadmap items, and for a review that is overdue', () => {
    const bytes = new TextEncoder().encode(
      '---\ntitle: Faster tills\n---\n\n## Problem\n\nQueues, until spring 2027.\n\n## More\n\n[Paper](https://a.example/2026/x)\n',
    );
    const initiative = parseInitiative(readMarkdown('roadmap/fast.md', bytes), 'fast', { site: testSite });
    checkInitiative(initiative, { settings: { site: testSite } });
    expect(messagesOf(initiative)).toEqual(['RP080 Unexpected date “2027” in the problem of a roadmap item']);
    expect(initiative.file.messages[0]?.note).toContain('plan that delivers it');
    const file = new VFile({ path: 'site.yaml' });
    const site = { ...testSite, roadmap: { ...testSite.roadmap, updated: '2026-10-01', reviewEvery: 30 } };
    checkRoadmap(file, { settings: { site }, today: '2026-10-31' });
    expect(file.messages).toEqual([]);
    checkRoadmap(file, { settings: { site }, today: '2026-11-05' });
    expect(file.messages.map((message) => message.reason)).toEqual([
      'Unexpected roadmap of 2026-10-01, expected a review within 30 days; it is 5 days overdue',
    ]);
  });
});

describe('settings of rules', () => {
  it('are codes with one of four words', () => {
    expect(CheckSettingsSchema.safeParse({ rules: { RP061: 'off' }, cadence: { every: 14 } }).success).toBe(
      true,
    );
    expect(CheckSettingsSchema.safeParse({ rules: { RP061: 'loud' } }).success).toBe(false);
    expect(CheckSettingsSchema.safeParse({ rules: { P61: 'off' } }).success).toBe(false);
  });
});
