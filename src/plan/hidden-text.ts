import type { Nodes, Root } from 'mdast';
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
export function findHidden(root: Root): { remaining: Map<Nodes, string>; unclosed: Unclosed[] } {
  const tokens = collect(root, root);
  const names = tokens.map(({ name }) => name);
  const remaining = new Map<Nodes, string>();
  const unclosed: Unclosed[] = [];
  const hidden = new Set<Token>();
  /** Marks that begin no comment, as none of them is followed by its end. */
  const endless = new Set<string>();
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (endless.has(token.name) || !opens(tokens, index)) continue;
    const end = token.kind === 'comment' ? endOfComment(names, index) : endOfElement(tokens, names, index);
    if (end === tokens.length && token.kind === 'comment' && token.name !== '<!--') {
      // Stryker disable next-line CallExpression: saves time only.
      endless.add(token.name);
      continue;
    }
    if (end === tokens.length) unclosed.push(describe(token));
    // The tag of a script stays, for its author is told that HTML is not published.
    const isShown = token.kind === 'open' && isUnseen(token);
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

interface Token {
  kind: 'text' | 'comment' | 'uncomment' | 'open' | 'close';
  text: string;
  /** Of an element; the mark that begins or ends a comment. */
  name: string;
  leaf: Nodes;
  /** The block that the leaf stands in. */
  block: Nodes;
}

function collect(node: Nodes, block: Nodes): Token[] {
  const around = isBlock(node) ? node : block;
  if ('children' in node) return node.children.flatMap((child) => collect(child, around));
  const text = node.type === 'html' ? node.value : plainText(node);
  const pattern = patternOf(node, text);
  if (!pattern) return [{ kind: 'text', name: '', text, leaf: node, block: around }];
  return [...text.matchAll(pattern)].map((found): Token => {
    const [part, name] = found;
    const token = { ...classify(part, name, node), text: part, leaf: node, block: around };
    // “50%%” ends a comment, and begins none.
    const isShare = part === '%%' && /[\p{L}\p{N}%]$/u.test(text.slice(0, found.index));
    return isShare ? { ...token, kind: 'uncomment' } : token;
  });
}

/** Absent where nothing hides: in plain words, and in code, where a mark is an example. */
function patternOf({ type }: Nodes, text: string): RegExp | undefined {
  if (type === 'html') return HTML;
  // Stryker disable next-line ConditionalExpression: saves time only.
  return type === 'text' && MARKS.test(text) ? COMMENTS : undefined;
}

/**
 * How comments begin and end in HTML, and in what people write Markdown with: MDX, Obsidian, CriticMarkup, Hugo, Handlebars, Liquid, Jinja, Kramdown.
 */
const ENDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '<!--': '-->',
    '{/*': '*/}',
    '%%': '%%',
    '{>>': '<<}',
    '{--': '--}',
    '{#': '#}',
    '{{/*': '*/}}',
    '{{!--': '--}}',
    '{{--': '--}}',
    '{%#': '%}',
    '<#--': '-->',
    '{{<comment>}}': '{{</comment>}}',
    // As programs write that make one dash out of two.
    '<!—': '—>',
    '<!–': '–>',
    '<!-': '->',
    '<%--': '--%>',
    '<%#': '%>',
    '{{!': '}}',
    '{%comment%}': '{%endcomment%}',
    '{::comment}': '{:/comment}',
  }),
);
const LAST = new Set(ENDS.values());
const MARK = [
  String.raw`<\s?!\s?--|<#--|<![–—-]|(?:[–—]|(?<!-)-)>|<%--|--%>|<%#|%>|\{\{!(?!--)|(?<![\/-]|\*\/\s-)\}\}|--!?>|\{?\{-?\s?\/(?:\*|$)|(?:\*|^)\/\s?-?\}\}?|%%|\{>>|<<\}|\{\{!--|--\}\}?|\{?\{--|\{#(?=\s|$|[^{}\n]*#\})|#\}`,
  String.raw`\{\{[<%]\s*\/?\s*comment\s*[>%]\}\}|\{%-?\s*(?:end)?comment\b[^%\n]*%\}|\{%-?\s*#|-?%\}|\{::comment\}|\{:\/(?:comment)?\}`,
].join('|');
const MARKS = new RegExp(MARK, 'u');
/** Markdown reads a comment as words where it begins in the middle of a line and goes on after an empty one. */
const COMMENTS = new RegExp(String.raw`${MARK}|[^<{}*%#–—-]+|[<{}*%#–—-]`, 'gu');
const HTML =
  /<!--|--!?>|<\/?([a-z][\w.:-]*)(?:[^>"']|"[^"]*"|'[^']*')*>|<[a-z][^<>]*=\s*(?:"[^"]*|'[^']*)$|[^<-]+|[<-]/gi;

function classify(part: string, name: string | undefined, leaf: Nodes): Pick<Token, 'kind' | 'name'> {
  const mark = markOf(part);
  if (ENDS.has(mark)) return { kind: 'comment', name: mark };
  if (LAST.has(mark)) return { kind: 'uncomment', name: mark };
  // An attribute without an end swallows what follows it.
  if (leaf.type === 'html' && /<[a-z][^>]+$/i.test(part)) return { kind: 'comment', name: '<!--' };
  const element = name?.toLowerCase() ?? '';
  if (element === '' || VOID.has(element) || part.endsWith('/>')) return { kind: 'text', name: '' };
  return { kind: part.startsWith('</') ? 'close' : 'open', name: element };
}

/** The one spelling of a mark that may be written in several. */
function markOf(part: string): string {
  const mark = part
    .replace(/\s/g, '')
    .replace('--!>', '-->')
    .replace(/(?<=^\{[{%])-(?!-)|(?<!-)-(?=[%}]\}$)/g, '');
  if (/^\{%comment\b/.test(mark)) return '{%comment%}';
  if (mark.startsWith('{%endcomment')) return '{%endcomment%}';
  if (mark === '{:/}') return '{:/comment}';
  // Markdown takes the two stars of `{/*…*/}` for emphasis.
  if (mark.endsWith('{/')) return `${mark}*`;
  if (mark.startsWith('/}')) return `*${mark}`;
  return mark.replace(/\{\{%(\/?comment)%\}\}/, '{{<$1>}}');
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
  if (token.kind === 'comment') return true;
  if (token.kind !== 'open') return false;
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
  let isComment = false;
  for (const { kind, text, block: around } of tokens.slice(index + 1, index + 40)) {
    if (title !== '' && (around !== block || /<\/summary/i.test(text))) break;
    if (kind === 'comment' || kind === 'uncomment') isComment = kind === 'comment';
    if (isComment || /^<\/?[a-z]/i.test(text) || text.trim() === '') continue;
    title += decodeReferences(text.replace(/\s/g, ' '));
    block = around;
  }
  return title;
}

/** Where the comment ends; behind all where it does not. */
function endOfComment(names: readonly string[], from: number): number {
  const end = ENDS.get(names[from] as string) as string;
  // The mark that begins a comment may be the one that ends it, and no element is called so.
  const at = names.indexOf(end, from + 1);
  return at === -1 ? names.length : at;
}

function endOfElement(tokens: readonly Token[], names: readonly string[], from: number): number {
  let depth = 0;
  for (let at = from; at !== -1; at = names.indexOf(names[from] as string, at + 1)) {
    if (tokens[at]?.kind === 'open') depth++;
    else if (--depth === 0) return at;
  }
  return names.length;
}

function describe({ name, leaf, block }: Token): Unclosed {
  return { what: name, place: (leaf.position ?? block.position)?.start };
}
