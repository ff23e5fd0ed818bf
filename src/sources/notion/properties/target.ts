import type { RawField, RawScalar } from '../../../plan/document.ts';

/**
 * Notion’s dates are days. `2026-Q4` is kept there as the first day of the quarter with the precision `quarter`; a day within a period, with a
 * precision, stays a day.
 */
export function splitTarget(fields: readonly RawField[]): RawField[] {
  const target = textOf(fields, 'target');
  const period = target === undefined ? undefined : readPeriod(target);
  if (!period) return [...fields];
  const others = fields.filter((field) => field.key !== 'target' && field.key !== 'precision');
  const precision = textOf(fields, 'precision') ?? period.precision;
  return [
    ...others,
    { key: 'target', value: scalar(period.day) },
    { key: 'precision', value: scalar(precision) },
  ];
}

/** The other way round. */
export function joinTarget(fields: readonly RawField[]): RawField[] {
  const [target, precision] = [textOf(fields, 'target'), textOf(fields, 'precision')];
  const period = target && precision ? renderPeriod(target, precision) : undefined;
  if (!period) return [...fields];
  return fields
    .filter((field) => field.key !== 'precision')
    .map((field) => (field.key === 'target' ? { key: 'target', value: scalar(period) } : field));
}

function readPeriod(text: string): { day: string; precision: string } | undefined {
  const [, year = '', quarter, month] = /^(\d{4})(?:-?Q([1-4])|-(\d{2}))?$/i.exec(text.trim()) ?? [];
  if (year === '') return undefined;
  if (month) return { day: `${year}-${month}-01`, precision: 'month' };
  if (!quarter) return { day: `${year}-01-01`, precision: 'year' };
  return { day: `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`, precision: 'quarter' };
}

function renderPeriod(day: string, precision: string): string | undefined {
  const [, year = '', month = ''] = /^(\d{4})-(\d{2})-01$/.exec(day) ?? [];
  if (year === '') return undefined;
  if (precision === 'month') return `${year}-${month}`;
  if (precision === 'year' && month === '01') return year;
  return precision === 'quarter' && Number(month) % 3 === 1
    ? `${year}-Q${(Number(month) + 2) / 3}`
    : undefined;
}

function textOf(fields: readonly RawField[], key: string): string | undefined {
  const value = fields.find((field) => field.key === key)?.value;
  return value?.type === 'scalar' ? value.text : undefined;
}

function scalar(text: string): RawScalar {
  return { type: 'scalar', text, quoted: true };
}
