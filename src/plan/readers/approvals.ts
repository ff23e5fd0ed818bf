import { isDay } from '../../release/date.ts';
import { compact } from '../compact.ts';
import type { Item } from '../items.ts';
import { type Decision, decisions, type PlanApproval } from '../teamwork.ts';
import { readTitled, type SectionInput, titledItems } from './input.ts';
import { type Choice, choiceOf, dateOf, plainOf } from './told.ts';

const decision: Choice<Decision> = {
  what: 'decision',
  options: decisions,
  synonyms: {
    yes: 'approved',
    ok: 'approved',
    okay: 'approved',
    accepted: 'approved',
    agreed: 'approved',
    signed: 'approved',
    signedoff: 'approved',
    go: 'approved',
    declined: 'rejected',
    refused: 'rejected',
    denied: 'rejected',
    nogo: 'rejected',
    open: 'pending',
    waiting: 'pending',
    asked: 'pending',
    requested: 'pending',
  },
};

const form = titledItems({
  title: ['role', 'approver', 'who', 'name', 'stakeholder'],
  labels: {
    decision: ['state', 'status', 'approved', 'result'],
    date: ['day', 'on', 'when', 'decided on', 'approved on'],
    fingerprint: ['plan fingerprint', 'of'],
  },
});

/** Who decided what, on which day, about which state of the plan. A ticked box is an approval. */
export function readApprovals(input: SectionInput): PlanApproval[] {
  return readTitled(input, form).map((item) => {
    const told = parseApproval(item);
    return compact({
      role: told.role,
      decision: choiceOf(input, item, 'decision', decision) ?? told.decision,
      date: dateOf(input, item, 'date', 'the day of an approval') ?? told.date,
      fingerprint: plainOf(item, 'fingerprint'),
      place: item.place,
    });
  });
}

/** “Product manager: approved, 2026-05-24”, with a colon or a dash. */
function parseApproval(item: Item): PlanApproval {
  const inTitle = item.text === '' ? /^([^:,(]+)[:,(]\s*(.+)$/.exec(item.title) : undefined;
  const rest = inTitle ? (inTitle[2] ?? '') : item.text;
  const date = /\d{4}-\d{2}-\d{2}/.exec(rest)?.[0];
  const word = decisions.find((each) => new RegExp(`\\b${each}\\b`, 'i').test(rest));
  const ticked = item.checked === undefined ? undefined : item.checked ? 'approved' : 'pending';
  return {
    role: inTitle && (word ?? date) ? (inTitle[1] ?? '').trim() : item.title,
    decision: word ?? ticked,
    date: date && isDay(date) ? date : undefined,
  };
}
