import type { Plan } from './plan.ts';
import { type PlanFormat, standardFormat } from './format.ts';
import { hasRollback } from './facts.ts';
import { type Section, type SectionKey, sections } from './sections.ts';

export interface Completeness {
  /** 0 to 100, whole. */
  percent: number;
  /** The sections that the plan's profile asks for, in the order of the table. */
  sections: { key: SectionKey; heading: string; prompt: string; filled: boolean }[];
}

/**
 * How much of what its profile asks for a plan has. A section counts as filled where it, or a part of it, says something; the template's
 * prompts say nothing. A plan without a profile is a feature.
 */
export function getCompleteness(plan: Plan, format: PlanFormat = standardFormat): Completeness {
  const profile = plan.fields.profile ?? 'feature';
  const asked = format.profiles.get(profile) ?? [];
  const wanted = format.sections
    .filter((section) => asked.includes(section.key))
    .map(({ key, heading, prompt }) => ({
      key: key as SectionKey,
      heading,
      prompt,
      filled: isFilled(plan, key as SectionKey),
    }));
  const filled = wanted.filter((section) => section.filled).length;
  return {
    percent: wanted.length === 0 ? 100 : Math.floor((filled / wanted.length) * 100),
    sections: wanted,
  };
}

function isFilled(plan: Plan, key: SectionKey): boolean {
  const keys = [
    key,
    ...(sections as readonly Section[]).filter((each) => each.partOf === key).map((each) => each.key),
  ];
  return (
    plan.sections.some((section) => section.filled && keys.includes(section.key)) ||
    isToldElsewhere(plan, key)
  );
}

/** Some things may be told in a field, or beside what they belong to. */
function isToldElsewhere(plan: Plan, key: SectionKey): boolean {
  const { fields, values } = plan;
  switch (key) {
    case 'summary':
      return Boolean(fields.summary);
    case 'metrics':
      return (
        [...(values.objectives ?? []), ...(values.goals ?? [])].some(({ metrics }) => metrics.length > 0) ||
        (values.audience?.metrics ?? []).length > 0
      );
    case 'rollout':
      return (values.audience?.waves ?? []).length > 0;
    case 'rollback':
      return hasRollback(plan);
    case 'stakeholders':
      return Boolean(values.internalStakeholders ?? values.externalStakeholders);
    default:
      return false;
  }
}
