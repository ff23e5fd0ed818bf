import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchPlans } from './bench-plans.ts';
import { benchSites } from './bench-sites.ts';
import { makeReleases, shapes } from './corpus.ts';
import { compareSites, median, rounded } from './figures.ts';

/**
 * `npm run bench -- [sizes…]`: what building a site costs, beside Eleventy with Pagefind and, where it is installed, Hugo; and what checking
 * and publishing as many plans costs. The generators take turns, and medians are told, because a machine is never as fast twice.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** As `shapes` in corpus.ts has them. */
    shape: { type: 'string', default: 'usual' },
    /** Three, and one above this many releases, where one takes minutes. */
    rounds: { type: 'string' },
    /** `sites`, `plans` or both. */
    only: { type: 'string' },
    /** Everything that was measured, for programs. */
    json: { type: 'string' },
  },
});

const LARGE = 5_000;
const shape = shapes[values.shape as keyof typeof shapes];
if (!shape) throw new Error(`There is no shape “${values.shape}”, only ${Object.keys(shapes).join(', ')}.`);
const sizes = positionals.length > 0 ? positionals.map(Number) : [100, 1_000, 10_000];
const machine = {
  cores: availableParallelism(),
  processor: cpus()[0]?.model,
  gigabytes: Math.round(totalmem() / 1e9),
  node: process.version,
};
const report: object[] = [];
print(
  `${machine.cores} cores (${machine.processor}), ${machine.gigabytes} GB, Node ${machine.node}, shape “${values.shape}”`,
);

for (const size of sizes) {
  const rounds = Number(values.rounds ?? (size >= LARGE ? 1 : 3));
  const releases = makeReleases(shape(size));
  const known = { shape: values.shape, releases: size, rounds };
  print(
    `\n${size} releases, ${rounds === 1 ? 'one round' : `medians of ${rounds} rounds`}; seconds and megabytes`,
  );
  if (values.only !== 'plans') {
    const measured = await inFolder((folder) => benchSites(folder, releases, rounds));
    console.table(compareSites(measured));
    report.push({ ...known, what: 'sites', measured });
  }
  if (values.only !== 'sites') {
    const turns: Awaited<ReturnType<typeof benchPlans>>[] = [];
    for (let turn = 0; turn < rounds; turn++)
      turns.push(await inFolder((folder) => benchPlans(join(folder, 'content'), releases)));
    const steps = Object.keys(turns[0] ?? {}) as (keyof (typeof turns)[number])[];
    const rows = steps.map((step): [string, object] => [
      step,
      {
        seconds: rounded(median(turns.map((each) => each[step].seconds))),
        processor: rounded(median(turns.map((each) => each[step].processor))),
        memory: rounded(median(turns.map((each) => each[step].megabytes))),
      },
    ]);
    console.table(Object.fromEntries(rows));
    report.push({ ...known, what: 'plans', measured: turns });
  }
  // Whoever stops a long run keeps what was measured until then.
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine, report }, undefined, 1)}\n`);
}

async function inFolder<Result>(run: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
