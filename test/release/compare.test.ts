import { describe, expect, test } from 'vitest';
import { renderComparisonNotes } from '../../src/documents/public/comparison-words.ts';
import { compareReleases, type Comparison } from '../../src/release/compare.ts';
import type { Release } from '../../src/release/release.ts';
import { between, change, release } from './records.ts';

const versions = ({ releases }: Comparison<Release>) => releases.map(({ version }) => version);
const titles = ({ changes }: Comparison<Release>) => changes.map((each) => each.change.title);

describe('the way from one version to another', () => {
  test.each([
    ['semver', ['1.2.0', '1.10.0', '1.9.0', '2.0.0'], '1.2', ['1.9.0', '1.10.0', '2.0.0']],
    ['calver', ['2025.12', '2026.01', '2026.05', '2026.11'], '2026.01', ['2026.05', '2026.11']],
    ['plain numbers', ['9', '10', '128', '99'], '9', ['10', '99', '128']],
    ['a leading v', ['v1.0', 'v1.1', 'v1.2'], '1.0.0', ['v1.1', 'v1.2']],
  ])('by numbers, not by letters: %s', (_, all, from, passed) => {
    const releases = all.map((version) => release(version, '2026-01-01'));
    expect(versions(between(releases, from))).toEqual(passed);
  });

  test('names go by their day', () => {
    const releases = [
      release('Zebra', '2026-01-10'),
      release('Bandana', '2026-02-10'),
      release('Apple', '2026-03-10'),
    ];
    expect(versions(between(releases, 'zebra'))).toEqual(['Bandana', 'Apple']);
    expect(between(releases, 'Apple', 'Zebra').direction).toBe('down');
  });

  test('a name does not follow the preview of a version that came after it', () => {
    const releases = [
      release('2.0.0', '2026-01-01'),
      release('3.0.0-beta.1', '2026-02-01'),
      release('Bandana', '2026-03-01'),
      release('2.1.0', '2026-04-01'),
    ];
    expect(versions(between(releases, '2.0.0', '2.1.0'))).toEqual(['Bandana', '2.1.0']);
  });

  test('a name among numbers stands behind what was out when it came out', () => {
    const releases = [
      release('1.0.0', '2026-01-01'),
      release('Nova', '2026-02-15'),
      release('1.1.0', '2026-02-01'),
      release('1.2.0', '2026-03-01'),
    ];
    expect(versions(between(releases, '1.0.0'))).toEqual(['1.1.0', 'Nova', '1.2.0']);
  });

  test('pre-releases count for those who have one, and for nobody else', () => {
    const all = ['2.7.0', '3.0.0-alpha.1', '3.0.0-beta.1', '3.0.0-rc.1', '3.0.0', '3.1.0-beta.1', '3.1.0'];
    const releases = all.map((version) =>
      release(version, '2026-01-01', version.includes('-') ? { channel: 'beta' } : {}),
    );
    expect(versions(between(releases, '2.7.0', '3.0.0'))).toEqual(['3.0.0']);
    expect(versions(between(releases, '2.7.0', '3.0.0-beta.1'))).toEqual(['3.0.0-alpha.1', '3.0.0-beta.1']);
    expect(versions(between(releases, '3.0.0-beta.1', '3.0.0'))).toEqual(['3.0.0-rc.1', '3.0.0']);
    expect(versions(between(releases, '3.0.0-beta.1', '3.1.0'))).toEqual(['3.0.0-rc.1', '3.0.0', '3.1.0']);
    expect(between(releases, '2.7.0').to.version).toBe('3.1.0');
  });

  test('other channels stay out unless one of the ends is theirs', () => {
    const releases = [
      release('128.0', '2026-01-01'),
      release('128.1', '2026-01-02', { channel: 'ESR' }),
      release('128.2', '2026-01-03', { channel: 'ESR' }),
      release('129.0', '2026-02-01', { channel: 'Release' }),
    ];
    expect(versions(between(releases, '128.0'))).toEqual(['129.0']);
    expect(versions(between(releases, '128.1'))).toEqual(['128.2']);
    expect(versions(between(releases, '128.1', '129.0'))).toEqual(['128.2', '129.0']);
    expect(versions(between(releases, '128.1', '129.0', { channel: 'stable' }))).toEqual(['129.0']);
  });

  test('the same version in two channels is the stable one, unless the other is asked for', () => {
    const releases = [
      release('1.0.0', '2026-01-01'),
      release('1.1.0', '2026-01-20', { channel: 'preview', id: 'try', changes: [change('fixed', 'try')] }),
      release('1.1.0', '2026-02-01', { id: 'real', changes: [change('fixed', 'real')] }),
    ];
    expect(between(releases, '1.0.0', '1.1.0').to.id).toBe('real');
    expect(titles(between(releases, '1.0.0', '1.1.0'))).toEqual(['real']);
    expect(between(releases, '1.1.0', '1.1.0', { channel: 'preview' }).to.id).toBe('try');
    expect(compareReleases(releases, { from: '1.0.0', channel: 'nightly' })).toEqual({
      fault: 'unknown-channel',
      asked: 'nightly',
      channels: ['stable', 'preview'],
    });
  });

  test('what was yanked or rolled back is skipped, and said', () => {
    const releases = [
      release('1.0.0', '2026-01-01'),
      release('1.1.0', '2026-02-01', { status: 'yanked', changes: [change('added', 'lost')] }),
      release('1.2.0', '2026-03-01', { status: 'rolled back', changes: [change('added', 'lost too')] }),
      release('1.3.0', '2026-04-01', { changes: [change('added', 'kept')] }),
    ];
    const result = between(releases, '1.0.0');
    expect(titles(result)).toEqual(['kept']);
    expect(result.skipped.map(({ version }) => version)).toEqual(['1.1.0', '1.2.0']);
    expect(between(releases.slice(0, 2), '1.0.0', '1.1.0')).toMatchObject({ releases: [], changes: [] });
  });

  test('a way back is called one, asks for nothing and tells what would be lost', () => {
    const releases = [
      release('1.0.0', '2026-01-01'),
      release('1.1.0', '2026-02-01', {
        changes: [change('added', 'Export', { action: 'Switch it on.' })],
        upgrade: [{ text: 'Back up.' }],
        components: [{ name: 'Engine', from: '1', to: '2' }],
      }),
    ];
    const down = between(releases, '1.1.0', '1.0.0');
    expect(down).toMatchObject({ direction: 'down', steps: [], counts: { actions: 0, changes: 1 } });
    expect(titles(down)).toEqual(['Export']);
    expect(down.components).toEqual([{ name: 'Engine', from: '2', to: '1' }]);
  });

  test('who has what was taken back is told so, and what the way back costs', () => {
    const releases = [
      release('1.0.0', '2026-01-01'),
      release('1.1.0', '2026-02-01', { status: 'yanked', changes: [change('added', 'skipped')] }),
      release('1.2.0', '2026-03-01', { status: 'rolled back', changes: [change('added', 'had')] }),
    ];
    const back = between(releases, '1.2.0');
    expect(back).toMatchObject({ direction: 'down', to: { version: '1.0.0' } });
    expect(titles(back)).toEqual(['had']);
    expect(back.skipped.map(({ version }) => version)).toEqual(['1.1.0']);
    expect(renderComparisonNotes(back)).toEqual([
      '1.2.0 was withdrawn. Do not install it.',
      '1.0.0 is older than 1.2.0: what follows would be lost.',
      'Skipped, because withdrawn: 1.1.0.',
    ]);
    expect(renderComparisonNotes(between(releases, '1.2.0', '1.2.0'))).toEqual([
      '1.2.0 was withdrawn. Do not install it.',
    ]);
  });
});

