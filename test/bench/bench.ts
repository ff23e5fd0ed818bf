import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeReleases, shapes } from './corpus.ts';
import { type Generator, listGenerators } from './generators.ts';
import { measure, sizeOf } from './measure.ts';

/**
 * `npm run bench -- [sizes…] [--shape usual] [--rounds 3] [--json bench.json]`: what building a site costs, beside Eleventy and, where it is
 * installed, Hugo. The generators take turns, and medians are told, because a machine is never as fast twice.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    shape: { type: 'string', default: 'usual' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'string' },
  },
});

type Figures = Record<'cold' | 'edit' | 'none' | 'memory', number[]>;

const rows: Record<string, string | number>[] = [];
const folder = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
try {
  for (const size of positionals.length > 0 ? positionals.map(Number) : [100, 1_000, 10_000]) {
    for (const [name, row] of await benchSize(size)) rows.push({ releases: size, generator: name, ...row });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(
  `${availableParallelism()} cores, Node ${process.version}, shape “${values.shape}”; seconds and megabytes\n`,
);
console.table(rows);
if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, undefined, 1)}\n`);

async function benchSize(size: number): Promise<Map<string, Record<string, number>>> {
  const shape = shapes[values.shape as keyof typeof shapes](size);
  const releases = makeReleases(shape);
  const generators = listGenerators();
  const places = new Map(generators.map((each) => [each, join(folder, `${each.name}-${size}`)]));
  const figures = new Map(
    generators.map((each): [Generator, Figures] => [each, { cold: [], edit: [], none: [], memory: [] }]),
  );
  for (const [generator, place] of places) generator.prepare(place, releases);
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const [generator, place] of places) {
      const known = figures.get(generator);
      generator.forget(place);
      const cold = await measure(generator.command(place));
      known?.cold.push(cold.seconds);
      known?.memory.push(cold.megabytes);
      known?.none.push((await measure(generator.command(place))).seconds);
      const edited = releases[Math.floor(releases.length * 0.9)];
      if (edited) generator.edit(place, edited, round);
      known?.edit.push((await measure(generator.command(place))).seconds);
    }
  }
  const table = new Map(
    [...places].map(([generator, place]) => {
      const { cold = [], edit = [], none = [], memory = [] } = figures.get(generator) ?? {};
      const { files, megabytes } = sizeOf(generator.out(place));
      return [
        generator.name,
        {
          cold: median(cold),
          edit: median(edit),
          none: median(none),
          memory: median(memory),
          files,
          size: megabytes,
        },
      ];
    }),
  );
  const rival = table.get('Hugo') ?? table.get('Eleventy');
  return new Map(
    [...table].map(([name, row]) => [
      name,
      {
        ...Object.fromEntries(Object.entries(row).map(([key, value]) => [key, rounded(value)])),
        'cold ÷ Eleventy': rounded(row.cold / (table.get('Eleventy')?.cold ?? NaN)),
        'edit ÷ Hugo or Eleventy': rounded(row.edit / (rival?.edit ?? NaN)),
        'none ÷ Hugo or Eleventy': rounded(row.none / (rival?.none ?? NaN)),
      },
    ]),
  );
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

function rounded(number: number): number {
  return number >= 100 ? Math.round(number) : Math.round(number * 100) / 100;
}
