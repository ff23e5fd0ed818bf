import { compact } from '../compact.ts';
import type { PlanRequirement } from '../goals.ts';
import { readTitled, type SectionInput, titledItems } from './input.ts';
import { plainOf } from './told.ts';

const form = titledItems({
  title: ['requirement', 'what', 'description', 'name'],
  labels: {
    category: ['type', 'area', 'kind', 'quality'],
    measure: ['metric', 'measured by', 'how it is measured', 'unit'],
    target: ['goal', 'limit', 'threshold', 'target value'],
    test: ['tested by', 'how it is tested', 'verification', 'check', 'acceptance test'],
  },
  group: 'category',
});

/** Non-functional requirements. Sub-headings with lists below are categories. */
export function readRequirements(input: SectionInput): PlanRequirement[] {
  return readTitled(input, form).map((item) =>
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
