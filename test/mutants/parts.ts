import { globSync } from 'node:fs';

/** Code whose mistakes must be noticed, and the tests that are quick enough to try each of them. */
export interface Part {
  files: readonly string[];
  tests: readonly string[];
  /** Per cent of the mutants of each file that must be noticed. */
  least: number;
}

const of = (...names: string[]) => names.map((name) => `src/publish/${name}.ts`);
const test = (...names: string[]) => names.map((name) => `test/publish/${name}.test.ts`);

const leakScan: Part = {
  files: of(
    ...['leaks', 'words', 'secret-words', 'hidden-texts', 'unpack', 'packed-in-archive', 'image-data'],
    ...['decode-text', 'disguised-texts'],
  ),
  tests: test('leaks', 'words'),
  least: 100,
};

/** What may be removed, and what is taken back whatever else is refused. */
const guard: Part = {
  files: ['scripts/refusals.ts', 'src/sources/notion/pull/may-remove.ts', ...of('take-back')],
  tests: ['test/scripts/refusals.test.ts', ...test('take-back')],
  least: 100,
};

const identities: Part = { files: of('keep-ids'), tests: test('keep-ids'), least: 100 };
const windows: Part = { files: of('keep-windows'), tests: test('keep-windows'), least: 100 };

const named = [leakScan, guard, identities, windows];

export const parts: readonly Part[] = [
  ...named,
  { files: ['scripts/leak-scan.ts'], tests: ['test/scripts/leak-scan.test.ts'], least: 100 },
  {
    files: globSync('src/publish/*.ts')
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => !named.some(({ files }) => files.includes(file)))
      .toSorted(),
    tests: test(
      ...['publish', 'whole-record', 'translations', 'roadmap-changes', 'describe-issue', 'identity'],
    ),
    least: 60,
  },
];
