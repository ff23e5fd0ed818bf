import { compact } from '../compact.ts';
import type { PlanSegment } from '../goals.ts';
import { readNumber } from '../quantities.ts';
import { readTitled, type SectionInput, titledItems } from './input.ts';
import { plainOf, textOf } from './told.ts';

const form = titledItems({
  title: ['segment', 'persona', 'name', 'customers', 'who'],
  labels: {
    about: ['description', 'profile', 'who they are', 'needs', 'key needs'],
    size: ['how many', 'number', 'cohort size', 'customers in it'],
  },
});

/** Groups of customers: what they are called, what they have in common, and how many they are. */
export function readSegments(input: SectionInput): PlanSegment[] {
  return readTitled(input, form).map((item) =>
    compact({
      name: item.title,
      text: [item.text, textOf(item, 'about')].filter(Boolean).join('\n\n') || undefined,
      size: readNumber(plainOf(item, 'size') ?? ''),
      place: item.place,
    }),
  );
}
