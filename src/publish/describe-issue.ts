import type { z } from 'zod';

/** What the strict form of a record refuses, as a sentence for the author: `Unexpected waves, no. 1, name, expected at most 1,000 characters`. */
export function describeIssue(issue: z.core.$ZodIssue | undefined): string {
  const path = issue?.path.map((part) => (typeof part === 'number' ? `no. ${part + 1}` : String(part)));
  return `Unexpected ${path?.join(', ') || 'record'}, expected ${issue ? expectationOf(issue) : 'another one'}`;
}

function expectationOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return `at most ${amountOf(issue.maximum, issue.origin)}`;
    case 'too_small':
      return issue.minimum === 1 ? 'something there' : `at least ${amountOf(issue.minimum, issue.origin)}`;
    case 'invalid_value':
      return issue.values.map(String).join(', ');
    case 'invalid_type':
      return 'something there';
    default:
      return 'what a public record may hold';
  }
}

function amountOf(amount: number | bigint, origin: string): string {
  const words: Record<string, string> = { string: ' characters', array: ' of them' };
  return `${amount.toLocaleString('en')}${words[origin] ?? ''}`;
}
