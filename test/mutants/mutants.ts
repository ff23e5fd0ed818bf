import { relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { type Part, parts } from './parts.ts';

type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

interface Score {
  file: string;
  dead: number;
  all: number;
  least: number;
}

/**
 * `npm run test:mutants`: makes small mistakes in the code, one at a time, and sees whether the tests notice. A mistake that nobody notices is
 * printed; the run fails where more of them are alive than a part may have.
 *
 * With files or folders behind `--`, only these: `npm run test:mutants -- src/publish/words.ts`.
 */
const wanted = process.argv.slice(2);
const scores: Score[] = [];
for (const part of parts) {
  const files = part.files.filter(
    (file) => wanted.length === 0 || wanted.some((each) => file.startsWith(each)),
  );
  if (files.length > 0) scores.push(...(await tryPart({ ...part, files })));
}
const isFine = scores.every(({ dead, all, least }) => dead >= all * (least / 100));
process.stdout.write(`${renderScores(scores)}\n`);
process.exitCode = isFine && scores.length > 0 ? 0 : 1;

async function tryPart({ files, tests, least }: Part): Promise<Score[]> {
  process.env['MUTANT_TESTS'] = tests.join(',');
  const settings = { configFile: 'test/mutants/stryker.config.json', mutate: [...files] };
  const mutants = await new Stryker(settings).runMutationTest();
  return Object.entries(Object.groupBy(mutants, fileOf)).map(([file, each = []]) => ({
    file,
    ...count(each),
    least,
  }));
}

function fileOf({ fileName }: Mutant): string {
  return relative(process.cwd(), fileName).replaceAll('\\', '/');
}

function count(mutants: readonly Mutant[]): Pick<Score, 'dead' | 'all'> {
  const is = (...statuses: Mutant['status'][]) =>
    mutants.filter(({ status }) => statuses.includes(status)).length;
  const dead = is('Killed', 'Timeout');
  return { dead, all: dead + is('Survived', 'NoCoverage') };
}

function renderScores(all: readonly Score[]): string {
  const rows = all.map(({ file, dead, all: made, least }) => {
    const share = made === 0 ? 100 : Math.floor((dead / made) * 1000) / 10;
    return `| \`${file}\` | ${made} | ${share} % | ${least} % |`;
  });
  return ['| file | mutants | noticed | at least |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
