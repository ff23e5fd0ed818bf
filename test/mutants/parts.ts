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

const identities: Part = {
  files: of('keep-ids', 'publish-plan'),
  tests: test('keep-ids', 'publish-plan'),
  least: 100,
};
const windows: Part = { files: of('keep-windows'), tests: test('keep-windows'), least: 100 };

/** What becomes of one plan. */
const decisions: Part = {
  files: of('addresses', 'collisions', 'decide-plan', 'extras', 'identity', 'is-ahead', 'last-record'),
  tests: test('addresses', 'collisions', 'decide-plan', 'extras', 'identity', 'last-record'),
  least: 100,
};

const texts: Part = {
  files: of(
    ...['decide-initiative', 'decide-translation', 'match-translated', 'publish-initiative'],
    ...['publish-initiative-translation', 'publish-translation', 'validate', 'visible-text'],
  ),
  tests: test(
    ...['decide-initiative', 'decide-translation', 'match-translated', 'publish-translation'],
    'visible-text',
  ),
  least: 100,
};

const small: Part = {
  files: of('describe-issue', 'keep-dates', 'without-nothing'),
  tests: test('describe-issue', 'keep-dates', 'without-nothing'),
  least: 100,
};

const publication: Part = {
  files: of('by-id', 'keep-authority', 'publish', 'publish-translations', 'roadmap-changes', 'roadmap-items'),
  tests: test('keep-authority', 'publish', 'publish-translations', 'roadmap-changes'),
  least: 100,
};

const inside = (...names: string[]) => names.map((name) => `src/plan/${name}.ts`);

/** What says that something stays inside, wherever it stands. */
const marks: Part = {
  files: inside('internal-mark'),
  tests: ['test/plan/internal-mark.test.ts'],
  least: 100,
};

const letters: Part = {
  files: inside('look-alike'),
  tests: ['test/plan/look-alike.test.ts'],
  least: 100,
};

/** What of a plan stays inside. */
const notes: Part = {
  files: inside('public-part', 'section-kinds'),
  tests: [
    ...['test/plan/public-part.test.ts', 'test/plan/section-kinds.test.ts'],
    ...test('second-visibility'),
  ],
  least: 100,
};

const data: Part = {
  files: inside('columns', 'differentiation', 'open-data'),
  tests: ['test/publish/extras.test.ts', 'test/plan/columns.test.ts'],
  least: 100,
};

const boxes: Part = { files: inside('boxes'), tests: ['test/plan/boxes.test.ts'], least: 100 };

const closed: Part = {
  files: inside('internal-lines'),
  tests: ['test/plan/public-part.test.ts'],
  least: 100,
};

const comments: Part = { files: inside('comments'), tests: ['test/plan/public-field.test.ts'], least: 100 };

const blocks: Part = {
  files: inside('internal-notes'),
  tests: ['test/plan/hidden-text.test.ts', 'test/plan/public-part.test.ts'],
  least: 100,
};

const lines: Part = {
  files: inside('line-notes'),
  tests: ['test/plan/line-notes.test.ts'],
  least: 100,
};

const hidden: Part = {
  files: inside('hidden-elements', 'hidden-text', 'comment-marks'),
  tests: ['test/plan/hidden-text.test.ts'],
  least: 100,
};

const flags: Part = {
  files: inside('inside-flags'),
  tests: ['test/plan/inside-flags.test.ts', ...test('second-visibility')],
  least: 100,
};

const textsInFields: Part = {
  files: inside('public-field'),
  tests: ['test/plan/public-field.test.ts', ...test('second-visibility')],
  least: 100,
};

const labels: Part = {
  files: inside('labels', 'read-labels'),
  tests: ['test/plan/labels.test.ts', 'test/plan/read-labels.test.ts'],
  least: 100,
};

const stray: Part = {
  files: inside('stray-labels'),
  tests: ['test/plan/stray-labels.test.ts'],
  least: 100,
};

const questions: Part = {
  files: inside('typed-questions'),
  tests: ['test/plan/typed-questions.test.ts'],
  least: 100,
};

const opted: Part = { files: inside('opted-in'), tests: ['test/plan/opted-in.test.ts'], least: 100 };

const named = [
  leakScan,
  guard,
  identities,
  windows,
  decisions,
  texts,
  small,
  publication,
  marks,
  letters,
  notes,
  data,
  boxes,
  closed,
  comments,
  blocks,
  lines,
  flags,
  hidden,
  textsInFields,
  labels,
  stray,
  questions,
  opted,
];

export const parts: readonly Part[] = [
  ...named,
  { files: ['scripts/leak-scan.ts'], tests: ['test/scripts/leak-scan.test.ts'], least: 100 },
  // What is new in the wall, until it has a part of its own.
  {
    files: globSync('src/publish/*.ts')
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => !named.some(({ files }) => files.includes(file)))
      .toSorted(),
    tests: globSync('test/publish/*.test.ts'),
    least: 100,
  },
];
