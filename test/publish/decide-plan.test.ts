import { describe, expect, test } from 'vitest';
import { decidePlan } from '../../src/publish/decide-plan.ts';
import type { Release } from '../../src/release/release.ts';
import { messagesOf, planOf, testSite } from '../plans.ts';

const now = new Date('2026-11-21T12:00:00Z');

/** A public release of the till, version 1.2, where nothing else is said. */
function front(fields: Record<string, string> = {}): string {
  const all = {
    id: 'p',
    title: 'Tables',
    product: 'till',
    version: '"1.2"',
    status: 'released',
    released: '2026-05-07',
    visibility: 'public',
    ...fields,
  };
  const lines = Object.entries(all).flatMap(([key, value]) => (value === '' ? [] : `${key}: ${value}`));
  return `---\n${lines.join('\n')}\n---\n`;
}

const record: Release = {
  id: 'p',
  title: 'Tables',
  product: 'till',
  version: '1.2',
  status: 'released',
  released: '2026-05-07',
};
const decide = (text: string, previous: readonly Release[] = [], site = testSite) => {
  const plan = planOf(text, 'a.md', site);
  const { file, ...decision } = decidePlan(plan, previous, site, now);
  expect(file).toBe(plan.file);
  return decision;
};
const BROKEN = { released: '2026-02-30' };

describe('a plan', () => {
  test('that says public and has no errors is published, with what was public of it', () => {
    const last = { ...record, title: 'Old' };
    expect(decide(front())).toEqual({ outcome: 'published', record, last: undefined });
    expect(decide(front(), [{ ...record, id: 'q', version: '9' }, last])).toEqual({
      outcome: 'published',
      record,
      last,
    });
  });

  test('with errors keeps its record as it is, or is blocked', () => {
    const last = { ...record, title: 'Old' };
    expect(decide(front(BROKEN), [last])).toEqual({ outcome: 'kept', record: last, last });
    expect(decide(front(BROKEN))).toEqual({ outcome: 'blocked', unidentified: false });
    expect(decide('---\n- no\n- plan\n---\n')).toEqual({ outcome: 'blocked', unidentified: true });
  });

  test('whose record would not be valid keeps its last one too', () => {
    const long = front({ title: 'T'.repeat(1_001) });
    expect(decide(long, [record])).toEqual({ outcome: 'kept', record, last: record });
    expect(decide(long)).toEqual({ outcome: 'blocked', unidentified: false });
  });

  test.each([
    ['internal', { visibility: 'internal' }],
    ['internal', { visibility: '' }],
    ['draft', { status: 'draft' }],
    ['draft', { status: '' }],
    ['scheduled', { publishAt: '2026-11-21 13:01' }],
  ])('is %s with %j, and nothing of it is public', (outcome, fields) => {
    expect(decide(front(fields), [record])).toEqual({ outcome, last: record });
    expect(decide(front(fields))).toEqual({ outcome, last: undefined });
  });

  test.each([
    ['internal', { visibility: 'internal' }],
    ['draft', { status: 'draft' }],
    ['scheduled', { publishAt: '2026-11-21 13:01' }],
  ])('is %s with %j whatever else is wrong with it', (outcome, fields) => {
    expect(decide(front({ ...fields, ...BROKEN }), [record]).outcome).toBe(outcome);
  });

  test('that has a status which nobody can read keeps its record', () => {
    expect(decide(front({ status: 'relased' }), [record]).outcome).toBe('kept');
  });

  test('may say who sees it where that cannot be read: it keeps its record until it can, or says that it is internal', () => {
    for (const visibility of ['pubic', '[public, internal]'])
      expect(decide(front({ visibility }), [record]).outcome, visibility).toBe('kept');
    const unread = front().replace('title: Tables', 'title: "Tables');
    expect(decide(unread, [record])).toEqual({ outcome: 'kept', record, last: record });
    expect(decide(unread.replace('public', 'internal'), [record])).toEqual({
      outcome: 'internal',
      last: record,
    });
  });

  test('is out when its moment has come, and stays so whatever the clock says then', () => {
    expect(decide(front({ publishAt: '2026-11-21 13:00' })).outcome).toBe('published');
    const publishAt = '2026-11-21T13:01:00+01:00';
    const out = { ...record, publishAt };
    expect(decide(front({ publishAt: '2026-11-21 13:01' }), [out]).outcome).toBe('published');
    // Whoever moves the moment takes it back until then.
    expect(decide(front({ publishAt: '2026-11-21 13:02' }), [out]).outcome).toBe('scheduled');
    expect(decide(front({ publishAt: '2026-11-21 13:02' }), [record]).outcome).toBe('scheduled');
  });

  test('that is called off is told to those who have heard of it', () => {
    const off = front({ status: 'cancelled', released: '' });
    expect(decide(off)).toEqual({ outcome: 'cancelled', last: undefined });
    const planned: Release = { ...record, status: 'planned' };
    expect(decide(off, [planned])).toMatchObject({ outcome: 'published', record: { status: 'cancelled' } });
  });
});

