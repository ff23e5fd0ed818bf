import type { Nodes, Root } from 'mdast';
import type { Place } from './document.ts';
import { findLookAlike } from './headings.ts';
import { beginsInternal } from './internal-mark.ts';
import { isBlock } from './markdown.ts';

export interface Unclosed {
  /** `<!--` or the name of an element. */
  what: string;
  place?: Place | undefined;
}

/**
 * Finds what comments and HTML elements hide. Both may begin in one block and end in another, which Markdown does not see: so the words and
 * tags of the whole text are read as one sequence, as a browser would. An element hides what is in it where it is hidden itself, or
 * is marked as internal. One that never ends hides the rest.
 * @returns for each leaf of which something is hidden, what remains of its words
 */
export function findHidden(root: Root): { remaining: Map<Nodes, string>; unclosed: Unclosed[] } {
  const tokens: Token[] = [];
  const mayHide = collect(root, root, tokens);
  const remaining = new Map<Nodes, string>();
  const unclosed: Unclosed[] = [];
  if (!mayHide) return { remaining, unclosed };
  const hidden = new Set<Token>();
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (!opens(tokens, index)) continue;
    const end = token.kind === 'comment' ? endOfComment(tokens, index) : endOfElement(tokens, index);
    if (end < 0) unclosed.push(describe(token));
    // The tag of a script stays, for its author is told that HTML is not published.
    const from = isUnseen(token) ? index + 1 : index;
    for (const each of tokens.slice(from, end < 0 ? undefined : end + 1)) hidden.add(each);
    index = end < 0 ? tokens.length : end;
  }
  for (const { leaf } of hidden) remaining.set(leaf, '');
  for (const token of tokens) {
    const words = hidden.has(token) ? undefined : remaining.get(token.leaf);
    if (words !== undefined) remaining.set(token.leaf, words + token.text);
  }
  return { remaining, unclosed };
}

interface Token {
  kind: 'text' | 'comment' | 'uncomment' | 'open' | 'close';
  text: string;
  /** Of an element. */
  name: string;
  leaf: Nodes;
  /** The block that the leaf stands in. */
  block: Nodes;
}

/** Puts the tokens of a node into the list; true where there is one that may hide something. */
function collect(node: Nodes, block: Nodes, tokens: Token[]): boolean {
  const around = isBlock(node) ? node : block;
  if ('children' in node) {
    return node.children.map((child) => collect(child, around, tokens)).includes(true);
  }
  const text = 'value' in node ? node.value : 'alt' in node ? (node.alt ?? '') : '';
  const mayHide = node.type === 'html' || (node.type === 'text' && text.includes('<!--'));
  const pattern = node.type === 'html' ? HTML : /<!--|-->/.test(text) ? COMMENTS : undefined;
  for (const [part, name] of pattern ? text.matchAll(pattern) : [[text] as const]) {
    tokens.push({ ...classify(part, name, node), text: part, leaf: node, block: around });
  }
  return mayHide;
}

const HTML = /<!-{2}(?:-?>)?|-->|<\/?([a-z][\w.:-]*)(?:[^>"']|"[^"]*"|'[^']*')*>|[^<-]+|[<-]/gi;
/** Markdown reads a comment as words where it begins in the middle of a line and goes on after an empty one. */
const COMMENTS = /<!--|-->|[^<-]+|[<-]/g;

function classify(part: string, name: string | undefined, leaf: Nodes): Pick<Token, 'kind' | 'name'> {
  if (part === '-->') return { kind: 'uncomment', name: '' };
  // In code it is an example.
  if (part === '<!--' && (leaf.type === 'html' || leaf.type === 'text'))
    return { kind: 'comment', name: part };
  if (!name || TRANSPARENT.has(name.toLowerCase()) || part.endsWith('/>')) return { kind: 'text', name: '' };
  return { kind: part.startsWith('</') ? 'close' : 'open', name: name.toLowerCase() };
}

/** Elements that hold nothing, or are part of a line: what stands in them belongs to what stands around them. */
const TRANSPARENT = new Set(
  'br hr img input wbr area base col embed link meta source track a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub summary sup time tt u var'.split(
    ' ',
  ),
);

/** True where a comment begins, or an element that hides what is in it. */
function opens(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index] as Token;
  if (token.kind === 'comment') return true;
  if (token.kind !== 'open') return false;
  if (isUnseen(token)) return true;
  if (/[🔒🔐🔏]/u.test(token.text)) return true;
  const title = titleAfter(tokens, index);
  return beginsInternal(title) || (token.name === 'details' && findLookAlike(title) !== undefined);
}

/** True for an element whose content no browser would show. */
function isUnseen({ kind, name, text }: Token): boolean {
  if (kind !== 'open') return false;
  return UNSEEN.has(name) || /\shidden\b|display\s*:\s*none|visibility\s*:\s*hidden/i.test(text);
}

const UNSEEN = new Set('head noscript script style template textarea title'.split(' '));

/** The first words behind a tag, to the end of their block or of the toggle's title. */
function titleAfter(tokens: readonly Token[], index: number): string {
  let title = '';
  let block: Nodes | undefined;
  for (const { kind, text, leaf, block: around } of tokens.slice(index + 1, index + 40)) {
    const isWords = kind === 'text' && !/^<\/?[a-z]/i.test(text);
    if (title !== '' && (around !== block || /^<\/summary/i.test(text) || kind === 'open')) break;
    if (!isWords || text.trim() === '') continue;
    title += leaf.type === 'html' ? text.replace(/\s+/g, ' ') : text;
    block = around;
  }
  return title.trim();
}

/** Where the comment ends; -1 where it does not. */
function endOfComment(tokens: readonly Token[], from: number): number {
  return tokens.findIndex((token, index) => index > from && token.kind === 'uncomment');
}

function endOfElement(tokens: readonly Token[], from: number): number {
  const { name } = tokens[from] as Token;
  let depth = 0;
  return tokens.findIndex((token, index) => {
    if (index < from || token.name !== name) return false;
    depth += token.kind === 'open' ? 1 : -1;
    return depth === 0;
  });
}

function describe({ name, leaf, block }: Token): Unclosed {
  return { what: name, place: (leaf.position ?? block.position)?.start };
}
