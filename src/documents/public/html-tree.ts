import type rehypeSanitize from 'rehype-sanitize';

/** The HTML tree (hast) as the pipeline's own packages type it. */
export type Root = ReturnType<ReturnType<typeof rehypeSanitize>>;
export type Element = Extract<Root['children'][number], { type: 'element' }>;
export type Text = Extract<Root['children'][number], { type: 'text' }>;
export type Content = Element['children'][number];

export function element(
  tagName: string,
  properties: Element['properties'],
  children: Content[] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}

export function text(value: string): Text {
  return { type: 'text', value };
}

/** All text under some nodes, in order. */
export function textOf(nodes: readonly Content[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? textOf(node.children) : ''))
    .join('');
}
