import type { PlanFormat } from './format.ts';
import { normaliseHeading } from './headings.ts';
import type { PlanDocument } from './document.ts';
import type { Section } from './sections.ts';
import { withoutInternalNotes } from './internal-notes.ts';
import { keepPublicPart } from './public-part.ts';
import { splitSections } from './split-sections.ts';

/**
 * The lines of a plan's body that no reader may ever see: sections that are never public, opt-in sections that were not opted in, headings
 * without a meaning, what stands above the first section, and internal notes. Lines count from 1.
 */
export function findInternalLines(
  document: PlanDocument,
  publish: readonly string[] | undefined,
  format: PlanFormat | undefined,
): Set<number> {
  const { body, hidden } = withoutInternalNotes(document.body);
  const { written, unknown, preamble } = splitSections(body, format?.names);
  const optedIn = new Set(publish?.map(normaliseHeading));
  const closed = written.filter(({ section }) => isClosed(section, optedIn));
  const nodes = [
    ...hidden,
    ...preamble,
    ...closed.flatMap((each) => each.nodes),
    ...written.flatMap((each) => keepPublicPart(each.nodes, each.section.form).hidden),
    ...unknown.flatMap((each) => each.nodes),
  ];
  const lines = new Set<number>();
  for (const { position } of nodes) {
    if (!position) continue;
    for (let line = position.start.line; line <= position.end.line; line++) lines.add(line);
  }
  return lines;
}

/**
 * True for a section that no reader sees.
 * @param optedIn the names of those that were opted in, as `normaliseHeading` gives them
 */
export function isClosed(section: Section, optedIn: ReadonlySet<string>): boolean {
  if (section.audience !== 'opt-in') return section.audience === 'never';
  const isNamed = (name: string) => optedIn.has(normaliseHeading(name));
  return !isNamed(section.key) && !isNamed(section.heading) && !section.aliases?.some(isNamed);
}
