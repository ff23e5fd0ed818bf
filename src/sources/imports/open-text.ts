import type { Nodes, Root, RootContent } from 'mdast';
import { isUnseen } from '../../plan/hidden-elements.ts';
import { isLine, withoutInternalNotes } from '../../plan/internal-notes.ts';
import { plainText, renderMarkdown } from '../../plan/markdown.ts';
import { keepPublicPart } from '../../plan/public-part.ts';
import { parseBody, parseReadable } from '../parse-body.ts';
import { resolveReferences } from './references.ts';

/** Tells of a node that is not taken over. */
export type Lose = (why: string, text: string, node: Nodes) => void;

/** Without what stays inside wherever it stands, as in a plan: comments, hidden HTML, quotes and toggles that begin with “Internal”. */
export function withoutNotes(root: Root, lose: Lose): Root {
  const named = nameTags(root);
  const { body } = withoutInternalNotes(named);
  tellLost(named.children, body.children, lose);
  return withoutUnseenTags(body, lose);
}

/**
 * “Support the <style> tag”: whoever writes this names the element, and nothing is in it. So is each element that would hide what follows,
 * and that does not end: before the next heading, or on lines of its own anywhere below. A comment in a line that never ends goes as far as the
 * line.
 */
function nameTags(root: Root): Root {
  const named: Named = new Map();
  const ends = new Map<string, number>();
  /** Names of what ends somewhere further down. */
  const ended = new Set<string>();
  const find = (node: Nodes, isInLine: boolean): void => {
    if (node.type === 'heading') ends.clear();
    if ('children' in node) node.children.toReversed().forEach((child) => find(child, isLine(node)));
    if (node.type === 'heading') ends.clear();
    if (node.type !== 'html' && node.type !== 'text') return;
    const marks = [...node.value.matchAll(node.type === 'html' ? MARK : COMMENT)];
    for (const { 0: mark, 1: slash, 2: word = '<!--', index } of marks.toReversed()) {
      const name = word.toLowerCase();
      const left = ends.get(name) ?? 0;
      if (slash || mark === '-->') {
        ends.set(name, left + 1);
        ended.add(name);
      } else if (left > 0) ends.set(name, left - 1);
      else if (
        (isInLine || !ended.has(name)) &&
        (mark === '<!--' ? isOneLine(node.value, index) : isUnseen({ name, text: '' }))
      )
        named.set(node, (named.get(node) ?? new Set()).add(index));
    }
  };
  find(root, false);
  return named.size === 0 ? root : withNames(root, named);
}

function isOneLine(text: string, from: number): boolean {
  return !text.trimEnd().includes('\n', from);
}

/** Where the marks that are but named begin in the value of their node. */
type Named = Map<Nodes, Set<number>>;

const COMMENT = /<!--|-->/g;
const MARK = /<!--|-->|<(\/?)([a-z][\w-]*)(?:[^<>"']|"[^"]*"|'[^']*')*>/gi;

function withNames<Node extends Nodes>(node: Node, named: Named): Node {
  if (!('children' in node)) return node;
  const children = node.children.flatMap((child): Nodes[] => {
    const marks = named.get(child);
    if (!marks || !('value' in child)) return [withNames(child, named)];
    if (child.type === 'text') return [{ ...child, value: `${child.value}-->` }];
    if (isLine(node)) return [{ type: 'inlineCode', value: child.value }];
    const isOpen = marks.has(child.value.lastIndexOf('<!--'));
    const text = `${child.value}${isOpen ? '-->' : ''}`.replace(MARK, (mark, _slash, _name, index: number) =>
      mark === '<!--' || !marks.has(index) ? mark : `\`${mark}\``,
    );
    return parseBody(text).children.map((block) => ({ ...block, position: child.position }) as Nodes);
  });
  return { ...node, children };
}

/** What is left of an element that hides its content would hide whatever comes to stand behind it. */
function withoutUnseenTags<Node extends Nodes>(node: Node, lose: Lose): Node {
  if (!('children' in node)) return node;
  const children = node.children.filter((child) => {
    const isTag = child.type === 'html' && opensUnseen(child.value);
    if (isTag) lose('HTML that no browser shows', child.value, child);
    return !isTag;
  });
  return { ...node, children: children.map((child) => withoutUnseenTags(child, lose)) };
}

function opensUnseen(html: string): boolean {
  const tags = html.matchAll(/<([a-z][\w-]*)[^<>]*>/gi);
  return [...tags].some(([text, name = '']) => isUnseen({ name: name.toLowerCase(), text }));
}

/** The same of blocks with no heading among them, also without paragraphs, items, lines and brackets that begin with “Internal:”. */
export function keepOpen(blocks: readonly RootContent[], lose: Lose): RootContent[] {
  const { nodes } = keepPublicPart(blocks);
  tellLost(blocks, nodes, lose);
  return nodes;
}

/** What one note says to readers. */
export function parseOpen(text: string, lose: (why: string, text: string) => void): RootContent[] {
  return keepOpen(readNote(text.trim(), lose).children, lose);
}

/** The blocks of one note without what stays inside wherever it stands. A note that no parser should be given is told, and left out. */
export function readNote(markdown: string, lose: Lose): Root {
  const text = markdown.replace(/\r\n?/g, '\n');
  const root = parseReadable(text);
  if ('type' in root) return withoutNotes(resolveReferences(root), lose);
  const empty: Root = { type: 'root', children: [] };
  lose(`${root.found}, expected ${root.expected}`, text, empty);
  return empty;
}

/** Tells of what stood there and does not any more, of a whole block at once. */
function tellLost(before: readonly Nodes[], after: readonly Nodes[], lose: Lose): void {
  const left = new Set(after.flatMap(linesOf));
  const isLeft = (line: string) => left.has(line);
  const tell = (node: Nodes): void => {
    const lines = linesOf(node);
    if (lines.every(isLeft)) return;
    if ('children' in node && lines.some(isLeft)) node.children.forEach(tell);
    else {
      const text = textOf(node) || renderMarkdown([node as RootContent]).trim();
      lose(isComment(node) ? 'a comment' : FOR_THOSE_INSIDE, text, node);
    }
  };
  before.forEach(tell);
}

export const FOR_THOSE_INSIDE = 'what is said to be internal';

function isComment(node: Nodes): boolean {
  return node.type === 'html' && node.value.startsWith('<!--');
}

export function textOf(node: Nodes): string {
  return 'value' in node ? node.value : plainText(node);
}

/** The words of a node, a line each; of HTML what stands between its tags, and comments. */
function linesOf(node: Nodes): string[] {
  if ('children' in node) return node.children.flatMap(linesOf);
  const text = node.type === 'html' ? node.value.replace(/<(?!!)[^<>]*>/g, '\n') : textOf(node);
  return text.split('\n').flatMap((line) => line.replace(/[^\p{Letter}\p{Number}]+/gu, '') || []);
}
