import { expect, test } from 'vitest';
import { outlineOf } from '../../src/release/outline.ts';
import { getDeprecationPages, getDeprecations } from '../../src/site/deprecations.ts';
import { getIssueRegister, getIssuesOf, getLastTold, issueAnchor } from '../../src/site/known-issues.ts';
import { getMaintenance } from '../../src/site/maintenance.ts';
import { contentOf, release } from './fixture.ts';

const lag = { id: 'lag', title: 'It lags' };

test('an issue is carried until a version that is out fixes it, and its old page says so', () => {
  const first = release('one', { version: '1.0.0', released: '2026-01-01', knownIssues: [lag] });
  const second = release('two', { version: '1.1.0', released: '2026-02-01', knownIssues: [lag] });
  const open = getIssueRegister(contentOf({ releases: [first, second] }));
  expect(open.open.get('rider-app')).toMatchObject([
    { discoveredIn: '1.0.0', since: { id: 'one' }, latest: { id: 'two' }, state: 'open' },
  ]);

  const told = { ...second, knownIssues: [{ ...lag, fixedIn: '1.2.0' }] };
  const third = release('three', { version: '1.2.0', released: '2026-03-01' });
  const fixed = contentOf({ releases: [first, told, third] });
  expect(getIssueRegister(fixed).open.size).toBe(0);
  expect(getIssueRegister(fixed).fixed.get('rider-app')?.[0]).toMatchObject({
    fixedIn: '1.2.0',
    state: 'fixed',
  });
  expect(getIssuesOf(fixed, first)).toMatchObject([{ fixedIn: '1.2.0', state: 'fixed' }]);
});

test('a fix that is announced for a coming version leaves the issue open', () => {
  const issue = { ...lag, fixedIn: '2.0.0' };
  const releases = [
    release('one', { version: '1.0.0', released: '2026-01-01', knownIssues: [issue] }),
    release('two', { version: '2.0.0', status: 'planned' }),
  ];
  expect(getIssueRegister(contentOf({ releases })).open.get('rider-app')).toMatchObject([
    { state: 'coming' },
  ]);
  const later = [releases[0]!];
  expect(getIssueRegister(contentOf({ releases: later })).open.get('rider-app')).toMatchObject([
    { state: 'coming' },
  ]);
});

test('issues of two products never mix, nor do their anchors', () => {
  const releases = [
    release('app', { released: '2026-02-01', knownIssues: [lag] }),
    release('api', { product: 'partner-api', released: '2026-01-01', knownIssues: [lag] }),
  ];
  const content = contentOf({ releases });
  const lives = [...getIssueRegister(content).open.values()].flat();
  expect(new Set(lives.map((life) => issueAnchor(content, life)))).toEqual(
    new Set(['lag', 'partner-api.lag']),
  );
});

test('deprecations: soonest first, undated last, and gone when the day, the version or a removal says so', () => {
  const deprecated = (id: string, removal?: string) => ({
    id,
    kind: 'deprecated' as const,
    title: id,
    removal,
  });
  const releases = [
    release('one', {
      version: '1.0.0',
      released: '2025-01-01',
      changes: [
        deprecated('never'),
        deprecated('late', '2027'),
        deprecated('soon', '2026-Q2'),
        deprecated('past', '2026-05-09'),
        deprecated('by-version', '1.1.0'),
        deprecated('later-version', '9.0.0'),
        deprecated('removed-since', '2030'),
      ].map((change) => JSON.parse(JSON.stringify(change))),
    }),
    release('two', {
      version: '1.1.0',
      released: '2025-06-01',
      changes: [{ id: 'removed-since', kind: 'removed', title: 'Gone' }],
    }),
  ];
  const { ending, ended } = getDeprecations(contentOf({ releases }));
  expect(ending.map(({ change }) => change.id)).toEqual(['soon', 'late', 'never', 'later-version']);
  expect(ended.map(({ change }) => change.id)).toEqual(['past', 'by-version', 'removed-since']);
});

test('deprecations: a register that is too long for one page goes on with what has gone', () => {
  const deprecated = (id: string, removal: string) => ({
    id,
    kind: 'deprecated' as const,
    title: id,
    removal,
  });
  const changes = Array.from({ length: 230 }, (_, index) =>
    deprecated(`d-${index}`, index < 120 ? '2027' : '2025'),
  );
  const content = contentOf({ releases: [release('one', { released: '2025-01-01', changes })] });
  const pages = getDeprecationPages(content);
  expect(pages.map(({ address, shown }) => [address, shown.ending.length, shown.ended.length])).toEqual([
    ['/deprecations/', 100, 0],
    ['/deprecations/page/2/', 20, 80],
    ['/deprecations/page/3/', 0, 30],
  ]);
  const { ending, ended } = getDeprecations(content);
  expect(pages.flatMap(({ shown }) => [...shown.ending, ...shown.ended])).toEqual([...ending, ...ended]);
  expect(getDeprecationPages(contentOf({})).map(({ address }) => address)).toEqual(['/deprecations/']);
});

test('maintenance: what is under way is still to come, soonest first', () => {
  const window = (id: string, start: string, end: string) => ({ id, start, end, zone: 'UTC' });
  const releases = [
    release('one', {
      maintenance: [
        window('later', '2026-06-01T00:00:00Z', '2026-06-01T01:00:00Z'),
        window('running', '2026-05-10T07:00:00Z', '2026-05-10T11:00:00+02:00'),
        window('over', '2026-05-01T00:00:00Z', '2026-05-01T01:00:00Z'),
      ],
    }),
  ];
  const { coming, past } = getMaintenance(contentOf({ releases }));
  expect(coming.map((work) => work.window.id)).toEqual(['running', 'later']);
  expect(past.map((work) => work.window.id)).toEqual(['over']);
});

test('an issue is told last by the newest release that mentions it, whatever its texts say', () => {
  const issue = { id: 'slow', title: 'Slow' };
  const releases = [
    release('first', { version: '1.0', released: '2026-01-01', knownIssues: [{ ...issue, text: 'Once.' }] }),
    release('second', {
      version: '1.1',
      released: '2026-02-01',
      knownIssues: [{ ...issue, text: 'Twice.' }],
    }),
    release('third', { version: '1.2', released: '2026-03-01', knownIssues: [{ id: 'new', title: 'New' }] }),
  ];
  const told = new Set(['third/new', 'second/slow']);
  expect(getLastTold(contentOf({ releases }))).toEqual(told);
  const outlines = releases.map(outlineOf);
  expect(getLastTold(contentOf({ releases: outlines }))).toEqual(told);
});
