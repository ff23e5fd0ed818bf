import { compareVersions } from '../../release/version.ts';
import { isPlannedVersion } from '../neighbours.ts';
import type { Rule } from './rule.ts';

export const realFix: Rule = {
  code: 'RP071',
  name: 'Fixes that can be',
  severity: 'warning',
  what: 'The version that fixes a known issue is not older than the one it was discovered in, and a plan of the product has it.',
  why: 'The register carries an issue forward until that version, and tells every reader whether theirs has it.',
  source: 'product',
  fix: 'Correct the version, or leave it out until it is known.',
  check(plan, { plans }) {
    return (plan.values.knownIssues ?? []).flatMap(({ title, discoveredIn, fixedIn, place }) => {
      const from = discoveredIn ?? plan.fields.version;
      if (!fixedIn) return [];
      const difference = from ? compareVersions(fixedIn, from) : undefined;
      if (difference !== undefined && difference < 0) {
        const text = `Unexpected fix of “${title}” in ${fixedIn}, expected no version before ${from}, where it was discovered`;
        return [{ text, place }];
      }
      if (isPlannedVersion(plan.fields.product, fixedIn, plans)) return [];
      const text = `Unexpected fix of “${title}” in ${fixedIn}, expected a version that a plan of this product has`;
      return [{ text, place }];
    });
  },
  examples: {
    ok: [
      {
        plan: '---\ntitle: T\nid: t\nproduct: till\nversion: 1.10.0\n---\n\n## Known issues\n\n- Lag\n  - Discovered in: 1.9.0\n  - Fixed in: 1.11.0\n',
        others: ['---\ntitle: S\nid: s\nproduct: till\nversion: 1.11.0\n---\n'],
      },
      '---\ntitle: T\nid: t\nproduct: till\nversion: 1.10.0\n---\n\n## Known issues\n\n- Lag\n',
    ],
    notOk: [
      '---\ntitle: T\nid: t\nproduct: till\nversion: 1.10.0\n---\n\n## Known issues\n\n- Lag\n  - Fixed in: 1.9.0\n',
      {
        plan: '---\ntitle: T\nid: t\nproduct: till\nversion: 1.10.0\n---\n\n## Known issues\n\n- Lag\n  - Fixed in: 1.10.5\n',
        others: ['---\ntitle: S\nid: s\nproduct: till\nversion: 1.11.0\n---\n'],
      },
    ],
  },
};
