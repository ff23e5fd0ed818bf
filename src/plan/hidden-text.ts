import type { Nodes } from 'mdast';
import { COMMENTS } from './comment-marks.ts';
import type { Place } from './document.ts';
import { findLookAlike } from './headings.ts';
import { decodeReferences, saysInternal, isUnseen } from './hidden-elements.ts';
import { beginsInternal, isInternalTitle } from './internal-mark.ts';
import { isBlock, plainText } from './markdown.ts';

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
export function findHidden(blocks: readonly Nodes[]): {
  remaining: Map<Nodes, string>;
  unclosed: Unclosed[];
} {
  const tokens = blocks.flatMap((block) => collect(block, block));
  const names = tokens.map(({ name }) => name);
  const remaining = new Map<Nodes, string>();
  const unclosed: Unclosed[] = [];
  const hidden = new Set<Token>();
  /** Marks that begin no comment, as none of them is followed by its end. */
  const endless = new Set<string>();
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (token.name === EDGE) hidden.add(token);
    if (endless.has(token.name) || !opens(tokens, index)) continue;
    const end = token.begins === 'comment' ? endOfComment(names, index) : endOfElement(tokens, names, index);
    if (end === tokens.length && token.begins === 'comment' && token.name !== HTML_COMMENT) {
      // Stryker disable next-line CallExpression: saves time only.
      endless.add(token.name);
      continue;
    }
    if (end === tokens.length) unclosed.push(describe(token));
    // The tag of a script stays, for its author is told that HTML is not published.
    const isShown = token.begins === 'element' && isUnseen(token);
    for (const each of tokens.slice(index, end + 1)) {
      const isTag = each === token || (each === tokens[end] && each.leaf === token.leaf);
      if (!(isShown && isTag)) hidden.add(each);
    }
    index = end;
  }
  for (const { leaf } of hidden) remaining.set(leaf, '');
  for (const token of tokens) {
    const words = hidden.has(token) ? undefined : remaining.get(token.leaf);
    if (words !== undefined) remaining.set(token.leaf, words + token.text);
  }
  return { remaining, unclosed };
}

/** False for most texts: there is nothing in them that `findHidden` would have to look at. */
export function mayHide(node: Nodes): boolean {
  if ('children' in node) return node.children.some(mayHide);
  // Stryker disable next-line ConditionalExpression: saves time only.
  return patternOf(node) !== undefined;
}

interface Token {
  text: string;
  begins?: 'comment' | 'element' | undefined;
  /** Of the element that begins or ends; the pattern of the mark that begins or ends a comment; of words nothing. */
  name: string;
  leaf: Nodes;
  /** The block that the leaf stands in. */
  block: Nodes;
}

function collect(node: Nodes, block: Nodes): Token[] {
  const around = isBlock(node) ? node : block;
  if ('children' in node) return node.children.flatMap((child) => collect(child, around));
  const words = { name: '', leaf: node, block: around } as const;
  const text = node.type === 'html' ? node.value : plainText(node);
  const pattern = patternOf(node);
  const tokens: Token[] = [];
  let end = 0;
  for (const found of pattern ? text.matchAll(pattern) : []) {
    tokens.push({ ...words, text: text.slice(end, found.index) });
    end = found.index + found[0].length;
    const read = node.type === 'html' ? readTag(found) : readMark(found);
    tokens.push({ ...words, ...read, text: found[0] });
  }
  tokens.push({ ...words, text: text.slice(end) });
  return tokens;
}

/** Absent where nothing hides: in plain words, and in code, where a mark is an example. */
function patternOf(node: Nodes): RegExp | undefined {
  if (node.type === 'html') return HTML;
  // Stryker disable next-line ConditionalExpression,Regex: saves time only.
  return node.type === 'text' && /[<>{}]|%%/.test(node.value) ? MARKS : undefined;
}

