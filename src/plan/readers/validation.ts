import type { RootContent } from 'mdast';
import { isDay } from '../../release/date.ts';
import { compact } from '../compact.ts';
import { normaliseName } from '../fields.ts';
import type { PlanActual, PlanMitigation, PlanValidation } from '../goals.ts';
import type { Item } from '../items.ts';
import { labelNames } from '../labels.ts';
import { readLabels } from '../read-labels.ts';
import { plainText, renderMarkdown } from '../markdown.ts';
import { readNumber, readUnit } from '../quantities.ts';
import { readTitled, type SectionInput, titledItems } from './input.ts';
import { dateOf, plainOf, textOf } from './told.ts';

const parts = labelNames({
  actuals: ['metric actuals', 'measured', 'results'],
  mitigations: ['issues', 'issues and mitigations'],
});

const actual = titledItems({
  title: ['metric', 'name', 'kpi', 'measure'],
  labels: {
    value: ['actual', 'actual value', 'measured', 'result', 'reading'],
    unit: ['unit of measure'],
    readOn: ['read on', 'date', 'day', 'on', 'when', 'as of', 'measured on'],
  },
});

const mitigation = titledItems({
  title: ['issue', 'problem', 'what', 'incident', 'what went wrong'],
  labels: { mitigation: ['action', 'what was done', 'response', 'fix', 'measure', 'action taken'] },
});

/** After the release: what was measured, what went wrong, and whatever else is said. */
export function readValidation(input: SectionInput): PlanValidation {
  const { labels, rest } = readLabels(input.nodes, parts);
  const under = (key: string) => labels.filter((label) => label.key === key).flatMap((label) => label.nodes);
  const tables = (column: string) =>
    rest.filter((node) => node.type === 'table' && columnsOf(node).includes(column));
  const actuals = [...tables('metric'), ...under('actuals')];
  const mitigations = [...tables('issue'), ...under('mitigations')];
  const text = renderMarkdown(rest.filter((node) => ![...actuals, ...mitigations].includes(node)));
  return compact({
    text: text || undefined,
    actuals: readActuals({ ...input, nodes: actuals }),
    mitigations: readMitigations({ ...input, nodes: mitigations }),
  });
}

/** Each metric's value and when it was read. */
export function readActuals(input: SectionInput): PlanActual[] {
  return readTitled(input, actual).map((item) => {
    const isLabelled = item.labels.some((label) => label.key === 'value');
    const told = isLabelled ? { metric: item.title, value: plainOf(item, 'value') ?? '' } : parseActual(item);
    return compact({
      metric: told.metric,
      value: readNumber(told.value),
      unit: plainOf(item, 'unit') ?? readUnit(told.value),
      readOn: dateOf(input, item, 'readOn', 'the day of a reading') ?? dayIn(item.title + item.text),
      place: item.place,
    });
  });
}

/** What went wrong, and what was done about it. */
export function readMitigations(input: SectionInput): PlanMitigation[] {
  return readTitled(input, mitigation).map((item) =>
    compact({
      issue: item.title,
      mitigation: textOf(item, 'mitigation') ?? (item.text || undefined),
      place: item.place,
    }),
  );
}

/** “Median cold start: 1.1 s (2026-07-10)”. */
function parseActual({ title, text }: Item): { metric: string; value: string } {
  const withoutDay = (part: string) => part.replace(/\(?\d{4}-\d{2}-\d{2}\)?/, '');
  if (text !== '') return { metric: title, value: withoutDay(text) };
  const match = /^(.+?)\s*[:=]\s+(.+)$/.exec(title);
  return match
    ? { metric: match[1] ?? title, value: withoutDay(match[2] ?? '') }
    : { metric: title, value: '' };
}

function dayIn(text: string): string | undefined {
  const day = /\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  return day && isDay(day) ? day : undefined;
}

function columnsOf(node: RootContent): string[] {
  if (node.type !== 'table') return [];
  return node.children[0]?.children.map((cell) => normaliseName(plainText(cell))) ?? [];
}
