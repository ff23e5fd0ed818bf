import type {
  Blockquote,
  Definition,
  FootnoteDefinition,
  List,
  ListItem,
  Nodes,
  Root,
  RootContent,
  Table,
} from 'mdast';
import { titleNodes } from '../../../plan/frames.ts';
import { readTitle } from '../../../release/frames.ts';
import { iconOf } from '../dialect/callouts.ts';
import { type Definitions, escapeText, renderRichText } from './rich-text.ts';

/** A plan's Markdown in Notion's dialect: what `POST pages` takes as `markdown`. */
export function renderPageBody(root: Root): string {
  const definitions: Definitions = new Map(
    root.children
      .filter((node): node is Definition => node.type === 'definition')
      .map((node) => [node.identifier, node]),
  );
  return renderBlocks(root.children, definitions).join('\n');
}

function renderBlocks(nodes: readonly RootContent[], definitions: Definitions): string[] {
  return nodes.flatMap((node, index) => [
    ...separator(nodes[index - 1], node),
    ...renderBlock(node, definitions),
    ...findComments(node).flatMap(renderNote),
  ]);
}

/** Two lists of the same kind would be one. */
function separator(before: RootContent | undefined, node: RootContent): string[] {
  return before?.type === 'list' && node.type === 'list' && before.ordered === node.ordered
    ? ['<empty-block/>']
    : [];
}

function renderBlock(node: RootContent, definitions: Definitions): string[] {
  switch (node.type) {
    case 'heading': {
      const text = renderRichText(node.children, definitions).replaceAll('<br>', ' ');
      return [`${'#'.repeat(Math.min(node.depth, 4))} ${text}`];
    }
    case 'paragraph': {
      const text = renderRichText(node.children, definitions);
      return text === '' ? [] : [escapeStart(text)];
    }
    case 'list':
      return renderList(node, definitions);
    case 'blockquote':
      return renderQuote(node, definitions);
    case 'code':
      return renderCode(node.value, [node.lang, node.meta].filter(Boolean).join(' '));
    case 'table':
      return renderTable(node, definitions);
    case 'thematicBreak':
      return ['---'];
    case 'html':
      return renderHtml(node.value);
    case 'footnoteDefinition':
      return renderFootnote(node, definitions);
    case 'definition':
    case 'yaml':
      return [];
    default:
      return [renderRichText([node as never], definitions)];
  }
}

/** Notion knows no footnotes; the reader of its dialect finds them again by this form. */
function renderFootnote(node: FootnoteDefinition, definitions: Definitions): string[] {
  const [first, ...rest] = renderBlocks(node.children, definitions);
  return [`${escapeText(`[^${node.identifier}]`)}: ${first ?? ''}`.trimEnd(), ...rest];
}

/** A paragraph that would otherwise begin like a list, a heading or a line of colons. */
function escapeStart(text: string): string {
  return text
    .replace(/^(#{1,6}(?:\s|$)|[-+](?:\s|$)|-{3,}$|_{3,}$|:{3,})/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

function renderList(list: List, definitions: Definitions): string[] {
  return list.children.flatMap((item, index) => {
    const marker = list.ordered ? `${(list.start ?? 1) + index}.` : '-';
    const box = item.checked === true ? ' [x]' : item.checked === false ? ' [ ]' : '';
    return renderFirst(`${marker}${box}`, item, definitions);
  });
}

/** An alert is a callout. */
function renderQuote(quote: Blockquote, definitions: Definitions): string[] {
  const [head = '', ...rest] = renderFirst('>', quote, definitions);
  const [, alert = '', text = ''] = /^> \\\[!([a-z]+)\\\](?: (.*))?$/i.exec(head) ?? [];
  const icon = iconOf(alert);
  if (!icon) return [head, ...rest];
  return [`<callout icon="${icon}">`, ...(text ? [`\t${escapeStart(text)}`] : []), ...rest, '</callout>'];
}

/** The first paragraph stands on the line of the marker, the rest below it, one tab further in. */
function renderFirst(marker: string, block: ListItem | Blockquote, definitions: Definitions): string[] {
  const [first, ...rest] = block.children;
  const text = first?.type === 'paragraph' ? renderRichText(first.children, definitions) : '';
  const below = first?.type === 'paragraph' ? rest : block.children;
  const notes = first ? findComments(first).flatMap(renderNote) : [];
  return [`${marker} ${text}`.trimEnd(), ...indent([...notes, ...renderBlocks(below, definitions)])];
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `\t${line}`);
}

function renderCode(value: string, info: string): string[] {
  const longest = Math.max(2, ...(value.match(/^`+/gm) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [fence + info, ...(value === '' ? [] : value.split('\n')), fence];
}

function renderTable(table: Table, definitions: Definitions): string[] {
  return [
    '<table header-row="true">',
    ...table.children.flatMap((row) => [
      '<tr>',
      ...row.children.map((cell) => `<td>${renderRichText(cell.children, definitions)}</td>`),
      '</tr>',
    ]),
    '</table>',
  ];
}

/** Toggles and columns of Markdown are what they are in Notion; other HTML is shown as the text that it is. */
function renderHtml(html: string): string[] {
  if (html.startsWith('<!--')) return [];
  return html
    .replace(
      /(<summary\b[^>]*>)([^]*?)(?=<\/summary)/gi,
      (_, tag: string, title: string) => tag + renderTitle(title),
    )
    .split('\n')
    .map((line) => (/^\s*<\/?(?:details|summary|columns?)\b/i.test(line) ? line.trim() : escapeText(line)));
}

function renderTitle(html: string): string {
  return renderRichText(titleNodes(readTitle(html)), new Map());
}

function findComments(node: Nodes): string[] {
  if (node.type === 'html') {
    return [...node.value.matchAll(/<!--([^]*?)-->/g)].map((match) =>
      (match[1] ?? '').replace(/\s+/g, ' ').trim(),
    );
  }
  // Comments further inside belong to the blocks that they stand in.
  const isInline = node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
  const isTable = node.type === 'table' || node.type === 'tableRow';
  return isInline || isTable ? (node.children as Nodes[]).flatMap(findComments) : [];
}

/** A comment is a note that stays inside: in Notion a callout with a lock. */
function renderNote(note: string): string[] {
  return note === '' ? [] : ['<callout icon="🔒">', `\t${escapeText(note)}`, '</callout>'];
}
