import { describe, expect, test } from 'vitest';
import { keepAuthority } from '../../src/publish/keep-authority.ts';
import type { Records } from '../../src/publish/publish.ts';
import type { Initiative } from '../../src/release/release.ts';
import { release } from '../release/records.ts';
import { testSite } from '../plans.ts';

const item: Initiative = { id: 'tables', title: 'Tables', horizon: 'now' };
const nothing: Records = { releases: [], initiatives: [], withdrawn: [] };
const one = { ...nothing, releases: [release('1.0', '2026-05-07')] };
const other = { ...nothing, releases: [release('2.0', '2026-06-07')] };
const planned = { ...nothing, initiatives: [item] };
const first = 'updates.kiosk.example.com,2026';
const moved = { ...testSite, url: 'https://kiosk.example.org/new/', authority: first };

describe('what the ids of feeds begin with', () => {
  test('is the host that the site is first published for', () => {
    expect(keepAuthority(one, nothing, testSite)).toEqual({ authority: first });
    expect(keepAuthority(planned, nothing, testSite)).toEqual({ authority: first });
  });

  test('stays when the site moves, as long as a record of before is there', () => {
    const grown = { ...one, releases: [...one.releases, ...other.releases] };
    expect(keepAuthority(grown, { ...one, authority: first }, moved)).toEqual({ authority: first });
    for (const records of [one, planned])
      expect(keepAuthority(records, { ...records, authority: first }, moved)).toEqual({ authority: first });
  });

  test('is that of the new host where none of the records is of before', () => {
    expect(keepAuthority(other, { ...one, authority: first }, moved)).toEqual({
      authority: 'kiosk.example.org,2026',
    });
  });

  test('is what the settings say, wherever the site stands and stood', () => {
    const named = { ...moved, authority: 'kiosk.example.net,2020' };
    for (const records of [one, other])
      expect(keepAuthority(records, { ...one, authority: first }, named)).toEqual({
        authority: 'kiosk.example.net,2020',
      });
  });

  test.each(['http://localhost:4321/', 'http://127.0.0.1/', 'http://intranet/updates/', 'http://[::1]/'])(
    'is not kept of %s, which is another machine for everybody',
    (url) => {
      expect(keepAuthority(one, nothing, { ...testSite, url })).toEqual({});
    },
  );

  test('is not kept where nothing is public', () => {
    expect(keepAuthority(nothing, { ...one, authority: first }, moved)).toEqual({});
  });
});
