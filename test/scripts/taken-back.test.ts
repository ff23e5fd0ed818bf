import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../scripts/content.ts';
import { publishContent } from '../../scripts/publish.ts';
import { runs } from '../long.ts';
import { readTree, temporaryFolder, writeFiles } from '../house/files.ts';

/** What was public and is made internal is gone with the next publication, whatever else is the matter. */

const SITE =
  'name: Kiosk\nurl: https://updates.kiosk.example.com/\nproducts:\n  - { id: till, name: Till }\n  - { id: api, name: API }\n';
const FIELDS = 'title: Kanari\nproduct: Till\nversion: "1.2.0"\nhorizon: now\n';
const BODY = '\n## Summary\n\nKanari for all.\n\n## Included features\n\n- **Kanari.** With a text.\n';
const plan = (fields: string, body = BODY) => `---\n${fields}---\n${body}`;
const other = (id: number) =>
  plan(
    `id: other-${id}\ntitle: Other ${id}\nproduct: api\nversion: "${id}.0.0"\nstatus: released\nreleased: 2026-05-07\nvisibility: public\n`,
    '\n## Summary\n\nAnother.\n',
  );
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

type Files = Record<string, string | Uint8Array>;

/** How an author takes a plan back, given its identity: with an id and without. */
const ways: Record<string, (identity: string) => string | Uint8Array> = {
  'says internal': (it) => plan(`${it}status: planned\nvisibility: internal\n`),
  'says nothing any more': (it) => plan(`${it}status: planned\n`),
  'is a draft again': (it) => plan(`${it}status: draft\nvisibility: public\n`),
  'is a draft again, with a day that is none': (it) =>
    plan(`${it}status: draft\nvisibility: public\ntarget: 2026-02-30\n`),
  'is to wait, with a second value that is wrong': (it) =>
    plan(`${it}status: planned\nvisibility: public\npublishAt: 2027-01-01 09:00\nstage: betta\n`),
  'is to wait': (it) => plan(`${it}status: planned\nvisibility: public\npublishAt: 2027-01-01 09:00\n`),
  'says internal, with a status that is misspelt': (it) =>
    plan(`${it}status: plannned\nvisibility: internal\n`),
  'says internal, in YAML that cannot be read': (it) => plan(`${it}visibility: internal\nowner: "a\n`),
  'says internal, without an end of its fields': (it) => `---\n${it}visibility: internal\n${BODY}`,
  'says internal, with the marks of a merge': (it) =>
    plan(`${it}<<<<<<< ours\nvisibility: public\n=======\nvisibility: internal\n>>>>>>> theirs\n`),
  'says internal, in fields that are code': (it) =>
    plan(`${it}visibility: internal\n`).replace('---', '---js'),
  'says internal, in quotes': (it) => plan(`${it}"Visibility" : 'Internal'\nowner: "a\n`),
  'says internal, in bytes that are no text': (it) =>
    Buffer.concat([Buffer.from(plan(`${it}visibility: internal\n`)), Buffer.of(0xff, 0xfe, 0xc0)]),
  'says internal, in UTF-16': (it) => utf16(plan(`${it}visibility: internal\n`)),
  'says internal, in a file that is too large': (it) =>
    plan(`${it}visibility: internal\n`) + 'x'.repeat(1_000_001),
};

/** What is the matter besides, as files over those that were published; `undefined` is a file that is gone. */
const circumstances: Record<string, Record<string, string | undefined>> = {
  'and nothing else': {},
  'while another plan has errors': { 'plans/other-1.md': other(1).replace('released\n', 'relased\n') },
  'while another plan cannot be read': { 'plans/other-1.md': '---\n: "\n---\n' },
  'while many plans are gone': Object.fromEntries(
    Array.from({ length: 8 }, (_, index) => [`plans/other-${index}.md`, undefined]),
  ),
  'while a record of many cannot be read': { 'releases/api/3-0-0.yaml': 'id: other-3\ntit' },
  'while the plans in Notion were never pulled': {
    'site.yaml': `${SITE}notion:\n  plans: 0123456789abcdef0123456789abcdef\n`,
  },
};

const now = new Date('2026-11-21T12:00:00Z');
const publishNow = (content: string) =>
  publishContent(readContent(content), { now, isDry: false, allowMassDelete: false });

function write(files: Record<string, string | Uint8Array | undefined>): string {
  const folder = temporaryFolder();
  writeFiles(
    folder,
    Object.fromEntries(Object.entries(files).flatMap(([path, text]) => (text ? [[path, text]] : []))),
  );
  return folder;
}

describe.each([
  ['with an id', `id: p-till\n${FIELDS}`],
  ['without an id', FIELDS],
])('a plan %s', (_, identity) => {
  const files: Files = {
    'site.yaml': SITE,
    'plans/till.md': plan(`${identity}status: planned\nvisibility: public\n`),
  };
  for (let id = 0; id < 9; id++) files[`plans/other-${id}.md`] = other(id);
  let records: Files | undefined;
  const publishFirst = () => {
    const folder = write(files);
    publishNow(folder);
    const tree = readTree(join(folder, 'releases'));
    return Object.fromEntries([...tree].map(([path, bytes]) => [`releases/${path}`, bytes]));
  };
  const scenarios = Object.keys(ways).flatMap((way) =>
    Object.keys(circumstances).map((besides) => [way, besides] as const),
  );

  test.each(scenarios.filter((_each, index) => index % runs(2, 1) === 0))(
    'that %s, %s, is public no more',
    (way, besides) => {
      records ??= publishFirst();
      expect(String(Object.values(records))).toContain('Kanari for all');
      const folder = write({
        ...files,
        ...records,
        ...circumstances[besides],
        'plans/till.md': ways[way]?.(identity),
      });
      const { refused } = publishNow(folder);
      const after = readTree(join(folder, 'releases'));
      expect(String([...after.keys(), ...after.values()])).not.toMatch(/kanari for|title: kanari/i);
      // Nothing but it has gone.
      expect([...after.keys()].filter((path) => path.startsWith('api/'))).toHaveLength(9);
      expect(refused?.message ?? '').toMatch(
        /many|never/.test(besides)
          ? /1 record whose plan is not public any more was taken back; nothing else was changed/
          : /^$/,
      );
    },
  );
});
