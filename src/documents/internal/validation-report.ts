import { isSame, metricsOf } from '../../plan/facts.ts';
import { checkGate } from '../../plan/gates.ts';
import { comparatorOf, findActual, judgeMetric, type MetricVerdict } from '../../plan/metric-verdict.ts';
import type { Plan } from '../../plan/plan.ts';
import { renderGate } from './gate-list.ts';
import { internalHead, type Part, renderParts, renderTable } from './plan-parts.ts';

const PARTS: readonly Part[] = [
  ['What it was for', 'objectives', 'goals'],
  ['What was said beside the figures', 'validation'],
  ['Looking back', 'retrospective'],
  ['What follows', 'followUps'],
];

/** How a release stands (document 003): what was measured against what was planned, what went wrong and what was done, and whether it can be closed. */
export function renderValidationReport(plan: Plan, product?: string): string {
  const rows = describeMetrics(plan);
  const count = (verdict: MetricVerdict) => rows.filter((row) => row.verdict === verdict).length;
  const parts = [
    ...internalHead('Validation report', plan, product),
    '## Measured against the plan',
    rows.length > 0
      ? `${count('met')} of ${rows.length} metrics met, ${count('missed')} missed, ${count('not read')} not read yet.`
      : 'The plan names no metric.',
    rows.length > 0 &&
      renderTable(
        ['Metric', 'Before', 'Target', 'Measured', 'Read on', 'Verdict'],
        rows.map(({ name, before, target, measured, readOn, verdict }) => [
          name,
          before,
          target,
          measured,
          readOn,
          verdict === 'missed' ? '**missed**' : verdict,
        ]),
      ),
    ...renderIssues(plan),
    ...renderGate(checkGate('g2', plan)),
    ...renderParts(plan, PARTS),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

interface MetricRow {
  name: string;
  before?: string | undefined;
  target?: string | undefined;
  measured?: string | undefined;
  readOn?: string | undefined;
  verdict: MetricVerdict;
}

/** A goal and the section of metrics often name the same one. */
function describeMetrics(plan: Plan): MetricRow[] {
  const { actuals = [], validation } = plan.values;
  const read = [...actuals, ...(validation?.actuals ?? [])];
  const metrics = metricsOf(plan).filter(
    (metric, index, all) => all.findIndex((each) => isSame(each.name, metric.name)) === index,
  );
  return metrics.map((metric) => {
    const actual = findActual(metric, read);
    const unit = metric.unit ?? actual?.unit;
    return {
      name: metric.segment ? `${metric.name} (${metric.segment})` : metric.name,
      before: inUnit(metric.baseline, metric.unit),
      target:
        metric.target === undefined ? undefined : `${comparatorOf(metric)} ${inUnit(metric.target, unit)}`,
      measured: inUnit(actual?.value, actual?.unit ?? metric.unit),
      readOn: actual?.readOn,
      verdict: judgeMetric(metric, actual),
    };
  });
}

function renderIssues({ values }: Plan): string[] {
  const issues = [...(values.mitigations ?? []), ...(values.validation?.mitigations ?? [])];
  const text =
    issues.length > 0
      ? renderTable(
          ['Issue', 'What was done'],
          issues.map(({ issue, mitigation }) => [issue, mitigation ?? '**nothing yet**']),
        )
      : 'None are named in the plan.';
  return ['## Issues, and what was done', text];
}

function inUnit(value: number | undefined, unit: string | undefined): string | undefined {
  return value === undefined ? undefined : [String(value), unit].filter(Boolean).join(' ');
}
