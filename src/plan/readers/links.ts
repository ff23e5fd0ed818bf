import type { Link as LinkNode, Nodes } from 'mdast';
import { type Link, WebAddressSchema } from '../../release/release.ts';
import { renderInline } from '../markdown.ts';

/** The web links in blocks, in order, with their texts. */
export function readLinks(nodes: readonly Nodes[]): Link[] {
  return findLinks(nodes)
    .filter((node) => WebAddressSchema.safeParse(node.url).success)
    .map((node) => ({ title: renderInline(node.children) || node.url, url: node.url }));
}

function findLinks(nodes: readonly Nodes[]): LinkNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'link') return [node];
    return 'children' in node ? findLinks(node.children) : [];
  });
}
