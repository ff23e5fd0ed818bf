import { createHash } from 'node:crypto';
import { type ApprovedPart, getApprovedParts } from './approved-parts.ts';
import type { Place } from './document.ts';
import type { Plan } from './plan.ts';

/**
 * What was approved, as a line that fits into a table: `plan:4f1c included:9a3e01b7.c2f41a`. Each part has a digest of all its items and,
 * behind the dot, three digits an item, so that a later change can be named. Comments, white space and the order of items do not
 * take part. SHA-256, cut short: it guards against slips, not against forgers.
 */
export function renderFingerprint(plan: Plan): string {
  const parts = getApprovedParts(plan).map((part) => {
    const items = part.items.map(({ words }) => digest(words, 3));
    return `${part.key}:${digestPart(part)}.${items.join('')}`;
  });
  return [`plan:${digestPlan(plan)}`, ...parts].join(' ');
}

/** What changed since: a sentence for each item or part, with its place. Empty where the approval holds. */
export function compareFingerprint(
  plan: Plan,
  fingerprint: string,
): { text: string; place?: Place | undefined }[] {
  const then = parseFingerprint(fingerprint);
  const own = then.get('plan');
  if (!own) return [{ text: 'its fingerprint cannot be read' }];
  if (own.whole !== digestPlan(plan)) return [{ text: 'its fingerprint is that of another plan' }];
  const parts = getApprovedParts(plan);
  const gone = [...then.keys()].filter((key) => key !== 'plan' && !parts.some((part) => part.key === key));
  return [
    ...parts.flatMap((part) => comparePart(part, then.get(part.key))),
    ...gone.map((key) => ({ text: `\`${key}\` was taken out since` })),
  ];
}

interface Told {
  whole: string;
  items: readonly string[];
}

function parseFingerprint(text: string): Map<string, Told> {
  const tokens = text.matchAll(/([a-zA-Z]+):([0-9a-f]+)(?:\.([0-9a-f]*))?/g);
  return new Map(
    Array.from(tokens, ([, key = '', whole = '', items = '']) => [
      key,
      { whole, items: items.match(/.{3}/g) ?? [] },
    ]),
  );
}

function comparePart(part: ApprovedPart, then: Told | undefined) {
  if (then?.whole === digestPart(part)) return [];
  if (!then) return [{ text: `${part.name} was added since`, place: part.items[0]?.place ?? part.place }];
  const changed = part.items.filter(({ words }) => !then.items.includes(digest(words, 3)));
  if (changed.length === 0)
    return [{ text: `something in ${part.name} was taken out since`, place: part.place }];
  return changed.map(({ title, place }) => ({
    text: `“${title}” in ${part.name} was added or changed since`,
    place: place ?? part.place,
  }));
}

function digestPart(part: ApprovedPart): string {
  return digest(
    part.items
      .map(({ words }) => words)
      .sort()
      .join('\n\n'),
    8,
  );
}

function digestPlan({ fields }: Plan): string {
  return digest(fields.id ?? fields.title ?? '', 4);
}

function digest(text: string, digits: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits);
}
