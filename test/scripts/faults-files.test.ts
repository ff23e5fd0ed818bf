import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../house/command-line.ts';
import { readTree, temporaryFolder, writeFiles } from '../house/files.ts';
import { runs } from '../long.ts';

/** Whatever stops a command that writes files, each file is as it was or as it is to be, and the command run again makes it so. */

const files = {
  'site.yaml': 'name: Kiosk\nurl: https://updates.kiosk.example.com/\nproducts: [{ id: till, name: Till }]\n',
  'CHANGES.md':
    '# Changelog\n\n## [1.1.0] - 2026-02-01\n\n### Added\n\n- Tables\n\n## [1.0.0] - 2026-01-01\n\n### Added\n\n- All\n',
  'plans/a.md':
    '---\ntitle: Tables\nid: p-1\nversion: "2"\nproduct: till\nstatus: released\nreleased: 2026-05-07\nvisibility: public\n---\n\n## Summary\n\nBetter.\n',
  'plans/b.md':
    '---\ntitle: Chairs\nid: p-2\nversion: "3"\nproduct: till\nstatus: planned\ntarget: 2026-Q4\nvisibility: public\n---\n\n## Summary\n\nSit.\n',
  'plans/history.jsonl':
    '{"day":"2026-01-01","plan":"p-2","title":"Chairs","status":"planned","target":"2026-Q3","changes":[]}\n',
  'releases/till/2.yaml':
    'id: p-1\ntitle: Tables\nproduct: till\nversion: "2"\nstatus: released\nreleased: "2026-05-07"\nsummary: Better.\n',
  'out/CHANGELOG.md': 'As it was, for long.\n',
  'out/hand-off.md': 'As it was, for long.\n',
};

const commands = {
  import: ['import', 'keep-a-changelog', 'CHANGES.md', '--product', 'till'],
  export: ['export', 'changelog', '--out', 'out'],
  write: ['write', 'hand-off', '2', '--out', 'out/hand-off.md'],
  approve: ['approve', 'p-1', '--role', 'Product', '--decision', 'approved', '--now', '2026-05-01T00:00:00Z'],
  schema: ['schema'],
  history: ['publish', '--now', '2026-06-01T00:00:00Z'],
};

/** What a publication itself does to the disk, and on a full one, is tried in `faults.test.ts`: here it is the history behind it. */
const cases = (['full', 'kill'] as const)
  .flatMap((fault) => Object.entries(commands).map(([name, words]) => [fault, name, words] as const))
  .filter(([fault, name]) => fault === 'kill' || name !== 'history');

test.each(cases)('%s: %s', { timeout: 600_000 }, (fault, name, words) => {
  const first = temporaryFolder();
  writeFiles(first, files);
  const copy = () => {
    const folder = temporaryFolder();
    cpSync(first, folder, { recursive: true });
    return folder;
  };
  const whole = copy();
  const plain = run(whole, words);
  expect(plain.status, plain.output).toBe(0);
  const after = stateOf(whole);
  let isStopped = true;
  let stops = 0;
  for (let at = 1; isStopped; at += runs(name === 'history' ? 5 : 2, 1)) {
    const folder = copy();
    const stopped = run(folder, words, `${fault} ${at} ${folder}`);
    isStopped = stopped.status !== 0;
    if (fault === 'full' && isStopped) expect(stopped.output).toMatch(/the disk is full/);
    for (const [path, text] of stateOf(folder))
      expect([after.get(path), files[path as keyof typeof files]], path).toContain(text);
    run(folder, words);
    expect(stateOf(folder)).toEqual(after);
    if (isStopped) stops++;
  }
  expect(stops).toBeGreaterThan(0);
});

/** Files that people see, with what is in them. */
function stateOf(folder: string): Map<string, string> {
  const seen = [...readTree(folder)].filter(([path]) => !/(?:^|\/)\./.test(path));
  return new Map(seen.map(([path, bytes]) => [path, bytes.toString()]));
}

function run(folder: string, words: readonly string[], fault?: string) {
  const entry = resolve(projectFolder, 'scripts/slipway.mjs');
  const faulty = fault ? ['--import', resolve(projectFolder, 'test/house/faulty-disk.ts')] : [];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...faulty, entry, ...words, '--content', '.'],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', ...(fault && { SLIPWAY_FAULT: fault }) },
    },
  );
  return { status, output: stdout + stderr };
}
