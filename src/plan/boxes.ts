import type { Nodes } from 'mdast';
import { beginsInternal } from './internal-mark.ts';
import { plainText } from './markdown.ts';

/**
 * Blocks without the boxes of other tools that are marked as internal: `:::internal … :::` and `:::note[Internal] … :::` (Docusaurus, Pandoc),
 * `/// note | Internal … ///` (Python-Markdown), `{% hint style="internal" %} … {% endhint %}` and `{{< internal >}} … {{< /internal >}}` (GitBook,
 * Liquid, Hugo), `{panel:title=Internal} … {panel}` (Confluence), and `!!! internal` with what is indented below it (MkDocs). Markdown takes them for words. A box that never ends takes the rest with it.
 * @param hidden gets what was left out
 */
export function withoutBoxes(nodes: readonly Nodes[], hidden: Nodes[]): Nodes[] {
  let box: Box | typeof INDENTED | undefined;
  let depth = 0;
  return nodes.filter((node) => {
    const text = plainText(node.type === 'paragraph' ? node : []);
    if (box === INDENTED && !(node.type === 'code' && !node.lang)) box = undefined;
    if (!box) {
      box = openedIn(text);
      depth = 0;
    }
    if (!box) return true;
    hidden.push(node);
    if (box === INDENTED) return false;
    depth += count(text, box.opening) - count(text, box.closing);
    if (depth <= 0) box = undefined;
    return false;
  });
}

/** How a box of the kind begins and ends, so that one inside of it does not end it. */
interface Box {
  opening: RegExp;
  closing: RegExp;
}

const COLONS: Box = { opening: /^:{3}[:+]*[ \t]*[\w{[]/gm, closing: /^:{3,}[ \t]*$/gm };
const SLASHES: Box = { opening: /^\/{3,}[ \t]*\w/gm, closing: /^\/{3,}[ \t]*$/gm };
/** A box whose end is that of what is indented. */
const INDENTED = 'indented';
const BOXES: Readonly<Record<string, Box>> = { ':::': COLONS, '///': SLASHES };

function openedIn(text: string): Box | typeof INDENTED | undefined {
  // Stryker disable next-line ConditionalExpression,Regex: saves time only.
  if (!/[:/!?]{3}|\{[%{]|\{[a-z]+:/.test(text)) return undefined;
  const marked = [...text.matchAll(OPENED)].find(
    (found) => found.some(beginsInternal) || UNSEEN.test(found[0]),
  );
  if (marked) return BOXES[marked[1] as string] ?? INDENTED;
  const tag = [...text.matchAll(TAG)].find(([whole]) => /(?<!\p{L})internal(?!\p{L})/iu.test(whole));
  const macro = tag ?? [...text.matchAll(MACRO)].find(([whole]) => INSIDE.test(whole));
  return macro && taggedBox(macro[1] as string);
}

/** The sign, the kind of the box, and its title. */
const OPENED = /^(:::|\/\/\/|!!!|\?\?\?)[:/+]*[ \t]*([\w-]*)[ \t|]*([^\n]*)/gm;
/** `:::hidden`, `::: {.hidden}`, `:::info{title="Internal"}`, `!!! note inline "Internal"` */
const UNSEEN =
  /^\W+(?:hidden|comment)\b|\{[^}]*(?<![\p{L}-])(?:(?:content-)?hidden|internal)(?!\p{L})|["'[(=]internal(?!\p{L})/iu;
const TAG = /\{(?:%-?|\{[<%#])\s*([\w-]+)[^%>}\n]*/g;

/** `{panel:title=Internal}`, `{excerpt:hidden=true}` (Confluence, Jira) */
const MACRO = /\{(panel|info|note|tip|warning|expand|excerpt|section|column|quote|div):[^{}\n]*\}/g;
const INSIDE = /(?<!\p{L})internal(?!\p{L})|hidden=true/iu;

function taggedBox(name: string): Box {
  const tag = String.raw`\{(?:%-?|\{[<%#]?)\s*`;
  return {
    opening: new RegExp(`${tag}${name}\\b|\\{${name}:`, 'g'),
    closing: new RegExp(`${tag}(?:end|/\\s*)${name}\\b|\\{${name}\\}`, 'g'),
  };
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
