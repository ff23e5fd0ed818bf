import { normaliseHeading } from '../plan/headings.ts';
import type { Plan } from '../plan/plan.ts';
import { type Section, sections } from '../plan/sections.ts';
import type { Extra } from '../release/release.ts';

/** The opt-in sections that the plan's `publish` names, by heading, alias or key. Nothing makes a section public that is never so. */
export function publishExtras(plan: Plan): Extra[] {
  const wanted = new Set(plan.fields.publish?.map(normaliseHeading));
  return (sections as readonly Section[]).flatMap((section) => {
    if (section.audience !== 'opt-in' || !isNamed(section, wanted)) return [];
    const written = plan.sections.find((each) => each.key === section.key && each.filled);
    const text = written?.openText();
    return text ? [{ key: section.key, heading: section.heading, text }] : [];
  });
}

function isNamed(section: Section, wanted: ReadonlySet<string>): boolean {
  const isWanted = (name: string) => wanted.has(normaliseHeading(name));
  return isWanted(section.key) || isWanted(section.heading) || section.aliases?.some(isWanted) === true;
}
