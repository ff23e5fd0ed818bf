import type { RootContent } from 'mdast';
import type { VFile } from 'vfile';
import type { Place } from '../document.ts';
import { type Items, type ItemOptions, readItems } from '../items.ts';
import { renderMarkdown } from '../markdown.ts';
import { report } from '../message.ts';
import type { Section } from '../sections.ts';
import type { PlanSettings } from '../settings.ts';

/** What a section reader gets: cleaned blocks, and where to complain. */
export interface SectionInput {
  file: VFile;
  section: Section;
  nodes: RootContent[];
  settings: PlanSettings;
  place?: Place | undefined;
}

/** The section's items; whatever stands beside them is reported, because a reader of the site will not see it. */
export function readSectionItems(input: SectionInput, options: ItemOptions): Items['items'] {
  const { items, rest, unread } = readItems(input.nodes, options);
  const text = renderMarkdown(rest.filter((node) => node.type !== 'thematicBreak'));
  if (text !== '') {
    complain(input, {
      code: 'RP124',
      text: `Unexpected text beside the items of “${input.section.heading}”: “${shorten(text)}”`,
      hint: 'Make it an item of the list, or a section of its own. Until then it stays in the plan.',
      place: rest[0]?.position?.start ?? input.place,
    });
  }
  for (const column of unread) {
    complain(input, {
      code: 'RP125',
      text: `Unknown column “${column}” in “${input.section.heading}”`,
      hint: 'What stands in it stays in the plan.',
      place: input.nodes[0]?.position?.start ?? input.place,
    });
  }
  return items;
}

/** Puts a warning about this section on the file. */
export function complain(
  input: SectionInput,
  problem: { code: string; text: string; hint?: string; place?: Place | undefined },
): void {
  report(input.file, { severity: 'warning', ...problem, place: problem.place ?? input.place });
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
