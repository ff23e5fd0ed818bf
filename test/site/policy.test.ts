import { createHash } from 'node:crypto';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { expect, test } from 'vitest';
import { firstScript, firstScriptHash } from '../../src/site/first-script.ts';
import { contentPolicy } from '../../src/site/policy.ts';

const judge = (policy: string) =>
  new CspEvaluator(new CspParser(policy).csp)
    .evaluate()
    .map(({ directive, value, severity }) => `${directive} ${value ?? ''}: ${Severity[severity]}`);

test('nobody who judges policies finds more than that scripts come from the site itself', () => {
  expect(judge(contentPolicy)).toEqual(["script-src 'self': MEDIUM_MAYBE"]);
});

test('the one script that stands in pages is allowed by its hash', () => {
  expect(firstScriptHash).toBe(`sha256-${createHash('sha256').update(firstScript).digest('base64')}`);
  expect(firstScript).not.toMatch(/<|&amp;/);
});

test('the judge would say so', () => {
  expect(judge("script-src 'unsafe-inline' *; object-src *")).toContain("script-src 'unsafe-inline': HIGH");
});

test('everything is refused that is not named', () => {
  expect(contentPolicy).toMatch(/^default-src 'none';/);
  expect(contentPolicy).not.toMatch(/unsafe|https?:|data:|\*/);
  expect(contentPolicy).toContain("trusted-types 'none'");
});
