import type { RootContent } from 'mdast';
import type { VFile } from 'vfile';
import type { Place } from '../document.ts';
import { type Items, type ItemOptions, readItems } from '../items.ts';
import { labelNames } from '../labels.ts';
import { renderMarkdown } from '../markdown.ts';
import { type AuthorProblem, report } from '../message.ts';
import type { Section } from '../sections.ts';
import type { PlanSettings } from '../settings.ts';
import { isNo } from './answers.ts';

/** What a section reader gets: cleaned blocks, and where to complain. */
export interface SectionInput {
  file: VFile;
  section: Section;
  nodes: RootContent[];
  settings: PlanSettings;
  place?: Place | undefined;
}

/**
 * How items with titles are written.
 * @param form.title what a title is called: a column of a table, or a label
 */
export function titledItems(form: {
  title: readonly string[];
  labels: Record<string, readonly string[]>;
  group?: string;
}): ItemOptions {
  const { title, labels, group } = form;
  return { labels: labelNames({ title, ...labels }), titleColumns: title, group };
}

/** The section's items with their titles. An item without one is reported and left out; “None” is none. */
export function readTitled(input: SectionInput, options: ItemOptions): Items['items'] {
  return leaveUntitled(input, readSectionItems(input, options), options.titleColumns?.[0]);
}

/**
 * The items that have a title and are not “None”; those without one are reported.
 * @param what a title is called
 */
export function leaveUntitled(
  input: SectionInput,
  items: Items['items'],
  what: string | undefined,
): Items['items'] {
  return items.filter((item) => {
    if (item.title === '' && (item.text !== '' || item.labels.length > 0)) {
      complain(input, {
        code: 'RP126',
        text: `Unexpected item without a title in “${input.section.heading}”`,
        hint: `Begin it with its ${what}.`,
        place: item.place,
      });
    }
    return item.title !== '' && !isNo(item.title);
  });
}

/** The section's items; “None” is none. What stands beside them is reported. */
export function readSectionItems(input: SectionInput, options: ItemOptions): Items['items'] {
  const { items, rest, unread } = readItems(input.nodes, options);
  reportBeside(input, rest);
  for (const column of unread) {
    complain(input, {
      code: 'RP125',
      severity: severityIn(input.section),
      text: `Unknown column “${column}” in “${input.section.heading}”`,
      hint: 'What stands in it stays in the plan.',
      place: input.nodes[0]?.position?.start ?? input.place,
    });
  }
  return items.filter(({ title, text, labels }) => text !== '' || labels.length > 0 || !isNo(title));
}

/** Reports text that belongs to no item: a reader of the site will not see it. */
export function reportBeside(input: SectionInput, nodes: readonly RootContent[]): void {
  const text = renderMarkdown(nodes.filter((node) => node.type !== 'thematicBreak'));
  if (text === '') return;
  complain(input, {
    code: 'RP124',
    severity: severityIn(input.section),
    text: `Unexpected text beside the items of “${input.section.heading}”: “${shorten(text)}”`,
    hint: 'Make it an item of the list, or a section of its own. Until then it stays in the plan.',
    place: nodes[0]?.position?.start ?? input.place,
  });
}

/** In a section that nobody outside sees, leaving something out is only worth an info. */
function severityIn(section: Section): AuthorProblem['severity'] {
  return section.audience === 'never' ? 'info' : 'warning';
}

/** Puts a warning about this section on the file. */
export function complain(
  input: SectionInput,
  problem: Omit<AuthorProblem, 'severity'> & { severity?: AuthorProblem['severity'] },
): void {
  report(input.file, { severity: 'warning', ...problem, place: problem.place ?? input.place });
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
