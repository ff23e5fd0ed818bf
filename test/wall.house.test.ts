import { rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCanaries, findCanaries, renderCanaryPlan } from './house/canary.ts';
import { slipway } from './house/command-line.ts';
import { permanentFolder, readTree, writeFiles } from './house/files.ts';

/** Two folders that differ in everything that is internal, each published and built: the public hears the same of both. */

const house = permanentFolder();
const canaries = createCanaries();
let one: Map<string, Buffer>;
let other: Map<string, Buffer>;

beforeAll(async () => {
  const { next } = canaries;
  const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .withExif({ IFD0: { Copyright: next('data about a picture') } })
    .jpeg()
    .toBuffer();
  const secretItem = next('internal roadmap item');
  one = await build('one', {
    'site.yaml': `${SITE}# ${next('comment in the settings')}\ncapacity: 12\nsections:\n  ${next('section of the site')}: { prompt: ${next('prompt of the site')} }\n`,
    [`plans/${next('name of a file')}.md`]: renderCanaryPlan(canaries),
    [`plans/${next('name of an internal file')}.md`]: hidden(next('internal plan'), 'visibility: internal'),
    'plans/draft.md': hidden(next('draft'), 'visibility: public\nstatus: draft'),
    'plans/wait.md': hidden(next('plan that waits'), 'visibility: public\npublishAt: 2040-01-01 09:00'),
    'plans/notes.md': `# ${next('title without fields')}\n\n${next('text without fields')}\n`,
    [`plans/${next('name of a picture')}.jpg`]: photo,
    'roadmap/reach-more.md': `---\ntitle: Reach more\nowner: ${next('owner of a roadmap item')}\n---\n\n## Problem\n\nFew know. <!-- ${next('comment in a roadmap item')} -->\n\n## ${next('heading of a roadmap item')}\n\n${next('section of a roadmap item')}\n`,
    [`roadmap/${secretItem}.md`]: `---\ntitle: ${secretItem}\nvisibility: internal\n---\n\n## Problem\n\n${secretItem}\n`,
  });
  const others = createCanaries('wjv');
  other = await build('other', {
    'site.yaml': SITE,
    'plans/a.md': renderCanaryPlan(others, true),
    'roadmap/reach-more.md': '---\ntitle: Reach more\n---\n\n## Problem\n\nFew know.\n',
  });
}, 240_000);

afterAll(() => rmSync(house, { recursive: true, force: true }));

const SITE =
  'name: Kiosk\nurl: https://updates.kiosk.example.com/\nproducts:\n  - { id: till, name: Till }\n';

function hidden(word: string, fields: string): string {
  return `---\ntitle: ${word}\nid: ${word}\nproduct: till\nversion: "${word}"\nstatus: planned\n${fields}\n---\n\n## Summary\n\n${word}\n`;
}

/** Publishes and builds a folder; gives back every public file of it. */
async function build(
  name: string,
  content: Record<string, string | Uint8Array>,
): Promise<Map<string, Buffer>> {
  const folder = join(house, name);
  writeFiles(join(folder, 'content'), content);
  const now = ['--content', join(folder, 'content'), '--now', '2026-11-21T12:00:00Z'];
  const run = await slipway(['publish', ...now]);
  expect(run.output).toContain('1 roadmap item public');
  const built = await slipway(['build', ...now, '--out', join(folder, 'dist')]);
  expect(built.code, built.output).toBe(0);
  return new Map([...readTree(join(folder, 'content/releases')), ...readTree(join(folder, 'dist'))]);
}

test('no internal word gets out, from whatever field, section, note or name', () => {
  canaries.placed.set('2031-07', 'day of a wave').set('2031-q3', 'target');
  expect(canaries.placed.size).toBeGreaterThan(600);
  expect(findCanaries(one, canaries)).toEqual([]);
});

test('what is public is there, and would be seen if it were not to be', () => {
  const open = createCanaries();
  for (const text of [
    'a public summary',
    'a public change',
    'a public fix',
    'a public issue',
    'a public guide',
  ]) {
    open.placed.set(text, text);
  }
  const hits = findCanaries(one, open);
  for (const [text] of open.placed) {
    for (const file of ['till/1-0-0.yaml', 'releases/1-0-0/index.html', 'releases/1-0-0/index.md']) {
      expect(hits).toContain(`${text} → ${file}`);
    }
  }
  for (const file of ['feed.xml', 'atom.xml', 'feed.json', 'releases.json', 'llms-full.txt', 'index.html']) {
    expect(hits).toContain(`a public summary → ${file}`);
  }
});

test('no public byte depends on anything internal', () => {
  expect([...other.keys()]).toEqual([...one.keys()]);
  for (const [path, bytes] of other) expect(bytes.equals(one.get(path) ?? Buffer.of()), path).toBe(true);
});

test('what is taken back is gone from the site that stood there, and from all that is kept beside it', async () => {
  const plan = renderCanaryPlan(createCanaries('wjv'), true);
  await build('other', { 'plans/a.md': plan.replace('visibility: public', 'visibility: internal') });
  const open = createCanaries();
  for (const text of ['a public summary', 'a public change', 'a public title']) open.placed.set(text, text);
  const tree = readTree(join(house, 'other'));
  tree.delete('content/plans/a.md');
  expect(findCanaries(tree, open)).toEqual([]);
  expect(tree.get('dist/releases/1-0-0/index.html')?.toString()).toMatch(/withdrawn|taken back|no longer/i);
}, 120_000);
