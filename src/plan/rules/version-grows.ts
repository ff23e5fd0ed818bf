import { compareVersions } from '../../release/version.ts';
import type { Plan } from '../plan.ts';
import type { Rule } from './rule.ts';
import { releaseDayOf } from '../facts.ts';

export const versionGrows: Rule = {
  code: 'RP070',
  name: 'Versions grow',
  severity: 'warning',
  what: 'A release has a higher version than the one before it of the same product and channel, or continues an older line.',
  why: 'Customers, update programs and the comparison of versions all go by the number.',
  source: 'product',
  fix: 'Correct the version, or the day.',
  check(plan, { plans }) {
    const { version } = plan.fields;
    const earlier = earlierOf(plan, plans);
    const last = earlier.at(-1);
    if (!version || !last?.fields.version) return [];
    const difference = compareVersions(version, last.fields.version);
    const isSameName = difference === undefined && version === last.fields.version;
    if (!isSameName && (difference === undefined || difference > 0 || continuesLine(version, earlier)))
      return [];
    return [
      {
        text: `Unexpected version ${version} after ${last.fields.version} (${releaseDayOf(last)}), expected a higher one`,
        place: plan.places.version,
      },
    ];
  },
  examples: {
    ok: [
      {
        plan: '---\ntitle: T\nid: t\nproduct: till\nversion: 1.10.0\ntarget: 2026-12-01\n---\n',
        others: ['---\ntitle: S\nid: s\nproduct: till\nversion: 1.9.0\nreleased: 2026-11-01\n---\n'],
      },
      {
        plan: '---\ntitle: T\nid: t\nproduct: till\nversion: 1.9.1\ntarget: 2026-12-01\n---\n',
        others: [
          '---\ntitle: S\nid: s\nproduct: till\nversion: 1.9.0\nreleased: 2026-10-01\n---\n',
          '---\ntitle: U\nid: u\nproduct: till\nversion: 2.0.0\nreleased: 2026-11-01\n---\n',
        ],
      },
    ],
    notOk: [
      {
        plan: '---\ntitle: T\nid: t\nproduct: till\nversion: 1.1.0\ntarget: 2026-12-01\n---\n',
        others: ['---\ntitle: S\nid: s\nproduct: till\nversion: 1.9.0\nreleased: 2026-11-01\n---\n'],
      },
      {
        plan: '---\ntitle: T\nid: t\nproduct: till\nversion: 1.9.0\ntarget: 2026-12-01\n---\n',
        others: ['---\ntitle: S\nid: s\nproduct: till\nversion: 1.9.0\nreleased: 2026-11-01\n---\n'],
      },
    ],
  },
};

/** The plans of the same product and channel that come before, in the order of their days. */
function earlierOf(plan: Plan, plans: readonly Plan[]): Plan[] {
  const day = releaseDayOf(plan);
  if (!day) return [];
  return plans
    .filter((other) => other !== plan && other.fields.version && other.fields.status !== 'cancelled')
    .filter((other) => other.fields.product === plan.fields.product)
    .filter((other) => (other.fields.channel ?? '') === (plan.fields.channel ?? ''))
    .filter((other) => (releaseDayOf(other) ?? '9999') < day)
    .sort((a, b) => ((releaseDayOf(a) ?? '') < (releaseDayOf(b) ?? '') ? -1 : 1));
}

/** 1.9.1 after 2.0.0 goes on with 1.9.0. */
function continuesLine(version: string, earlier: readonly Plan[]): boolean {
  const lineOf = (text: string) =>
    text.replace(/^v/i, '').split(/[-+]/)[0]?.split('.').slice(0, -1).join('.');
  const inLine = earlier.filter(({ fields }) => lineOf(fields.version ?? '') === lineOf(version));
  return (
    lineOf(version) !== '' &&
    inLine.length > 0 &&
    inLine.every(({ fields }) => (compareVersions(version, fields.version ?? '') ?? 0) > 0)
  );
}
