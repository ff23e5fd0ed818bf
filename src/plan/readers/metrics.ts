import { compact } from '../compact.ts';
import type { Item } from '../items.ts';
import type { Label } from '../labels.ts';
import type { Comparator, PlanMetric } from '../plan.ts';
import { readDays, readNumber, readPercent, readUnit } from '../quantities.ts';
import { readTitled, type SectionInput, titledItems } from './input.ts';
import { plainOf } from './told.ts';

export const metricLabels = {
  unit: ['unit of measure'],
  baseline: ['today', 'current', 'now', 'from'],
  target: ['goal', 'target value', 'to'],
  window: ['within', 'time window', 'period', 'measured over'],
  segment: ['cohort', 'for', 'target segment', 'measured in'],
  source: ['data source', 'instrument', 'how'],
};

const form = titledItems({ title: ['metric', 'name', 'kpi', 'measure'], labels: metricLabels });

/** What success is measured by: name, unit, baseline, comparator, target, window in days, segment. */
export function readMetrics(input: SectionInput): PlanMetric[] {
  return readTitled(input, form).map(metricOf);
}

/** Metrics under a label: a list or a table of them, or sentences. */
export function readLabelledMetrics(input: SectionInput, label: Label): PlanMetric[] {
  const lists = label.nodes.filter((node) => node.type === 'list' || node.type === 'table');
  if (lists.length > 0) return readMetrics({ ...input, nodes: lists });
  return label.plain
    .split(/\s*;\s*/)
    .filter(Boolean)
    .map((sentence) => compact({ ...parseMetric(sentence), place: label.place }));
}

/** A metric told by labels. Without a target among them, its title is a sentence that may hold one. */
export function metricOf(item: Pick<Item, 'title' | 'text' | 'labels' | 'place'>): PlanMetric {
  const target = plainOf(item, 'target');
  const hasTarget = item.labels.some((label) => label.key === 'target');
  const told = hasTarget
    ? { name: item.title, ...readTarget(target ?? '') }
    : parseMetric([item.title, item.text].filter(Boolean).join(' '));
  return compact({
    ...told,
    unit: plainOf(item, 'unit') ?? told.unit,
    baseline: readNumber(plainOf(item, 'baseline') ?? '') ?? told.baseline,
    window: readDays(plainOf(item, 'window') ?? '') ?? readWindow(target ?? '') ?? told.window,
    segment: plainOf(item, 'segment') ?? told.segment,
    place: item.place,
  });
}

/** “30 % feature adoption in target cohort within 30 days” as its parts. */
function parseMetric(sentence: string): PlanMetric {
  const window = readWindow(sentence);
  const told = sentence.replace(/\s*\bwithin\b.*$/i, '').replace(/\.$/, '');
  const segment = /\s(?:in|for|among|across)\s+((?:the\s+)?[^,;]+)$/i
    .exec(told)?.[1]
    ?.replace(/^the\s+/i, '');
  const core = segment
    ? told.slice(0, told.length - segment.length).replace(/\s(?:in|for|among|across)\s+(?:the\s+)?$/i, '')
    : told;
  const target = readTarget(core);
  const name = core
    .replace(AMOUNT, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^\s*(?:of|in)\s+/i, '')
    .trim();
  return compact({ name: name || sentence, ...target, window, segment });
}

/** Days in “… within 30 days”. */
function readWindow(text: string): number | undefined {
  return readDays(/\bwithin\b(.*)$/i.exec(text)?.[1] ?? '');
}

const COMPARATORS: readonly [RegExp, Comparator][] = [
  [/(?:≥|>=|at least|minimum(?: of)?|no less than)/i, 'at least'],
  [/(?:≤|<=|at most|maximum(?: of)?|no more than|up to)/i, 'at most'],
  [/(?:>|more than|over|above)/i, 'more than'],
  [/(?:<|less than|under|below|fewer than)/i, 'less than'],
  [/(?:=|exactly)/i, 'exactly'],
];

const AMOUNT =
  /(?:≥|>=|≤|<=|>|<|=|\b(?:at least|at most|no less than|no more than|up to|more than|less than|fewer than|over|under|above|below|exactly)\b)?\s*\d+(?:[.,]\d+)*\s*(?:%|per\s?cent\b)?/i;

/** An amount with its comparator, where one is written. */
function readTarget(text: string): Pick<PlanMetric, 'comparator' | 'target' | 'unit'> {
  const target = readPercent(text) ?? readNumber(text);
  if (target === undefined) return {};
  const comparator = COMPARATORS.find(([pattern]) => pattern.test(text))?.[1];
  return compact({ comparator, target, unit: readUnit(text) });
}
