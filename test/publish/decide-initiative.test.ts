import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import type { InitiativePlan } from '../../src/plan/initiative.ts';
import { decideInitiative } from '../../src/publish/decide-initiative.ts';
import { publishInitiative } from '../../src/publish/publish-initiative.ts';
import type { Initiative } from '../../src/release/release.ts';
import { messagesOf } from '../plans.ts';

const plan = (parts: Partial<InitiativePlan> = {}): InitiativePlan => ({
  file: new VFile({ path: 'roadmap/faster.md' }),
  id: 'faster',
  title: 'Faster',
  horizon: 'next',
  visibility: 'public',
  ...parts,
});
const broken = (parts: Partial<InitiativePlan> = {}): InitiativePlan => {
  const made = plan(parts);
  made.file.message('Unexpected').fatal = true;
  return made;
};
const record: Initiative = { id: 'faster', title: 'Faster', horizon: 'next' };
const last: Initiative = { ...record, title: 'Slow' };
const other: Initiative = { ...record, id: 'other' };
const decide = (each: InitiativePlan, previous: readonly Initiative[] = []) => {
  const { file, ...decision } = decideInitiative(each, previous);
  expect(file).toBe(each.file);
  return decision;
};

test('a roadmap item is published, with what was public of it', () => {
  expect(decide(plan(), [other, last])).toEqual({ outcome: 'published', record, last });
  expect(decide(plan(), [other])).toEqual({ outcome: 'published', record, last: undefined });
  // Unless its author says otherwise, it is public.
  const { visibility: _, ...silent } = plan();
  expect(decide(silent)).toMatchObject({ outcome: 'published' });
});

test('one that is inside goes, whatever else is wrong with it', () => {
  for (const each of [plan, broken])
    expect(decide(each({ visibility: 'internal' }), [last])).toEqual({ outcome: 'internal', last });
});

test('one with errors keeps its record, or is blocked', () => {
  const long = plan({ title: 'T'.repeat(1_001) });
  for (const each of [broken(), broken({ dropped: 'Too dear.' }), long])
    expect(decide(each, [last])).toEqual({ outcome: 'kept', record: last, last });
  for (const each of [broken(), broken({ dropped: 'Too dear.' }), long])
    expect(decide(each, [other])).toEqual({ outcome: 'blocked' });
});

test('one that is given up is told to those who have heard of it', () => {
  const dropped = plan({ dropped: 'Too dear.' });
  expect(decide(dropped, [other])).toEqual({ outcome: 'cancelled', last: undefined });
  expect(decide(dropped, [last])).toEqual({
    outcome: 'published',
    record: { ...record, dropped: 'Too dear.' },
    last,
  });
});

test('its record holds what is named, without what nobody sees, and nothing else', () => {
  const all = {
    horizon: 'now',
    theme: 'speed',
    product: 'till',
    stage: 'beta',
    updated: '2026-11-01',
    dropped: 'Too dear.',
    locale: 'de',
    problem: 'Slow.',
    outcome: 'Quick.',
  } as const;
  const inside = { translationOf: 'other', more: 'More.' };
  const made = publishInitiative(plan({ ...all, ...inside, title: 'Faster\u{E0041}\u{E0042}' }));
  expect(made).toStrictEqual({ id: 'faster', title: 'Faster', ...all, text: 'More.' });
  expect(publishInitiative(plan())).toStrictEqual(record);
});

test('what a record may not hold is an error of its author’s', () => {
  const each = plan({ theme: 'No id' });
  expect(publishInitiative(each)).toBeUndefined();
  expect(messagesOf(each)).toEqual(['RP110 Unexpected theme, expected what a public record may hold']);
  expect(each.file.messages[0]).toMatchObject({
    fatal: true,
    note: 'This part cannot be published as it is.',
  });
});
