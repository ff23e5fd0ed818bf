import { describe, expect, test } from 'vitest';
import { describeLines } from '../../src/release/compare-line.ts';
import type { Release } from '../../src/release/release.ts';
import { comparedIn } from '../../src/site/compared.ts';

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

function rest(...releases: Release[]) {
  return describeLines(releases).map(comparedIn);
}
