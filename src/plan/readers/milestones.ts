import { precisionOf } from '../../release/date.ts';
import { compact } from '../compact.ts';
import type { PlanMilestone } from '../goals.ts';
import type { Item } from '../items.ts';
import type { Label } from '../labels.ts';
import { readTitled, type SectionInput, titledItems } from './input.ts';
import { dateOf } from './told.ts';

const form = titledItems({
  title: ['milestone', 'what', 'name', 'step', 'phase', 'activity', 'goal'],
  labels: { date: ['due', 'due date', 'by', 'when', 'deadline', 'target date', 'day', 'until'] },
});

/** What must be done on the way, each with its date. */
export function readMilestones(input: SectionInput): PlanMilestone[] {
  return readTitled(input, form).map((item) => {
    const isDated = item.labels.some((label) => label.key === 'date');
    if (!isDated) return parseMilestone(item);
    const date = dateOf(input, item, 'date', 'the date of a milestone');
    return compact({ name: item.title, date, place: item.place });
  });
}

/** Milestones under a label: a list or a table of them, or one sentence each. */
export function readLabelledMilestones(input: SectionInput, label: Label): PlanMilestone[] {
  const lists = label.nodes.filter((node) => node.type === 'list' || node.type === 'table');
  if (lists.length > 0) return readMilestones({ ...input, nodes: lists });
  return label.plain
    .split(/\s*;\s*/)
    .filter(Boolean)
    .map((sentence) => parseMilestone({ title: sentence, text: '', place: label.place }));
}

/** “2026-05-20: beta begins” and “Beta begins by 2026-05-20”. */
function parseMilestone({ title, text, place }: Pick<Item, 'title' | 'text' | 'place'>): PlanMilestone {
  const sentence = [title, text.replace(/\n[\s\S]*$/, '')].filter(Boolean).join(' — ');
  const date = /(?<![\w-])\d{4}(?:-\d{2}(?:-\d{2})?|-Q[1-4])(?![\w-])/i.exec(sentence)?.[0];
  if (!date || !precisionOf(date.toUpperCase())) return compact({ name: sentence, place });
  const name = sentence
    .replace(date, '')
    .replace(/\s*\(\s*\)|\s*\b(?:by|on|until|in|due)\s*(?=[.)]*$)/gi, '')
    .replace(/^[\s:–—.,-]+|(?<![\s:–—,-])[\s:–—,-]+$/g, '');
  return compact({ name: name || sentence, date: date.toUpperCase(), place });
}
