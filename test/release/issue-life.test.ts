import { describe, expect, test } from 'vitest';
import { describeLines, type Line } from '../../src/release/compare-line.ts';
import { describeIssues, isOpenAt } from '../../src/release/issue-life.ts';
import type { KnownIssue, Release } from '../../src/release/release.ts';
import { between, release } from './records.ts';

const lag = (parts: Partial<KnownIssue> = {}): KnownIssue => ({ id: 'lag', title: 'It lags', ...parts });

/** The versions that have the first issue of a line. */
function openIn(releases: readonly Release[]): (string | undefined)[] {
  const [line] = describeLines(releases) as [Line<Release>];
  const [life] = describeIssues(line);
  return line.releases.flatMap(({ version }, place) => (life && isOpenAt(life, place) ? [version] : []));
}

const doubtsOf = (releases: readonly Release[]) =>
  describeIssues(describeLines(releases)[0] as Line<Release>)[0]?.doubts;

test('an issue is carried forward from its discovery to its fix, whether the releases say so or not', () => {
  const releases = [
    release('1.0.0', '2026-01-01'),
    release('1.1.0', '2026-02-01', { knownIssues: [lag({ fixedIn: '1.3.0' })] }),
    release('1.2.0', '2026-03-01'),
    release('1.3.0', '2026-04-01'),
  ];
  expect(openIn(releases)).toEqual(['1.1.0', '1.2.0']);
  expect(openIn(releases.toReversed())).toEqual(['1.1.0', '1.2.0']);
});

test('a fix that was taken back is in the next release that stands, or in none', () => {
  const releases = [
    release('1.0.0', '2026-01-01', { knownIssues: [lag({ fixedIn: '1.1.0' })] }),
    release('1.1.0', '2026-02-01', { status: 'yanked' }),
    release('1.2.0', '2026-03-01', { status: 'rolled back' }),
    release('1.3.0', '2026-04-01'),
  ];
  const fixesOf = (all: readonly Release[]) =>
    describeIssues(describeLines(all)[0] as Line<Release>)[0]?.fixes;
  expect(fixesOf(releases)).toEqual(['1.3.0']);
  expect(fixesOf(releases.slice(0, 3))).toEqual([]);
  expect(openIn(releases)).toEqual(['1.0.0']);
});

test('one that was discovered later reaches back to the version that has it', () => {
  const releases = [
    release('1.0.0', '2026-01-01'),
    release('1.1.0', '2026-02-01'),
    release('1.2.0', '2026-03-01', { knownIssues: [lag({ discoveredIn: '1.1.0' })] }),
  ];
  expect(openIn(releases)).toEqual(['1.1.0', '1.2.0']);
});

describe('patch lines', () => {
  const found = release('1.2.0', '2026-01-01', { knownIssues: [lag({ fixedIn: '1.2.1' })] });
  const mended = release('1.2.1', '2026-03-01');
  const beside = release('1.3.0', '2026-02-01');

  test('a fix of one line mends no line that was there already', () => {
    const releases = [found, mended, beside, release('1.3.1', '2026-05-01'), release('1.2.2', '2026-06-01')];
    expect(openIn(releases)).toEqual(['1.2.0', '1.3.0', '1.3.1']);
  });

  test('but every line that began after it', () => {
    expect(openIn([found, mended, beside, release('1.4.0', '2026-04-01')])).toEqual(['1.2.0', '1.3.0']);
    expect(openIn([found, mended, release('1.3.0', '2026-03-01')])).toEqual(['1.2.0']);
  });

  test('each line may have a fix of its own', () => {
    const told = release('1.3.0', '2026-02-01', { knownIssues: [lag({ fixedIn: '1.3.1' })] });
    const releases = [found, mended, told, release('1.3.1', '2026-04-01'), release('1.4.0', '2026-05-01')];
    expect(openIn(releases)).toEqual(['1.2.0', '1.3.0']);
  });

  test('who lists it without a fix has it, whatever was mended elsewhere', () => {
    const late = release('1.3.0', '2026-04-01', { knownIssues: [lag()] });
    expect(openIn([found, mended, late, release('1.4.0', '2026-05-01')])).toEqual([
      '1.2.0',
      '1.3.0',
      '1.4.0',
    ]);
  });
});

describe('fixes that cannot be', () => {
  test('before the discovery: passed over, and doubted', () => {
    const releases = [
      release('1.0.0', '2026-01-01'),
      release('1.1.0', '2026-02-01', { knownIssues: [lag({ fixedIn: '1.0.0' })] }),
      release('1.2.0', '2026-03-01'),
    ];
    expect(openIn(releases)).toEqual(['1.1.0', '1.2.0']);
    expect(doubtsOf(releases)).toEqual([{ fixedIn: '1.0.0', why: 'before-discovery' }]);
  });

  test('in a version that never was: mended from the next one on, and doubted', () => {
    const releases = [
      release('1.0.0', '2026-01-01', { knownIssues: [lag({ fixedIn: '1.0.5' })] }),
      release('1.1.0', '2026-02-01'),
    ];
    expect(openIn(releases)).toEqual(['1.0.0']);
    expect(doubtsOf(releases)).toEqual([{ fixedIn: '1.0.5', why: 'no-such-version' }]);
  });

  test('in a version that is still to come: open, and nothing to doubt', () => {
    const issue = [lag({ fixedIn: '1.0.5' })];
    const releases = [
      release('1.0.0', '2026-01-01', { knownIssues: issue }),
      release('1.0.5', '', { status: 'planned' }),
      release('1.1.0', '2026-02-01'),
    ];
    expect(openIn(releases)).toEqual(['1.0.0', '1.1.0']);
    expect(doubtsOf(releases)).toEqual([]);
    expect(openIn([release('1.0.0', '2026-01-01', { knownIssues: [lag({ fixedIn: 'Zebra' })] })])).toEqual([
      '1.0.0',
    ]);
  });
});

test('an issue of one channel is not one of another, and one of a pre-release is', () => {
  const esr = { channel: 'ESR' };
  expect(
    openIn([
      release('128.1', '2026-01-01', { ...esr, knownIssues: [lag()] }),
      release('129.0', '2026-02-01'),
      release('130.1', '2026-03-01', esr),
    ]),
  ).toEqual(['128.1', '130.1']);
  expect(
    openIn([
      release('3.0.0-beta.1', '2026-01-01', { channel: 'beta', knownIssues: [lag({ fixedIn: '3.1.0' })] }),
      release('3.0.0', '2026-02-01'),
      release('3.1.0', '2026-03-01'),
    ]),
  ).toEqual(['3.0.0-beta.1', '3.0.0']);
});

test('a comparison tells what is still open at the target, and what was mended on the way', () => {
  const issue = (id: string, parts: Partial<KnownIssue> = {}) => ({ id, title: id, ...parts });
  const releases = [
    release('1.0.0', '2026-01-01', { knownIssues: [issue('old', { fixedIn: '1.2.0' }), issue('stays')] }),
    release('1.1.0', '2026-02-01', { knownIssues: [issue('brief', { fixedIn: '1.2.0' })] }),
    release('1.2.0', '2026-03-01', { knownIssues: [issue('new')] }),
  ];
  const result = between(releases, '1.0.0');
  expect(result.openIssues.map((life) => life.issue.id)).toEqual(['new', 'stays']);
  expect(result.fixedIssues.map((life) => life.issue.id)).toEqual(['old']);
  expect(result.counts).toMatchObject({ openIssues: 2, fixedIssues: 1 });
});
