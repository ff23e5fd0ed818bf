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
  const asked = new Set(format.profiles.get(profile));
  const told = new Set(plan.sections.filter((section) => section.filled).map(({ key }) => key));
  const wanted = format.sections
    .filter((section) => asked.has(section.key))
    .map(({ key, heading, prompt }) => ({
      key: key as SectionKey,
      heading,
      prompt,
      filled: isFilled(plan, key as SectionKey, told),
    }));
  const filled = wanted.filter((section) => section.filled).length;
  return {
    percent: wanted.length === 0 ? 100 : Math.floor((filled / wanted.length) * 100),
    sections: wanted,
  };
}

function isFilled(plan: Plan, key: SectionKey, told: ReadonlySet<string>): boolean {
  const isTold = told.has(key) || parts.get(key)?.some((part) => told.has(part.key));
  return isTold || isToldElsewhere(plan, key);
}

const parts = Map.groupBy(sections as readonly Section[], ({ partOf }) => partOf);

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
