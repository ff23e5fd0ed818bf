import type { RootContent } from 'mdast';
import { isInternalMark, isInternalTitle } from '../../plan/internal-mark.ts';
import { plainText, renderMarkdown } from '../../plan/markdown.ts';
import type { Kind } from '../../release/vocabulary.ts';
import type { ImportedRelease, Loss } from './imported.ts';
import { changeOf, type Item, readItem } from './item.ts';
import { type Heading, headingOf, kindOfVerb } from './words.ts';

/**
 * Reads what stands below the heading of a release: lists of changes under headings, and what is said before them. A text that is no list
 * belongs to the change before it; one that stands under a heading alone is a change itself.
 * @param place where a node stands, for the report
 */
export function readBody(
  nodes: readonly RootContent[],
  release: ImportedRelease,
  place: (node: RootContent) => string,
): Loss[] {
  const losses: Loss[] = [];
  const summary: RootContent[] = [];
  let heading: { is: Heading | undefined; text: string } | undefined;
  /** How deep the heading is whose part stays inside. */
  let inside: number | undefined;
  let last: { text?: string } | undefined;
  for (const node of nodes) {
    if (node.type === 'heading') {
      const text = plainText(node).trim();
      heading = { is: headingOf(text), text };
      if (inside && node.depth > inside) continue;
      inside = isInternalTitle(text) ? node.depth : undefined;
      last = undefined;
      if (!heading.is && !inside && text)
        losses.push({
          place: place(node),
          what: 'guessed',
          why: 'a heading that names no kind: what is below is told apart by its first word',
          text,
        });
      continue;
    }
    if (node.type === 'thematicBreak' || node.type === 'definition') continue;
    if (inside) {
      losses.push({ place: place(node), what: 'lost', why: FOR_THOSE_INSIDE, text: textOf(node) });
      continue;
    }
    if (heading?.is === 'people') {
      losses.push({ place: place(node), what: 'lost', why: 'thanks to who wrote it', text: textOf(node) });
      continue;
    }
    if (isNoise(node)) {
      losses.push({
        place: place(node),
        what: 'lost',
        why: 'a comment, or the link to all commits',
        text: textOf(node),
      });
      continue;
    }
    if (node.type === 'list' && (heading || !isProse(summary))) {
      for (const item of node.children) last = add(item.children, place(item));
    } else if (last) last.text = [last.text, renderMarkdown([node])].filter(Boolean).join('\n\n');
    else if (heading) last = add([node], place(node));
    else summary.push(node);
  }
  const text = renderMarkdown(summary);
  if (text) release.summary = [release.summary, text].filter(Boolean).join('\n\n');
  return losses;

  function add(blocks: readonly RootContent[], where: string): { text?: string } | undefined {
    if (blocks.length === 0) return undefined;
    if (heading?.is === 'upgrade') {
      const step = { text: renderMarkdown(blocks) };
      release.upgrade.push(step);
      return step;
    }
    const item = readItem(blocks);
    if (isInternalMark(item.component ?? '')) {
      losses.push({ place: where, what: 'lost', why: FOR_THOSE_INSIDE, text: blocks.map(textOf).join(' ') });
      return {};
    }
    for (const { text, why } of item.dropped) losses.push({ place: where, what: 'lost', why, text });
    if (heading?.is === 'issues') {
      const issue = { title: item.title, ...(item.text && { text: item.text }) };
      release.knownIssues.push(issue);
      return issue;
    }
    const twin = release.changes.find(({ title, breaking }) => title === item.title && breaking);
    if (twin && heading?.is !== 'breaking' && heading?.is !== 'major') {
      // Tools list what breaks twice: as what it breaks, and as what it is.
      twin.kind = kindOf(heading?.is, item);
      twin.links = item.links.length > 0 ? item.links : twin.links;
      return twin;
    }
    const change = changeOf(kindOf(heading?.is, item), item);
    if (heading?.is === 'breaking' || heading?.is === 'major') change.breaking = true;
    release.changes.push(change);
    return change;
  }
}

const FOR_THOSE_INSIDE = 'what is said to be internal';

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

function isNoise(node: RootContent): boolean {
  if (node.type === 'html') return /^<!--[\s\S]*-->\s*$/.test(node.value.trim());
  return node.type === 'paragraph' && /^Full Changelog:/i.test(plainText(node));
}

function textOf(node: RootContent): string {
  return 'value' in node ? node.value : plainText(node);
}
