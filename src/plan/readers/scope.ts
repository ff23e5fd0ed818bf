import { findLabel, itemLabels } from '../labels.ts';
import type { Exclusion, PlanQuestion, PlanStep } from '../plan.ts';
import { readSectionItems, type SectionInput } from './input.ts';
import { readLinks } from './links.ts';

const exclusions = {
  labels: itemLabels({
    reason: ['why', 'because', 'rationale', 'reasoning'],
    revisit: ['revisit on', 'when', 'look again', 'reconsider', 'later'],
  }),
  titleColumns: ['what', 'feature', 'item', 'excluded'],
};

const steps = {
  labels: itemLabels({
    who: ['for', 'concerns', 'for whom', 'role'],
    link: ['links', 'guide', 'more', 'see', 'docs'],
  }),
  titleColumns: ['step', 'what', 'action'],
};

const questions = {
  labels: itemLabels({ question: ['q'], answer: ['a'] }),
  titleColumns: ['question', 'q'],
};

/** What is left out: `{ what, reason, revisit }`. */
export function readExcluded(input: SectionInput): Exclusion[] {
  return readSectionItems(input, exclusions).map((item) => {
    const reason = findLabel(item.labels, 'reason')?.value || item.text;
    const { reason: own, revisit } = splitRevisit(reason);
    return {
      what: item.title,
      ...(own && { reason: own }),
      ...((findLabel(item.labels, 'revisit')?.plain ?? revisit) && {
        revisit: findLabel(item.labels, 'revisit')?.plain ?? revisit,
      }),
      ...(item.place && { place: item.place }),
    };
  });
}

/** “Too early. Revisit: in spring” in one line. */
function splitRevisit(text: string): { reason: string; revisit?: string } {
  const withoutLabel = text.replace(/^\s*(?:reason|why|because)\s*:\s*/i, '');
  const match = /\s*\brevisit(?: on| in)?\s*:\s*([^\n]+)$/i.exec(withoutLabel);
  if (!match) return { reason: withoutLabel };
  return { reason: withoutLabel.slice(0, match.index).trim(), revisit: match[1]?.trim() };
}

/** Ordered steps before an upgrade. */
export function readSteps(input: SectionInput): PlanStep[] {
  return readSectionItems(input, steps).map((item) => {
    const [link] = readLinks(findLabel(item.labels, 'link')?.nodes ?? []);
    // A step is one text: what stands in bold at its start stays bold.
    const text = item.text
      ? `**${item.title}**${item.text.includes('\n') ? '\n\n' : ' '}${item.text}`
      : item.title;
    return {
      text,
      ...(findLabel(item.labels, 'who') && { who: findLabel(item.labels, 'who')?.plain }),
      ...(link && { link }),
    };
  });
}

/** Questions with their answers: sub-headings, or bold questions in a list. */
export function readQuestions(input: SectionInput): PlanQuestion[] {
  return readSectionItems(input, questions).flatMap((item) => {
    const question = (findLabel(item.labels, 'question')?.plain ?? item.title).replace(/^Q[.:]\s*/i, '');
    const answer = (findLabel(item.labels, 'answer')?.value ?? item.text).replace(/^A[.:]\s*/i, '');
    return question && answer ? [{ question, answer }] : [];
  });
}
