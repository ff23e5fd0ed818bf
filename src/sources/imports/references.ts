import type { Definition, Nodes, Root } from 'mdast';

/** Links and pictures that name their address further down get it on the spot, so that each part of a text stands for itself. */
export function resolveReferences(root: Root): Root {
  const definitions = new Map<string, Definition>();
  collect(root, definitions);
  return definitions.size === 0 ? root : (resolve(root, definitions) as Root);
}

function collect(node: Nodes, into: Map<string, Definition>): void {
  if (node.type === 'definition' && !into.has(node.identifier)) into.set(node.identifier, node);
  if ('children' in node) for (const child of node.children) collect(child, into);
}

function resolve(node: Nodes, definitions: ReadonlyMap<string, Definition>): Nodes {
  const definition = 'identifier' in node ? definitions.get(node.identifier) : undefined;
  if (node.type === 'imageReference' && definition)
    return { type: 'image', url: definition.url, alt: node.alt ?? null, title: definition.title ?? null };
  if (!('children' in node)) return node;
  const children = node.children
    .filter((child) => child.type !== 'definition')
    .map((child) => resolve(child as Nodes, definitions));
  if (node.type === 'linkReference' && definition)
    return { type: 'link', url: definition.url, children, position: node.position } as Nodes;
  return { ...node, children } as Nodes;
}
