import type { GateResult } from '../../plan/gates.ts';

/** The conditions of a gate as a check-list, each with what it says. */
export function renderGate({ gate, name, passed, conditions }: GateResult): string[] {
  const lines = conditions.map((condition) => {
    const says = condition.says.map(({ text }) => `  - ${text}`).join('\n');
    return `- [${condition.passed ? 'x' : ' '}] ${condition.name}\n${says}`;
  });
  return [`## ${gate.toUpperCase()}: ${name}`, passed ? 'Passed.' : '**Not passed yet.**', lines.join('\n')];
}
