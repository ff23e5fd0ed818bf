import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { renderHolder } from '../../src/sources/holder.ts';
import { projectFolder, slipway } from '../house/command-line.ts';
import { readTree, temporaryFolder, writeFiles } from '../house/files.ts';

/** What a person sees who types something wrong, or whose plans, folders or ports are not as they should be. */

const plan = (fields: string, body = '## Summary\n\nBetter.') =>
  `---\ntitle: Tables\nproduct: Till\nstatus: released\nreleased: 2026-05-07\nvisibility: public\n${fields}\n---\n\n${body}\n`;

function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  return folder;
}

test('what an author wrote steers no terminal', async () => {
  const folder = folderWith({
    'a.md': plan('version: "1"', '## Our\u001B[2J\u009B1A own\u0007\n\nWords\u001B]0;x'),
  });
  const { output } = await slipway(['check', '--all', '--content', folder]);
  expect(output).toContain('Unknown section “Our\uFFFD[2J\uFFFD1A own\uFFFD”');
  // oxlint-disable-next-line no-control-regex
  expect(output).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/);
});

test('a Node that runs no TypeScript is told of the one that does', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--no-strip-types', join(projectFolder, 'scripts/slipway.mjs'), 'check', '--strict'],
    { encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stderr).toBe(
    `✖ Slipway is written in TypeScript, which this Node (${process.version}) does not run. Nothing was changed.\n` +
      '  Run `npm run slipway -- check --strict`: it takes the newer Node that was installed with Slipway.\n',
  );
});

test('slipway listen says at once that there is nothing in Notion to listen for', async () => {
  const { code, output } = await slipway([
    'listen',
    '--content',
    folderWith({ 'a.md': plan('version: "1"') }),
  ]);
  expect(code).toBe(1);
  expect(output).toMatch(
    /^✖ site\.yaml does not say where your plans are in Notion\. Nothing was changed\.\n/,
  );
});

describe('questions about Slipway itself', () => {
  test.each(['--version', '-v'])('%s is answered by the version alone', async (word) => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await slipway([word])).toMatchObject({ code: 0, output: `${version}\n` });
  });

  test('help is asked for before a command as behind it', async () => {
    const before = await slipway(['help', 'publish']);
    expect(before.output).toContain('Usage: slipway publish');
    expect(before).toEqual(await slipway(['publish', '--help']));
  });
});

describe('typing mistakes', () => {
  test.each([
    [['publsh'], 'There is no command `publsh`.', 'Did you mean `slipway publish`?'],
    [['--vresion'], '`slipway` has no option `--vresion` of its own.', 'Did you mean `slipway --version`?'],
    [
      ['--out', 'x'],
      '`slipway` has no option `--out` of its own.',
      'The options of a command stand behind it.',
    ],
    [['fly'], 'There is no command `fly`.', 'There are start, new, check'],
    [['pub'], 'There is no command `pub`.', 'Did you mean `slipway publish`?'],
    [['publish', '--dry'], 'has no option `--dry`', 'Did you mean `--dry-run`?'],
    [['publish', '--dry-rnu'], 'has no option `--dry-rnu`', 'Did you mean `--dry-run`?'],
    [['publish', 'x.md'], 'does not know what to do with `x.md`', '--help'],
    [['check', '--content'], '`--content` needs a value', '--content <folder>'],
    [['publish', '--now', 'tomorrow'], '`--now tomorrow` is no moment', '2026-11-18T09:00Z'],
    [['start', '--port', 'http'], '`--port http` is no port', 'from 1 to 65535'],
    [
      ['check', '--content', '/no/such'],
      'There is no folder `/no/such`. Nothing was changed.',
      '--content <folder>',
    ],
    [['check', '--content', 'package.json'], '`package.json` is a file, not a folder', '--content <folder>'],
  ])('slipway %j', async (words, what, hint) => {
    const run = await slipway(words);
    expect(run.code).toBe(1);
    expect(run.output).toContain(what);
    expect(run.output).toContain(hint);
    expect(run.output).not.toMatch(/\n\s+at /);
  });

  test('--help says what each command takes', async () => {
    const all = await slipway([]);
    expect(all.code).toBe(0);
    const names = [...all.output.matchAll(/^ {2}([a-z]+) {2}/gm)].map((match) => match[1] ?? '');
    expect(names).toContain('publish');
    for (const name of names) {
      const help = await slipway([name, '--help']);
      expect(help.output).toContain(`Usage: slipway ${name}`);
      expect(help.output).toContain('--content <folder>');
    }
  }, 30_000);

  test.each(['export', 'import', 'write'])('the list of commands says what `%s` makes', async (name) => {
    const [all, run] = await Promise.all([slipway([]), slipway([name, 'zzz'])]);
    const line = all.output.split('\n').find((each) => each.startsWith(`  ${name} `));
    const made = [...run.output.matchAll(/^ {2}([\w-]+): /gm)].map((match) => match[1] ?? '');
    expect(made.length).toBeGreaterThan(4);
    for (const each of made) expect(line).toContain(each);
  });
});

