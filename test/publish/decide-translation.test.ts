import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import type { InitiativePlan } from '../../src/plan/initiative.ts';
import { decideInitiativeTranslation, decideTranslation } from '../../src/publish/decide-translation.ts';
import type { Initiative, Release } from '../../src/release/release.ts';
import type { InitiativeTranslation, ReleaseTranslation } from '../../src/release/translation.ts';
import { planOf, testSite } from '../plans.ts';

const now = new Date('2026-11-21T12:00:00Z');

describe('of a translated plan', () => {
  const original: Release = {
    id: 'p',
    title: 'Tables',
    product: 'till',
    version: '1.2',
    status: 'released',
    released: '2026-05-07',
    summary: 'Guests can book.',
  };
  const record: ReleaseTranslation = {
    of: 'p',
    locale: 'de',
    title: 'Tische',
    summary: 'Gäste reservieren.',
  };
  const last: ReleaseTranslation = { ...record, title: 'Alt' };
  const others: ReleaseTranslation[] = [
    { ...record, locale: 'fr' },
    { ...record, of: 'q' },
  ];
  const decide = (
    fields: Record<string, string> = {},
    previous: readonly ReleaseTranslation[] = others,
    of: Release | undefined = original,
  ) => {
    const all = { title: 'Tische', visibility: 'public', ...fields };
    const lines = Object.entries(all).flatMap(([key, value]) => (value === '' ? [] : `${key}: ${value}`));
    const written = planOf(`---\n${lines.join('\n')}\n---\n\n## Summary\n\nGäste reservieren.\n`);
    const translation = { written, locale: 'de', original: written };
    const { file, ...decision } = decideTranslation(translation, of, previous, testSite, now);
    expect(file).toBe(written.file);
    return decision;
  };
  const withLast = [...others, last];

  test('texts are published, with those that were', () => {
    expect(decide()).toEqual({ outcome: 'published', record, last: undefined });
    expect(decide({}, withLast)).toEqual({ outcome: 'published', record, last });
    // No site has translations at first.
    const first = planOf('---\ntitle: Tische\nvisibility: public\n---\n');
    expect(
      decideTranslation(
        { written: first, locale: 'de', original: first },
        original,
        undefined,
        testSite,
        now,
      ),
    ).toMatchObject({ outcome: 'published' });
  });

  test.each([
    ['internal', { visibility: 'internal' }],
    ['internal', { visibility: '' }],
    ['draft', { status: 'draft' }],
    ['draft', { status: 'draft', released: '2026-02-30' }],
    ['scheduled', { publishAt: '2026-11-21 13:01' }],
    ['scheduled', { publishAt: '2026-11-21 13:01', released: '2026-02-30' }],
  ])('nothing is published where it is %s, with %j', (outcome, fields) => {
    expect(decide(fields)).toEqual({ outcome, last: undefined });
    expect(decide(fields, withLast)).toEqual({ outcome, last });
  });

  test('nothing is published without its original', () => {
    expect(
      decideTranslation(
        { written: planOf('---\ntitle: T\nvisibility: public\n---\n'), locale: 'de', original: planOf('') },
        undefined,
        withLast,
        testSite,
        now,
      ),
    ).toMatchObject({ outcome: 'internal' });
    const inside = planOf('---\ntitle: T\n---\n');
    expect(
      decideTranslation(
        { written: inside, locale: 'de', original: inside },
        undefined,
        withLast,
        testSite,
        now,
      ),
    ).toEqual({ file: inside.file, outcome: 'internal', last: undefined });
  });

  test.each([
    ['an error', { released: '2026-02-30' }],
    ['a visibility that cannot be read', { visibility: 'pubic' }],
    ['a text that no record may hold', { title: 'T'.repeat(1_001) }],
  ])('the last texts are kept for %s, as far as the original says as much', (_, fields) => {
    expect(decide(fields)).toEqual({ outcome: 'blocked' });
    expect(decide(fields, withLast)).toEqual({ outcome: 'kept', record: last, last });
    const { summary: __, ...less } = original;
    const { summary: ___, ...limited } = last;
    expect(decide(fields, withLast, less)).toEqual({ outcome: 'kept', record: limited, last });
  });

  test('what says that it is internal is, whatever else is wrong with it', () => {
    expect(decide({ visibility: 'internal', title: '"T' }, withLast)).toEqual({ outcome: 'internal', last });
  });
});

