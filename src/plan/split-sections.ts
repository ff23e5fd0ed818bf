import type { Heading, Root, RootContent } from 'mdast';
import type { Place } from './document.ts';
import { findToggled } from './frames.ts';
import { findSection, type SectionNames } from './headings.ts';
import { isInternalTitle } from './internal-mark.ts';
import { plainText } from './markdown.ts';
import type { Section } from './sections.ts';

/** A section as it was written: its heading and the blocks under it, up to the next section. */
export interface WrittenSection {
  section: Section;
  heading: string;
  nodes: RootContent[];
  place?: Place;
}

/** What stands under a heading that means nothing here. It is kept, and it is internal. */
export interface UnknownSection {
  heading: string;
  nodes: RootContent[];
  place?: Place;
}

export interface SplitPlan {
  written: WrittenSection[];
  unknown: UnknownSection[];
  /** The first heading of the highest level, if it names no section. */
  title?: Heading;
  /** Blocks above the first section. */
  preamble: RootContent[];
}

/**
 * Cuts a plan at the headings that name a section, at whatever depth. A heading without a meaning is a sub-heading where it
 * stands deeper than the open section, and begins an unknown section where it does not. One that is marked as internal takes what stands
 * under it out of its section. What stands in a toggle of an internal section belongs to it, whatever its headings say.
 */
export function splitSections(root: Root, more?: SectionNames): SplitPlan {
  const split: SplitPlan = { written: [], unknown: [], preamble: [] };
  let open: Open = { depth: 0, nodes: split.preamble };
  const toggled = findToggled(root.children);
  for (const node of root.children) {
    const mayBePublic = open.nodes === split.preamble || (open.section && open.section.audience !== 'never');
    if (node.type !== 'heading' || (toggled.has(node) && !mayBePublic)) {
      open.nodes.push(node);
      continue;
    }
    if (open.around && node.depth <= open.depth) open = open.around;
    const section = findSection(node, open.section, more, node.depth > open.depth);
    const place = node.position && { line: node.position.start.line, column: node.position.start.column };
    const heading = plainText(node).trim();
    if (section) {
      open = { section, depth: node.depth, nodes: [] };
      split.written.push({ section, heading, nodes: open.nodes, place });
    } else if (isTitle(node, split)) {
      split.title ??= node;
    } else if (
      open.nodes !== split.preamble &&
      node.depth > open.depth &&
      !(open.section && isInternalTitle(heading))
    ) {
      open.nodes.push(node);
    } else {
      open = {
        depth: node.depth,
        nodes: [],
        ...(open.section && node.depth > open.depth && { around: open }),
      };
      split.unknown.push({ heading, nodes: open.nodes, place });
    }
  }
  return split;
}

interface Open {
  section?: Section;
  depth: number;
  nodes: RootContent[];
  /** For an internal part of a section: the section, which goes on behind it. */
  around?: Open;
}

/** The first heading at the top of the file, and exports that repeat it. */
function isTitle(node: Heading, split: SplitPlan): boolean {
  if (split.written.length > 0 || split.unknown.length > 0) return false;
  return split.title ? plainText(split.title).trim() === plainText(node).trim() : node.depth === 1;
}
