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

/** The footnotes of a section, wherever they stand in it. */
export function footnotesIn(nodes: readonly Nodes[]): FootnoteDefinition[] {
  return nodes.flatMap((node) => {
    const within = 'children' in node && !LEADS_NOWHERE.has(node.type) ? footnotesIn(node.children) : [];
    return node.type === 'footnoteDefinition' ? [node, ...within] : within;
  });
}

/** Nothing with lines of its own stands in these. */
const LEADS_NOWHERE: ReadonlySet<string> = new Set(['paragraph', 'heading', 'table']);

/**
 * The footnotes that the section refers to, itself or by way of another, numbered in that order. The others belong to a text that
 * stands elsewhere.
 */
export function findNoted(
  nodes: readonly Nodes[],
  footnotes: ReadonlyMap<string, FootnoteDefinition>,
): Map<FootnoteDefinition, number> {
  const noted = new Map<FootnoteDefinition, number>();
  // Stryker disable next-line ConditionalExpression: saves time only.
  if (footnotes.size === 0) return noted;
  // Not by recursion: a chain of footnotes may be longer than the stack is deep.
  const ahead: Nodes[] = nodes.toReversed();
  for (let node = ahead.pop(); node; node = ahead.pop()) {
    if (node.type === 'footnoteReference') {
      const note = footnotes.get(node.identifier.toLowerCase());
      if (!note || noted.has(note)) continue;
      noted.set(note, noted.size + 1);
      ahead.push(...note.children.toReversed());
    } else if ('children' in node && node.type !== 'footnoteDefinition')
      ahead.push(...node.children.toReversed());
  }
  return noted;
}
