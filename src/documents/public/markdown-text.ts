import type { Image, Link, Nodes, PhrasingContent, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { joinFrames } from '../../release/frames.ts';
import { keptText } from './kept-text.ts';
import { nestAll, unfoldFrame } from './frame-nodes.ts';
import { headingLevels } from './heading-levels.ts';
import { inlineOnly } from './inline-only.ts';
import { isBreak, withoutComments } from './literal-html.ts';
import { oneLine } from './one-line.ts';
import { parseReadable } from './parse-text.ts';
import { beginsWithWord, isPlainLine, readCodeLine, readPlainParagraphs } from './plain-line.ts';
import { printable } from './printable.ts';
import { escapeMarkdown } from './outline.ts';
import { imageAddress, isVideo, linkAddress, type PlaceElsewhere, splitScheme } from './text-address.ts';
import { isReadable } from '../../release/readable.ts';

const style = { bullet: '-', rule: '-', emphasis: '_', listItemIndent: 'one', fences: true } as const;
// Aligned columns would make one long cell as many times as long as its table has rows.
const gfm = { tablePipeAlign: false };
const textProcessor = remark()
  .use(remarkGfm, gfm)
  .data('settings', { ...style, join: [joinFrames] })
  .freeze();
const titleProcessor = remark().use(remarkGfm, gfm).use(inlineOnly).data('settings', style).freeze();

export interface MarkdownTextOptions {
  /** The level that the first headings of the text get. */
  headingBase: number;
  place: PlaceElsewhere;
  /** Stands before the names of footnotes and references. */
  prefix: string;
  /** Plain words before the text that say what it is. */
  label?: string;
}

/**
 * A text in Markdown → the same text as a part of a larger document: everything that it opens is closed, its headings lie below
 * those around it, HTML is text, its addresses are whole, and its references have names of their own, so that no text reaches into
 * its neighbours.
 */
export function renderMarkdownText(markdown: string, options: MarkdownTextOptions): string {
  const text = printable(markdown);
  if (!readPlainParagraphs(text))
    return keptText(`markdown ${JSON.stringify(options)}\n${text}`, () => renderParsed(text, options));
  const { label } = options;
  const same = text.replace(/\n{2,}/g, '\n\n');
  return label ? `**${renderMarkdownTitle(label, options.place)}:** ${same}` : same;
}

function renderParsed(text: string, { headingBase, place, prefix, label }: MarkdownTextOptions): string {
  const tree = parseReadable(text);
  // What no parser should be given is shown as it was written.
  if (!tree) {
    const literal = trimmed(escapeMarkdown(text.replace(/^[ \t]+/gm, '')));
    return label ? `**${renderMarkdownTitle(label, place)}:** ${literal}` : literal;
  }
  nestAll(tree);
  settle(tree, { levelOf: headingLevels(headingBase), place, prefix });
  if (label) addLabel(tree, `${label}${text ? ':' : '.'}`);
  return trimmed(textProcessor.stringify(tree));
}

/** A title in inline Markdown → one line of Markdown that reads the same wherever it stands. */
export function renderMarkdownTitle(
  markdown: string,
  place: PlaceElsewhere,
  { strong = false } = {},
): string {
  const line = oneLine(markdown);
  if (beginsWithWord(line) && (isPlainLine(line) || readCodeLine(line))) return strong ? `**${line}**` : line;
  return keptText(`markdown title ${strong} ${JSON.stringify(place)}\n${line}`, () => {
    const tree = titleProcessor.parse(isReadable(line) ? line : escapeMarkdown(line));
    settle(tree, { levelOf: (depth) => depth, place, prefix: '' });
    if (strong) makeStrong(tree);
    return trimmed(textProcessor.stringify(tree));
  });
}

/** Not `trim()`: a no-break space at an end is the author's. */
function trimmed(markdown: string): string {
  return markdown.replace(/^[ \n]+|(?<![ \n])[ \n]+$/g, '');
}

interface Settings {
  levelOf: (depth: number) => number;
  place: PlaceElsewhere;
  prefix: string;
}

function settle(node: Nodes, settings: Settings): void {
  if (node.type === 'heading') node.depth = settings.levelOf(node.depth) as typeof node.depth;
  if ('identifier' in node) {
    node.identifier = `${settings.prefix}${node.identifier}`;
    node.label = `${settings.prefix}${node.label ?? ''}`;
    if (node.type === 'linkReference' || node.type === 'imageReference') node.referenceType = 'full';
  }
  if (node.type === 'definition') node.url = wholeAddress(node.url, settings.place) ?? settings.place.page;
  if (!('children' in node)) return;
  const flow = flowParents.has(node.type);
  node.children = node.children.flatMap((child): Nodes[] => {
    if (child.type === 'link') return settleLink(child, settings.place);
    if (child.type === 'image') return settleImage(child, settings.place);
    if (child.type !== 'html' || isBreak(child.value)) return [child];
    const value = withoutComments(child.value).trim();
    if (!value) return [];
    return [flow ? { type: 'paragraph', children: [{ type: 'text', value }] } : { type: 'text', value }];
  }) as typeof node.children;
  const last = node.children.at(-1);
  // What stood before an image that is left out; a parser leaves no space at an end.
  if (node.type === 'paragraph' && last?.type === 'text') last.value = last.value.replace(/(?<! ) +$/, '');
  for (const child of node.children) settle(child, settings);
  if (flow) node.children = (node.children as Nodes[]).flatMap(unfoldFrame) as typeof node.children;
}

/** A link that may lead nowhere is its words. */
function settleLink(link: Link, place: PlaceElsewhere): Nodes[] {
  const url = wholeAddress(link.url, place);
  return url ? [{ ...link, url }] : link.children;
}

/** There are no colour schemes elsewhere, so that only the light one of two images stays; a film is a link to it. */
function settleImage(image: Image, place: PlaceElsewhere): Nodes[] {
  const { address, scheme } = splitScheme(image.url);
  if (scheme === 'dark') return [];
  const url = imageAddress(address, place) ?? wholeAddress(address, place);
  const words: PhrasingContent = { type: 'text', value: image.alt || (url ?? '') };
  if (!url) return [words];
  return isVideo(url) ? [{ type: 'link', url, children: [words] }] : [{ ...image, url }];
}

/** What has a scheme stays as it was written. */
function wholeAddress(url: string, place: PlaceElsewhere): string | undefined {
  const whole = linkAddress(url, place);
  return whole && /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : whole;
}

function addLabel(tree: Root, label: string): void {
  const name: PhrasingContent = { type: 'strong', children: [{ type: 'text', value: label }] };
  const [first] = tree.children;
  if (first?.type === 'paragraph') first.children.unshift(name, { type: 'text', value: ' ' });
  else tree.children.unshift({ type: 'paragraph', children: [name] });
}

/** Strong inside strong would close it, so that all is strong or nothing. */
function makeStrong(tree: Root): void {
  for (const paragraph of tree.children) {
    if (paragraph.type !== 'paragraph') continue;
    const children = paragraph.children.flatMap((child) =>
      child.type === 'strong' ? child.children : [child],
    );
    paragraph.children = [{ type: 'strong', children }];
  }
}

const flowParents = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);
