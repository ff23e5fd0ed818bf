import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { setNotionId } from '../../scripts/notion-site-yaml.ts';
import { readSiteFile } from '../../src/sources/site-file.ts';
import { writeFiles } from '../house/files.ts';
import { addHome } from '../notion-server/edits.ts';
import { SITE, setUpNotion } from './notion-setting.ts';

const ID = '1f0d872b-594c-8102-9f4d-00270693b0aa';

describe('slipway notion init', () => {
  test('makes the databases, writes their ids into site.yaml, and does nothing more the second time', async () => {
    const { run, world, folder, server } = await setUpNotion({ site: SITE });
    const home = `https://www.notion.so/kiosk/Home-${addHome(world).id.replaceAll('-', '')}?pvs=4`;
    const first = await run(['notion', 'init', '--parent', home]);
    expect(first.code).toBe(0);
    expect(first.output).toContain('+ the database “Release plans”');
    expect(first.output).toContain('+ Release plans: the view “Timeline”');
    expect(first.output).toContain('+ Release plans: the page “Template: hotfix”');
    expect(first.output).toMatch(/Release plans {2}https:\/\/app\.notion\.com\/p\/[0-9a-f]{32}\n/);
    const path = join(folder, 'site.yaml');
    const settings = readFileSync(path, 'utf8');
    expect(settings.startsWith(SITE)).toBe(true);
    expect(readSiteFile('site.yaml', settings).notion?.plans).toBe([...world.sources.keys()].at(-1));
    server.log.length = 0;
    const second = await run(['notion', 'init']);
    expect(second.output).toContain('Everything is there already; nothing was changed in Notion.');
    expect(server.log.filter((line) => !/^GET|\/query$/.test(line))).toEqual([]);
    expect(readFileSync(path, 'utf8')).toBe(settings);
    // What init made can be pulled at once.
    expect((await run(['pull'])).output).toContain('0 plans from Notion; nothing changed.');
  });

  test('asks for a page, for a word, and for a site.yaml that it can write into, before it makes anything', async () => {
    const { run, world, folder, server } = await setUpNotion({ site: SITE });
    expect((await run(['notion', 'init'])).output).toContain('--parent <link>');
    expect((await run(['notion'])).output).toContain(
      'There is `slipway notion init --parent <link of a page>`.',
    );
    expect((await run(['notion', 'inti'])).output).toContain('Did you mean `slipway notion init');
    const home = addHome(world);
    home.shared = false;
    const unshared = await run(['notion', 'init', '--parent', home.id]);
    expect(unshared.output).toContain('it is not shared with the connection. Nothing was changed.');
    writeFileSync(join(folder, 'site.yaml'), `${SITE}"notion": {}\n`);
    server.log.length = 0;
    const odd = await run(['notion', 'init', '--parent', home.id]);
    expect(odd.output).toContain('cannot be written into site.yaml by itself. Nothing was changed.');
    expect(server.log).toEqual([]);
  });
});

describe('an id in site.yaml', () => {
  test.each([
    [SITE, `${SITE}\nnotion:\n  plans: ${ID}\n`],
    [`${SITE}notion:\n`, `${SITE}notion:\n  plans: ${ID}\n`],
    [
      `${SITE}notion:   # ours\n    roadmap: ${ID} # here\n`,
      `${SITE}notion:   # ours\n    plans: ${ID}\n    roadmap: ${ID} # here\n`,
    ],
    [`${SITE}notion: {}\n`, `${SITE}notion: { plans: ${ID} }\n`],
    [`${SITE}notion: {\n  }\n`, `${SITE}notion: {\n  plans: ${ID}\n  }\n`],
    [`notion: { roadmap: ${ID} } # x\n${SITE}`, `notion: { roadmap: ${ID}, plans: ${ID} } # x\n${SITE}`],
    [`notion:\n# nothing yet\n${SITE}`, `notion:\n  plans: ${ID}\n# nothing yet\n${SITE}`],
    [SITE.replaceAll('\n', '\r\n'), `${SITE}\nnotion:\n  plans: ${ID}\n`.replaceAll('\n', '\r\n')],
    [`${SITE}# the end`, `${SITE}# the end\n\nnotion:\n  plans: ${ID}\n`],
  ])('%j', (before, after) => {
    expect(setNotionId(before, 'plans', ID)).toBe(after);
  });

  test.each([
    `${SITE}notion: {\n  maxFileMegabytes: 3\n  }\n`,
    `${SITE}notion: ~\n`,
    `${SITE}---\n`,
    `'notion':\n  maxFileMegabytes: 3\n${SITE}`,
  ])('is not put where it would be misread: %j', (text) => {
    expect(() => setNotionId(text, 'plans', ID)).toThrow('cannot be written into site.yaml by itself');
  });
});

