import { expect, test } from 'vitest';
import { releaseSlug } from '../../src/release/address.ts';
import { versionLabel } from '../../src/release/channel.ts';
import { compareVersions, isNumbered, isPrerelease } from '../../src/release/version.ts';

test.each([
  ['1.10', '1.9'],
  ['1.2.0', '1.2.0-rc.1'],
  ['1.2.0-rc.10', '1.2.0-rc.9'],
  ['1.2rc2', '1.2rc1'],
  ['1.2rc1', '1.2b9'],
  ['1.2', '1.2rc1'],
  ['128.0', '128.0beta'],
  ['128.0beta', '128.0a1'],
  ['128.0', '127.0.2'],
])('%s comes after %s', (later, earlier) => {
  expect(compareVersions(later, earlier)).toBe(1);
  expect(compareVersions(earlier, later)).toBe(-1);
});

test('an edition that is kept for longer is the same version', () => {
  expect(compareVersions('115.0esr', '115.0')).toBe(0);
  expect(isPrerelease('115.0esr')).toBe(false);
});

test('a letter without a number is a name, not a pre-release', () => {
  expect(isNumbered('2024a')).toBe(false);
  expect(isNumbered('Bandana')).toBe(false);
});

test.each([
  [{ version: '128.0' }, '128-0', '128.0'],
  [{ version: '128.0', channel: 'Release' }, '128-0', '128.0'],
  [{ version: '128.0', channel: 'Beta' }, '128-0-beta', '128.0 Beta'],
  [{ version: '128.0', channel: 'ESR' }, '128-0-esr', '128.0 ESR'],
  [{ version: '115.0esr', channel: 'ESR' }, '115-0esr', '115.0esr'],
  [{ version: '3.0.0-beta.1', channel: 'beta' }, '3-0-0-beta-1', '3.0.0-beta.1'],
  [{ version: '3.0.0-rc.1', channel: 'beta' }, '3-0-0-rc-1-beta', '3.0.0-rc.1 beta'],
  [{ version: 'v1.2', channel: 'App Store' }, '1-2-app-store', 'v1.2 App Store'],
  [{ version: 'NUL' }, 'v-nul', 'NUL'],
  [{ version: 'com1' }, 'v-com1', 'com1'],
  [{ version: 'Console' }, 'console', 'Console'],
  [{ channel: 'beta' }, 'r-1', undefined],
])('%j stands at %s and is called %s', (release, slug, label) => {
  expect(releaseSlug({ id: 'r-1', ...release })).toBe(slug);
  expect(versionLabel(release)).toBe(label);
});
