import { findLabel, labelNames } from '../labels.ts';
import type { Comparator, PlanMetric } from '../plan.ts';
import { readDays, readNumber, readPercent } from '../quantities.ts';
import { readSectionItems, type SectionInput } from './input.ts';

const labels = labelNames({
  unit: ['unit of measure'],
  baseline: ['today', 'current', 'now', 'from'],
  target: ['goal', 'target value', 'to'],
  window: ['within', 'time window', 'period', 'measured over', 'by when'],
  segment: ['cohort', 'for', 'target segment', 'measured in'],
  source: ['data source', 'instrument', 'how'],
});

/** What success is measured by: name, unit, baseline, comparator, target, window in days, segment. */
export function readMetrics(input: SectionInput): PlanMetric[] {
  const titleColumns = ['metric', 'name', 'kpi', 'measure'];
  return readSectionItems(input, { labels, titleColumns }).map((item) => {
    const plain = (key: string) => findLabel(item.labels, key)?.plain ?? '';
    const sentence = [item.title, item.text].filter(Boolean).join(' ');
    const told = parseMetric(sentence);
    const target = plain('target') ? readTarget(plain('target')) : {};
    const baseline = readNumber(plain('baseline'));
    const window = readDays(plain('window')) ?? readDays(plain('target')) ?? told.window;
    return {
      ...told,
      ...target,
      name: plain('target') ? item.title : told.name,
      ...(plain('unit') && { unit: plain('unit') }),
      ...(baseline !== undefined && { baseline }),
      ...(window !== undefined && { window }),
      ...(plain('segment') && { segment: plain('segment') }),
      ...(item.place && { place: item.place }),
    };
  });
}

/** “30 % feature adoption in target cohort within 30 days” as its parts. */
export function parseMetric(sentence: string): PlanMetric {
  const window = readDays(/\bwithin\b(.*)$/i.exec(sentence)?.[1] ?? '');
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
  return {
    name: name || sentence,
    ...target,
    ...(window !== undefined && { window }),
    ...(segment && { segment }),
  };
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

function readTarget(text: string): { comparator?: Comparator; target?: number; unit?: string } {
  const percent = readPercent(text);
  const target = percent ?? readNumber(text);
  if (target === undefined) return {};
  const comparator = COMPARATORS.find(([pattern]) => pattern.test(text))?.[1] ?? 'at least';
  return { comparator, target, ...(percent !== undefined && { unit: '%' }) };
}
