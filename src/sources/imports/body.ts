import type { Heading as MarkdownHeading, List, Nodes, Parents, RootContent } from 'mdast';
import { frameOf, readFrames } from '../../plan/frames.ts';
import { DEEPEST } from '../../plan/headings.ts';
import { findFlag } from '../../plan/inside-flags.ts';
import { isInternalMark, isInternalTitle } from '../../plan/internal-mark.ts';
import { plainText, renderMarkdown } from '../../plan/markdown.ts';
import { titleText } from '../../release/frames.ts';
import type { Kind } from '../../release/vocabulary.ts';
import type { ImportedRelease, Loss } from './imported.ts';
import { changeOf, type Item, readItem } from './item.ts';
import { FOR_THOSE_INSIDE, keepOpen, type Lose, textOf } from './open-text.ts';
import { type Heading, headingOf, kindOfVerb, namesHeading } from './words.ts';

/**
 * Reads what stands below the heading of a release: lists of changes under headings, and what is said before them. A text that is no list
 * belongs to the change before it; one that stands under a heading alone is a change itself.
 * @param nodes without what a whole text keeps inside
 * @param place where a node stands, for the report
 */
export function readBody(
  nodes: readonly RootContent[],
  release: ImportedRelease,
  place: (node: Nodes) => string,
): Loss[] {
  const losses: Loss[] = [];
  const summary: RootContent[] = [];
  /** Changes that break something, by their titles. */
  const broken = new Map<string, ImportedRelease['changes'][number]>();
  let heading: { is: Heading | undefined; text: string } | undefined;
  /** How deep the heading is whose part stays inside. */
  let inside: number | undefined;
  let last: { text?: string } | undefined;
  const lose: Lose = (why, text, node) => losses.push({ place: place(node), what: 'lost', why, text });
  const guess = (why: string, text: string, node: Nodes) =>
    losses.push({ place: place(node), what: 'guessed', why, text });
  const first = nodes.findIndex(({ type }) => type === 'heading');
  const above = nodes.slice(0, first < 0 ? undefined : first);
  const flagged = above.find((node) => node.type === 'paragraph' && findFlag([node]));
  if (flagged) guess('a release that says that it is internal, and stays so', textOf(flagged), flagged);
  keepOpenBlocks(nodes, lose).forEach(read);
  const text = renderMarkdown(summary);
  if (text) release.summary = [release.summary, text].filter(Boolean).join('\n\n');
  const isEmpty = !release.summary && release.changes.length === 0;
  if (flagged || (isEmpty && losses.some(({ why }) => why === FOR_THOSE_INSIDE))) release.isInternal = true;
  return losses;

  function read(node: RootContent): void {
    const frame = frameOf(node);
    if (node.type === 'heading') readHeading(node);
    else if (node.type === 'thematicBreak' || node.type === 'definition') return;
    else if (inside) lose(FOR_THOSE_INSIDE, textOf(node), node);
    else if (heading?.is === 'people') lose('thanks to who wrote it', textOf(node), node);
    else if (isLinkToAll(node)) lose('the link to all commits', textOf(node), node);
    else if (frame?.name === 'details' && 'children' in node && node.children.some(isList))
      readToggle(titleText(frame.title), node);
    else if (isList(node) && (heading || !isProse(summary)))
      for (const item of node.children) last = add(item.children, place(item));
    else if (last) last.text = [last.text, renderMarkdown([node])].filter(Boolean).join('\n\n');
    else if (heading) last = add([node], place(node));
    else summary.push(node);
  }

  function readHeading(node: MarkdownHeading): void {
    const text = plainText(node).trim();
    heading = { is: headingOf(text), text };
    if (inside && node.depth > inside) return;
    inside = isInternalTitle(text) ? node.depth : undefined;
    last = undefined;
    if (!heading.is && !inside && text) guess(NO_KIND, text, node);
  }

  /** Its title is the heading of what stands in it, and of nothing behind it. */
  function readToggle(title: string, node: Parents): void {
    const around = { heading, last };
    heading = { is: headingOf(title) ?? heading?.is, text: title };
    last = undefined;
    if (!headingOf(title)) guess(NO_KIND, title, node);
    (node.children as RootContent[]).forEach(read);
    ({ heading, last } = around);
  }

  function add(blocks: readonly RootContent[], where: string): { text?: string } | undefined {
    if (blocks.length === 0) return undefined;
    if (heading?.is === 'upgrade') {
      const step = { text: renderMarkdown(blocks) };
      release.upgrade.push(step);
      return step;
    }
    const item = readItem(blocks);
    if (item.title === '' || isInternalMark(item.component ?? '')) {
      losses.push({ place: where, what: 'lost', why: FOR_THOSE_INSIDE, text: blocks.map(textOf).join(' ') });
      return {};
    }
    for (const { text, why } of item.dropped) losses.push({ place: where, what: 'lost', why, text });
    if (heading?.is === 'issues') {
      const issue = { title: item.title, ...(item.text && { text: item.text }) };
      release.knownIssues.push(issue);
      return issue;
    }
    const twin = broken.get(item.title);
    if (twin && heading?.is !== 'breaking' && heading?.is !== 'major') {
      // Tools list what breaks twice: as what it breaks, and as what it is.
      twin.kind = kindOf(heading?.is, item);
      twin.links = item.links.length > 0 ? item.links : twin.links;
      return twin;
    }
    const change = changeOf(kindOf(heading?.is, item), item);
    if (heading?.is === 'breaking' || heading?.is === 'major') change.breaking = true;
    if (change.breaking && !twin) broken.set(change.title, change);
    release.changes.push(change);
    return change;
  }
}

const NO_KIND = 'a heading that names no kind: what is below is told apart by its first word';

/** Without what stays inside; toggles are one block. A line that is a heading to whoever writes it, as `**Fixed**` or “Fixes:”, is one. */
function keepOpenBlocks(nodes: readonly RootContent[], lose: Lose): RootContent[] {
  const open: RootContent[] = [];
  let run: RootContent[] = [];
  const close = () => open.push(...keepOpen(run.splice(0), lose));
  for (const node of nodes.map(lineAsHeading)) {
    if (node.type !== 'heading') run.push(node);
    else {
      close();
      open.push(node);
    }
  }
  close();
  return readFrames(open) as RootContent[];
}

function lineAsHeading(node: RootContent): RootContent {
  if (node.type !== 'paragraph') return node;
  const words = plainText(node);
  const isBold = node.children.length === 1 && node.children[0]?.type === 'strong';
  const isMeant = (isBold || words.endsWith(':')) && namesHeading(words);
  return isMeant ? { ...node, type: 'heading', depth: DEEPEST } : node;
}

function kindOf(heading: Heading | undefined, { kind, title }: Pick<Item, 'kind' | 'title'>): Kind {
  const verb = kind ?? kindOfVerb(title);
  switch (heading) {
    case 'patch':
      return verb ?? 'fixed';
    case 'minor':
      return verb ?? 'added';
    case 'major':
    case 'breaking':
    case 'any':
    case undefined:
    case 'issues':
    case 'upgrade':
    case 'people':
      return verb ?? 'changed';
    default:
      return heading;
  }
}

/** A list after a paragraph that announces it belongs to the text. */
function isProse(summary: readonly RootContent[]): boolean {
  const before = summary.at(-1);
  return before?.type === 'paragraph' && /:\s*$/.test(plainText(before));
}

function isList(node: RootContent): node is List {
  return node.type === 'list';
}

function isLinkToAll(node: RootContent): boolean {
  return node.type === 'paragraph' && /^Full Changelog:/i.test(plainText(node));
}
