import { compact } from '../compact.ts';
import type { PlanRequirement } from '../goals.ts';
import { readTitled, type SectionInput } from './input.ts';
import { plainOf } from './told.ts';

/** Non-functional requirements. Sub-headings with lists below are categories. */
export function readRequirements(input: SectionInput): PlanRequirement[] {
  const title = ['requirement', 'what', 'description', 'name'];
  const labels = {
    category: ['type', 'area', 'kind', 'quality'],
    measure: ['metric', 'measured by', 'how it is measured', 'unit'],
    target: ['goal', 'limit', 'threshold', 'target value'],
    test: ['tested by', 'how it is tested', 'verification', 'check', 'acceptance test'],
  };
  return readTitled(input, { title, labels, group: 'category' }).map((item) =>
    compact({
      requirement: [item.title, item.text].filter(Boolean).join(' — '),
      category: plainOf(item, 'category'),
      measure: plainOf(item, 'measure'),
      target: plainOf(item, 'target'),
      test: plainOf(item, 'test'),
      place: item.place,
    }),
  );
}
