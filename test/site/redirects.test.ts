import { expect, test } from 'vitest';
import { getSignposts } from '../../src/site/redirects.ts';
import { contentOf, release } from './fixture.ts';

const signs = (content: Parameters<typeof getSignposts>[0]) =>
  Object.fromEntries(getSignposts(content).map(({ address, to }) => [address, to]));

test('former addresses, other names, versions as written and “latest” lead to the page', () => {
  const all = signs(contentOf());
  expect(all).toMatchObject({
    '/roadmap/parking-bays-pilot/': '/releases/rider-app/3-4-0/',
    '/releases/rider-app/3-4/': '/releases/rider-app/3-4-0/',
    '/releases/rider-app/spring-release/': '/releases/rider-app/3-4-0/',
    '/releases/rider-app/v3.4.0/': '/releases/rider-app/3-4-0/',
    '/releases/latest/': '/releases/rider-app/3-4-0/',
    '/releases/fleet-console/latest/': '/releases/fleet-console/2026-05/',
  });
});

test('a withdrawn address answers without leading anywhere', () => {
  const all = signs(contentOf());
  expect(all).toHaveProperty(['/roadmap/secret-garden/'], undefined);
  expect(Object.keys(all)).toContain('/roadmap/secret-garden/');
});

test('a page keeps its address, whoever else claims it', () => {
  const releases = [
    release('new', {
      version: '2.0',
      released: '2026-02-01',
      formerly: ['/releases/rider-app/1-0/', '/changelog/'],
    }),
    release('old', { version: '1.0', released: '2026-01-01' }),
  ];
  const all = signs(contentOf({ releases, withdrawn: ['/releases/rider-app/2-0/'] }));
  expect(all).not.toHaveProperty(['/releases/rider-app/1-0/']);
  expect(all).not.toHaveProperty(['/changelog/']);
  expect(all).not.toHaveProperty(['/releases/rider-app/2-0/']);
});

test('of two claims to an address the newer release has it', () => {
  const releases = [
    release('old', { version: '1.0', released: '2026-01-01', aliases: ['lts'] }),
    release('new', { version: '2.0', released: '2026-02-01', aliases: ['lts'] }),
  ];
  expect(signs(contentOf({ releases }))['/releases/rider-app/lts/']).toBe('/releases/rider-app/2-0/');
});

test('no two addresses differ in case alone, as some file systems know no other case', () => {
  const releases = [
    release('name', {
      version: 'Bandana',
      released: '2026-01-01',
      formerly: ['/releases/rider-app/BANDANA/'],
    }),
    release('next', {
      version: 'v2',
      released: '2026-02-01',
      aliases: ['lts'],
      formerly: ['/releases/rider-app/LTS/'],
    }),
  ];
  const content = contentOf({ releases });
  const addresses = [...getSignposts(content).map(({ address }) => address), '/releases/rider-app/bandana/'];
  expect(new Set(addresses.map((address) => address.toLowerCase())).size).toBe(addresses.length);
});

test('a large site has few pages for versions as people type them', () => {
  const releases = Array.from({ length: 1_000 }, (_, place) =>
    release(`r-${place}`, { version: `${place}.0`, released: '2026-01-01' }),
  );
  expect(getSignposts(contentOf({ releases })).length).toBeLessThan(300);
});

test('a version leads to its stable release, and to another channel only where there is no stable one', () => {
  const releases = [
    release('b2', { version: '2.0', channel: 'Beta', released: '2026-02-02' }),
    release('s1', { version: '1.0', released: '2026-01-02' }),
    release('b1', { version: '1.0', channel: 'Beta', released: '2026-01-03' }),
  ];
  const all = signs(contentOf({ releases }));
  expect(all).toMatchObject({
    '/releases/rider-app/v1.0/': '/releases/rider-app/1-0/',
    '/releases/rider-app/v2.0/': '/releases/rider-app/2-0-beta/',
    '/releases/rider-app/2-0/': '/releases/rider-app/2-0-beta/',
  });
  expect(all).not.toHaveProperty(['/releases/rider-app/1-0/']);
});
