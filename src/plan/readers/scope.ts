import type { Item } from '../items.ts';
import { findLabel, itemLabels } from '../labels.ts';
import type { Exclusion, PlanQuestion, PlanStep } from '../plan.ts';
import { complain, leaveUntitled, readSectionItems, type SectionInput } from './input.ts';
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
  labels: itemLabels({ title: ['question', 'q'], answer: ['a'] }),
  titleColumns: ['question', 'q'],
};

/** What is left out: `{ what, reason, revisit }`. */
export function readExcluded(input: SectionInput): Exclusion[] {
  return leaveUntitled(input, readSectionItems(input, exclusions), 'title').map((item) => {
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
  return leaveUntitled(input, readSectionItems(input, steps), 'text').map((item) => {
    const [link] = readLinks(findLabel(item.labels, 'link')?.nodes ?? []);
    return {
      text: stepText(item),
      ...(findLabel(item.labels, 'who') && { who: findLabel(item.labels, 'who')?.plain }),
      ...(link && { link }),
    };
  });
}

/** A step is one text: what was set apart at its start, in bold or in a cell of its own, stays bold and ends as it did. */
function stepText({ title, text, isSentence }: Item): string {
  if (text === '') return title;
  if (isSentence) return `${title}\n\n${text}`;
  if (text.includes('\n')) return `**${title}**\n\n${text}`;
  return `**${title}${/[\p{L}\p{N})`”"’]$/u.test(title) ? '.' : ''}** ${text}`;
}

/** Questions with their answers: sub-headings, paragraphs, or a list, where a question may also go before its answer in one line. */
export function readQuestions(input: SectionInput): PlanQuestion[] {
  return readSectionItems(input, questions).flatMap((item) => {
    const told = findLabel(item.labels, 'answer')?.value ?? item.text;
    const [, asked, said] = (!told && /^([^?？؟]+[?？؟])\s+(.+)$/s.exec(item.title)) || [
      undefined,
      item.title,
      told,
    ];
    const question = asked.replace(/^(?:\*\*)?Q[.:](?:\*\*)?\s*/i, '');
    const answer = said.replace(/^A[.:]\s*/i, '');
    if (question && answer) return [{ question, answer }];
    complain(input, {
      code: 'RP126',
      text: question
        ? `Unexpected question without an answer: “${question}”`
        : 'Unexpected answer without a question',
      hint: 'Write the answer below its question. Until then it stays in the plan.',
      place: item.place,
    });
    return [];
  });
}
