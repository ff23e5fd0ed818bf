import { expect, test } from 'vitest';
import { parseInitiative } from '../../src/plan/initiative.ts';
import { refuseSharedAddresses, refuseSharedIds } from '../../src/publish/collisions.ts';
import { readMarkdown } from '../../src/sources/markdown.ts';
import { planOf, testSite } from '../plans.ts';

const now = new Date('2026-11-21T12:00:00Z');

/** A public, planned release of the till, where nothing else is said. */
function plan(path: string, fields: Record<string, string>) {
  const all = { title: 'Tables', visibility: 'public', status: 'planned', product: 'till', ...fields };
  const lines = Object.entries(all).flatMap(([key, value]) => (value === '' ? [] : `${key}: ${value}`));
  return planOf(`---\n${lines.join('\n')}\n---\n`, path);
}

function goal(id: string, more = '') {
  const text = `---\ntitle: T\n${more}\n---\n`;
  return parseInitiative(readMarkdown(`roadmap/${id}.md`, new TextEncoder().encode(text)), id, {
    site: testSite,
  });
}

/** What is told of shared ids or addresses, by file. */
const toldOf = (...all: { file: ReturnType<typeof plan>['file'] }[]) =>
  all.map(({ file }) =>
    file.messages
      .filter(({ ruleId }) => ruleId === 'RP150' || ruleId === 'RP151')
      .map(({ reason, note, fatal }) => ({ reason, note, fatal })),
  );

const ID_HINT = 'An id belongs to one plan for good: give the newer one another.';
const ADDRESS_HINT =
  'Give each its own version or channel; what differs only in dots and dashes is the same address.';
const shared = (what: string, others: string, note = ID_HINT) => [
  { reason: `Unexpected ${what}, which ${others} too`, note, fatal: true },
];

test('an id that two public plans have is told to both, and to nobody else', () => {
  const [a, b, c] = [plan('a.md', { id: 'p' }), plan('b.md', { id: 'p' }), plan('c.md', { id: 'q' })];
  refuseSharedIds([a, b, c], [], testSite, now);
  expect(toldOf(a, b, c)).toEqual([shared('id `p`', 'b.md has'), shared('id `p`', 'a.md has'), []]);
});

test('a plan and a roadmap item share no id either; an item that is inside yields', () => {
  const [a, open, inside] = [plan('a.md', { id: 'p' }), goal('p'), goal('p', 'visibility: internal')];
  refuseSharedIds([a], [open, goal('q')], testSite, now);
  expect(toldOf(a, open)).toEqual([shared('id `p`', 'roadmap/p.md has'), shared('id `p`', 'a.md has')]);
  const again = plan('a.md', { id: 'p' });
  refuseSharedIds([again], [inside], testSite, now);
  expect(toldOf(again, inside)).toEqual([[], shared('id `p`', 'a.md has')]);
});

test('several that are inside yield to the one that is public, and each is told of all others', () => {
  const plans = ['a', 'b', 'c'].map((name, at) =>
    plan(`${name}.md`, { id: 'p', visibility: at === 1 ? 'public' : 'internal' }),
  );
  refuseSharedIds(plans, [], testSite, now);
  expect(toldOf(...plans)).toEqual([
    shared('id `p`', 'b.md and c.md have'),
    [],
    shared('id `p`', 'a.md and b.md have'),
  ]);
  const hidden = ['a', 'b'].map((name) => plan(`${name}.md`, { id: 'p', visibility: 'internal' }));
  refuseSharedIds(hidden, [], testSite, now);
  expect(toldOf(...hidden)).toEqual([shared('id `p`', 'b.md has'), shared('id `p`', 'a.md has')]);
});

