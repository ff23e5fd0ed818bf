import { findLabel, labelNames } from '../labels.ts';
import type { Exclusion, PlanQuestion, PlanStep } from '../plan.ts';
import { readSectionItems, type SectionInput } from './input.ts';
import { readLinks } from './links.ts';

/** What is left out: `{ what, reason, revisit }`. */
export function readExcluded(input: SectionInput): Exclusion[] {
  const labels = labelNames({
    reason: ['why', 'because', 'rationale', 'reasoning'],
    revisit: ['revisit on', 'when', 'look again', 'reconsider', 'later'],
  });
  const titleColumns = ['what', 'feature', 'item', 'excluded'];
  return readSectionItems(input, { labels, titleColumns }).map((item) => {
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
  const labels = labelNames({
    who: ['for', 'concerns', 'for whom', 'role'],
    link: ['links', 'guide', 'more', 'see', 'docs'],
  });
  return readSectionItems(input, { labels, titleColumns: ['step', 'what', 'action'] }).map((item) => {
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
  const labels = labelNames({ question: ['q'], answer: ['a'] });
  return readSectionItems(input, { labels, titleColumns: ['question', 'q'] }).flatMap((item) => {
    const question = (findLabel(item.labels, 'question')?.plain ?? item.title).replace(/^Q[.:]\s*/i, '');
    const answer = (findLabel(item.labels, 'answer')?.value ?? item.text).replace(/^A[.:]\s*/i, '');
    return question && answer ? [{ question, answer }] : [];
  });
}
