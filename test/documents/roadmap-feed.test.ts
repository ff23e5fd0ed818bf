import { expect, test } from 'vitest';
import { describeRoadmapFeed } from '../../src/documents/public/roadmap-feed.ts';
import { renderRss } from '../../src/documents/public/rss.ts';
import type { RoadmapChange } from '../../src/release/plan-history.ts';
import { roadmapChangeStrings } from '../../src/site/compare-strings.ts';
import { testSite } from '../plans.ts';

const changes: RoadmapChange[] = [
  { day: '2026-11-01', what: 'added', id: 'tables', title: 'Tables', to: 'later' },
  { day: '2026-11-08', what: 'moved', id: 'tables', title: 'Tables', from: 'later', to: 'now' },
  { day: '2026-11-08', what: 'delayed', id: 'bills', title: 'Bills <b>', reason: 'The `printer` is late.' },
];
const describe = (all: RoadmapChange[]) =>
  describeRoadmapFeed(all, testSite, roadmapChangeStrings, (id) => `/roadmap/${id}/`);

test('the newest change comes first, with its move and its public reason', () => {
  const feed = describe(changes);
  expect(feed.entries.map(({ title, url, summary }) => [title, url, summary])).toEqual([
    ['Delayed: Bills <b>', 'https://updates.kiosk.example.com/roadmap/bills/', 'The printer is late.'],
    ['Moved: Tables', 'https://updates.kiosk.example.com/roadmap/tables/', 'from Later to Now'],
    ['Added: Tables', 'https://updates.kiosk.example.com/roadmap/tables/', 'under Later'],
  ]);
  expect(feed.updated).toBe(feed.entries[0]?.published);
  expect(feed.entries[0]?.html).toContain('<code>printer</code>');
});

test('ids say what happened when, so that nothing is told twice, and renaming tells nothing anew', () => {
  const ids = (all: RoadmapChange[]) => describe(all).entries.map(({ id }) => id);
  expect(ids(changes.map((change) => ({ ...change, title: 'Other' })))).toEqual(ids(changes));
  const twice = [...changes, changes[2] as RoadmapChange];
  expect(new Set(ids(twice)).size).toBe(4);
  expect(ids(twice).slice(1)).toEqual(ids(changes));
});

test('it is RSS, also while nothing has changed', () => {
  expect(renderRss(describe([]), 'https://updates.kiosk.example.com/roadmap/feed.xml')).toContain(
    '<channel>',
  );
  expect(renderRss(describe(changes), 'https://x.example.com/')).toContain(
    '<title>Delayed: Bills &lt;b&gt;</title>',
  );
});
