import type { FootnoteDefinition, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';

const DEFINITION = /^\[\^([^\]\s]+)\]:\s*/;

/**
 * Notion knows no footnotes, so people write them as Markdown does: `[^1]` in the text, and a paragraph that begins with `[^1]:`. Without
 * such a paragraph the brackets are text.
 */
export function readFootnotes(blocks: RootContent[]): RootContent[] {
  const ids = new Set(blocks.flatMap((block) => idOf(block) ?? []));
  if (ids.size === 0) return blocks;
  return blocks.map((block) =>
    idOf(block) === undefined ? withReferences(block, ids) : define(block as Paragraph, ids),
  );
}

function idOf(block: RootContent): string | undefined {
  const [first] = block.type === 'paragraph' ? block.children : [];
  return first?.type === 'text' ? DEFINITION.exec(first.value)?.[1] : undefined;
}

function define(paragraph: Paragraph, ids: ReadonlySet<string>): FootnoteDefinition {
  const identifier = idOf(paragraph) ?? '';
  const [first, ...rest] = paragraph.children;
  const value = first?.type === 'text' ? first.value.replace(DEFINITION, '') : '';
  const children: PhrasingContent[] = [...(value === '' ? [] : [{ type: 'text' as const, value }]), ...rest];
  const text = withReferences<Paragraph>({ type: 'paragraph', children }, ids);
  return { type: 'footnoteDefinition', identifier, label: identifier, children: [text] };
}

function withReferences<Node extends Nodes>(node: Node, ids: ReadonlySet<string>): Node {
  if (!('children' in node)) return node;
  const children = (node.children as Nodes[]).flatMap((child): Nodes[] =>
    child.type === 'text' ? splitText(child.value, ids) : [withReferences(child, ids)],
  );
  return { ...node, children };
}

function splitText(text: string, ids: ReadonlySet<string>): PhrasingContent[] {
  return text.split(/(\[\^[^\]\s]+\])/).flatMap((part): PhrasingContent[] => {
    const identifier = /^\[\^([^\]\s]+)\]$/.exec(part)?.[1];
    if (identifier && ids.has(identifier))
      return [{ type: 'footnoteReference', identifier, label: identifier }];
    return part === '' ? [] : [{ type: 'text', value: part }];
  });
}
