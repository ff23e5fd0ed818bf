import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AjvDraft4 from 'ajv-draft-04';
import { expect, test } from 'vitest';
import { renderSarif } from '../../src/documents/internal/sarif.ts';
import { planOf } from '../plans.ts';

const require = createRequire(import.meta.url);
const schemaPath = require
  .resolve('@microsoft/jest-sarif')
  .replace(/lib.*$/, 'lib/schemas/sarif-2.1.0-rtm.5.json');
const validate = new AjvDraft4({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
  JSON.parse(readFileSync(schemaPath, 'utf8')) as object,
);

const rules = [{ code: 'RP120', name: 'known-values', what: 'Values are known.', fix: 'Write one of them.' }];

test('messages become a valid SARIF log with place, level and rule', () => {
  const plan = planOf(
    '---\ntitle: x\nstatus: relased\nodd: 1\n---\n\n## Summary\n\n<b>x</b>',
    'plans/näme of it.md',
  );
  const log = JSON.parse(renderSarif([plan.file], rules, '1.2.3'));
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
  const [run] = log.runs;
  expect(run.tool.driver).toMatchObject({ name: 'Slipway', version: '1.2.3' });
  expect(run.results[0]).toMatchObject({
    ruleId: 'RP120',
    ruleIndex: 0,
    level: 'error',
    message: { text: 'Unknown status `relased`; did you mean `released`?' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'plans/n%C3%A4me%20of%20it.md' },
          region: { startLine: 3, startColumn: 1 },
        },
      },
    ],
  });
  expect(run.results.map((result: { level: string }) => result.level)).toEqual([
    'error',
    'note',
    'warning',
    'warning',
  ]);
});

test('no messages are a valid log too', () => {
  expect(validate(JSON.parse(renderSarif([], [], '0.0.0')))).toBe(true);
});
