import { compact } from '../compact.ts';
import { normaliseName } from '../fields.ts';
import type { Item } from '../items.ts';
import { findLabel } from '../labels.ts';
import type { PlanReadiness } from '../teamwork.ts';
import { complain, readTitled, type SectionInput, titledItems } from './input.ts';
import { textOf } from './told.ts';

const ANSWERS: Readonly<Record<string, boolean>> = {
  yes: true,
  ready: true,
  done: true,
  true: true,
  trained: true,
  complete: true,
  '✓': true,
  no: false,
  notready: false,
  notyet: false,
  false: false,
  open: false,
  partly: false,
  almost: false,
  inprogress: false,
};

const form = titledItems({
  title: ['team', 'who', 'group', 'item'],
  labels: {
    ready: ['is ready', 'state', 'status'],
    missing: ['what is missing', 'open', 'open points', 'todo', 'to do', 'notes'],
  },
});

/** Each team that talks to customers: is it ready, and what is missing. A check-list says the same. */
export function readReadiness(input: SectionInput): PlanReadiness[] {
  return readTitled(input, form).map((item) =>
    compact({
      team: item.title,
      ready: readAnswer(input, item),
      missing: textOf(item, 'missing') ?? (item.text || undefined),
      place: item.place,
    }),
  );
}

function readAnswer(input: SectionInput, item: Item): boolean | undefined {
  const label = findLabel(item.labels, 'ready');
  if (!label || /^[-–—]?$/.test(label.plain)) return item.checked;
  const answer = ANSWERS[normaliseName(label.plain) || label.plain];
  if (answer === undefined) {
    complain(input, {
      code: 'RP120',
      text: `Unknown answer \`${label.plain}\` to whether a team is ready, expected yes or no`,
      hint: 'What is missing has a column of its own.',
      place: label.place,
    });
  }
  return answer;
}
