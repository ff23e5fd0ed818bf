import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { buildSite } from '../../../scripts/build.ts';
import { astroArguments, siteEnvironment } from '../../../scripts/build/astro.ts';
import { digestOf } from '../../../scripts/build/file-digests.ts';
import { describeTemplates } from '../../../scripts/build/templates.ts';
import { readContent } from '../../../scripts/content.ts';
import { projectFolder } from '../../../scripts/project-folder.ts';
import { makeReleases, type Shape } from '../../bench/corpus.ts';
import { seeded } from '../../bench/random.ts';
import { writeCorpus } from '../../bench/write-corpus.ts';
import { differences, readTree, temporaryFolder } from '../../house/files.ts';
import { isLong, runs } from '../../long.ts';
import { listEdits } from './edits.ts';

/** A site that is built again and again is the same, byte for byte, as one that is built once. */

const shape: Shape = { releases: 24, products: 2, changes: [1, 4], days: 300 };
const noon = new Date('2026-11-21T12:00:00Z');

function prepare() {
  const folder = temporaryFolder();
  const content = join(folder, 'content');
  const releases = makeReleases(shape);
  writeCorpus(content, releases);
  const build = (out: string, now = noon, large?: number) =>
    buildSite(readContent(content), join(folder, out), now, large);
  const tree = (out: string) => readTree(join(folder, out));
  return { folder, content, releases, build, tree };
}

test('any sequence of edits gives what one build of the result gives', { timeout: 3_600_000 }, async () => {
  const { folder, content, releases, build, tree } = prepare();
  const random = seeded(Number(process.env['SEED'] ?? 11));
  const pick = <T>(things: readonly T[]): T => things[Math.floor(random() * things.length)] as T;
  const edits = listEdits(content, releases, random);
  edits['day'] = () => void days++;
  let days = 0;
  await build('kept');
  // With other settings the templates are compiled anew, which takes a while.
  const names = Object.keys(edits).filter((name) => isLong || name !== 'settings');
  for (let step = 0; step < runs(4, 80); step++) {
    const done = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(names));
    for (const name of done) edits[name]?.();
    const now = new Date(noon.getTime() + days * 86_400_000);
    // A large site is changed in place, a small one is swapped.
    await build('kept', now, random() < 0.5 ? 0 : undefined);
    await build('new', now);
    expect(differences(tree('kept'), tree('new')), `step ${step}: ${done.join(', ')}`).toEqual([]);
    rmSync(join(folder, 'new'), { recursive: true });
  }
});

test('the same bytes come from Astro alone', { timeout: 120_000 }, async () => {
  const { folder, content, build, tree } = prepare();
  await build('ours');
  const env = siteEnvironment(readContent(content), join(folder, 'astro'), noon);
  await promisify(execFile)(process.execPath, astroArguments(['build']), { cwd: projectFolder, env });
  const drawn = (path: string) => /^(?:og\/.*|icon)\.png$/.test(path);
  expect(differences(tree('ours'), tree('astro')).filter((path) => !drawn(path))).toEqual([]);
});

test('what was damaged, deleted or added by others is put right', { timeout: 120_000 }, async () => {
  const { folder, build, tree } = prepare();
  await build('site');
  const whole = tree('site');
  const at = (path: string) => join(folder, 'site', path);
  for (const large of [0, undefined]) {
    const page = readFileSync(at('changelog/index.html'));
    writeFileSync(at('changelog/index.html'), Buffer.from(page).fill(120, 500, 520));
    rmSync(at('feed.xml'));
    rmSync(at('icon.png'));
    writeFileSync(at('left-behind.html'), 'old');
    await build('site', noon, large);
    expect(differences(tree('site'), whole)).toEqual([]);
  }
});

test('what is kept between builds may be damaged or deleted', { timeout: 120_000 }, async () => {
  const { folder, content, build, tree } = prepare();
  await build('site');
  const whole = tree('site');
  const kept = join(projectFolder, '.slipway');
  const shards = join(kept, 'records', digestOf(content));
  const mine = [
    ...['', '.links', '.links-later', '.pages'].map((end) =>
      join(kept, 'sites', `${digestOf(join(folder, 'site'))}${end}`),
    ),
    `${shards}.digests`,
    ...readdirSync(shards).map((name) => join(shards, name)),
  ];
  for (const path of mine) writeFileSync(path, 'nonsense');
  await build('site');
  expect(differences(tree('site'), whole)).toEqual([]);
  for (const path of mine) rmSync(path, { force: true });
  writeFileSync(join(content, 'releases/product-0/broken.yaml'), 'id: [');
  await expect(build('site')).rejects.toThrow(
    /The last good site is still in .*broken\.yaml cannot be read/s,
  );
  expect(differences(tree('site'), whole)).toEqual([]);
  expect(existsSync(join(folder, '.site.next'))).toBe(false);
});

test('templates of which a part is missing are compiled anew', { timeout: 180_000 }, async () => {
  const { content, build, tree } = prepare();
  const settings = join(content, 'site.yaml');
  // Nobody else builds with these.
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('name: Bench', 'name: Tidied up'));
  await build('site');
  const whole = tree('site');
  const { site } = readContent(content).settings;
  const templates = join(projectFolder, '.slipway/templates', describeTemplates(site));
  const [chunk = ''] = readdirSync(join(templates, 'server/chunks'));
  rmSync(join(templates, 'server/chunks', chunk));
  await build('other');
  expect(differences(tree('other'), whole)).toEqual([]);
  writeFileSync(join(templates, 'styles.json'), '[');
  await build('third');
  expect(differences(tree('third'), whole)).toEqual([]);
  rmSync(templates, { recursive: true });
});

test('links that lead to nothing are told by every build', { timeout: 120_000 }, async () => {
  const { folder, content, build } = prepare();
  const record = (place: number) => join(content, `releases/product-0/r-${place}.yaml`);
  const summarise = (place: number, text: string) =>
    writeFileSync(
      record(place),
      readFileSync(record(place), 'utf8').replace(/^summary: .*$/m, `summary: ${text}`),
    );
  const tell = async () => {
    const told: string[] = [];
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      told.push(...[...String(text).matchAll(/link to `(.*?)`/g)].map(([, link = '']) => link));
      return true;
    });
    await build('site').finally(() => spy.mockRestore());
    return told.sort();
  };
  summarise(2, 'See [there](/lost/).');
  expect(await tell()).toEqual(['/lost/']);
  expect(await tell()).toEqual(['/lost/']);
  summarise(4, 'See [here](/missing/).');
  expect(await tell()).toEqual(['/lost/', '/missing/']);
  writeFileSync(join(projectFolder, '.slipway/sites', `${digestOf(join(folder, 'site'))}.links`), 'nonsense');
  summarise(2, 'See there.');
  expect(await tell()).toEqual(['/missing/']);
  summarise(4, 'See here.');
  expect(await tell()).toEqual([]);
});