test('an id that is made for want of one counts where the plan is public', () => {
  const fields = { version: '"1"', status: 'released' };
  const open = [plan('a.md', fields), plan('b.md', fields)];
  refuseSharedIds(open, [], testSite, now);
  expect(toldOf(...open)).toEqual([shared('id `till-1`', 'b.md has'), shared('id `till-1`', 'a.md has')]);
  const hidden: Record<string, string>[] = [{ visibility: 'internal' }, { status: 'draft' }, { status: '' }];
  for (const inside of hidden) {
    const plans = [plan('a.md', fields), plan('b.md', { ...fields, ...inside })];
    refuseSharedIds(plans, [], testSite, now);
    expect(toldOf(...plans), JSON.stringify(inside)).toEqual([[], []]);
  }
});

test('an address that two public releases have is told to both, with what to do', () => {
  const shipped = (path: string, fields: Record<string, string>) =>
    plan(path, { status: 'released', ...fields });
  const [a, b] = [
    shipped('a.md', { id: 'p', version: '"1.2"' }),
    shipped('b.md', { id: 'q', version: '"1-2"' }),
  ];
  const others = [
    shipped('c.md', { id: 'r', version: '"1.2"', product: 'api' }),
    shipped('d.md', { id: 's', version: '"1.2"', visibility: 'internal' }),
    shipped('e.md', { id: 't', version: '"1.2"', publishAt: '2026-11-21 13:01' }),
    shipped('f.md', { id: 'u', version: '"1.2"', status: 'draft' }),
    shipped('g.md', { id: 'v', version: '"1.2"', status: '' }),
    // On the roadmap, releases are told apart by their ids.
    shipped('h.md', { id: 'w', version: '"1.2"', status: 'planned' }),
  ];
  refuseSharedAddresses([a, b, ...others], testSite, now);
  const address = 'address `/releases/till/1-2/`';
  expect(toldOf(a, b, ...others)).toEqual([
    shared(address, 'b.md has', ADDRESS_HINT),
    shared(address, 'a.md has', ADDRESS_HINT),
    ...others.map(() => []),
  ]);
});

test('a moment that is now has come', () => {
  const at = (path: string, publishAt: string) =>
    plan(path, { id: 'p', status: 'released', version: '"1"', publishAt });
  const [first, due, later] = [
    at('a.md', ''),
    at('b.md', '2026-11-21 13:00'),
    at('c.md', '2026-11-21 13:01'),
  ];
  refuseSharedAddresses([first, due, later], testSite, now);
  expect(toldOf(first, due, later).map(({ length }) => length)).toEqual([1, 1, 0]);
});

test('what names no product is a release of the only one, and of none where there are several', () => {
  const site = { ...testSite, products: testSite.products.slice(0, 1) };
  const pair = (product: string) => [
    plan('a.md', { id: 'p', version: '"1"', status: 'released', product }),
    plan('b.md', { id: 'q', version: '"1"', status: 'released', product: '' }),
  ];
  const lengths = (plans: ReturnType<typeof pair>, on = site) => {
    refuseSharedAddresses(plans, on, now);
    return toldOf(...plans).map(({ length }) => length);
  };
  expect(lengths(pair('till'))).toEqual([1, 1]);
  expect(lengths(pair('till'), testSite)).toEqual([0, 0]);
  expect(lengths(pair(''), testSite)).toEqual([0, 0]);
  expect(lengths(pair(''), { ...testSite, products: [] })).toEqual([0, 0]);
});

test('what has its id or its address alone is told nothing, inside or not', () => {
  const alone = [plan('a.md', { id: 'p' }), plan('b.md', { id: 'q', visibility: 'internal' })];
  refuseSharedIds(alone, [goal('g'), goal('h', 'visibility: internal')], testSite, now);
  refuseSharedAddresses(alone, testSite, now);
  expect(toldOf(...alone)).toEqual([[], []]);
  // Plans that are not public have no address yet.
  const inside = ['a', 'b'].map((name) => plan(`${name}.md`, { id: 'p', visibility: 'internal' }));
  refuseSharedAddresses(inside, testSite, now);
  expect(toldOf(...inside)).toEqual([[], []]);
});
