import type { Nodes } from 'mdast';
import { beginsInternal } from './internal-mark.ts';
import { plainText } from './markdown.ts';

/**
 * Blocks without the boxes of other tools that are marked as internal: `:::internal … :::` and `:::note[Internal] … :::` (Docusaurus, Pandoc), and
 * `!!! internal` with what is indented below it (MkDocs). Markdown takes them for words.
 * @param hidden gets what was left out
 */
export function withoutBoxes(nodes: readonly Nodes[], hidden: Nodes[]): Nodes[] {
  let kind: string | undefined;
  return nodes.filter((node) => {
    const text = node.type === 'paragraph' ? plainText(node) : '';
    if (kind === '!' && !(node.type === 'code' && !node.lang)) kind = undefined;
    const isOpen = kind === undefined;
    if (isOpen) kind = kindOf(text);
    const isHidden = kind !== undefined;
    if (isHidden) hidden.push(node);
    const isClosed = /(?:^|\n):{3,}[ \t]*$/.test(text) && (!isOpen || text.includes('\n'));
    if (kind === ':' && isClosed) kind = undefined;
    return !isHidden;
  });
}

function kindOf(text: string): string | undefined {
  const [, mark, name = '', rest = ''] = /^(:::|!!!|\?\?\?)[:+]*[ \t]*([\w-]*)([^\n]*)/.exec(text) ?? [];
  if (!mark || !(beginsInternal(name + rest) || beginsInternal(rest))) return undefined;
  return mark === ':::' ? ':' : '!';
}
