import type { Definition, FootnoteDefinition, Nodes, RootContent } from 'mdast';

/** The link definitions at the very end of a text. They belong to no section: that is merely where they are collected. */
export function definitionsAtEnd(nodes: readonly RootContent[]): Definition[] {
  const isOne = (node: RootContent) => node.type === 'definition' || node.type === 'footnoteDefinition';
  const from = nodes.findLastIndex((node) => !isOne(node)) + 1;
  return nodes.slice(from).filter((node): node is Definition => node.type === 'definition');
}

/** Definitions by the name that references have. The first of its name counts, as CommonMark 0.31 §4.7 says. */
export function byName<Node extends Definition | FootnoteDefinition>(
  nodes: readonly Node[],
): Map<string, Node> {
  return new Map(nodes.toReversed().map((node) => [node.identifier.toLowerCase(), node]));
}

/** The footnotes that the section refers to, itself or by way of another. The others belong to a text that stands elsewhere. */
export function findNoted(
  nodes: readonly Nodes[],
  footnotes: ReadonlyMap<string, FootnoteDefinition>,
): Set<Nodes> {
  const noted = new Set<Nodes>();
  const look = (node: Nodes): void => {
    if (node.type === 'footnoteReference') {
      const note = footnotes.get(node.identifier.toLowerCase());
      if (!note || noted.has(note)) return;
      noted.add(note);
      note.children.forEach(look);
    } else if ('children' in node) node.children.forEach(look);
  };
  nodes.filter((node) => node.type !== 'footnoteDefinition').forEach(look);
  return noted;
}
