import { expect, test } from 'vitest';
import { slipway } from '../house/command-line.ts';

test('a plan that is ready passes, and every condition says why', async () => {
  const run = await slipway(['gate', 'g1', '5.9.0']);
  expect(run.output).toContain('✔ The plan is approved');
  expect(run.output).toMatch(/5\.9\.0\.md:\d+/);
  expect(run.output).toContain('Passed.');
  expect(run.code).toBe(0);
});

test('a plan that is not ready does not, and the line that says so is named', async () => {
  const run = await slipway(['gate', 'G2', 'rider-app/6.0.0.md']);
  expect(run.code).toBe(1);
  expect(run.output).toContain('There is no plan');
  const planned = await slipway(['gate', 'G2', 'content/plans/rider-app/6.0.0.md']);
  expect(planned.code).toBe(1);
  expect(planned.output).toMatch(/✖ .*production/);
  expect(planned.output).toMatch(/Not passed: \d of 4 conditions are not met\./);
  const json = JSON.parse((await slipway(['gate', 'g2', '6.0.0', '--json'])).output);
  expect(json).toMatchObject({ gate: 'g2', passed: false });
});

test.each([
  [['gate'], 'Which gate?', 'g1: '],
  [['gate', 'g3', '5.12.0'], 'There is no gate `g3`', 'g1: '],
  [['gate', 'g1'], 'Which plan?', 'slipway gate g1 <plan>'],
  [['gate', 'g1', '9.9.9'], 'There is no plan `9.9.9`', 'its id or its version'],
])('slipway %j says what is missing', async (words, what, hint) => {
  const run = await slipway(words);
  expect(run.code).toBe(1);
  expect(run.output).toContain(what);
  expect(run.output).toContain(hint);
});
