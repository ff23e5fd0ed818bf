import { isApproved, isTold, saysAudience, saysFeatures, saysSchedule } from './gates/go-to-market.ts';
import { hasMaterials } from './gates/materials.ts';
import { hasChangelog, isInProduction, isMeasured, isMitigated } from './gates/release.ts';
import type { Plan } from './plan.ts';
import type { Finding } from './rules/rule.ts';

/** The exit criteria of the two phases that a release goes through (document 003): nobody goes on before they are met. */
export const gates = {
  g1: {
    name: 'Go-to-market is complete; the roll-out may begin',
    conditions: [saysFeatures, saysSchedule, saysAudience, isApproved, hasMaterials, isTold],
  },
  g2: {
    name: 'The release is complete',
    conditions: [isInProduction, hasChangelog, isMeasured, isMitigated],
  },
} as const satisfies Record<string, { name: string; conditions: readonly Condition[] }>;

export type Gate = keyof typeof gates;

export interface Condition {
  name: string;
  check: (plan: Plan) => Verdict;
}

export interface Verdict {
  passed: boolean;
  /** Why it passed, or everything that is in the way, each with its line. Never empty. */
  says: Finding[];
}

export interface GateResult {
  gate: Gate;
  name: string;
  passed: boolean;
  conditions: (Verdict & { name: string })[];
}

/** Whether a plan meets the conditions of a gate, and which lines say so. */
export function checkGate(gate: Gate, plan: Plan): GateResult {
  const conditions = gates[gate].conditions.map(({ name, check }) => ({ name, ...check(plan) }));
  return { gate, name: gates[gate].name, passed: conditions.every((each) => each.passed), conditions };
}
