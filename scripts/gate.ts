import { resolve } from 'node:path';
import { checkGate, type Gate, type GateResult, gates } from '../src/plan/gates.ts';
import { nearest } from '../src/plan/nearest.ts';
import { Problem } from '../src/sources/problem.ts';
import { type Command, commonOptions } from './command.ts';
import { findPlan, readContent } from './content.ts';
import { paint, printLine } from './terminal.ts';

export const gateCommand: Command = {
  parameters: '<g1|g2> <plan>',
  options: { content: commonOptions.content, json: commonOptions.json },
  async run([name, word], options) {
    const gate = readGate(name);
    const content = readContent(resolve(String(options['content'] ?? 'content')));
    const plan = findPlan(content, word, `slipway gate ${gate} <plan>`);
    const result = checkGate(gate, plan);
    if (options['json']) printLine(JSON.stringify({ plan: plan.file.path, ...result }, null, 2));
    else print(plan.file.path, result);
    return result.passed ? 0 : 1;
  },
};

function readGate(word: string | undefined): Gate {
  const names = Object.keys(gates) as Gate[];
  const gate = names.find((each) => each === word?.toLowerCase());
  if (gate) return gate;
  const guess = word && nearest(word, names);
  throw new Problem(word ? `There is no gate \`${word}\`.` : 'Which gate?', {
    hint: guess
      ? `Did you mean \`${guess}\`?`
      : names.map((each) => `${each}: ${gates[each].name}.`).join(' '),
  });
}

/** Every condition with its reason; what is in the way with the line that says so. */
function print(path: string, { gate, name, passed, conditions }: GateResult): void {
  printLine(`${paint('underline', path)}  ${gate.toUpperCase()}: ${name}`);
  for (const condition of conditions) {
    const mark = condition.passed ? paint('green', '✔') : paint('red', '✖');
    printLine(`  ${mark} ${condition.name}`);
    for (const { text, place, hint } of condition.says) {
      const where = place ? paint('dim', `${path}:${place.line}`) : '';
      printLine(`      ${text}  ${where}`.trimEnd());
      if (hint && !condition.passed) printLine(`      ${paint('dim', '→')} ${hint}`);
    }
  }
  const failed = conditions.filter((condition) => !condition.passed).length;
  printLine(passed ? 'Passed.' : `Not passed: ${failed} of ${conditions.length} conditions are not met.`);
}
