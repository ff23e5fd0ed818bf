import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { expect, test } from 'vitest';
import { contentPolicy } from '../../src/site/policy.ts';

const judge = (policy: string) =>
  new CspEvaluator(new CspParser(policy).csp)
    .evaluate()
    .map(({ directive, value, severity }) => `${directive} ${value ?? ''}: ${Severity[severity]}`);

test('nobody who judges policies finds more than that scripts come from the site itself', () => {
  expect(judge(contentPolicy)).toEqual(["script-src 'self': MEDIUM_MAYBE"]);
});

test('the judge would say so', () => {
  expect(judge("script-src 'unsafe-inline' *; object-src *")).toContain("script-src 'unsafe-inline': HIGH");
});

test('everything is refused that is not named', () => {
  expect(contentPolicy).toMatch(/^default-src 'none';/);
  expect(contentPolicy).not.toMatch(/unsafe|https?:|data:|\*/);
  expect(contentPolicy).toContain("trusted-types 'none'");
});