describe('the record of a plan', () => {
  const lastOf = (text: string, previous: readonly Release[], site = testSite) =>
    decide(text, previous, site).last;
  const other: Release = { ...record, id: 'till-1-2', version: '7' };

  test('is that of its id, before that of its address', () => {
    const named = { ...record, version: '3' };
    const placed = { ...record, id: 'q' };
    expect(lastOf(front(), [placed, named])).toBe(named);
    expect(lastOf(front(), [placed])).toBe(placed);
    expect(lastOf(front({ id: '' }), [placed, other])).toBe(other);
  });

  test('is found by the address in its own product and channel alone', () => {
    const placed = { ...record, id: 'q' };
    expect(lastOf(front({ product: 'api' }), [placed])).toBeUndefined();
    expect(lastOf(front({ channel: 'beta' }), [placed])).toBeUndefined();
    expect(lastOf(front({ channel: 'beta' }), [{ ...placed, channel: 'beta' }])).toBeDefined();
    expect(lastOf(front({ id: '1-2', version: '' }), [placed])).toBeUndefined();
    expect(lastOf(front({ version: '"1.3"' }), [placed])).toBeUndefined();
  });

  test('of one that names no product is that of the first', () => {
    const placed = { ...record, id: 'q' };
    const one = { ...testSite, products: testSite.products.slice(0, 1) };
    expect(lastOf(front({ product: '' }), [placed], one)).toBe(placed);
    expect(lastOf(front({ product: '', id: '' }), [{ ...placed, product: 'api' }], one)).toBeUndefined();
    const none = { ...testSite, products: [] };
    expect(decidePlan(planOf(front({ product: '' })), [placed], none, now).last).toBeUndefined();
  });

  test('is found by its title where it has neither id nor version', () => {
    const titled: Release = { ...record, id: 'tables' };
    expect(lastOf(front({ id: '', version: '' }), [titled])).toBe(titled);
  });

  test('is guessed where its front matter cannot be read, and is none where nothing can be made out', () => {
    const unread = (fields: Record<string, string>) =>
      front(fields).replace('released: 2026', 'released: "2026');
    expect(lastOf(unread({}), [record])).toBe(record);
    expect(lastOf(unread({ title: '' }), [record])).toBe(record);
    expect(lastOf(unread({ version: '', title: '' }), [record])).toBe(record);
    expect(lastOf(unread({ id: '', title: '' }), [{ ...record, id: 'q' }])).toMatchObject({ id: 'q' });
    expect(lastOf(unread({ id: '' }), [{ ...record, id: 'q' }])).toMatchObject({ id: 'q' });
    const titled: Release = { ...record, id: 'tables' };
    expect(lastOf(unread({ id: '', version: '' }), [titled])).toBe(titled);
    const release: Release = { ...record, id: 'release' };
    expect(lastOf(unread({ id: '', version: '', title: '' }), [release])).toBeUndefined();
  });
});

test('what keeps it inside is no error of its author’s', () => {
  const plan = planOf(front({ visibility: 'internal' }));
  decidePlan(plan, [], testSite, now);
  expect(messagesOf(plan)).toEqual([]);
});
