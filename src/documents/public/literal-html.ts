import { element, type Element, text, type Text } from './html-tree.ts';

/**
 * What becomes of HTML in a text: it is shown as its author typed it, because `List<String>` must not lose its half. Comments
 * are dropped, as no reader was meant to see them; a `<br>` is the line break that tables have no other way to write.
 */
export function literalHtml(
  _: unknown,
  node: { value: string },
  parent?: { type: string },
): Element | Text | undefined {
  if (isBreak(node.value)) return element('br', {});
  const shown = withoutComments(node.value).trim();
  if (!shown) return undefined;
  return flowParents.has(parent?.type ?? '') ? element('p', {}, [text(shown)]) : text(shown);
}

export function isBreak(html: string): boolean {
  return /^<br\s*\/?>$/i.test(html);
}

export function withoutComments(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
}

const flowParents = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);
