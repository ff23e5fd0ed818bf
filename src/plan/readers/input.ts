import type { RootContent } from 'mdast';
import type { VFile } from 'vfile';
import type { Place } from '../document.ts';
import { type Items, type ItemOptions, readItems } from '../items.ts';
import { type Label, labelNames, staysInside } from '../labels.ts';
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
  /** Filled by the reader: what its author is told to stay in the plan. */
  left?: LeftOut;
}

/** Where a text stands that is for readers, or may be. */
export interface TextPlace extends Pick<SectionInput, 'file' | 'place'> {
  section: Pick<Section, 'heading' | 'audience'>;
}

/** Columns that mean nothing in their section, and blocks that are beside its items. */
export interface LeftOut {
  columns: Set<string>;
  blocks: Set<RootContent>;
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
    input.left?.columns.add(column);
    complain(input, {
      code: 'RP125',
      severity: severityIn(input.section),
      text: `Unknown column “${column}” in “${input.section.heading}”`,
      hint: 'What stands in it stays in the plan.',
      place: input.nodes[0]?.position?.start ?? input.place,
    });
  }
  items.forEach((item) => reportSwallowed(input, item));
  items.forEach(({ columns = [], place }) => reportColumns({ ...input, place }, columns));
  return items.filter(({ title, text, labels }) => text !== '' || labels.length > 0 || !isNo(title));
}

/** Reports what is a label of the item above it to us, and may be an item of its own to its author: “Tickets: two of them can be merged”. */
function reportSwallowed(input: SectionInput, { title, labels }: Items['items'][number]): void {
  const beside = labels.filter((label) => label.isBeside);
  reportInside(input, beside, `beside the items of “${input.section.heading}”`, ` with “${shorten(title)}”`);
}

/** Reports labels that are for those inside, and whose words are a sentence that may be for readers. */
export function reportInside(
  input: TextPlace,
  labels: readonly Label[],
  where = `in “${input.section.heading}”`,
  withWhat = '',
): void {
  if (input.section.audience === 'never') return;
  for (const label of labels) {
    const isSentence = /\S\s+\S+\s+\S/.test(label.plain) && !/^as an? /i.test(label.plain);
    if (!staysInside(label) || !isSentence) continue;
    complain(input, {
      code: 'RP124',
      text: `Unexpected note ${where}: “${shorten(label.value)}”, which stays inside${withWhat}`,
      hint: 'The word before its colon makes it one. For readers, write it without the colon: “**Tickets.** They can be merged.”',
      place: label.place,
    });
  }
}

/** Reports columns of tables in a text that are for those inside. */
export function reportColumns(input: TextPlace, columns: readonly string[]): void {
  if (input.section.audience === 'never') return;
  for (const column of columns) {
    complain(input, {
      code: 'RP125',
      text: `Unexpected column “${column}” in “${input.section.heading}”, which stays inside`,
      hint: 'Its name makes it one. For readers, give it another one.',
      place: input.place,
    });
  }
}

/** Reports text that belongs to no item: a reader of the site will not see it. */
export function reportBeside(input: SectionInput, nodes: readonly RootContent[]): void {
  const text = renderMarkdown(nodes.filter((node) => node.type !== 'thematicBreak'));
  if (text === '') return;
  for (const node of nodes) input.left?.blocks.add(node);
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
  input: Pick<SectionInput, 'file' | 'place'>,
  problem: Omit<AuthorProblem, 'severity'> & { severity?: AuthorProblem['severity'] },
): void {
  report(input.file, { severity: 'warning', ...problem, place: problem.place ?? input.place });
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