describe('what cannot be compared', () => {
  const releases = [
    release('1.2.0', '2026-01-01'),
    release('1.3.0', '2026-02-01'),
    release('2.0.0', '2026-03-01', { status: 'planned' }),
    release('7', '2026-01-01', { product: 'partner-api' }),
    release('1.3.0', '2026-01-01', { product: 'desk', id: 'desk' }),
  ];

  test('an unknown version, with those beside it', () => {
    expect(compareReleases(releases, { from: '1.2.7', product: 'rider-app' })).toEqual({
      fault: 'unknown-version',
      which: 'from',
      asked: '1.2.7',
      isComing: false,
      nearest: ['1.2.0', '1.3.0'],
    });
    const names = [release('Bandana', '2026-01-01'), release('Sombrero', '2026-02-01')];
    expect(compareReleases(names, { from: 'Banana' })).toMatchObject({ nearest: ['Bandana'] });
  });

  test('an unknown version: those of products that count like it', () => {
    expect(compareReleases(releases, { from: '1.9' })).toMatchObject({ nearest: ['1.3.0'] });
    expect(compareReleases(releases, { from: '5' })).toMatchObject({ nearest: ['7', '1.3.0'] });
  });

  test('a version that is announced and not out', () => {
    const result = compareReleases(releases, { from: '1.2.0', to: '2.0', product: 'rider-app' });
    expect(result).toMatchObject({ fault: 'unknown-version', which: 'to', isComing: true });
  });

  test('versions of two products', () => {
    expect(compareReleases(releases, { from: '1.2.0', to: '7' })).toEqual({
      fault: 'two-products',
      from: ['rider-app'],
      to: ['partner-api'],
    });
  });

  test('a version of several products, until one is named', () => {
    expect(compareReleases(releases, { from: '1.3.0' })).toEqual({
      fault: 'several-products',
      asked: '1.3.0',
      products: ['desk', 'rider-app'],
    });
    expect(compareReleases(releases, { from: '1.3.0', product: 'desk' })).toMatchObject({ product: 'desk' });
    expect(compareReleases(releases, { from: '1.3.0', product: 'till' })).toMatchObject({
      fault: 'unknown-product',
      products: ['desk', 'partner-api', 'rider-app'],
    });
  });

  test('nothing at all', () => {
    expect(compareReleases([], { from: '1' })).toEqual({ fault: 'no-releases' });
    expect(compareReleases([release('1', '', { status: 'planned' })], { from: '1' })).toEqual({
      fault: 'no-releases',
    });
  });
});

