import type { Heading, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { DEEPEST } from './headings.ts';
import { isBreak } from './line-notes.ts';
import { plainText } from './markdown.ts';

/**
 * Questions that are paragraphs: words in bold that end with a question mark or their line, or a first line that ends with a question mark. They become the
 * sub-headings that they look like; what stands below in the paragraph is the first of the answer.
 */
export function readTypedQuestions(nodes: readonly RootContent[]): RootContent[] {
  if (nodes.some(holdsQuestions)) return [...nodes];
  return nodes.flatMap((node) => (node.type === 'paragraph' ? (questionOf(node) ?? node) : node));
}

/** True for what says by itself what its questions are. */
function holdsQuestions(node: Nodes): boolean {
  if (node.type === 'heading' || node.type === 'table' || node.type === 'blockquote') return true;
  return node.type === 'list' && /[?？؟]/.test(plainText(node.children.slice(0, 1)));
}

function questionOf(paragraph: Paragraph): RootContent[] | undefined {
  const [first, ...others] = paragraph.children;
  const [line, rest] = firstLine(paragraph.children);
  if (first?.type === 'strong' && plainText(line.slice(1)).trim() === '')
    return parted(paragraph, first.children, rest);
  if (first?.type === 'strong' && asks(first)) return parted(paragraph, first.children, others);
  return asks({ ...paragraph, children: line }) ? parted(paragraph, line, rest) : undefined;
}

function asks(node: Nodes): boolean {
  return /[?？؟]["”’»)\]]*\s*$/.test(plainText(node));
}

function parted(paragraph: Paragraph, children: PhrasingContent[], rest: PhrasingContent[]): RootContent[] {
  const heading: Heading = { type: 'heading', depth: DEEPEST, children, position: paragraph.position };
  return [heading, ...(plainText(rest).trim() === '' ? [] : [{ ...paragraph, children: rest }])];
}

function firstLine(nodes: readonly PhrasingContent[]): [line: PhrasingContent[], rest: PhrasingContent[]] {
  const place = nodes.findIndex(
    (node) => isBreak(node) || (node.type === 'text' && node.value.includes('\n')),
  );
  const end = nodes[place];
  if (!end) return [[...nodes], []];
  const [before, ...behind] = end.type === 'text' ? end.value.split('\n') : [];
  return [
    [...nodes.slice(0, place), ...textOf(before)],
    [...textOf(behind.join('\n')), ...nodes.slice(place + 1)],
  ];
}

function textOf(value: string | undefined): PhrasingContent[] {
  return value ? [{ type: 'text', value }] : [];
}
