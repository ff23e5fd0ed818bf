import type { Nodes } from 'mdast';
import { beginsInternal } from './internal-mark.ts';
import { plainText } from './markdown.ts';

/**
 * Blocks without the boxes of other tools that are marked as internal: `:::internal … :::` and `:::note[Internal] … :::` (Docusaurus, Pandoc),
 * `/// note | Internal … ///` (Python-Markdown), `{% hint style="internal" %} … {% endhint %}` and `{{< internal >}} … {{< /internal >}}` (GitBook,
 * Liquid, Hugo), and `!!! internal` with what is indented below it (MkDocs). Markdown takes them for words. A box that never ends takes the rest with it.
 * @param hidden gets what was left out
 */
export function withoutBoxes(nodes: readonly Nodes[], hidden: Nodes[]): Nodes[] {
  let box: Box | undefined;
  let depth = 0;
  return nodes.filter((node) => {
    const text = node.type === 'paragraph' ? plainText(node) : '';
    if (box === INDENTED && !(node.type === 'code' && !node.lang)) box = undefined;
    box ??= openedIn(text);
    if (!box) return true;
    hidden.push(node);
    if (!box.ends) return false;
    depth += count(text, box.ends.opening) - count(text, box.ends.closing);
    if (depth <= 0) [box, depth] = [undefined, 0];
    return false;
  });
}

/** How a box of the kind begins and ends, so that one inside of it does not end it. */
interface Box {
  /** Absent where indentation says it. */
  ends?: { opening: RegExp; closing: RegExp };
}

const COLONS: Box = { ends: { opening: /^:{3,}[:+]*[ \t]*[\w{[]/gm, closing: /^:{3,}[ \t]*$/gm } };
const SLASHES: Box = { ends: { opening: /^\/{3,}[ \t]*\w/gm, closing: /^\/{3,}[ \t]*$/gm } };
const INDENTED: Box = {};

function openedIn(text: string): Box | undefined {
  const [, mark = '', name = '', rest = ''] =
    /^(:::|\/\/\/|!!!|\?\?\?)[:/+]*[ \t]*([\w-]*)[ \t|]*([^\n]*)/m.exec(text) ?? [];
  const isMarked = mark !== '' && [name, `${name}${rest}`, rest].some(beginsInternal);
  if (isMarked) return mark === ':::' ? COLONS : mark === '///' ? SLASHES : INDENTED;
  const tag = [...text.matchAll(/\{(?:%-?|\{[<%])\s*([\w-]+)([^%>}\n]*)/g)].find(([, word, more]) =>
    /(?<!\p{L})internal(?!\p{L})/iu.test(`${word}${more}`),
  );
  return tag && taggedBox(tag[1] as string);
}

function taggedBox(name: string): Box {
  const tag = String.raw`\{(?:%-?|\{[<%])\s*`;
  return {
    ends: {
      opening: new RegExp(`${tag}${name}\\b`, 'g'),
      closing: new RegExp(`${tag}(?:end|/\\s*)${name}\\b`, 'g'),
    },
  };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
