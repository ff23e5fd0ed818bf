import type { RuleText } from '../../plan/rules/rule.ts';

/** The catalogue of rules as a Markdown table, one row a code. */
export function renderRuleTable(catalogue: readonly RuleText[]): string {
  const rows = catalogue.map(({ code, severity, what, why, fix }) =>
    [code, severity, what, why, fix].map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')),
  );
  const lines = [['code', 'severity', 'what is checked', 'why', 'how to fix'], Array(5).fill('---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
