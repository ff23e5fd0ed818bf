import { compact } from '../compact.ts';
import type { PlanDependency } from '../teamwork.ts';
import { readTitled, type SectionInput, titledItems } from './input.ts';
import { dateOf, plainOf, textOf } from './told.ts';

const form = titledItems({
  title: ['dependency', 'name', 'what', 'item'],
  labels: {
    owner: ['who', 'responsible', 'team', 'supplier', 'vendor'],
    status: ['state', 'progress'],
    neededBy: ['needed by', 'due', 'due date', 'by', 'by when', 'deadline', 'date'],
    notes: ['note', 'comment', 'comments'],
  },
});

/** What must be ready elsewhere, who has it, how far it is, and by when it is needed. */
export function readDependencies(input: SectionInput): PlanDependency[] {
  return readTitled(input, form).map((item) =>
    compact({
      name: item.title,
      owner: plainOf(item, 'owner'),
      status: plainOf(item, 'status'),
      neededBy: dateOf(input, item, 'neededBy', 'the day that a dependency is needed by'),
      notes: [item.text, textOf(item, 'notes')].filter(Boolean).join('\n\n') || undefined,
      place: item.place,
    }),
  );
}