describe('settings', () => {
  const settings =
    'name: Kiosk\nurl: https://updates.kiosk.example.com/\nproducts:\n  - { id: till, name: Till }\n';

  test.each([
    [`${settings}tagllne: x\n`, 'site.yaml:5  Unknown setting `tagllne`; did you mean `tagline`?'],
    [
      settings.replace('https://updates', 'javascript:'),
      'as `url`, expected an address such as https://updates.example.com/',
    ],
    [settings.replace('id: till', 'id: Till!'), 'Unexpected `Till!` as `products.0.id`'],
    [
      'name: Kiosk\nurl: https://kiosk.example.com/\nproducts: [till]\n',
      'Unexpected `till` as `products.0`, expected a mapping',
    ],
    ['name: Kiosk\n', 'Missing `url`, expected a text'],
    [
      `${settings}locale: english-ish\n`,
      'Unexpected `english-ish` as `locale`, expected a BCP 47 language tag',
    ],
    [
      `${settings}roadmap:\n  dates: quater\n`,
      'Unexpected `quater` as `roadmap.dates`, expected never, quarter, month. Did you mean `quarter`?',
    ],
    ['name: "Kiosk\n', 'Unexpected YAML'],
  ])('%j', async (yaml, sentence) => {
    const folder = folderWith({ 'site.yaml': yaml, 'plans/a.md': plan('version: "1"') });
    const run = await slipway(['publish', '--content', folder]);
    expect(run.code).toBe(1);
    expect(run.output).toContain(sentence);
    expect(run.output).not.toMatch(/zod|\n\s+at /i);
    expect(existsSync(join(folder, 'releases'))).toBe(false);
  });
});

