import { compact } from '../compact.ts';
import type { PlanRisk } from '../teamwork.ts';
import { readTitled, type SectionInput, titledItems } from './input.ts';
import { plainOf, textOf } from './told.ts';

const form = titledItems({
  title: ['risk', 'what', 'description', 'threat', 'name', 'what can go wrong'],
  labels: {
    probability: ['likelihood', 'how likely', 'chance'],
    impact: ['severity', 'effect', 'how bad', 'consequence'],
    mitigation: ['tip', 'response', 'measure', 'measures', 'what we do', 'plan', 'action', 'countermeasure'],
    owner: ['who', 'responsible'],
  },
});

/** What can go wrong, how likely it is, how bad it would be, what is done about it, and by whom. */
export function readRisks(input: SectionInput): PlanRisk[] {
  return readTitled(input, form).map((item) =>
    compact({
      risk: item.title,
      probability: plainOf(item, 'probability'),
      impact: plainOf(item, 'impact'),
      mitigation: textOf(item, 'mitigation') ?? (item.text || undefined),
      owner: plainOf(item, 'owner'),
      place: item.place,
    }),
  );
}
