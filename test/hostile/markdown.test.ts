import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findUnreadable } from '../../src/release/readable.ts';
import { ReleaseSchema } from '../../src/release/release.ts';
import { median } from '../bench/figures.ts';
import { runs } from '../long.ts';
import { messagesOf, planOf } from '../plans.ts';
import type { Measured } from './measure.ts';
import { pathological } from './pathological.ts';

const names = Object.keys(pathological);

describe('Markdown made to hang, to crash or to swell', () => {
  test.each(runs(1, 3) === 1 ? [4_000] : [12_000, 40_000, 90_000])(
    'of %i characters is read and shown, or refused',
    { timeout: 600_000 },
    (size) => hold(measure(names.map((name) => textOf(name, size)))),
  );

  test('mixed into a plan is read and shown, or refused', { timeout: 600_000 }, () => {
    const plan = readFileSync('content/plans/partner-api/3.0.0.md', 'utf8').replace(
      /^---[\s\S]*?\n---\n/,
      '',
    );
    const mutant = fc
      .tuple(
        fc.constantFrom(...names),
        fc.integer({ min: 10, max: 8_000 }),
        fc.nat(plan.length),
        fc.nat(400),
        fc.nat(20),
      )
      .map(([name, size, at, cut, times]) => {
        const piece = (pathological[name]?.(size) ?? '') + plan.slice(at, at + cut).repeat(times);
        return plan.slice(0, at) + piece + plan.slice(at + cut);
      });
    const mutants = fc.sample(mutant, { numRuns: runs(5, 200), seed: 7 });
    hold(measure(mutants.map((text, index) => [`mutant ${index}`, text])));
  });

  test.runIf(runs(1, 2) === 2)('takes twice the time where it is twice as long', { timeout: 600_000 }, () => {
    const sizes = [20_000, 40_000];
    for (const name of names) {
      // Each text differs a little, for what one comes to is remembered; and sizes take turns, for machines are faster now and slower then.
      const endings = [1, 2, 3, 4, 5].map((turn) => `\n\nTurn ${turn}\n`);
      const measured = measure(
        endings.flatMap((ending) =>
          sizes.map((size): [string, string] => [`${size}`, textOf(name, size)[1] + ending]),
        ),
      );
      const [once = 0, twice = 0] = sizes.map((size) =>
        median(measured.filter((each) => each.name === `${size}`).map(({ cpu }) => cpu)),
      );
      if (twice > 300) expect(twice / once, name).toBeLessThan(2.3);
    }
  });
});

test('a refusal names the file, the line and the reason, and the fields are still known', () => {
  const plan = planOf(`---\ntitle: T\nid: t\n---\n\n## Summary\n\nA\n\n${'> '.repeat(50)}b\n`);
  expect(messagesOf(plan)).toEqual([
    'RP130 10:1 Unexpected lists and quotes nested in each other, expected at most 40 levels',
  ]);
  expect(plan.fields).toMatchObject({ title: 'T', id: 't' });
  expect(plan.sections).toEqual([]);
});

test('a field is refused alone', () => {
  const plan = planOf(`---\ntitle: T\nsummary: "${'['.repeat(70)}"\n---\n\n## Bug fixes\n\n- One\n`);
  expect(messagesOf(plan)).toEqual([
    'RP121 3:1 Unexpected brackets nested in each other as summary, expected at most 60 levels',
  ]);
  expect(plan.fields.summary).toBeUndefined();
  expect(plan.values.fixes).toHaveLength(1);
});

test('a record that somebody wrote by hand is refused in the same words', () => {
  const record = { id: 't', title: 'T', product: 'till', status: 'released', released: '2026-01-01' };
  const result = ReleaseSchema.safeParse({ ...record, summary: `A\n\n${'*a_ '.repeat(600)}` });
  expect(result.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
    'summary: unexpected paragraph with more than 1,000 marks of emphasis in line 3 of the text, expected several paragraphs',
  ]);
});

test('more brackets in one line than a parser can join in time are refused, and boxes below each other are not', () => {
  expect(findUnreadable('[ ] a '.repeat(2_501))).toEqual({
    found: 'paragraph with more than 5,000 square brackets',
    expected: 'several paragraphs',
    line: 1,
  });
  expect(findUnreadable('- [ ] a\n'.repeat(2_501))).toBeUndefined();
});

test('what people write is never refused', () => {
  const list = Array.from(
    { length: 3_000 },
    (_, at) => `- **Fix ${at}.** In \`app.ts\`, see [it](https://a.example.com/${at})`,
  );
  expect(findUnreadable(list.slice(0, 2_000).join('\n'))).toBeUndefined();
  const table = [
    '| a | b | c |',
    '| - | - | - |',
    ...Array.from({ length: 2_000 }, (_, at) => `| ${at} | x | |`),
  ];
  expect(findUnreadable(table.join('\n'))).toBeUndefined();
});

/** At most two seconds and thirty times the text; a refusal says what and where. */
function hold(measured: readonly Measured[]): void {
  for (const { name, step, cpu, growth, refusal } of measured) {
    expect.soft(cpu, `${step} of ${name}`).toBeLessThan(2_000);
    expect.soft(growth, `what comes of ${name}`).toBeLessThan(30);
    if (refusal)
      expect.soft(refusal).toMatch(/^RP(?:110|130) plans\/test\.md:\S+ .*[Uu]nexpected .*expected /s);
  }
}

/** In a process of their own with 512 MB, which ends where one of them hangs. */
function measure(texts: readonly (readonly [string, string])[]): Measured[] {
  const script = fileURLToPath(new URL('measure.ts', import.meta.url));
  const output = execFileSync(process.execPath, ['--max-old-space-size=512', script], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    timeout: 300_000,
    maxBuffer: 50_000_000,
  });
  const measured = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Measured);
  expect(measured).toHaveLength(texts.length);
  return measured;
}

function textOf(name: string, size: number): readonly [string, string] {
  return [`${name} of ${size}`, pathological[name]?.(size) ?? ''];
}
