import type { PhrasingContent } from 'mdast';
import { absoluteUrl } from './references.ts';
import type { Scan } from './scan.ts';

/** `[text](url)`, `![caption](url)` or `[^url]`, beginning at this place. */
export function readLinkOrImage(
  text: string,
  index: number,
  { brackets, parentheses }: Scan,
  readInline: (text: string) => PhrasingContent[],
): { end: number; nodes: PhrasingContent[] } | undefined {
  const isImage = text[index] === '!';
  const open = isImage ? index + 1 : index;
  const close = brackets.get(open);
  if (close === undefined) return undefined;
  const inside = text.slice(open + 1, close);
  const target = readTarget(text, close + 1, parentheses.get(close + 1));
  if (target) {
    const { url, title, end } = target;
    if (isImage) return { end, nodes: [{ type: 'image', url, title, alt: plain(readInline(inside)) }] };
    return { end, nodes: [{ type: 'link', url, title, children: readInline(inside).flatMap(withoutLinks) }] };
  }
  const citation = isImage ? undefined : /^\^((?:https?:|mailto:)\S+)$/.exec(inside)?.[1];
  if (!citation) return undefined;
  const url = absoluteUrl(citation.replace(/\\(.)/g, '$1'));
  return {
    end: close + 1,
    nodes: [{ type: 'link', url, title: null, children: [{ type: 'text', value: url }] }],
  };
}

function readTarget(
  text: string,
  index: number,
  close: number | undefined,
): { url: string; title: string | null; end: number } | undefined {
  if (close === undefined) return undefined;
  const inside = text.slice(index + 1, close).trim();
  const [, target = '', double, single] = /^(\S*)\s+(?:"([^]*)"|'([^]*)')$/.exec(inside) ?? [
    undefined,
    inside,
  ];
  const url = /^<.*>$/.test(target) ? target.slice(1, -1) : target;
  const title = double ?? single ?? null;
  return { url: absoluteUrl(url.replace(/\\([!-/:-@[-`{-~])/g, '$1')), title, end: close + 1 };
}

function withoutLinks(node: PhrasingContent): PhrasingContent[] {
  return node.type === 'link' ? node.children : [node];
}

function plain(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'break') return ' ';
      if ('value' in node) return node.type === 'html' ? '' : node.value;
      if ('children' in node) return plain(node.children);
      return 'alt' in node ? (node.alt ?? '') : '';
    })
    .join('');
}
