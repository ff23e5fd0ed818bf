import { type Content, element, type Element, textOf } from './html-tree.ts';

/** The cells of each row, heads included. */
export function rowsOf(nodes: readonly Content[]): Element[][] {
  return elementsOf(nodes).flatMap((node) =>
    node.tagName === 'tr' ? [elementsOf(node.children)] : rowsOf(node.children),
  );
}

/**
 * After the first, which names the rows, a column of nothing but numbers ends where they do: records keep no alignment, which not every
 * source can say. What a table says itself goes before.
 */
export function alignNumbers(table: Element): Element {
  const [, ...body] = rowsOf(table.children);
  const columns = (body[0] ?? []).map((_, column) => {
    if (column === 0) return false;
    const texts = body.map((row) => textOf(row[column]?.children ?? []).trim()).filter(Boolean);
    return texts.length > 0 && texts.every((each) => NUMBER.test(each));
  });
  return columns.includes(true) ? (withColumns(table, columns) as Element) : table;
}

function withColumns(node: Content, columns: readonly boolean[]): Content {
  if (node.type !== 'element' || /^t[dh]$/.test(node.tagName)) return node;
  let column = 0;
  const children = node.children.map((child) => {
    if (node.tagName !== 'tr' || child.type !== 'element') return withColumns(child, columns);
    const isNumber = columns[column++] && !child.properties.className;
    return isNumber ? element(child.tagName, { className: ['align-right'] }, child.children) : child;
  });
  return { ...node, children };
}

function elementsOf(nodes: readonly Content[]): Element[] {
  return nodes.filter((node) => node.type === 'element');
}

/** With signs for thousands, a sign before and a unit after or before; no version, whose last digits are not its smallest. */
const NUMBER =
  /^[-+−±]?\p{Sc}? ?\d{1,3}(?:\d*|(?:[., '’\u00A0\u2009\u202F]\d{3})*)(?:[.,]\d+)?\s?(?:\p{Sc}|%|‰)?$/u;
