import { expect, test } from 'vitest';
import { z } from 'zod';
import { describeIssue } from '../../src/publish/describe-issue.ts';

const told = (schema: z.ZodType, value: unknown) => describeIssue(schema.safeParse(value).error?.issues[0]);

test.each<[z.ZodType, unknown, string]>([
  [
    z.object({ waves: z.array(z.object({ name: z.string().max(1_000) })) }),
    { waves: [{ name: 'x'.repeat(1_001) }] },
    'Unexpected waves, no. 1, name, expected at most 1,000 characters',
  ],
  [z.array(z.string()).min(2), ['x'], 'Unexpected record, expected at least 2 of them'],
  [
    z.object({ faq: z.array(z.string()).max(1) }),
    { faq: ['x', 'y'] },
    'Unexpected faq, expected at most 1 of them',
  ],
  [z.object({ title: z.string().min(1) }), { title: '' }, 'Unexpected title, expected something there'],
  [z.object({ share: z.number().max(100) }), { share: 101 }, 'Unexpected share, expected at most 100'],
  [z.object({ kind: z.enum(['a', 'b']) }), { kind: 'c' }, 'Unexpected kind, expected a, b'],
  [z.object({ title: z.string() }), {}, 'Unexpected title, expected something there'],
  [
    z.object({ on: z.string().regex(/x/) }),
    { on: 'y' },
    'Unexpected on, expected what a public record may hold',
  ],
])('an author is told what a record may not hold: %#', (schema, value, sentence) => {
  expect(told(schema, value)).toBe(sentence);
});

test('an issue that is none is told all the same', () => {
  expect(describeIssue(undefined)).toBe('Unexpected record, expected another one');
});
