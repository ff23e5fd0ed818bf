/** Numbers as readers of a locale write them. */

export function formatNumber(value: number, locale: string): string {
  return formatter(locale, {}).format(value);
}

/** Per cent as they are said, not as a share: 25 → “25%”. */
export function formatPercent(value: number, locale: string): string {
  return formatter(locale, { style: 'percent', maximumFractionDigits: 2 }).format(value / 100);
}

/** A size in bytes, in the unit that keeps the number small. Units are decimal: 1 MB is 1,000,000 bytes. */
export function formatBytes(bytes: number, locale: string): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const unit = units[step] ?? 'byte';
  const options = { style: 'unit', unit, unitDisplay: step === 0 ? 'long' : 'short' } as const;
  return formatter(locale, { ...options, maximumFractionDigits: step === 0 ? 0 : 1 }).format(
    bytes / 1000 ** step,
  );
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.NumberFormat(locale, options);
  formatters.set(key, known);
  return known;
}
