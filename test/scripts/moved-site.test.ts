import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPublicContent } from '../../scripts/public-content.ts';
import { renderAtom } from '../../src/documents/public/atom.ts';
import { renderCalendar } from '../../src/documents/public/calendar.ts';
import { describeFeed } from '../../src/documents/public/feed.ts';
import { slipway } from '../house/command-line.ts';
import { temporaryFolder, writeFiles } from '../house/files.ts';

const now = '2026-11-21T12:00:00Z';
const settings = (url: string, more = '') =>
  `name: Kiosk\nurl: ${url}\nproducts: [{ id: till, name: Till }]\n${more}`;
const plan = (title: string) => `---
id: p-1
title: ${title}
version: '1.2'
product: till
visibility: public
status: released
released: 2026-05-07
---

## Included features

- Book ahead
`;

/** The ids in the feed and in the calendar that a site has now, and the addresses that its feed leads to. */
function read(content: string) {
  const { site, shipped } = readPublicContent({ content, now });
  const feed = renderAtom(describeFeed(shipped, site), `${site.url}atom.xml`);
  const all = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(([, found]) => found);
  return {
    ids: [...all(/<id>(.*?)<\/id>/g, feed), ...all(/^UID:(.*?)\r?$/gm, renderCalendar(shipped, site))],
    hosts: new Set(all(/href="https?:\/\/(.*?)\//g, feed)),
  };
}

test('a site that moves to another host keeps the ids of its feeds and of its calendar', async () => {
  const folder = temporaryFolder();
  const publish = async (files: Record<string, string>) => {
    writeFiles(folder, files);
    const { code, output } = await slipway(['publish', '--content', folder, '--now', now]);
    expect(code, output).toBe(0);
    return output;
  };
  await publish({ 'site.yaml': settings('https://updates.kiosk.example.com/'), 'plans/a.md': plan('A') });
  const { ids } = read(folder);
  expect(ids).toEqual([
    'tag:updates.kiosk.example.com,2026:feed',
    'tag:updates.kiosk.example.com,2026:release:p-1',
    'tag:updates.kiosk.example.com,2026:date:p-1',
  ]);

  // A build alone, and one after another publication.
  writeFiles(folder, { 'site.yaml': settings('https://kiosk.example.org/new/') });
  expect(read(folder)).toEqual({ ids, hosts: new Set(['kiosk.example.org']) });
  expect(await publish({ 'plans/a.md': plan('Another title') })).toContain('1 record changed');
  expect(read(folder).ids).toEqual(ids);

  writeFiles(folder, {
    'site.yaml': settings('https://kiosk.example.org/', 'authority: kiosk.example.net,2020'),
  });
  expect(read(folder).ids[0]).toBe('tag:kiosk.example.net,2020:feed');
});

test('what keeps them is told to be broken, and nothing is made of it', async () => {
  const folder = temporaryFolder();
  writeFiles(folder, {
    'site.yaml': settings('https://kiosk.example.org/'),
    'plans/a.md': plan('A'),
    'releases/_addresses.yaml': 'authority: "Kiosk"\n',
  });
  const { code, output } = await slipway(['publish', '--content', folder]);
  expect(code).toBe(1);
  expect(output).toMatch(/_addresses\.yaml` cannot be read: authority: .*Nothing was changed\./);
  expect(readFileSync(join(folder, 'releases/_addresses.yaml'), 'utf8')).toBe('authority: "Kiosk"\n');
});
