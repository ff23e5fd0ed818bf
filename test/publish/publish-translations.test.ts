import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import type { InitiativePlan } from '../../src/plan/initiative.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { publish, type PlanTranslations, type Records } from '../../src/publish/publish.ts';
import type { Initiative, Release } from '../../src/release/release.ts';
import { planOf, testSite } from '../plans.ts';

const now = new Date('2026-11-21T12:00:00Z');
const plan = (id: string, more = 'visibility: public') =>
  planOf(
    `---\nid: ${id}\ntitle: ${id}\nproduct: till\nstatus: planned\n${more}\n---\n\n## Summary\n\nText.\n`,
    `${id}.md`,
  );
const goal = (id: string, more: Partial<InitiativePlan> = {}): InitiativePlan => ({
  file: new VFile({ path: `roadmap/${id}.md` }),
  id,
  title: id,
  horizon: 'now',
  visibility: 'public',
  problem: 'Text.',
  ...more,
});
const release = (id: string): Release => ({
  id,
  title: id,
  product: 'till',
  status: 'planned',
  horizon: 'next',
  summary: 'Text.',
});
const item = (id: string): Initiative => ({ id, title: id, horizon: 'now', problem: 'Text.' });
const text = (of: string, locale = 'de', title = 'Alt') => ({ of, locale, title });

interface Written {
  plans?: Plan[];
  goals?: InitiativePlan[];
  translations?: Partial<PlanTranslations>;
  previous?: Partial<Records>;
}

function run({ plans = [], goals = [], translations, previous = {} }: Written) {
  const { records, outcomes } = publish({
    plans,
    initiatives: goals,
    ...(translations && { translations: { plans: [], initiatives: [], failed: [], ...translations } }),
    previous: { releases: [], initiatives: [], withdrawn: [], ...previous },
    site: testSite,
    now,
  });
  return { records, told: outcomes.map(({ file, outcome }) => `${file.path} ${outcome}`) };
}

/** A translation of a plan or of a roadmap item. */
const of = (original: Plan, locale = 'de', more?: string) => ({
  written: plan(`${original.fields.id}-${locale}`, more),
  locale,
  original,
});
const ofGoal = (original: InitiativePlan, locale = 'de', more?: Partial<InitiativePlan>) => ({
  written: goal(`${original.id}-${locale}`, more),
  locale,
  original,
});

describe('what is public in other languages', () => {
  test('is nothing where nothing is translated', () => {
    const { records, told } = run({ plans: [plan('p')], goals: [goal('g')] });
    expect(records).toMatchObject({ releases: [{ id: 'p' }], initiatives: [{ id: 'g' }] });
    expect([records.releases.length, records.initiatives.length]).toEqual([1, 1]);
    expect(records).not.toHaveProperty('translations');
    expect(told).toEqual(['p.md published', 'roadmap/g.md published']);
    expect(run({ plans: [plan('p')], translations: {} }).records).not.toHaveProperty('translations');
  });

  test('stands by original and language, in whatever order it was written', () => {
    const [p, q, g, h] = [plan('p'), plan('q'), goal('g'), goal('h')];
    const translations = {
      plans: [of(q, 'fr'), of(p, 'ja'), of(q, 'de'), of(p, 'de')],
      initiatives: [ofGoal(h), ofGoal(g, 'ja'), ofGoal(g)],
    };
    const { records, told } = run({ plans: [q, p], goals: [h, g], translations });
    const keysOf = (all: readonly { of: string; locale: string }[] = []) =>
      all.map((each) => `${each.of} ${each.locale}`);
    expect(keysOf(records.translations?.releases)).toEqual(['p de', 'p ja', 'q de', 'q fr']);
    expect(keysOf(records.translations?.initiatives)).toEqual(['g de', 'g ja', 'h de']);
    expect(records.translations?.releases[0]).toStrictEqual({
      of: 'p',
      locale: 'de',
      title: 'p-de',
      summary: 'Text.',
    });
    expect(told.slice(4)).toEqual([
      ...['q-fr', 'p-ja', 'q-de', 'p-de'].map((name) => `${name}.md published`),
      ...['h-de', 'g-ja', 'g-de'].map((name) => `roadmap/${name}.md published`),
    ]);
  });

  test('is there for releases alone, and for roadmap items alone', () => {
    const [p, g] = [plan('p'), goal('g')];
    expect(run({ plans: [p], translations: { plans: [of(p)] } }).records.translations).toMatchObject({
      releases: [{ of: 'p' }],
      initiatives: [],
    });
    expect(
      run({ goals: [g], translations: { initiatives: [ofGoal(g)] } }).records.translations,
    ).toMatchObject({
      releases: [],
      initiatives: [{ of: 'g' }],
    });
  });

  test('is nothing of what is not public itself, and stays as it was where it has errors', () => {
    const [p, g] = [plan('p', 'visibility: internal'), goal('g', { visibility: 'internal' })];
    const inside = run({
      plans: [p],
      goals: [g],
      translations: { plans: [of(p)], initiatives: [ofGoal(g)] },
    });
    expect(inside.records).not.toHaveProperty('translations');
    expect(inside.told.slice(2)).toEqual(['p-de.md internal', 'roadmap/g-de.md internal']);
    const [q, h] = [plan('q'), goal('h')];
    const previous = { translations: { releases: [text('q')], initiatives: [text('h')] } };
    const long = { title: 'T'.repeat(1_001) };
    const broken = run({
      plans: [q],
      goals: [h],
      translations: {
        plans: [of(q, 'de', 'visibility: public\nreleased: 2026-02-30')],
        initiatives: [ofGoal(h, 'de', long)],
      },
      previous,
    });
    expect(broken.records.translations).toEqual({ releases: [text('q')], initiatives: [text('h')] });
    expect(broken.told.slice(2)).toEqual(['q-de.md kept', 'roadmap/h-de.md kept']);
  });
});

