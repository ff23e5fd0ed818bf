import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { renderRuleTable } from '../../src/documents/internal/rule-table.ts';
import { catalogue } from '../../src/plan/rules/catalogue.ts';

const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8');

/** A table without its padding, which the formatter sets. */
const squeeze = (table: string) => table.replace(/ +/g, ' ').replace(/-{3,}/g, '---').trim();

test('the README’s table of rules is the catalogue: write it anew with `slipway check --rules --markdown`', () => {
  const shown = /<!-- rules:[^>]*-->\n([\s\S]*?)<!-- \/rules -->/.exec(readme)?.[1] ?? '';
  expect(squeeze(shown)).toBe(squeeze(renderRuleTable(catalogue)));
});

test('every rule says what it checks, why, and what to do', () => {
  const codes = catalogue.map((rule) => rule.code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const { code, what, why, fix } of catalogue) {
    expect(code).toMatch(/^RP\d{3}$/);
    for (const text of [what, why, fix]) expect(text, code).toMatch(/^[\p{Lu}“`].{10,}[.?]$/u);
  }
});
