import type { SiteFigures } from './bench-sites.ts';
import type { Measured } from './measure.ts';

/** A table of what was measured: seconds, megabytes, and how the first generator compares with the others. */
export function compareSites(all: readonly SiteFigures[]): Record<string, Record<string, number | string>> {
  const rows = all.map((figures): [string, Record<string, number | string>] => [
    figures.name,
    figures.failed
      ? { failed: figures.failed.slice(0, 80) }
      : {
          cold: secondsOf(figures.cold),
          ...(figures.warm.length > 0 && { warm: secondsOf(figures.warm) }),
          edit: secondsOf(figures.edit),
          none: secondsOf(figures.none),
          ...(figures.index.length > 0 && { index: secondsOf(figures.index) }),
          memory: memoryOf(figures),
          files: figures.files,
          size: rounded(figures.megabytes),
        },
  ]);
  const [ours, ...others] = all;
  const ratios = others.flatMap((other) =>
    ours && !ours.failed && !other.failed ? ratiosOf(ours, other) : [],
  );
  return Object.fromEntries([...rows, ...ratios]);
}

function ratiosOf(ours: SiteFigures, other: SiteFigures): [string, Record<string, number>][] {
  const of = (key: 'cold' | 'edit' | 'none') => rounded(secondsOf(ours[key]) / secondsOf(other[key]));
  const warm = ours.warm.length > 0 ? ours.warm : ours.cold;
  const row = {
    cold: of('cold'),
    warm: rounded(secondsOf(warm) / secondsOf(other.cold)),
    edit: of('edit'),
    none: of('none'),
    memory: rounded(memoryOf(ours) / memoryOf(other)),
  };
  if (other.index.length === 0) return [[`÷ ${other.name}`, row]];
  const whole = secondsOf(other.cold) + secondsOf(other.index);
  const indexed = {
    cold: rounded(secondsOf(ours.cold) / whole),
    warm: rounded(secondsOf(warm) / whole),
  };
  return [
    [`÷ ${other.name}`, row],
    [`÷ ${other.name} with index`, indexed],
  ];
}

function secondsOf(measured: readonly Measured[]): number {
  return rounded(median(measured.map(({ seconds }) => seconds)));
}

/** The most that any build took. */
function memoryOf({ cold, warm, edit, none }: SiteFigures): number {
  return rounded(Math.max(...[...cold, ...warm, ...edit, ...none].map(({ megabytes }) => megabytes)));
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

export function rounded(number: number): number {
  return number >= 100 ? Math.round(number) : Math.round(number * 100) / 100;
}