describe('what has no plan any more', () => {
  const translations = {
    releases: [text('q'), text('p', 'ja'), { ...text('p'), summary: 'Text.', reason: 'Niemand.' }],
    initiatives: [text('h'), text('g', 'ja'), { ...text('g'), problem: 'Text.', outcome: 'Niemand.' }],
  };
  const previous = {
    releases: ['p', 'q'].map(release),
    initiatives: ['g', 'h'].map(item),
    translations,
  };
  /** As far as their originals say it, and where they are still public. */
  const spared = {
    releases: [{ ...text('p'), summary: 'Text.' }, text('p', 'ja')],
    initiatives: [{ ...text('g'), problem: 'Text.' }, text('g', 'ja')],
  };
  const inside = () => ({
    plans: [plan('p'), plan('q', 'visibility: internal')],
    goals: [goal('g'), goal('h', { visibility: 'internal' })],
    previous,
  });

  test('goes', () => {
    expect(run(inside()).records).not.toHaveProperty('translations');
    expect(run({ ...inside(), translations: {} }).records).not.toHaveProperty('translations');
  });

  test('stays while a plan that cannot be read may be any', () => {
    const unread = planOf('---\n- no\n- plan\n---\n', 'unread.md');
    const all = inside();
    const { records } = run({ ...all, plans: [...all.plans, unread] });
    expect(records.translations).toEqual(spared);
  });

  test('stays while a translation that is public does not say of what', () => {
    for (const lost of [plan('lost'), goal('lost')]) {
      const { records, told } = run({ ...inside(), translations: { failed: [lost] } });
      expect(records.translations).toEqual(spared);
      expect(told.at(-1)).toBe(`${lost.file.path} blocked`);
    }
    for (const lost of [plan('lost', 'visibility: internal'), goal('lost', { visibility: 'internal' })]) {
      const { records } = run({ ...inside(), translations: { failed: [lost] } });
      expect(records).not.toHaveProperty('translations');
    }
  });

  test('does not stay beside what there is a plan of', () => {
    const all = inside();
    const [p] = all.plans;
    const [g] = all.goals;
    if (!p || !g) throw new Error('There are none.');
    const { records } = run({
      ...all,
      translations: {
        plans: [of(p), of(p, 'ja', 'visibility: internal')],
        initiatives: [ofGoal(g), ofGoal(g, 'ja', { visibility: 'internal' })],
        failed: [plan('lost')],
      },
    });
    expect(records.translations?.releases.map(({ title }) => title)).toEqual(['p-de']);
    expect(records.translations?.initiatives.map(({ title }) => title)).toEqual(['g-de']);
  });
});