const [[HTML_COMMENT, HTML_COMMENT_END]] = COMMENTS;
const ENDS: ReadonlyMap<string, string> = new Map(COMMENTS);
/** The patterns of all marks that begin or end a comment, each once. */
const MARK_NAMES = [...new Set(COMMENTS.flat())];
const MARKS = new RegExp(MARK_NAMES.map((mark) => `(${mark})`).join('|'), 'gu');
/** Comments that stand around what is internal: `<!-- internal -->`, `<!-- end internal -->`. */
const EDGE = 'internal comment';
/** These, other comments, tags, and a tag in which an attribute never ends. */
const HTML =
  /<!--\s*(?:(?:begin|start|end)[\s:_-]+|\/\s*)?internal(?:[\s-](?:only|notes?))?(?:[\s:_-]+(?:begin|start|end))?\s*-->|<!--|--!?>|<\/?([a-z][\w.:-]*)(?:[^>"']|"[^"]*"|'[^']*')*>|<[a-z][^<>]*=\s*(?:"[^"]*|'[^']*)$/gi;

function readMark(found: RegExpExecArray): Partial<Token> {
  const name = MARK_NAMES.find((_, place) => found[place + 1] !== undefined) as string;
  // “50%%” ends a comment, and begins none.
  const isShare = name === '%%' && /[\p{L}\p{N}%]$/u.test(found.input.slice(0, found.index));
  return { begins: ENDS.has(name) && !isShare ? 'comment' : undefined, name };
}

function readTag([tag, name]: RegExpExecArray): Partial<Token> {
  if (tag.startsWith('--')) return { name: HTML_COMMENT_END };
  if (/^<!--./s.test(tag)) return { begins: /\/|end/i.test(tag) ? undefined : 'element', name: EDGE };
  // An attribute without an end swallows what follows it.
  if (name === undefined) return { begins: 'comment', name: HTML_COMMENT };
  const element = name.toLowerCase();
  if (VOID.has(element) || tag.endsWith('/>')) return {};
  return { begins: tag.startsWith('</') ? undefined : 'element', name: element };
}

/** Elements that hold nothing. */
const VOID = new Set('br hr img input wbr area base col embed link meta source track'.split(' '));
/** Elements that are part of a line: what stands in them belongs to what stands around them, unless they are hidden. */
const INLINE = new Set(
  'a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub summary sup time tt u var'.split(
    ' ',
  ),
);

/** True where a comment begins, or an element that hides what is in it. */
function opens(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index] as Token;
  if (token.begins !== 'element') return token.begins === 'comment';
  if (isUnseen(token) || saysInternal(token.text)) return true;
  // What stands under a heading is not in it.
  if (INLINE.has(token.name) || /^h[1-6]$/.test(token.name)) return false;
  if (/[🔒🔐🔏]/u.test(token.text)) return true;
  const title = titleAfter(tokens, index);
  if (token.name !== 'details') return beginsInternal(title);
  return isInternalTitle(title) || findLookAlike(title) !== undefined;
}

/** The first words behind a tag, to the end of their block or of the toggle's title. */
function titleAfter(tokens: readonly Token[], index: number): string {
  let title = '';
  let block: Nodes | undefined;
  let end: string | undefined;
  for (const { begins, name, text, leaf, block: around } of tokens.slice(index, index + FAR)) {
    if (title.trim() !== '' && (around !== block || name === 'summary')) break;
    block = around;
    if (end !== undefined) end = name === end ? undefined : end;
    else if (begins === 'comment') end = ENDS.get(name);
    // What stands in two elements stands apart, unless they are of one line.
    else if (leaf.type === 'html' && text.startsWith('<')) title += INLINE.has(name) ? '' : ' ';
    else title += decodeReferences(text.replace(/\s/g, ' '));
  }
  return title;
}

/** As many words and tags as a title may hold. */
const FAR = 80;

/** Where the comment ends; behind all where it does not. */
function endOfComment(names: readonly string[], from: number): number {
  // The mark that begins a comment may be the one that ends it, and no element is called so.
  const at = names.indexOf(ENDS.get(names[from] as string) as string, from + 1);
  return at === -1 ? names.length : at;
}

function endOfElement(tokens: readonly Token[], names: readonly string[], from: number): number {
  let depth = 0;
  for (let at = from; at !== -1; at = names.indexOf(names[from] as string, at + 1)) {
    if ((tokens[at] as Token).begins === 'element') depth++;
    else if (--depth === 0) return at;
  }
  return names.length;
}

function describe({ begins, name, leaf, block }: Token): Unclosed {
  return { what: begins === 'comment' ? '<!--' : name, place: (leaf.position ?? block.position)?.start };
}