describe('slipway push and new --notion', () => {
  const PLAN =
    '---\nid: p-9\ntitle: Split the bill\nproduct: till\nversion: "2.0"\nstatus: released\nreleased: 2026-05-03\nvisibility: public\ntags: [x]\n---\n\n## Summary\n\nGuests pay their share.\n\n## Included features\n\n- **By seat.** Each guest pays what they had.\n  - Story: TILL-9\n';

  test('make pages that come back as the same plans', async () => {
    const { run, folder, server, plans } = await setUpNotion();
    const path = join(folder, 'plans/draft.md');
    writeFiles(folder, { 'plans/draft.md': PLAN });
    const result = await run(['push', path]);
    expect(result.code).toBe(0);
    expect(result.output).toMatch(
      /draft\.md is a page in Notion now: https:\/\/app\.notion\.com\/p\/[0-9a-f]{32}\n/,
    );
    expect(result.output).toContain('The database has no property that fits for tags;');
    expect(server.log.filter((line) => line === 'POST /v1/pages')).toHaveLength(1);
    const again = await run(['push', path]);
    expect(again.code).toBe(1);
    expect(again.output).toContain('There is a page with the id `p-9` already. Nothing was changed.');
    await run(['pull']);
    for (const line of [
      'id: p-9',
      'title: Split the bill',
      "version: '2.0'",
      '## Included features',
      '**By seat.**',
    ]) {
      expect(plans()[0]).toContain(line);
    }
    const made = join(folder, 'plans/notion', 'split-the-bill.md');
    writeFiles(folder, { 'plans/notion/split-the-bill.md': plans()[0] ?? '' });
    expect((await run(['push', made])).output).toMatch(/comes from Notion.*\n.*Edit it there: https:/);
    expect((await run(['push', 'no.md'])).output).toContain('There is no file `no.md`.');
    expect((await run(['push'])).output).toContain('needs the plan to push');
  });

  test('profiles and sections of the site’s own are offered, too', async () => {
    const own =
      'sections:\n  Data protection: { prompt: What it means for personal data., requiredFor: [audit] }\nprofiles:\n  audit: [Summary, Data protection]\n';
    const { run, world } = await setUpNotion({ site: SITE + own });
    expect((await run(['notion', 'init', '--parent', addHome(world).id])).output).toContain(
      '+ Release plans: the page “Template: audit”',
    );
    const template = [...world.pages.values()].find((page) => page.body.includes('## Data protection'));
    expect(template?.body).toContain('What it means for personal data.');
  });

  test('a new plan has the sections of its profile, and is internal', async () => {
    const { run, world } = await setUpNotion();
    const result = await run(['new', 'hotfix', 'Receipts print again', '--product', 'till', '--notion']);
    expect(result.output).toMatch(/^https:\/\/app\.notion\.com\/p\/[0-9a-f]{32} is a draft, and internal\./);
    const [page] = world.pages.values();
    expect(page?.body).toMatch(/^## Summary\n/);
    await run(['pull']);
    const publish = await run(['publish']);
    expect(publish.output).toContain('0 releases and 0 roadmap items public (1 internal)');
  });
});