describe('folders of plans', () => {
  test('need no settings and no order', async () => {
    const folder = folderWith({
      'one.md': plan('id: p-1\nversion: "1.0"'),
      'deep/er/two.md': plan('id: p-2\nversion: "1.1"'),
    });
    const run = await slipway(['publish', '--content', folder]);
    expect(run.code).toBe(0);
    expect(readdirSync(join(folder, 'releases/till'))).toEqual(['1-0.yaml', '1-1.yaml']);
  });

  test('with two plans at one address name both files and publish neither', async () => {
    const folder = folderWith({
      'a.md': plan('id: p-1\nversion: "1.0"'),
      'b.md': plan('id: p-2\nversion: "1-0"'),
    });
    const run = await slipway(['publish', '--content', folder]);
    expect(run.code).toBe(1);
    expect(run.output).toMatch(
      /a\.md\n.*Unexpected address `\/releases\/till\/1-0\/`, which .*b\.md has too/,
    );
    expect(run.output).toMatch(/b\.md\n.*which .*a\.md has too/);
    expect(run.output).toContain('0 releases');
  });

  test('with two plans of one id name both files', async () => {
    const folder = folderWith({
      'a.md': plan('id: p-1\nversion: "1"'),
      'b.md': plan('id: p-1\nversion: "2"'),
    });
    const run = await slipway(['publish', '--content', folder]);
    expect(run.code).toBe(1);
    expect(run.output).toMatch(/Unexpected id `p-1`, which .*b\.md has too/);
  });

  test('publish what is right beside what is wrong, and show nothing twice', async () => {
    const folder = folderWith({
      'good.md': plan('id: p-1\nversion: "1"'),
      'code.md': '---js\nrequire("node:fs").writeFileSync("/tmp/slipway-was-run", "x")\n---\n',
      'bytes.md': new Uint8Array([0x2d, 0xff, 0xfe]),
      'huge.md': plan('id: p-9', 'x'.repeat(10_000_000)),
    });
    const run = await slipway(['publish', '--content', folder]);
    expect(run.code).toBe(1);
    expect(run.output).toContain('1 release ');
    expect(run.output).toContain('Unexpected front matter in `js`, expected YAML');
    expect(run.output).toContain('Unexpected bytes that are not UTF-8 text');
    expect(run.output).toMatch(/Unexpected size of more than 1,000,000 bytes, expected at most so many/);
    expect(existsSync('/tmp/slipway-was-run')).toBe(false);
    const again = await slipway(['publish', '--content', folder]);
    expect(again.output).toContain('nothing changes in public');
  });

  test('follow no link out of the folder', async () => {
    const outside = folderWith({ 'secret.md': plan('id: p-1\nversion: "1"') });
    const folder = folderWith({ 'own.md': plan('id: p-2\nversion: "2"') });
    symlinkSync(join(outside, 'secret.md'), join(folder, 'linked.md'));
    symlinkSync(outside, join(folder, 'linked'));
    await slipway(['publish', '--content', folder]);
    expect(readdirSync(join(folder, 'releases/till'))).toEqual(['2.yaml']);
  });

  test('without any plan change nothing that is public', async () => {
    const folder = folderWith({
      'plans/a.md': plan('id: p-1\nversion: "1"'),
      'site.yaml': 'name: K\nurl: https://k.example.com/\nproducts: [{ id: till, name: Till }]\n',
    });
    await slipway(['publish', '--content', folder]);
    const before = readTree(join(folder, 'releases'));
    writeFiles(folder, { 'plans/a.txt': 'no plan' });
    const { rmSync } = await import('node:fs');
    rmSync(join(folder, 'plans/a.md'));
    const run = await slipway(['publish', '--content', folder]);
    expect(run.code).toBe(1);
    expect(run.output).toContain('but 1 public record. Nothing was changed.');
    expect(readTree(join(folder, 'releases'))).toEqual(before);
    const meant = await slipway(['publish', '--content', folder, '--allow-mass-delete']);
    expect(meant.output).toContain('− gone');
  });
});

