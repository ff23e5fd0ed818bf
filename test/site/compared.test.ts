import { describe, expect, test } from 'vitest';
import { createDigests } from '../../scripts/build/shown.ts';
import { compareIn } from '../../src/release/compare.ts';
import { describeLines } from '../../src/release/compare-line.ts';
import type { Release } from '../../src/release/release.ts';
import { comparedIn, shownOf } from '../../src/site/compared.ts';

const release: Release = {
  id: 'one',
  product: 'app',
  title: 'One',
  version: '1.0.0',
  status: 'released',
  released: '2026-05-01',
  summary: 'A summry.',
  changes: [{ id: 'a', kind: 'added', title: 'A map', text: 'It shows the way.' }],
  knownIssues: [{ id: 'i', title: 'It sleeps', workaround: 'Wake it.', fixedIn: '2.0.0' }],
  upgrade: [{ text: 'Wait.', who: 'All' }],
};

describe('what comparisons rest on', () => {
  test('is the same where only a text changes that none of them shows', () => {
    expect(
      rest({
        ...release,
        summary: 'A summary.',
        changes: [{ id: 'a', kind: 'added', title: 'A map', text: 'It shows another way.' }],
        knownIssues: [{ id: 'i', title: 'It sleeps', fixedIn: '2.0.0' }],
        upgrade: [{ text: 'Wait.' }],
      }),
    ).toEqual(rest(release));
  });

  test.each([
    { title: 'Two' },
    { status: 'yanked' },
    { released: '2026-05-02' },
    { locale: 'de' },
    { changes: [{ id: 'a', kind: 'added', title: 'A map', breaking: true }] },
    { changes: [{ id: 'a', kind: 'added', title: 'A map', action: 'Look.' }] },
    { knownIssues: [{ id: 'i', title: 'It sleeps', fixedIn: '3.0.0' }] },
    { components: [{ name: 'Engine', to: '2' }] },
    { upgrade: [{ text: 'Do not wait.' }] },
  ] satisfies Partial<Release>[])('is another with %o', (change) => {
    expect(rest({ ...release, ...change })).not.toEqual(rest(release));
  });

  test('is another once the version that mends an issue is announced', () => {
    const announced: Release = {
      id: 'two',
      product: 'app',
      title: 'Two',
      version: '2.0.0',
      status: 'planned',
    };
    expect(rest(release, announced)).not.toEqual(rest(release));
  });
});

describe('what a page shows of a comparison', () => {
  const bare = (version: string, parts: Partial<Release> = {}): Release => ({
    id: version,
    product: 'app',
    title: version,
    version,
    status: 'released',
    changes: [{ id: version, kind: 'fixed', title: version }],
    ...parts,
  });
  const open = bare('1.0.0', { knownIssues: [{ id: 'i', title: 'It sleeps' }] });
  const digest = createDigests();
  /** Of the way from 2.0.0 to 3.0.0. */
  const shown = (...releases: Release[]) => {
    const [line] = describeLines(releases);
    const [from, to] = ['2.0.0', '3.0.0'].map((asked) => releases.find(({ version }) => version === asked));
    if (!line || !from || !to) throw new Error('There is nothing to compare.');
    return digest(shownOf(compareIn(line, from, to)));
  };
  const before = shown(open, bare('2.0.0'), bare('3.0.0'));

  test('is the same whatever becomes of releases that have nothing to do with it', () => {
    expect(shown(open, bare('1.5.0', { title: 'Another' }), bare('2.0.0'), bare('3.0.0'))).toEqual(before);
    expect(shown(open, bare('2.0.0'), bare('3.0.0'), bare('4.0.0'))).toEqual(before);
  });

  test.each([
    [open, bare('2.0.0'), bare('3.0.0', { title: 'Another' })],
    [open, bare('2.0.0'), bare('2.5.0'), bare('3.0.0')],
    [bare('1.0.0'), bare('2.0.0'), bare('3.0.0')],
    [{ ...open, changes: bare('3.0.0').changes ?? [] }, bare('2.0.0'), bare('3.0.0')],
    [open, bare('2.0.0'), bare('3.0.0'), bare('4.0.0', { knownIssues: [{ id: 'i', title: 'It rests' }] })],
  ])('is another where one of them says something else: %#', (...releases) => {
    expect(shown(...releases)).not.toEqual(before);
  });
});

function rest(...releases: Release[]) {
  return describeLines(releases).map(comparedIn);
}