describe('of a translated roadmap item', () => {
  const original: Initiative = {
    id: 'faster',
    title: 'Faster',
    horizon: 'now',
    problem: 'Slow.',
    outcome: 'Quick.',
    text: 'More.',
    dropped: 'Too dear.',
  };
  const record: InitiativeTranslation = {
    of: 'faster',
    locale: 'de',
    title: 'Schneller',
    problem: 'Langsam.',
    outcome: 'Flott.',
    text: 'Mehr.',
    dropped: 'Zu teuer.',
  };
  const last: InitiativeTranslation = { ...record, title: 'Alt' };
  const others: InitiativeTranslation[] = [
    { ...record, locale: 'fr' },
    { ...record, of: 'other' },
  ];
  const withLast = [...others, last];
  const written = (parts: Partial<InitiativePlan> = {}): InitiativePlan => ({
    file: new VFile({ path: 'roadmap/faster.de.md' }),
    id: 'faster.de',
    title: 'Schneller',
    problem: 'Langsam.',
    outcome: 'Flott.',
    more: 'Mehr.',
    dropped: 'Zu teuer.',
    visibility: 'public',
    ...parts,
  });
  const decide = (
    plan = written(),
    previous: readonly InitiativeTranslation[] = others,
    of: Initiative | undefined = original,
  ) => {
    const { file, ...decision } = decideInitiativeTranslation(
      { written: plan, locale: 'de', original: plan },
      of,
      previous,
    );
    expect(file).toBe(plan.file);
    return decision;
  };

  test('texts are published, with those that were', () => {
    expect(decide()).toStrictEqual({ outcome: 'published', record, last: undefined });
    expect(decide(written(), withLast)).toStrictEqual({ outcome: 'published', record, last });
    const first = written();
    expect(
      decideInitiativeTranslation({ written: first, locale: 'de', original: first }, original, undefined),
    ).toMatchObject({ outcome: 'published', record });
    expect(decide(written({ problem: 'Lang\u{E0061}sam.' }))).toMatchObject({ record });
    const { title: _, ...untitled } = written();
    expect(decide(untitled)).toMatchObject({ record: { ...record, title: 'Faster' } });
  });

  test.each(['problem', 'outcome', 'text', 'dropped'] as const)(
    'what the original does not say is left out, and what it alone says: %s',
    (part) => {
      const { [part]: _, ...less } = original;
      const { [part]: __, ...limited } = record;
      expect(decide(written(), others, less).record).toStrictEqual(limited);
      expect(decide(written({ [part === 'text' ? 'more' : part]: '' })).record).toStrictEqual(limited);
      expect(decide(written({ [part === 'text' ? 'more' : part]: undefined })).record).toStrictEqual(limited);
    },
  );

  test('nothing is published where it is inside, or its original', () => {
    expect(decide(written({ visibility: 'internal' }), withLast)).toEqual({ outcome: 'internal', last });
    const plan = written();
    expect(
      decideInitiativeTranslation({ written: plan, locale: 'de', original: plan }, undefined, withLast),
    ).toEqual({ file: plan.file, outcome: 'internal', last: undefined });
  });

  test('the last texts are kept for an error, as far as the original says as much', () => {
    const broken = () => {
      const plan = written();
      plan.file.message('Unexpected').fatal = true;
      return plan;
    };
    expect(decide(broken())).toEqual({ outcome: 'blocked' });
    expect(decide(broken(), withLast)).toEqual({ outcome: 'kept', record: last, last });
    const { problem: _, ...less } = original;
    const { problem: __, ...limited } = last;
    expect(decide(broken(), withLast, less)).toEqual({ outcome: 'kept', record: limited, last });
  });

  test.each([
    ['title', 'T', '1,000'],
    ['problem', 'P', '100,000'],
    ['more', 'M', '100,000'],
  ])('a text that no record may hold is an error, and the last ones are kept: %s', (part, letter, most) => {
    const plan = () => written({ [part]: letter.repeat(100_001) });
    const long = plan();
    expect(decide(long)).toEqual({ outcome: 'blocked' });
    expect(long.file.messages.map(({ ruleId, reason, fatal }) => [ruleId, reason, fatal])).toEqual([
      ['RP110', `Unexpected ${part === 'more' ? 'text' : part}, expected at most ${most} characters`, true],
    ]);
    expect(decide(plan(), withLast)).toEqual({ outcome: 'kept', record: last, last });
  });
});
