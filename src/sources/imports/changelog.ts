import type { Heading, Nodes, RootContent } from 'mdast';
import { plainText, renderMarkdown } from '../../plan/markdown.ts';
import { findUnreadable } from '../../release/readable.ts';
import { parseBody } from '../parse-body.ts';
import { readBody } from './body.ts';
import { ImportError } from './import-error.ts';
import { emptyRelease, type Imported, type ImportedRelease, type ImportFile, type Loss } from './imported.ts';
import { withoutNotes } from './open-text.ts';
import { resolveReferences } from './references.ts';
import { parseVersionHeading, type VersionHeading } from './version-heading.ts';

/**
 * Reads a changelog in Markdown: a heading a release, headings of kinds below it. The three dialects differ in their headings and in what
 * their tools write into an item, and each of these can be told for itself.
 * @throws {ImportError} where no heading names a version or a day, or no parser should be given the text
 */
export function importChangelog({ path, text }: ImportFile, format: string): Imported {
  refuseUnreadable(path, text);
  const losses: Loss[] = [];
  const place = (node: Nodes) => `${path}:${node.position?.start.line ?? 1}`;
  const root = withoutNotes(resolveReferences(parseBody(text)), (why, lost, node) =>
    losses.push({ place: place(node), what: 'lost', why, text: lost }),
  );
  const parts = splitReleases(root.children);
  const named = parts.filter(({ said }) => said);
  if (named.length === 0)
    throw new ImportError(
      `${path} is no changelog of the form ${format}: no heading in it names a version, or a day such as 2026-05-07.`,
    );
  const releases: ImportedRelease[] = [];
  const product = productOf(parts[0]);
  for (const { heading, said, nodes } of parts) {
    if (!said || !heading) {
      const before = nodes.filter((node) => node.type !== 'definition' && !isTitle(node));
      const words = renderMarkdown(before);
      if (before[0] && words)
        losses.push({
          place: place(before[0]),
          what: 'lost',
          why: 'an introduction, before the first release',
          text: words,
        });
      continue;
    }
    const release = emptyRelease(place(heading), fieldsOf(said));
    if (product) release.product = product;
    losses.push(...headingLosses(heading, place(heading)), ...readBody(nodes, release, place));
    const isEmpty = release.changes.length + release.knownIssues.length + release.upgrade.length === 0;
    if (!said.draft || !isEmpty || release.summary) releases.push(release);
  }
  return { releases, losses };
}

/** Each section is looked at for itself, for there may be any number of them. */
function refuseUnreadable(path: string, text: string): void {
  let above = 0;
  for (const section of text.split(/^(?=#)/m)) {
    const { found, expected, line = 0 } = findUnreadable(section) ?? {};
    if (found) throw new ImportError(`${path}:${above + line} Unexpected ${found}, expected ${expected}.`);
    above += section.split('\n').length - 1;
  }
}

interface Part {
  heading?: Heading;
  said?: VersionHeading;
  nodes: RootContent[];
}

/** What stands before the first release, and then a part for each. */
function splitReleases(nodes: readonly RootContent[]): Part[] {
  const headings = new Map<RootContent, VersionHeading>();
  let top = Infinity;
  for (const node of nodes) {
    const said = depthOf(node) <= 3 ? parseVersionHeading(plainText(node)) : undefined;
    if (!said) continue;
    headings.set(node, said);
    top = Math.min(top, depthOf(node));
  }
  const parts: Part[] = [{ nodes: [] }];
  for (const node of nodes) {
    const said = headings.get(node);
    const last = parts.at(-1) as Part;
    // A day below a heading with a version is that of its release, or one of those that it tells of.
    const isBelow = said && !said.version && !said.draft && depthOf(node) > top;
    if (said && node.type === 'heading' && !isBelow) parts.push({ heading: node, said, nodes: [] });
    else if (isBelow && !said.rest && last.nodes.length === 0 && last.said && !last.said.released)
      last.said.released = said.released;
    else last.nodes.push(node);
  }
  return parts;
}

function depthOf(node: RootContent): number {
  return node.type === 'heading' ? node.depth : Infinity;
}

function fieldsOf({ version, released, draft, yanked, rest }: VersionHeading): ImportedRelease['fields'] {
  return {
    ...(rest && { title: rest }),
    ...(version && { version }),
    status: draft ? 'draft' : yanked ? 'yanked' : 'released',
    ...(released && { released }),
  };
}

function isTitle(node: RootContent): boolean {
  return node.type === 'heading' && node.depth === 1;
}

/** The title of the file, where it is a name and not the word for what the file is. */
function productOf(first: Part | undefined): string | undefined {
  const title = first?.nodes.find(isTitle);
  const name = title && plainText(title).trim();
  return name && !/^(?:changelog|change ?log|changes|history|release ?notes|news)$/i.test(name)
    ? name
    : undefined;
}

function headingLosses(heading: Heading, place: string): Loss[] {
  return heading.children.flatMap((child) =>
    child.type === 'link'
      ? [{ place, what: 'lost' as const, why: 'the link from a version to its commits', text: child.url }]
      : [],
  );
}
