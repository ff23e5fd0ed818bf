import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readContent } from '../../scripts/content.ts';
import { parseRelease } from '../../src/documents/public/record-file.ts';
import { publishPlan } from '../../src/publish/publish-plan.ts';
import { releaseAddress } from '../../src/release/address.ts';
import { readYaml } from '../../src/sources/yaml.ts';
import { messagesOf, planOf, testSite } from '../plans.ts';

const root = mkdtempSync(join(tmpdir(), 'slipway-hostile-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('a content folder', () => {
  test('with a plan of three gigabytes is read in no time', () => {
    const folder = join(root, 'large');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.md'), '---\ntitle: A\n---\n');
    writeFileSync(join(folder, 'large.md'), '---\nvisibility: internal\n---\n');
    truncateSync(join(folder, 'large.md'), 3_000_000_000);
    const [, large] = readContent(folder).plans;
    expect(large && messagesOf(large)).toEqual([
      'RP130 Unexpected size of more than 1,000,000 bytes, expected at most so many',
    ]);
  });

  test('reads no plan and no roadmap item through a link', () => {
    const [folder, outside] = [join(root, 'links'), join(root, 'outside')];
    for (const each of [join(folder, 'plans'), join(folder, 'roadmap'), outside])
      mkdirSync(each, { recursive: true });
    writeFileSync(join(outside, 'secret.md'), '---\ntitle: Secret\n---\n');
    for (const each of ['plans', 'roadmap']) {
      symlinkSync(join(outside, 'secret.md'), join(folder, each, 'linked.md'));
      symlinkSync(outside, join(folder, each, 'folder'));
    }
    const content = readContent(folder);
    expect([...content.plans, ...content.initiatives]).toEqual([]);
    const told = content.settingsFile.messages.map(({ reason }) => reason);
    expect(told.filter((reason) => reason.endsWith('links are not followed'))).toHaveLength(4);
  });
});

describe('a file that cannot be read', () => {
  const folderWith = (name: string, make: (path: string) => void) => {
    const folder = join(root, name);
    mkdirSync(join(folder, 'plans'), { recursive: true });
    make(join(folder, 'plans'));
    return folder;
  };

  test('because its name is no text stops everything, and says so', () => {
    const folder = folderWith('bytes', (plans) => {
      writeFileSync(Buffer.concat([Buffer.from(`${plans}/a`), Buffer.of(0xff), Buffer.from('.md')]), '# A\n');
    });
    expect(() => readContent(folder)).toThrow(
      /a\uFFFD\.md` cannot be read: its name is no UTF-8 text\. Nothing was changed\./,
    );
  });

  test.skipIf(process.getuid?.() === 0)('because it may not be read stops everything, and says so', () => {
    const folder = folderWith('rights', (plans) => writeFileSync(join(plans, 'a.md'), '# A\n', { mode: 0 }));
    expect(() => readContent(folder)).toThrow(
      'cannot be read: it may not be read by you. Nothing was changed.',
    );
  });

  test('because it is a folder is none, and a pipe is told of', () => {
    const folder = folderWith('pipes', (plans) => {
      mkdirSync(join(plans, 'folder.md'));
      execFileSync('mkfifo', [join(plans, 'pipe.md')]);
    });
    const content = readContent(folder);
    expect(content.plans).toEqual([]);
    expect(content.settingsFile.messages.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^Unexpected pipe or device `.*pipe\.md`, expected a file or a folder$/),
    ]);
  });

  test('because it is UTF-16 without a mark is told of', () => {
    const folder = folderWith('wide', (plans) =>
      writeFileSync(join(plans, 'a.md'), Buffer.from('---\ntitle: A\n---\n', 'utf16le')),
    );
    const [plan] = readContent(folder).plans;
    expect(plan && messagesOf(plan)).toEqual(['RP130 1:2 Unexpected zero byte, expected text']);
  });
});

const WAYS_OUT = [
  '../../evil',
  '..',
  '/etc/passwd',
  '..\\evil',
  'a/../../b',
  '%2e%2e%2fevil',
  '.hidden',
  'con\0',
  '~',
];

test.each(WAYS_OUT)('an address stays below its folder where version, product and id are %j', (word) => {
  const text = JSON.stringify(word);
  const plan = planOf(
    `---\ntitle: T\nid: ${text}\nproduct: till\nversion: ${text}\nstatus: released\nreleased: 2026-01-01\nvisibility: public\n---\n\n## Summary\n\n![x](/images/${word}.png)\n`,
  );
  expect(plan.fields.id).toBeUndefined();
  const record = publishPlan(plan, testSite, undefined, new Date('2026-11-21T12:00:00Z'));
  if (!record) return;
  expect(releaseAddress(record, true)).toMatch(/^(?:\/?[a-z0-9][a-z0-9-]*)+\/?$/);
  expect(record.id).toMatch(/^[a-z0-9-]+$/);
  expect(record.summary ?? '').not.toMatch(/!\[[^\]]*\]\((?:[^)]*\/)?\.\.[/\\)]/);
});

test('YAML made to fill the memory is refused at once', () => {
  const bombs = [
    Array.from({ length: 100_000 }, (_, at) => `k${at}: v`).join('\n'),
    `a: ${'['.repeat(100_000)}`,
    '- '.repeat(100_000),
    Array.from({ length: 1_000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
    'a: &a [x, x]\nb: [*a, *a]',
  ];
  const start = process.cpuUsage();
  for (const bomb of bombs) expect(() => readYaml(bomb)).toThrow(/./);
  expect(process.cpuUsage(start).user / 1_000).toBeLessThan(2_000);
});

test('a record that refers to itself is refused', () => {
  const yaml = 'id: t\ntitle: &t T\nproduct: *t\nstatus: released\nreleased: 2026-01-01\n';
  expect(() => parseRelease(yaml)).toThrow(/alias/);
});