describe('changes', () => {
  test('count once, with the release that they came in', () => {
    const twice = change('fixed', 'Clock', { id: 'clock' });
    const releases = [
      release('1.0.0', '2026-01-01'),
      release('1.0.1', '2026-01-10', { changes: [twice] }),
      release('1.1.0', '2026-02-01', { changes: [twice, change('added', 'Map')] }),
    ];
    const result = between(releases, '1.0.0');
    expect(result.changes.map((each) => [each.change.id, each.release.version])).toEqual([
      ['clock', '1.0.1'],
      ['Map', '1.1.0'].map((word) => word.toLowerCase()),
    ]);
    expect(titles(between(releases, '1.0.1'))).toEqual(['Map']);
  });

  test('a fix of an older line is news for who runs a version that was out before it', () => {
    const fix = change('fixed', 'Leak', { id: 'leak' });
    const releases = [
      release('1.2.0', '2026-01-01'),
      release('1.3.0', '2026-02-01'),
      release('1.2.1', '2026-03-01', { changes: [fix] }),
      release('1.4.0', '2026-04-01', { changes: [fix] }),
    ];
    expect(titles(between(releases, '1.3.0'))).toEqual(['Leak']);
    expect(titles(between(releases, '1.2.1'))).toEqual([]);
  });

  test('what was added and removed on the way cancels out, however often', () => {
    const add = (id: string) => change('added', 'Coins', { id });
    const remove = (id: string) => change('removed', 'Coins', { id });
    const releases = [
      release('1', '2026-01-01'),
      release('2', '2026-01-02', { changes: [add('a')] }),
      release('3', '2026-01-03', { changes: [remove('b')] }),
      release('4', '2026-01-04', { changes: [add('a')] }),
      release('5', '2026-01-05', { changes: [remove('d')] }),
      release('6', '2026-01-06', { changes: [add('e')] }),
    ];
    expect(titles(between(releases, '1', '3'))).toEqual([]);
    expect(between(releases, '1', '3').undone).toMatchObject([
      { release: { version: '2' }, by: { version: '3' } },
    ]);
    expect(titles(between(releases, '1', '5'))).toEqual([]);
    expect(between(releases, '1', '6').changes).toMatchObject([{ release: { version: '6' } }]);
    expect(between(releases, '2', '3').changes).toMatchObject([{ change: { kind: 'removed' } }]);
  });

  test('ask for something, change behaviour, are new, or need nothing', () => {
    const changes = [
      change('changed', 'Breaks', { breaking: true }),
      change('security', 'Patch', { action: 'Install it.' }),
      change('changed', 'Moves'),
      change('removed', 'Goes'),
      change('added', 'Comes'),
      change('fixed', 'Works'),
    ];
    const result = between(
      [release('1', '2026-01-01'), release('2', '2026-01-02', { changes, upgrade: [{ text: 'Stop it.' }] })],
      '1',
    );
    expect(result.counts).toMatchObject({
      actions: 3,
      breaking: 1,
      changes: 6,
      consequences: { action: 2, behaviour: 2, new: 1, none: 1 },
      kinds: { added: 1, changed: 2, deprecated: 0, fixed: 1, removed: 1, security: 1 },
    });
  });

  test('steps come in order, and the same step once', () => {
    const releases = [
      release('1', '2026-01-01'),
      release('3', '2026-01-03', { upgrade: [{ text: 'Back up.' }, { text: 'Last.' }] }),
      release('2', '2026-01-02', { upgrade: [{ text: 'Back up.' }, { text: 'First.' }] }),
    ];
    expect(between(releases, '1').steps.map(({ step }) => step.text)).toEqual([
      'Back up.',
      'First.',
      'Last.',
    ]);
  });

  test('components go from the first to the last version', () => {
    const engine = (from: string | undefined, to: string) => ({ name: 'Engine', ...(from && { from }), to });
    const releases = [
      release('1', '2026-01-01', { components: [engine('0.9', '1.0'), { name: 'Cache', to: '7' }] }),
      release('2', '2026-01-02', { components: [engine('1.0', '1.4')] }),
      release('3', '2026-01-03', { components: [engine('1.4', '2.0'), { name: 'Cache', to: '8' }] }),
      release('4', '2026-01-04', { components: [{ name: 'Probe', to: '1' }] }),
    ];
    expect(between(releases, '1').components).toEqual([
      { name: 'Engine', from: '1.0', to: '2.0' },
      { name: 'Cache', from: '7', to: '8' },
      { name: 'Probe', to: '1' },
    ]);
  });
});

