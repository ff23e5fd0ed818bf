import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from './house/command-line.ts';
import { readTree, temporaryFolder } from './house/files.ts';
import { runs, tellProgress } from './long.ts';

/** The same input and clock give the same site, byte for byte, wherever and however it is built. */

interface Circumstances {
  timezone: string;
  locale: string;
  umask: number;
  /** How many processors it may use; all of them where it is not given. */
  processors?: 1;
  /** Files are made in this order, which is the one that many disks list them in. */
  order: 'forward' | 'backward';
  /** What the machine takes for today, in days from the true one. The site's own moment is given. */
  clock: number;
  /** Deep, long, with blanks and letters that no address has. */
  folder: string;
}

const SECRET = 'ntn_marked_0123456789_';

const variants: Circumstances[] = [
  {
    timezone: 'Pacific/Kiritimati',
    locale: 'tr_TR.UTF-8',
    umask: 0o077,
    order: 'backward',
    clock: -8_000,
    processors: 1,
    folder: 'ä folder/with blanks',
  },
  { timezone: 'America/Los_Angeles', locale: 'C', umask: 0o022, order: 'forward', clock: 4_000, folder: 'x' },
  {
    timezone: 'Asia/Kathmandu',
    locale: 'ja_JP.UTF-8',
    umask: 0o002,
    order: 'backward',
    clock: 0,
    folder: 'deep/er/and/deep/er',
  },
  {
    timezone: 'UTC',
    locale: 'de_DE.UTF-8',
    umask: 0o027,
    order: 'forward',
    processors: 1,
    clock: -400,
    folder: '日本',
  },
];

test('one site comes out of different folders, time zones, languages, rights, orders, clocks, processors and caches', async () => {
  const sites: ReadonlyMap<string, Buffer>[] = [];
  for (let round = 0; round < runs(1, 6); round++) {
    tellProgress('rounds of four builds', round, 6);
    for (const circumstances of variants.slice(0, runs(2, variants.length))) {
      const content = join(temporaryFolder(), circumstances.folder);
      copyInOrder(resolve(projectFolder, 'test/fixtures/site'), content, circumstances.order);
      const out = join(dirname(content), `out-${round}`);
      await build(content, out, circumstances);
      sites.push(readTree(out));
      if (sites.length > 1) continue;
      // Once more, with what the first build left behind.
      await build(content, out, circumstances);
      sites.push(readTree(out));
    }
  }
  const [first = new Map<string, Buffer>(), ...others] = sites;
  expect(first.size).toBeGreaterThan(60);
  for (const other of others) {
    expect([...other.keys()]).toEqual([...first.keys()]);
    expect(
      [...other].filter(([path, bytes]) => !first.get(path)?.equals(bytes)).map(([path]) => path),
    ).toEqual([]);
  }
  for (const [path, bytes] of [...first, ...readTree(resolve(projectFolder, '.slipway'))]) {
    // Copies of the tests themselves.
    if (path.startsWith('mutants/')) continue;
    if (bytes.includes(SECRET)) expect.unreachable(`the secret stands in ${path}`);
  }
}, 1_800_000);

function copyInOrder(from: string, to: string, order: Circumstances['order']): void {
  const paths = readdirSync(from, { recursive: true }).map(String).sort();
  if (order === 'backward') paths.reverse();
  for (const path of paths.filter((each) => statSync(join(from, each)).isFile())) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    const bytes = readFileSync(join(from, path));
    writeFileSync(
      join(to, path),
      path === 'site.yaml' ? bytes.toString().replace(/^notion:\n.*\n/m, '') : bytes,
    );
    if (order === 'backward') utimesSync(join(to, path), new Date(0), new Date(0));
  }
}

async function build(content: string, out: string, circumstances: Circumstances): Promise<void> {
  const { timezone, locale, umask, processors, clock } = circumstances;
  const slipway = [process.execPath, resolve(projectFolder, 'scripts/slipway.mjs')];
  const words = [...slipway, 'build', '--content', content, '--out', out, '--now', '2026-05-10T08:00:00Z'];
  const [command = '', ...rest] =
    processors && process.platform === 'linux' ? ['taskset', '-c', '0', ...words] : words;
  const before = process.umask(umask);
  const child = spawn(command, rest, {
    cwd: dirname(out),
    // A secret that differs, too: were it in one byte, the sites would not be the same.
    env: {
      ...process.env,
      NOTION_TOKEN: `${SECRET}${timezone}`,
      TZ: timezone,
      LANG: locale,
      LC_ALL: locale,
      LANGUAGE: locale,
      NO_COLOR: '1',
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(otherClock(clock))}`,
    },
  });
  process.umask(before);
  let output = '';
  child.stdout.on('data', (data) => (output += String(data)));
  child.stderr.on('data', (data) => (output += String(data)));
  const code = await new Promise((done) => child.on('close', done));
  expect(code, output).toBe(0);
}

/** A program that moves the clock of the process that it is loaded into. */
function otherClock(days: number): string {
  return `
    const { Date } = globalThis;
    globalThis.Date = class extends Date {
      constructor(...given) { given.length > 0 ? super(...given) : super(Date.now() + ${days * 86_400_000}); }
      static now() { return Date.now() + ${days * 86_400_000}; }
    };`;
}