describe('what cannot be written', () => {
  test('is said in a sentence, and the last records stay', async () => {
    const folder = folderWith({ 'a.md': plan('id: p-1\nversion: "1"') });
    await slipway(['publish', '--content', folder]);
    const before = readTree(join(folder, 'releases'));
    writeFiles(folder, { 'b.md': plan('id: p-2\nversion: "2"') });
    // A file where a folder must be: what stops even those who may write everywhere.
    writeFiles(folder, { '.releases.lock': renderHolder() });
    const run = await slipway(['publish', '--content', folder]);
    expect(run.code).toBe(1);
    expect(run.output).toContain(
      `Another run of Slipway (process ${process.pid}) is publishing this folder. Nothing was changed.`,
    );
    expect(readTree(join(folder, 'releases'))).toEqual(before);
  });

  test('as a folder for the site is refused before anything is built', async () => {
    const folder = folderWith({ 'a.md': plan('id: p-1\nversion: "1"'), taken: 'a file' });
    const run = await slipway(['build', '--content', folder, '--out', join(folder, 'taken')]);
    expect(run.code).toBe(1);
    expect(run.output).toMatch(
      /The site cannot be written into `.*taken`: it is a file. Nothing was changed./,
    );
    const below = await slipway(['build', '--content', folder, '--out', join(folder, 'taken/site')]);
    expect(below.output).toMatch(
      /cannot be written into .*: (?:a file stands in the way|a part of the path is a file)\./,
    );
    expect(readFileSync(join(folder, 'taken'), 'utf8')).toBe('a file');
  });

  test.skipIf(process.getuid?.() === 0)('because it is read-only is said so', async () => {
    const folder = folderWith({ 'a.md': plan('id: p-1\nversion: "1"') });
    mkdirSync(join(folder, 'locked'));
    chmodSync(join(folder, 'locked'), 0o500);
    const run = await slipway(['build', '--content', folder, '--out', join(folder, 'locked/site')]);
    expect(run.output).toContain('it may not be written by you');
  });
});

test('a record that somebody has edited is named, and nothing is changed', async () => {
  const folder = folderWith({ 'a.md': plan('id: p-1\nversion: "1"') });
  await slipway(['publish', '--content', folder]);
  writeFiles(folder, { 'releases/till/1.yaml': 'id: p-1\nsecret: x\n' });
  const run = await slipway(['publish', '--content', folder]);
  expect(run.code).toBe(1);
  expect(run.output).toMatch(/The public record `.*1\.yaml` cannot be read: .*Nothing was changed\./);
});

test.each([
  ['releases', 'is a file, and the folder of the public records is to be there. Nothing was changed.'],
  ['releases/_media', 'cannot be used: a part of the path is a file.'],
  ['releases/till', 'could not be written: a folder stands in the way. Nothing was changed.'],
  ['site.yaml/a.txt', 'cannot be read: it is a folder. Nothing was changed.'],
])('what stands in the place of `%s` is named', async (path, words) => {
  const folder = folderWith({ 'a.md': plan('id: p-1\nversion: "1"') });
  await slipway(['publish', '--content', folder]);
  rmSync(join(folder, path), { recursive: true, force: true });
  writeFiles(folder, { [path]: 'x' });
  const run = await slipway(['publish', '--content', folder]);
  expect(run.code).toBe(1);
  expect(run.output).toContain(words);
});

test('a run that died between two renames is put right by the next one', async () => {
  const { renameSync } = await import('node:fs');
  const folder = folderWith({ 'a.md': plan('id: p-1\nversion: "1"') });
  await slipway(['publish', '--content', folder]);
  const before = readTree(join(folder, 'releases'));
  renameSync(join(folder, 'releases'), join(folder, '.releases.old'));
  writeFiles(folder, { '.releases.lock': JSON.stringify({ pid: 4_999_999, host: hostname() }) });
  const run = await slipway(['publish', '--content', folder]);
  expect(run.output).toContain('nothing changes in public');
  expect(readTree(join(folder, 'releases'))).toEqual(before);
  expect(readdirSync(folder).toSorted()).toEqual(['a.md', 'releases']);
});

test('a port in use is said so after the site was built', async () => {
  const taken = createServer().listen(0);
  onTestFinished(() => void taken.close());
  const { port } = taken.address() as { port: number };
  const folder = folderWith({ 'content/a.md': plan('id: p-1\nversion: "1"') });
  const words = [
    'start',
    '--content',
    join(folder, 'content'),
    '--out',
    join(folder, 'dist'),
    '--port',
    String(port),
  ];
  const run = await slipway(words);
  expect(run.code).toBe(1);
  expect(run.output).toContain(
    `Port ${port} is in use by another program. The site is built; only serving it failed.`,
  );
  expect(existsSync(join(folder, 'dist/index.html'))).toBe(true);
});
