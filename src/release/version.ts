import { withoutDevice } from './device-name.ts';

/**
 * Versions as products really number them: semver and calver (`1.2.0-rc.1`, `2026.05`), pre-releases written without a hyphen (PEP 440:
 * `1.2rc1`, `128.0beta`), editions that are kept for longer (`115.0esr`), plain numbers (`128`), and names (`Bandana`), with or without a
 * leading `v`.
 */

const NUMBERED =
  /^v?(\d+(?:\.\d+)*)(?:-([0-9a-z.-]+)|((?:a|b|c)\d+|(?:alpha|beta|rc|pre)\d*)|(?:esr|lts))?(?:\+([0-9a-z.-]+))?$/i;

interface Numbered {
  numbers: number[];
  /** Pre-release identifiers; empty for a final version. */
  pre: string[];
}

/** True where the version can be ordered by its numbers, as opposed to a name. */
export function isNumbered(version: string): boolean {
  return NUMBERED.test(version.trim());
}

export function isPrerelease(version: string): boolean {
  return (parseNumbered(version)?.pre.length ?? 0) > 0;
}

/**
 * Orders two versions as Semantic Versioning 2.0.0 §11 does, for any count of numbers: missing numbers are 0, a
 * pre-release comes before its final version, build metadata does not take part. Returns `undefined` where one of them is
 * a name: names have no order of their own.
 */
export function compareVersions(left: string, right: string): number | undefined {
  const [a, b] = [parseNumbered(left), parseNumbered(right)];
  if (!a || !b) return undefined;
  for (let index = 0; index < Math.max(a.numbers.length, b.numbers.length); index++) {
    const difference = (a.numbers[index] ?? 0) - (b.numbers[index] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return comparePre(a.pre, b.pre);
}

/** The same for two versions exactly where `compareVersions` finds them equal; `undefined` for a name. */
export function versionKey(version: string): string | undefined {
  const parsed = parseNumbered(version);
  if (!parsed) return undefined;
  const pre = parsed.pre.map((part) => (/^\d+$/.test(part) ? String(Number(part)) : part));
  return `${parsed.numbers.join('.').replace(/(?:\.0)+$/, '')}-${pre.join('.')}`;
}

/** The part of an address that stands for a version: `v1.2.0-rc.1` → `1-2-0-rc-1`. Empty where nothing is left. */
export function versionSlug(version: string): string {
  const text = version.normalize('NFKD').toLowerCase();
  return withoutDevice(
    text
      .replace(/^v(?=\d)/, '')
      .replace(/\p{Mark}/gu, '')
      .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
      .replace(/^-+|-+$/g, ''),
  );
}

function comparePre(a: string[], b: string[]): number {
  if (a.length === 0 || b.length === 0) return Math.sign(b.length - a.length);
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [left, right] = [a[index], b[index]];
    if (left === undefined) return -1;
    if (right === undefined) return 1;
    if (left === right) continue;
    const [leftIsNumber, rightIsNumber] = [/^\d+$/.test(left), /^\d+$/.test(right)];
    if (leftIsNumber && rightIsNumber) return Math.sign(Number(left) - Number(right));
    if (leftIsNumber !== rightIsNumber) return leftIsNumber ? -1 : 1;
    return left < right ? -1 : 1;
  }
  return 0;
}

/** Comparisons ask for the same versions again and again. */
const known = new Map<string, Numbered | undefined>();
const MOST_KNOWN = 100_000;

function parseNumbered(version: string): Numbered | undefined {
  if (known.has(version)) return known.get(version);
  if (known.size >= MOST_KNOWN) known.clear();
  const parsed = parse(version);
  known.set(version, parsed);
  return parsed;
}

function parse(version: string): Numbered | undefined {
  const match = NUMBERED.exec(version.trim());
  if (!match) return undefined;
  return {
    numbers: (match[1] ?? '').split('.').map(Number),
    pre: match[2]?.toLowerCase().split('.') ?? match[3]?.toLowerCase().match(/[a-z]+|\d+/g) ?? [],
  };
}
