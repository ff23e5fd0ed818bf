import { compareVersions } from '../../release/version.ts';
import { type DatedPlan, releasesBefore } from '../neighbours.ts';
import type { Rule } from './rule.ts';

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
    const earlier = releasesBefore(plan, plans);
    const last = earlier.at(-1);
    const before = last?.plan.fields.version;
    if (!version || !before) return [];
    const difference = compareVersions(version, before);
    const isSameName = difference === undefined && version === before;
    if (!isSameName && (difference === undefined || difference > 0 || continuesLine(version, earlier)))
      return [];
    return [
      {
        text: `Unexpected version ${version} after ${before} (${last.day}), expected a higher one`,
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

/** 1.9.1 after 2.0.0 goes on with 1.9.0. */
function continuesLine(version: string, earlier: readonly DatedPlan[]): boolean {
  const lineOf = (text: string) =>
    text.replace(/^v/i, '').split(/[-+]/)[0]?.split('.').slice(0, -1).join('.');
  const line = lineOf(version);
  const inLine = earlier.flatMap(({ plan: { fields } }) =>
    fields.version && lineOf(fields.version) === line ? [fields.version] : [],
  );
  return (
    line !== '' && inLine.length > 0 && inLine.every((other) => (compareVersions(version, other) ?? 0) > 0)
  );
}