describe('deprecations that became removals', () => {
  const pages = change('deprecated', 'Page numbers', { id: 'd', removal: '3.0.0' });
  const first = release('1.0.0', '2026-01-01');
  const announced = release('2.0.0', '2026-02-01', { changes: [pages] });

  test('by the same title, also where they were announced long ago', () => {
    const gone = release('3.0.0', '2026-03-01', {
      changes: [change('removed', 'Page numbers.', { id: 'r' })],
    });
    for (const from of ['1.0.0', '2.0.0']) {
      const result = between([first, announced, gone], from);
      expect(result.removals).toMatchObject([
        { announced: { release: { version: '2.0.0' } }, release: { version: '3.0.0' } },
      ]);
      expect(result.changes.map((each) => each.change.kind)).toEqual(['removed']);
    }
  });

  test('by the version that they named, though nobody wrote the removal down', () => {
    const silent = release('3.0', '2026-03-01');
    const result = between([first, announced, silent], '2.0.0');
    expect(result.removals).toMatchObject([
      { announced: { change: { id: 'd' } }, release: { version: '3.0' } },
    ]);
    expect(result.removals[0]?.removal).toBeUndefined();
    expect(between([first, announced], '1.0.0').removals).toEqual([]);
  });

  test.each([
    ['2026-03-15', 1],
    ['2026-03', 1],
    ['2026-Q1', 1],
    ['2026-04-02', 0],
    ['2026-Q2', 0],
    ['2026-01-15', 0],
    ['some day', 0],
  ])('by a date on the way: %s', (removal, count) => {
    const dated = release('2.0.0', '2026-02-01', { changes: [{ ...pages, removal }] });
    const later = release('3.1.0', '2026-04-01');
    expect(between([first, dated, later], '2.0.0').removals).toHaveLength(count);
  });
});
